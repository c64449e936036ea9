"""The form of the Briefing panel: what is chosen and typed there, as a format and its options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

import streamlit as st
from pydantic import ValidationError

from geo.app.error_box import show_fault
from geo.app.export_fields import ask_for_sheet
from geo.app.export_presets import Kind, Presets
from geo.atlas.cover import Cover
from geo.export_options import SINGLE, faults_of
from geo.formats import FORMATS, ExportOptions
from geo.jobs.preview_jobs import Counts
from geo.text.catalogue import words

# Those that most ask for come first.
OFFERED = (
    *("pdf", "pptx", "png", "svg"),
    *("html", "xlsx", "csv", "geojson", "gpkg", "kmz", "zip"),
)
NAMES = {"pptx": "PowerPoint", "xlsx": "Excel", "geojson": "GeoJSON", "gpkg": "GeoPackage"}
KINDS: tuple[Kind, ...] = ("one-page", "briefing", "dossier", "map", "data")
FIELDS = {
    "title": "cellTitle",
    "subtitle": "cellSubtitle",
    "marking": "cellMarking",
    "address": "addressOfMap",
    "notes": "briefersNote",
}


class Asked(NamedTuple):
    """A file that is asked for; `presets` are what of it a browser keeps."""

    form: str
    options: ExportOptions
    presets: Presets


def ask_for_file(
    cover: Cover, seen: dict[str, Any], counts: Callable[[ExportOptions], Counts]
) -> Asked | None:
    """Ask for the kind of file, its format, and what it is like; None when that can't be.

    The first question is drawn last: by then the options are known, whose pages `counts` knows.

    Each field keeps what it holds while another panel is open, and when the page
    changes: a marking that is lost is a paper in the wrong hands.
    """
    tongue = seen.get("language", "en")
    first = st.container()
    kind: Kind = st.session_state.setdefault("export-style", KINDS[0])
    form = ask_for_format(tongue, kind)
    sheet = ask_for_sheet(cover, seen, kind, form)
    options = options_of(seen, kind, sheet)
    with first:
        ask_for_kind(tongue, counts(options) if options else {})
    if options is None:
        return None
    language = options.view.language
    presets = Presets(
        style=kind,
        form=form,
        paper=options.paper,
        marking=options.marking,
        language="" if language == tongue else language,
        title=options.title,
    )
    return Asked(form, options, presets)


def options_of(seen: dict[str, Any], kind: Kind, sheet: dict[str, Any]) -> ExportOptions | None:
    """Return what was chosen as export options; or say why it can't be made."""
    tongue = seen.get("language", "en")
    view = {name: value for name, value in seen.items() if name != "notes"}
    view |= {"language": sheet.pop("language"), "extent": sheet.pop("extent")}
    try:
        return ExportOptions.model_validate(
            {
                **sheet,
                "style": None if kind == "data" else kind,
                "view": view,
                "notes": seen.get("notes", []),
                "made": date.today(),
            }
        )
    except ValidationError as error:
        for name, why in faults_of(error).items():
            show_fault(f"{words(tongue, FIELDS.get(name, 'whatPageShows'))}:", why)
        return None


def ask_for_kind(tongue: str, counts: Counts) -> None:
    """Ask how much is to be told, and say how many pages or slides each way has."""
    say = partial(words, tongue)
    st.radio(
        say("whatToMake"),
        KINDS,
        format_func=lambda kind: say(f"kind_{kind}"),
        captions=[_caption(tongue, kind, counts) for kind in KINDS],
        key="export-style",
        persist_state="session",
    )


def _caption(tongue: str, kind: Kind, counts: Counts) -> str:
    """Return what a kind of file is, and how long it is as pages and as slides."""
    numbers = [
        words(tongue, key, number)
        for form, key in (("pdf", "pagesCount"), ("pptx", "slidesCount"))
        if (number := known_number(counts, form, kind))
    ]
    long = words(tongue, "orElse").join(numbers)
    return " · ".join(filter(None, [long, words(tongue, f"kind_{kind}_is")]))


def known_number(counts: Counts, form: str, kind: Kind) -> int:
    """Return how many pages or slides a file will have; 0 where it has none, or not yet counted."""
    if kind == "data":
        return 0
    return 1 if kind in SINGLE else counts.get(form, {}).get(kind, 0)


def formats_of(kind: Kind) -> Sequence[str]:
    """Return the formats that a kind of file comes in."""
    return [form for form in OFFERED if kind in (FORMATS[form].styles or ("data",))]


def ask_for_format(tongue: str, kind: Kind) -> str:
    say = partial(words, tongue)
    offered = formats_of(kind)
    if st.session_state.get("export-form") not in offered:
        st.session_state["export-form"] = offered[0]
    form: str = (
        st.segmented_control(
            say("formatOfFile"),
            offered,
            required=True,
            format_func=lambda form: NAMES.get(form, form.upper()),
            key="export-form",
            persist_state="session",
        )
        or offered[0]
    )
    st.caption(say(f"form_{form}"))
    return form
