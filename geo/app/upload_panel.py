"""The Open panel: an atlas uploaded as a ZIP, for this window alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import streamlit as st

from geo.app.error_box import why_no_files
from geo.app.sessions import remember
from geo.app.uploaded import UploadedAtlas
from geo.app.waiting import told
from geo.atlas.errors import REST, AtlasError, Problem
from geo.jobs.unzip import WHOLE
from geo.jobs.upload_jobs import CheckJob

if TYPE_CHECKING:
    from geo.app.workbench import Workbench


@dataclass(eq=False)
class Window:
    """What is open in a window, what is being checked for it, and why the last was not opened.

    Streamlit breaks its script off, wherever that touches `st`, when a panel is touched
    meanwhile. So a ZIP is checked by a job that stays here until a run has opened it, whichever
    panel is shown then; what is to be said waits likewise.
    """

    uploaded: UploadedAtlas | None = None
    closed: bool = False  # an uploaded atlas was, by the button
    lost: bool = False  # an uploaded atlas was, and the window has just noticed
    refused: tuple[Problem, ...] = ()
    checking: CheckJob | None = None  # one at a time
    box: int = 0  # the number of the upload's box: each takes one ZIP
    asked: bool = False  # the box was shown
    workbench: Workbench | None = None  # it is open in place of the map

    @property
    def upload(self) -> Literal["open", "closed", "none"]:
        """What the window knows of an upload; "none" also of one that it no longer knows."""
        if self.uploaded:
            return "open"
        return "closed" if self.closed else "none"

    def take(self) -> None:
        """Have the ZIP checked that was put into the box, in place of one before it."""
        self._stop_checking()
        if packed := st.session_state[f"box-{self.box}"]:
            self._check(packed.getvalue())

    def _check(self, packed: bytes) -> None:
        try:
            self.checking = CheckJob(packed)
        except OSError as error:
            self.refused = (Problem(WHOLE, "", why_no_files(error), "open it later"),)

    def open(self) -> None:
        """Open the ZIP that was checked, if one was, in place of what was open."""
        if self.checking and self.checking.done:
            try:
                before = self.uploaded
                self.uploaded, self.refused = UploadedAtlas(self.checking), ()
                if before:
                    before.close()
            except AtlasError as error:
                self.refused = error.problems
                self._stop_checking()
            self.checking, self.box = None, self.box + 1

    def lose(self) -> None:
        """Note that the address named an uploaded atlas which is no longer open."""
        self.lost = True

    def close_upload(self) -> None:
        """Let go of the uploaded atlas."""
        if self.uploaded:
            self.uploaded.close()
        self.uploaded, self.closed = None, True

    def hold_workbench(self, work: Workbench) -> None:
        """Show a workbench in place of the map."""
        self.workbench = work

    def leave_workbench(self, *, opens: bool) -> None:
        """Close the workbench; open the atlas that it sealed, as one is opened from a ZIP."""
        work, self.workbench = self.workbench, None
        if work is None:
            return
        work.close()
        if opens and work.sealed:
            self._stop_checking()
            self._check(work.sealed)

    def close(self) -> None:
        """Let go of all that is held for the window."""
        self.leave_workbench(opens=False)
        self._stop_checking()
        self.close_upload()

    def _stop_checking(self) -> None:
        if self.checking:
            self.checking.cancel()
        self.checking = None


def window() -> Window:
    """Return what is known of the window that is being drawn."""
    here: Window | None = st.session_state.get("window")
    if here is None:
        here = st.session_state["window"] = Window()
        remember(here)
    return here


def show_checking(here: Window) -> None:
    """Say how the check of a ZIP stands, until it is done."""
    if not here.checking:
        return
    if here.checking.done:
        st.rerun()
    st.text(told(here.checking, "Opening the atlas …"))


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
    st.button(
        "New from an article",
        on_click=_open_workbench,
        args=[here],
        help="The workbench: from "
        "an article to a sealed atlas, in this window. Drafts are opened there, too.",
    )
    st.file_uploader("An atlas, as a ZIP", type="zip", key=f"box-{here.box}", on_change=here.take)
    if here.refused:
        show_problems("The ZIP can't be opened; the map is the one before.", here.refused)
    if here.uploaded:
        st.success("Opened in this window:")
        st.text(here.uploaded.cover.title["en"])
        st.button("Close it", on_click=here.close_upload)


def _open_workbench(here: Window) -> None:
    from geo.app.workbench_panel import open_workbench  # only whoever opens it waits for it

    open_workbench(here)


def show_problems(what: str, problems: tuple[Problem, ...]) -> None:
    st.error(f"{what} Problems: {sum(problem.file != REST for problem in problems)}.")
    st.code("\n".join(map(str, problems)), language=None)
