"""A fault, in our words and in others': theirs are shown as they are, never as Markdown."""

from __future__ import annotations

import streamlit as st


def show_fault(what: str, why: str) -> None:
    """Say `what` went wrong, in words of ours, and `why`, which may quote anybody's."""
    st.error(what)
    st.text(why)
