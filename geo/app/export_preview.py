"""The pages of a file before it is made, with their numbers, in the Briefing panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import streamlit as st

from geo.app.error_box import show_fault, why_no_files
from geo.app.export_form import Asked, known_number
from geo.app.waiting import wait_for
from geo.atlas.cover import Cover
from geo.export_options import ExportOptions
from geo.formats import FORMATS
from geo.jobs.preview_jobs import CountJob, Counts, PagesJob, PreviewJob
from geo.text.catalogue import words

SMALL = 72  # dots per inch
KEPT = 16_000_000  # bytes of pictures that are kept for a window, so that a choice can be undone
_Looked = TypeVar("_Looked")
_Job = TypeVar("_Job", bound=PreviewJob)


class PreviewError(Exception):
    """Says why there is no preview."""


class Preview:
    """What a window has looked at: pages as pictures, and their numbers."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[bytes, ...]] = {}
        self._counts: dict[str, Counts] = {}

    def pages(
        self,
        cover: Cover,
        folder: Path,
        asked: Asked,
        tongue: str,
        *,
        first: bool,
        draws: bool = True,
    ) -> tuple[bytes, ...]:
        """Return the pages, or the first; PreviewError says why there are none.

        Those that are not known are drawn; there are none when that is not to be.
        """
        small = asked.options.model_copy(update={"dpi": SMALL})
        key = f"{cover.digest} {asked.form} {first} {small.model_dump_json()}"
        if key not in self._pages and draws:
            job = started(lambda: PagesJob(folder, asked.form, small, first=first))
            self._pages[key] = done(job, PagesJob.pages, words(tongue, "drawingPreview"), tongue)
            while len(self._pages) > 1 and sum(map(_size, self._pages.values())) > KEPT:
                del self._pages[next(iter(self._pages))]
        return self._pages.get(key, ())

    def counts(self, cover: Cover, options: ExportOptions) -> Counts:
        """Return how many pages there are, as far as they are counted."""
        return self._counts.get(_counted(cover, options), {})

    def count(self, cover: Cover, folder: Path, options: ExportOptions, tongue: str) -> None:
        """Count the pages; PreviewError says why that can't be done."""
        job = started(lambda: CountJob(folder, options))
        counts = done(job, CountJob.counts, words(tongue, "countingPages"), tongue)
        self._counts = {_counted(cover, options): counts}


def _counted(cover: Cover, options: ExportOptions) -> str:
    return f"{cover.digest} {options.model_copy(update={'style': None}).model_dump_json()}"


def _size(pages: Sequence[bytes]) -> int:
    return sum(map(len, pages))


def started(start: Callable[[], _Job]) -> _Job:
    try:
        return start()
    except OSError as error:
        raise PreviewError(why_no_files(error)) from None


def done(job: _Job, take: Callable[[_Job], _Looked], doing: str, tongue: str) -> _Looked:
    """Return what a job has made, once it is over; its folder is gone then."""
    try:
        wait_for(job, doing, tongue)
        if job.fault:
            raise PreviewError(job.fault)
        return take(job)
    finally:
        job.cancel()


def preview_of_window() -> Preview:
    preview: Preview = st.session_state.setdefault("preview", Preview())
    return preview


def show_preview(cover: Cover, folder: Path, asked: Asked, tongue: str, *, draws: bool) -> None:
    """Show the pages as they will be, the first as soon as it is drawn; or say why not.

    While a file is made, no other page is drawn: the file comes first.
    """
    if not FORMATS[asked.form].pictures:
        st.caption(words(tongue, "noPages"))
        return
    preview, options = preview_of_window(), asked.options
    number = known_number(preview.counts(cover, options), asked.form, asked.presets.style)
    place = st.empty()
    look = partial(preview.pages, cover, folder, asked, tongue, draws=draws)
    try:
        show_pages(place, look(first=True), asked.form, number, tongue)
        if number > 1 and wants_all(asked, number, tongue):
            show_pages(place, look(first=False), asked.form, number, tongue)
        if draws and not preview.counts(cover, options):
            preview.count(cover, folder, options, tongue)
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
