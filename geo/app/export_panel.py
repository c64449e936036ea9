"""The Briefing panel: files of what the page shows, and how the sheet will look."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from geo.app.components import report_view
from geo.app.error_box import show_fault, why_no_files
from geo.app.export_form import ask_for_options
from geo.app.export_progress import Making, show_making
from geo.app.pages import OpenAtlas
from geo.app.uploaded import UploadedAtlas
from geo.app.waiting import wait_for
from geo.atlas.cover import Cover
from geo.formats import FORMATS, ExportOptions
from geo.jobs.export_job import ExportJob
from geo.jobs.limits import CHECK
from geo.jobs.queue import QUICK

KEPT = 10  # sheets of a window


def show_briefing(shown: OpenAtlas | UploadedAtlas) -> None:
    """Ask for export options, and show how the files come along, apart from the rest of the app."""
    st.fragment(ask_for_files)(shown.cover, shown.folder)
    making: Making | None = st.session_state.get("making")
    st.fragment(show_making, run_every=0.5 if making and making.busy else None)()


def ask_for_files(cover: Cover, folder: Path) -> None:
    """Ask which files to make of what the page shows; show the sheet as it will be."""
    seen = seen_on(cover)
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
        options = ask_for_options(cover, seen)
        put_away_what_is_out_of_date(options, folder)
        making: Making | None = st.session_state.get("making")
        busy = making is not None and making.busy
        if (
            st.button("Make the files", type="primary", disabled=busy or not (forms and options))
            and options
            and not busy
        ):
            st.session_state["making"] = Making(folder, forms, options)
            st.rerun()
    with right:
        if options:
            show_sheet(folder, cover, options)


def seen_on(cover: Cover) -> dict[str, Any]:
    """Return what the page shows; until it has said so, what it showed when the panel was shut."""
    reported: dict[str, Any] | None = report_view(key="report", on_view_change=lambda: None).get(
        "view"
    )
    views: dict[str, dict[str, Any]] = st.session_state.setdefault("seen", {})
    if reported:
        views[cover.digest] = reported
    return views.get(cover.digest, {})


def put_away_what_is_out_of_date(options: ExportOptions | None, folder: Path) -> None:
    """Files that no longer are what the screen shows are not offered."""
    making: Making | None = st.session_state.get("making")
    if making and (making.options, making.folder) != (options, folder):
        making.close()
        del st.session_state["making"]
        st.session_state["outdated"] = True
        st.rerun()


def show_sheet(folder: Path, cover: Cover, options: ExportOptions) -> None:
    """Show the sheet, small; or why it can't be made."""
    small = options.model_copy(update={"dpi": 60})
    try:
        picture = thumbnail(cover.digest, folder, small)
    except SheetError as fault:
        show_fault("The sheet can't be drawn.", str(fault))
    else:
        st.image(picture, caption="The sheet, with what the map above shows.")


class SheetError(Exception):
    """Says why there is no sheet."""


def thumbnail(digest: str, folder: Path, options: ExportOptions) -> bytes:
    """Return the sheet as a PNG; the last few are kept for as long as their window is.

    Raises:
        SheetError: with the reason.

    """
    kept: dict[tuple[str, str], bytes] = st.session_state.setdefault("sheets", {})
    key = digest, options.model_dump_json()
    if key not in kept:
        kept[key] = drawn(folder, options)
        if len(kept) > KEPT:
            del kept[next(iter(kept))]
    return kept[key]


def drawn(folder: Path, options: ExportOptions) -> bytes:
    try:
        job = ExportJob(folder, ["png"], options, CHECK, QUICK)  # as long as a ZIP may be checked
    except OSError as error:
        raise SheetError(why_no_files(error)) from None
    try:
        wait_for(job, "Drawing the sheet …")
        if job.fault:
            raise SheetError(job.fault)
        return next(iter(job.files().values()))
    finally:
        job.cancel()  # removes its folder
