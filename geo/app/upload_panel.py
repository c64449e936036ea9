"""The Open panel: an atlas uploaded as a ZIP, for this window alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, Literal

import streamlit as st

from geo.app.pages import UploadedAtlas
from geo.app.sessions import remember
from geo.atlas.errors import REST, AtlasError, Problem


@dataclass
class Window:
    """What is open in a window, and why the last ZIP was not opened.

    Streamlit breaks its script off, wherever that touches `st`, when a panel is touched
    meanwhile. So a ZIP waits here until a run has opened it, whichever panel is shown then;
    what is to be said waits likewise.
    """

    uploaded: UploadedAtlas | None = None
    closed: bool = False  # an uploaded atlas was, by the button
    lost: bool = False  # an uploaded atlas was, and the window has just noticed
    refused: tuple[Problem, ...] = ()
    waiting: IO[bytes] | None = None
    box: int = 0  # the number of the upload's box: each takes one ZIP
    asked: bool = False  # the box was shown

    @property
    def upload(self) -> Literal["open", "closed", "none"]:
        """What the window knows of an upload; "none" also of one that it no longer knows."""
        if self.uploaded:
            return "open"
        return "closed" if self.closed else "none"

    def take(self) -> None:
        """Take the ZIP that was put into the box."""
        self.waiting = st.session_state[f"box-{self.box}"]

    def open(self) -> None:
        """Open the ZIP that waits, if one does, in place of what was open."""
        if self.waiting:
            try:
                self.uploaded, self.refused = UploadedAtlas(self.waiting), ()
                remember(self.uploaded)
            except AtlasError as error:
                self.refused = error.problems
            self.waiting, self.box = None, self.box + 1

    def lose(self) -> None:
        """Note that the address named an uploaded atlas which is no longer open."""
        self.lost = True

    def close(self) -> None:
        """Let go of the uploaded atlas."""
        self.uploaded, self.closed = None, True


def window() -> Window:
    """Return what is known of the window that is being drawn."""
    here: Window = st.session_state.setdefault("window", Window())
    return here


def say_what_was_lost(here: Window) -> None:
    """Say that an uploaded atlas is gone, once."""
    if here.lost:
        st.toast(
            "The atlas that was open here lived until the window was loaded, or the app was "
            "started, again. Open its ZIP once more, in the Open panel.",
            duration="infinite",
        )
        here.lost = False


def show_opening() -> None:
    """Take a ZIP, and say what is open now or why it can't be opened."""
    st.caption(
        "A ZIP of an atlas: its seeds/ and data/ (`python -m geo new FOLDER` writes one to start "
        "from). It is opened in this window alone, is stored nowhere, and is gone when the window "
        "is closed or loaded again."
    )
    here = window()
    here.asked = True
    st.file_uploader("An atlas, as a ZIP", type="zip", key=f"box-{here.box}", on_change=here.take)
    if here.refused:
        show_problems("The ZIP can't be opened; the map is the one before.", here.refused)
    if here.uploaded:
        st.success("Opened in this window:")
        st.text(here.uploaded.atlas.manifest.title["en"])
        st.button("Close it", on_click=here.close)


def show_problems(what: str, problems: tuple[Problem, ...]) -> None:
    st.error(f"{what} Problems: {sum(problem.file != REST for problem in problems)}.")
    st.code("\n".join(map(str, problems)), language=None)
