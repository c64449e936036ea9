"""Presets: the choices of the export panel that a browser keeps for the next visit.

They come back from a browser, where anybody may have changed them: what is no choice is dropped.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Literal, Self, TypeAlias

import streamlit as st
from pydantic import ValidationError

from geo.app.components import keep_presets
from geo.atlas.cover import Cover
from geo.atlas.model import Value
from geo.export_options import Line, Paper, Style

Kind: TypeAlias = Style | Literal["data"]  # of files: those with pages in a style, and data


class Presets(Value):
    """What is chosen in the panel; a `language` is "" where it is the page's own."""

    style: Kind = "one-page"
    form: str = "pdf"
    paper: Paper = "wide"
    marking: Line = ""
    language: str = ""
    title: Line = ""

    @classmethod
    def read(cls, found: object) -> Self:
        """Return what a browser has kept, each value that can be chosen by itself."""
        presets = cls()
        kept = found if isinstance(found, dict) else {}
        for name in cls.model_fields.keys() & kept.keys():
            with suppress(ValidationError):
                presets = cls.model_validate({**presets.model_dump(), name: kept[name]})
        return presets


def keys_of(cover: Cover) -> dict[str, str]:
    """Return the key of the widget for each of the presets.

    A title typed for one atlas is none for another: its key has the atlas in it.
    """
    own = {"title": f"title-{cover.id}"}
    return {name: f"export-{name}" for name in Presets.model_fields} | own


def bring_presets(cover: Cover, seen: dict[str, Any]) -> None:
    """Let the panel begin with what the browser has kept for an atlas, once for a window.

    It waits until the page has said what it shows: else its language would come after ours.
    """
    if cover.id in _noted():
        return
    data = {"atlas": cover.id, "chosen": None}
    asked = keep_presets(key=f"ask-{cover.id}", data=data, on_kept_change=lambda: None)
    found = asked.get("kept")
    if found is not None and seen:
        presets = Presets.read(found.get("presets"))
        begin_with(presets, cover, seen)
        _noted()[cover.id] = presets


def keep(cover: Cover, presets: Presets) -> None:
    """Have the browser keep what is chosen now, once it has said what it kept before."""
    if cover.id in _noted():
        _noted()[cover.id] = presets
        chosen = presets.model_dump(exclude_defaults=True)
        keep_presets(key=f"keep-{cover.id}", data={"atlas": cover.id, "chosen": chosen})


def _noted() -> dict[str, Presets]:
    """Return the presets of this window, by the id of their atlas."""
    noted: dict[str, Presets] = st.session_state.setdefault("presets", {})
    return noted


def begin_with(presets: Presets, cover: Cover, seen: dict[str, Any]) -> None:
    """Put presets into the panel's widgets, before these are drawn."""
    keys = keys_of(cover)
    if presets.language in cover.languages:
        st.session_state["page-language"] = seen.get("language", "en")
        st.session_state[keys["language"]] = presets.language
    for name in ("style", "form", "paper", "title"):
        st.session_state[keys[name]] = getattr(presets, name)
    if presets.marking:
        st.session_state[keys["marking"]] = presets.marking
