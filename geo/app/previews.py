"""Pages as they were drawn for a look, and their numbers: kept with their atlas.

So those who look at one atlas wait once for a page that all of them see, and a choice can be
undone at once. It goes with the atlas; of an uploaded one, with its window.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TypeAlias, TypeVar

from geo.app.error_box import why_no_files
from geo.app.waiting import wait_for
from geo.export_options import ExportOptions
from geo.jobs.preview_jobs import CountJob, Counts, PagesJob, PreviewJob
from geo.text.catalogue import words

Pictures: TypeAlias = tuple[bytes, ...]  # PNG, a page each
SMALL = 72  # dots per inch
KEPT = 32_000_000  # bytes of pictures
COUNTED = 1000  # options
_Value = TypeVar("_Value")
_Job = TypeVar("_Job", bound=PreviewJob)
_Looked = TypeVar("_Looked")


class PreviewError(Exception):
    """Says why there is no preview."""


class Previews:
    """What has been drawn and counted of an atlas in a folder: what is looked at least goes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages: dict[str, Pictures] = {}
        self._counts: dict[str, Counts] = {}
        self._lock = Lock()

    def pages(
        self, form: str, options: ExportOptions, tongue: str, *, first: bool, draws: bool = True
    ) -> Pictures:
        """Return the pages, or the first; PreviewError says why there are none.

        Those that are not known are drawn; there are none when that is not to be.
        """
        small = options.model_copy(update={"dpi": SMALL})
        key = f"{form} {first} {small.model_dump_json()}"
        known = self._looked_up(self._pages, key)
        if known or not draws:
            return known or ()
        job = started(lambda: PagesJob(self._folder, form, small, first=first))
        pages = done(job, PagesJob.pages, words(tongue, "drawingPreview"), tongue)
        with self._lock:
            self._pages[key] = pages
            while len(self._pages) > 1 and sum(map(_size, self._pages.values())) > KEPT:
                del self._pages[next(iter(self._pages))]
        return pages

    def counts(self, options: ExportOptions) -> Counts:
        """Return how many pages there are, as far as they are counted."""
        return self._looked_up(self._counts, _counted(options)) or {}

    def count(self, options: ExportOptions, tongue: str) -> None:
        """Count the pages; PreviewError says why that can't be done."""
        job = started(lambda: CountJob(self._folder, options))
        counts = done(job, CountJob.counts, words(tongue, "countingPages"), tongue)
        with self._lock:
            self._counts[_counted(options)] = counts
            if len(self._counts) > COUNTED:
                del self._counts[next(iter(self._counts))]

    def _looked_up(self, kept: dict[str, _Value], key: str) -> _Value | None:
        """Return what is kept, and put it last among those that go."""
        with self._lock:
            if key in kept:
                kept[key] = kept.pop(key)
            return kept.get(key)


def _counted(options: ExportOptions) -> str:
    return options.model_copy(update={"style": None}).model_dump_json()


def _size(pages: Pictures) -> int:
    return sum(map(len, pages))


def started(start: Callable[[], _Job]) -> _Job:
    """Return a job that has begun, or waits; PreviewError says why it can't."""
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
