"""The Briefing panel: files of what the page shows, and how the sheet will look."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import streamlit as st

from geo.app.components import report_view
from geo.app.error_box import show_fault
from geo.app.export_form import ask_for_options
from geo.app.export_progress import Making, show_making
from geo.app.pages import OpenAtlas
from geo.atlas.atlas import Atlas
from geo.formats import FORMATS, ExportOptions
from geo.jobs.export_job import Job
from geo.jobs.limits import CHECK


def show_briefing(shown: OpenAtlas) -> None:
    """Ask for export options, and show how the files come along, apart from the rest of the app."""
    st.fragment(ask_for_files)(shown.atlas, shown.folder)
    making: Making | None = st.session_state.get("making")
    st.fragment(show_making, run_every=0.5 if making and making.busy else None)()


def ask_for_files(atlas: Atlas, folder: Path) -> None:
    """Ask which files to make of what the page shows; show the sheet as it will be."""
    seen = seen_on(atlas)
    left, right = st.columns([2, 3], gap="large")
    with left:
        forms = st.pills(
            "Formats",
            list(FORMATS),
            selection_mode="multi",
            default=["pdf", "pptx"],
            format_func=str.upper,
            help="  \n".join(f"{name.upper()}: {form.what}" for name, form in FORMATS.items()),
            wrap=True,
            key="export-formats",
            persist_state="session",
        )
        options = ask_for_options(atlas, seen)
        put_away_what_is_out_of_date(options, folder)
        busy = "making" in st.session_state and st.session_state["making"].busy
        if (
            st.button("Make the files", type="primary", disabled=busy or not (forms and options))
            and options
            and not busy
        ):
            st.session_state["making"] = Making(folder, forms, options)
            st.rerun()
    with right:
        if options:
            show_sheet(atlas, folder, options)


def seen_on(atlas: Atlas) -> dict[str, Any]:
    """Return what the page shows; until it has said so, what it showed when the panel was shut."""
    reported: dict[str, Any] | None = report_view(key="report", on_view_change=lambda: None).get(
        "view"
    )
    views: dict[str, dict[str, Any]] = st.session_state.setdefault("seen", {})
    if reported:
        views[atlas.digest] = reported
    return views.get(atlas.digest, {})


def put_away_what_is_out_of_date(options: ExportOptions | None, folder: Path) -> None:
    """Files that no longer are what the screen shows are not offered."""
    making: Making | None = st.session_state.get("making")
    if making and (making.options, making.folder) != (options, folder):
        making.cancel()
        del st.session_state["making"]
        st.session_state["outdated"] = True
        st.rerun()


def show_sheet(atlas: Atlas, folder: Path, options: ExportOptions) -> None:
    """Show the sheet, small; or why it can't be made."""
    small = options.model_copy(update={"dpi": 60})
    try:
        with st.spinner("Drawing the sheet …"):
            picture = thumbnail(atlas.digest, folder, small)
    except SheetError as fault:
        show_fault("The sheet can't be drawn.", str(fault))
    else:
        st.image(picture, caption="The sheet, with what the map above shows.")


class SheetError(Exception):
    """Says why there is no sheet; raised, so that it isn't kept: the next try may do better."""


@st.cache_data(
    scope="session",  # what a window has shown goes with it
    max_entries=10,
    show_spinner=False,
    hash_funcs={ExportOptions: ExportOptions.model_dump_json},
)
def thumbnail(digest: str, _folder: Path, options: ExportOptions) -> bytes:
    """Return the sheet as a PNG.

    Raises:
        SheetError: with the reason.

    """
    del digest  # tells one state of the folder from another
    job = Job(_folder, ["png"], options, CHECK.clock_seconds)  # as long as a ZIP may be checked
    try:
        while not job.done:
            time.sleep(0.05)
        if job.fault:
            raise SheetError(job.fault)
        return next(iter(job.files().values()))
    finally:
        job.cancel()  # removes its folder
