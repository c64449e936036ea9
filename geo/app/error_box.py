"""A fault, in our words and in others': theirs are shown as they are, never as Markdown."""

from __future__ import annotations

import streamlit as st


def show_fault(what: str, why: str) -> None:
    """Say `what` went wrong, in words of ours, and `why`, which may quote anybody's."""
    st.error(what)
    st.text(why)


def why_no_files(error: OSError) -> str:
    """Say that the app can write no temporary files, and what whoever runs it can do."""
    return (
        f"The app can't write temporary files here ({error.strerror}). "
        "Tell whoever runs it: free room in its temporary folder, or set TMPDIR to another."
    )
