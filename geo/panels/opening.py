"""The Open panel: somebody else's atlas, for this window alone."""

from __future__ import annotations

from typing import IO

import streamlit as st

from geo.errors import REST, AtlasError, Problem
from geo.panels.guests import remember
from geo.served import Guest


def current() -> Guest | None:
    """Return the atlas that was opened in this window, if one was."""
    guest: Guest | None = st.session_state.get("guest")
    return guest


def say_what_is_gone() -> None:
    """After a reload the app is a new one: say so where a guest was open before."""
    if "guest" in st.query_params and not current():
        st.toast(
            "The atlas that was open here lived until the window was loaded, or the app was "
            "started, again. Open its ZIP once more, in the Open panel.",
            duration="infinite",
        )
        st.query_params.clear()  # the view, too, was of that atlas


def show_opening() -> None:
    """Take a ZIP, and say what is open now or why it can't be opened."""
    st.caption(
        "A ZIP of an atlas: its seeds/ and data/ (`python -m geo new FOLDER` writes one to start "
        "from). It is opened in this window alone, is stored nowhere, and is gone when the window "
        "is closed or loaded again."
    )
    taken = st.session_state.get("taken", 0)
    upload = st.file_uploader("An atlas, as a ZIP", type="zip", key=f"upload-{taken}")
    if upload is not None:
        st.session_state["taken"] = taken + 1  # an empty box again, for another
        st.session_state["refused"] = open_guest(upload)
        st.rerun()
    if refused := st.session_state.get("refused"):
        show_problems("The ZIP can't be opened; the map is the one before.", refused)
    if guest := current():
        st.success("Opened in this window:")
        st.text(guest.atlas.manifest.title["en"])
        if st.button("Close it"):
            del st.session_state["guest"]
            st.query_params.pop("guest", None)
            st.rerun()


def open_guest(packed: IO[bytes]) -> tuple[Problem, ...]:
    """Open a ZIP in this window; return what is wrong with it, and then nothing has changed."""
    try:
        with st.spinner("Opening the atlas …"):
            guest = st.session_state["guest"] = Guest(packed)
    except AtlasError as error:
        return error.problems
    remember(guest)
    st.query_params["guest"] = "1"
    return ()


def show_problems(what: str, problems: tuple[Problem, ...]) -> None:
    st.error(f"{what} Problems: {sum(one.file != REST for one in problems)}.")
    st.code("\n".join(map(str, problems)), language=None)
