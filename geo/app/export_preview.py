"""The pages of a file before it is made, with their numbers, in the Briefing panel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from geo.app.error_box import show_fault
from geo.app.export_form import Asked, known_number
from geo.app.previews import PreviewError, Previews
from geo.formats import FORMATS
from geo.text.catalogue import words


def show_preview(previews: Previews, asked: Asked, tongue: str, *, draws: bool) -> None:
    """Show the pages as they will be, the first as soon as it is drawn; or say why not.

    While a file is made, no other page is drawn: the file comes first.
    """
    if not FORMATS[asked.form].pictures:
        st.caption(words(tongue, "noPages"))
        return
    options = asked.options
    number = known_number(previews.counts(options), asked.form, asked.presets.style)
    place = st.empty()
    look = partial(previews.pages, asked.form, options, tongue)
    known = look(first=False, draws=False)
    try:
        show_pages(place, known or look(first=True, draws=draws), asked.form, number, tongue)
        if number > 1 and not known and wants_all(asked, number, tongue):
            show_pages(place, look(first=False, draws=draws), asked.form, number, tongue)
        if draws and not previews.counts(options):
            previews.count(options, tongue)
            st.rerun()
    except PreviewError as fault:
        show_fault(words(tongue, "noPreview"), str(fault))


def wants_all(asked: Asked, number: int, tongue: str) -> bool:
    """Say whether all pages are to be drawn: those of a dossier are when somebody asks for them."""
    if asked.options.style != "dossier":
        return True
    wanted = st.session_state.get("whole") == asked.form
    key = "allSlides" if asked.form == "pptx" else "allPages"
    if not wanted and st.button(words(tongue, key, number), key="show-all"):
        st.session_state["whole"] = asked.form
        return True
    return wanted


def show_pages(
    place: st.delta_generator.DeltaGenerator,
    pages: Sequence[bytes],
    form: str,
    number: int,
    tongue: str,
) -> None:
    """Show pages, the first the largest, each with its number once it is known."""
    if not pages:
        return
    key = "slideOf" if form == "pptx" else "pageOf"
    captions = [
        words(tongue, key, page, number) if number else "" for page in range(1, len(pages) + 1)
    ]
    with place.container():
        st.image(pages[0], captions[0], width="stretch", alt=captions[0])
        if form == "pptx":
            st.caption(words(tongue, "slidesDiffer"))
        columns = st.columns(2) if len(pages) > 1 else []
        for index, (page, caption) in enumerate(zip(pages[1:], captions[1:], strict=True)):
            columns[index % 2].image(page, caption, width="stretch", alt=caption)
