"""The fields of the Briefing panel: what goes onto the pages of a file, and what few change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from geo.app.export_presets import Kind
from geo.atlas.cover import Cover
from geo.formats import FORMATS, PAPERS, PARTS, TLP
from geo.text.catalogue import words
from geo.text.language import own_name

UNMARKED = ""


def ask_for_sheet(cover: Cover, seen: dict[str, Any], kind: Kind, form: str) -> dict[str, Any]:
    """Return what goes onto the pages; a format is asked about no more than it has."""
    tongue = seen.get("language", "en")
    say = partial(words, tongue)
    choose = partial(st.selectbox, persist_state="session")
    paged = bool(FORMATS[form].styles) or FORMATS[form].paper
    sheet: dict[str, Any] = {}
    left, right = st.columns(2)
    with left:
        sheet["language"] = ask_for_language(cover, tongue)
    with right:
        marking = choose(  # "none" is a choice: an empty field could be emptied by Escape
            say("cellMarking"),
            [UNMARKED, *TLP],
            format_func=lambda marking: marking or say("unmarked"),
            accept_new_options=True,
            help=say("markingHelp"),
            key="export-marking",
        )
        sheet["marking"] = marking or ""
    title = cover.title[sheet["language"]]
    line = partial(st.text_input, max_chars=200, persist_state="session")
    # A title typed for one atlas is none for another: its key has the atlas in it.
    sheet["title"] = line(say("cellTitle"), placeholder=title, key=f"title-{cover.id}")
    if FORMATS[form].paper:
        sheet["paper"] = choose(
            say("paperOfFile"),
            list(PAPERS),
            format_func=lambda paper: say(f"paper_{paper}"),
            key="export-paper",
        )
    with st.expander(say("moreChoices")):
        sheet |= ask_for_more(cover, seen, sheet["language"], parts=kind == "dossier", paged=paged)
    return sheet


def ask_for_language(cover: Cover, tongue: str) -> str:
    """Ask for the language of the file: the page's own choice, until another."""
    languages = cover.languages
    if st.session_state.get("page-language") != tongue:
        st.session_state["page-language"] = tongue
        st.session_state["export-language"] = tongue if tongue in languages else languages[0]
    return st.selectbox(
        words(tongue, "language"),
        languages,
        format_func=own_name,
        key="export-language",
        persist_state="session",
    )


def ask_for_more(
    cover: Cover, seen: Mapping[str, Any], language: str, *, parts: bool, paged: bool
) -> dict[str, Any]:
    """Ask for what few change."""
    say = partial(words, seen.get("language", "en"))
    extent = seen.get("extent")
    window = st.checkbox(
        say("windowOnly"),
        value=True,
        disabled=not extent,
        help=say("windowOnlyHelp"),
        key="export-window",
        persist_state="session",
    )
    more: dict[str, Any] = {"extent": extent if window else None}
    more["subtitle"] = st.text_input(
        say("cellSubtitle"),
        max_chars=200,
        placeholder=cover.subtitle[language],
        key=f"subtitle-{cover.id}",
        persist_state="session",
    )
    address = st.text_input(
        say("addressOfMap"),
        placeholder="https://…",
        help=say("addressHelp"),
        key="export-address",
        persist_state="session",
    )
    more["address"] = address or None
    if paged:
        more["graticule"] = st.checkbox(
            say("graticuleLines"), key="export-graticule", persist_state="session"
        )
    if parts:
        more["parts"] = st.pills(
            say("partsOfDossier"),
            list(PARTS),
            selection_mode="multi",
            default=list(PARTS),
            format_func=lambda part: say(f"part_{part}"),
            wrap=True,
            key="export-parts",
            persist_state="session",
        )
    return more
