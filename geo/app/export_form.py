"""The form of the Briefing panel: what is typed there, as export options."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import streamlit as st
from pydantic import ValidationError

from geo.app.error_box import show_fault
from geo.atlas.cover import Cover
from geo.export_options import faults_of
from geo.formats import PAPERS, PARTS, TLP, ExportOptions
from geo.text.language import own_name

UNMARKED = "None"
FIELDS = {
    "title": "Title",
    "subtitle": "Subtitle",
    "marking": "Marking",
    "address": "Address of the map",
    "notes": "Notes",
}


def ask_for_options(cover: Cover, seen: dict[str, Any]) -> ExportOptions | None:
    """Ask what the sheet is to be like; None when what was typed can't be.

    Each field keeps what it holds while another panel is open, and when the page
    changes: a marking that is lost is a paper in the wrong hands.
    """
    view = ask_for_view(cover, seen)
    sheet = ask_for_sheet(cover, view["language"])
    try:
        notes = seen.get("notes", [])
        return ExportOptions.model_validate(
            {**sheet, "view": view, "notes": notes, "made": date.today()}
        )
    except ValidationError as error:
        for name, why in faults_of(error).items():
            show_fault(f"{FIELDS.get(name, 'What the page shows')}:", why)
        return None


def ask_for_view(cover: Cover, seen: dict[str, Any]) -> dict[str, Any]:
    """Return what the page shows, in the language and the window asked for."""
    languages = cover.languages
    shown = seen.get("language", "en")
    if st.session_state.get("page-language") != shown:  # the page's own choice, until another
        st.session_state["page-language"] = shown
        st.session_state["export-language"] = shown if shown in languages else languages[0]
    language = st.selectbox(
        "Language",
        languages,
        format_func=own_name,
        key="export-language",
        persist_state="session",
    )
    extent = seen.get("extent")
    window = st.checkbox(
        "Only what is in the map's window",
        value=True,
        disabled=not extent,
        help="The window counts once the map has been moved; before, the sheet shows it all.",
        key="export-window",
        persist_state="session",
    )
    view = {name: value for name, value in seen.items() if name != "notes"}
    return {**view, "language": language, "extent": extent if window else None}


def ask_for_sheet(cover: Cover, language: str) -> dict[str, Any]:
    """Return how the sheet is to be, and what goes with it."""
    line = partial(st.text_input, max_chars=200, persist_state="session")
    paper = st.selectbox(
        "Paper",
        list(PAPERS),
        format_func=PAPERS.__getitem__,
        key="export-paper",
        persist_state="session",
    )
    marking = st.selectbox(  # "none" is a choice: an empty field could be emptied by Escape
        "Marking",
        [UNMARKED, *TLP],
        accept_new_options=True,
        help="A TLP 2.0 label, or type words of your own and press Enter.",
        key="export-marking",
        persist_state="session",
    )
    # A title typed for one atlas is none for another: its key has the atlas in it.
    title = line("Title", placeholder=cover.title[language], key=f"title-{cover.id}")
    subtitle = line("Subtitle", placeholder=cover.subtitle[language], key=f"subtitle-{cover.id}")
    address = st.text_input(
        "Address of the map, for a link to this view",
        placeholder="https://…",
        key="export-address",
        persist_state="session",
    )
    parts = st.pills(
        "In the PDF and the slides",
        list(PARTS),
        selection_mode="multi",
        default=list(PARTS),
        format_func=PARTS.__getitem__,
        wrap=True,
        key="export-parts",
        persist_state="session",
    )
    graticule = st.checkbox("Graticule", key="export-graticule", persist_state="session")
    return {
        "paper": paper,
        "title": title,
        "subtitle": subtitle,
        "marking": "" if marking == UNMARKED else marking,
        "address": address or None,
        "parts": parts,
        "graticule": graticule,
    }
