"""The Briefing panel: a file of what the page shows, and how it will look."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from geo.app.components import report_view
from geo.app.export_form import Asked, ask_for_file
from geo.app.export_presets import bring_presets, keep
from geo.app.export_preview import show_preview
from geo.app.export_progress import Making, show_making
from geo.app.pages import OpenAtlas
from geo.app.uploaded import UploadedAtlas
from geo.atlas.cover import Cover
from geo.text.catalogue import words
from geo.text.language import is_rtl


def show_briefing(shown: OpenAtlas | UploadedAtlas) -> None:
    """Ask for a file, show how it will look, and make it, apart from the rest of the app.

    While a file is made the panel is drawn again and again, and whole: a fragment in a fragment
    may reach the browser without what surrounds it, which ends the app there (Streamlit 1.67:
    a run of the outer one drops what it has yet to send, and keeps what the inner one has).
    """
    every = 0.5 if is_busy() else None
    st.fragment(show_panel, run_every=every)(shown)


def is_busy() -> bool:
    """Say whether a file is being made for this window."""
    making: Making | None = st.session_state.get("making")
    return making is not None and making.busy


def show_panel(shown: OpenAtlas | UploadedAtlas) -> None:
    """Show the panel in the page's language; an atlas that is opened here alone leaves nothing."""
    cover, folder, has_presets = shown.cover, shown.folder, isinstance(shown, OpenAtlas)
    seen = seen_on(cover)
    if has_presets:
        bring_presets(cover, seen)
    tongue = seen.get("language", "en")
    with st.container(key="briefing-rtl" if is_rtl(tongue) else "briefing-ltr"):
        left, right = st.columns([2, 3], gap="large")
        with left:
            asked = ask_for_file(cover, seen, shown.previews.counts)
            put_away_what_is_out_of_date(asked, folder)
            ask_to_make(cover, folder, asked, tongue)
        if asked and has_presets:
            keep(cover, asked.presets)
        if asked and seen:
            with right:
                show_preview(shown.previews, asked, tongue, draws=not is_busy())


def seen_on(cover: Cover) -> dict[str, Any]:
    """Return what the page shows; until it has said so, what it showed when the panel was shut."""
    reported: dict[str, Any] | None = report_view(key="report", on_view_change=lambda: None).get(
        "view"
    )
    views: dict[str, dict[str, Any]] = st.session_state.setdefault("seen", {})
    if reported:
        views[cover.digest] = reported
    return views.get(cover.digest, {})


def put_away_what_is_out_of_date(asked: Asked | None, folder: Path) -> None:
    """Let go of a file that no longer is what the screen shows."""
    making: Making | None = st.session_state.get("making")
    if making and (asked is None or not making.is_of(folder, asked)):
        was_busy = making.busy
        making.close()
        del st.session_state["making"]
        if was_busy:
            st.rerun()  # else the panel would still be drawn again and again


def ask_to_make(cover: Cover, folder: Path, asked: Asked | None, tongue: str) -> None:
    """Make the file at the touch of a button; then the browser saves it."""
    making: Making | None = st.session_state.get("making")
    busy = is_busy()
    if (
        st.button(
            words(tongue, "download"),
            type="primary",
            icon=":material/download:",
            width="stretch",
            disabled=busy or asked is None,
            key="download",
        )
        and asked
        and not busy
    ):
        if making and making.file is not None:
            making.hand_over_again()
        else:
            st.session_state["making"] = Making(folder, cover, asked)
            st.rerun()  # so that the button is out of reach meanwhile
    show_making(tongue)
