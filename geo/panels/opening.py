"""The Open panel: somebody else's atlas, for this window alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

import streamlit as st

from geo.errors import REST, AtlasError, Problem
from geo.panels.guests import remember
from geo.served import Guest


@dataclass
class Window:
    """What is open in a window, and why the last ZIP was not opened.

    Streamlit breaks its script off, wherever that touches `st`, when a panel is touched
    meanwhile. So a ZIP waits here until a run has opened it, whichever panel is shown then.
    """

    guest: Guest | None = None
    refused: tuple[Problem, ...] = ()
    waiting: IO[bytes] | None = None
    box: int = 0  # the number of the upload's box: each takes one ZIP

    def take(self) -> None:
        """Take the ZIP that was put into the box."""
        self.waiting = st.session_state[f"box-{self.box}"]

    def open(self) -> None:
        """Open the ZIP that waits, if one does, in place of what was open."""
        if self.waiting:
            try:
                self.guest, self.refused = Guest(self.waiting), ()
                remember(self.guest)
            except AtlasError as error:
                self.refused = error.problems
            self.waiting, self.box = None, self.box + 1


def window() -> Window:
    """Return what is known of the window that is being drawn."""
    here: Window = st.session_state.setdefault("window", Window())
    return here


def mark_address(guest: Guest | None) -> None:
    """Note in the address that a guest is open; say so where it names one that no longer is."""
    if guest:
        st.query_params["guest"] = "1"
    elif "guest" in st.query_params:
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
    here = window()
    st.file_uploader("An atlas, as a ZIP", type="zip", key=f"box-{here.box}", on_change=here.take)
    if here.refused:
        show_problems("The ZIP can't be opened; the map is the one before.", here.refused)
    if here.guest:
        st.success("Opened in this window:")
        st.text(here.guest.atlas.manifest.title["en"])
        if st.button("Close it"):
            here.guest = None
            st.query_params.pop("guest", None)
            st.rerun()


def show_problems(what: str, problems: tuple[Problem, ...]) -> None:
    st.error(f"{what} Problems: {sum(one.file != REST for one in problems)}.")
    st.code("\n".join(map(str, problems)), language=None)
