"""What the app serves: an atlas opened, checked and drawn once for all who look at it.

The atlas of the app's folder is opened anew when its files have changed. An uploaded
one belongs to one window (see `geo.app.uploaded`).
"""

from __future__ import annotations

import gc
import secrets
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import NamedTuple, TypeAlias
from weakref import WeakValueDictionary

from geo.app.previews import Previews
from geo.atlas.atlas import HOME, Atlas
from geo.atlas.cover import Cover, cover_of
from geo.atlas.errors import AtlasError, Problem
from geo.atlas.evidence_search import Found, search
from geo.atlas.evidence_table import EvidenceRow, evidence_table
from geo.atlas.location import named_folder
from geo.checks import open_atlas
from geo.jobs.spare import SPARES
from geo.page import Tiles, served_page

ROUTE = "page"  # where the app serves pages, below its own address


class Page:
    """A page, gzipped, served for as long as somebody holds this object."""

    def __init__(self, html: bytes) -> None:
        self.html = html
        self.name = secrets.token_urlsafe(16)  # nobody guesses it from the atlas' digest
        _named[self.name] = self

    @property
    def address(self) -> str:
        """Where it is served, relative to the app."""
        return f"{ROUTE}/{self.name}"


_named: WeakValueDictionary[str, Page] = WeakValueDictionary()


class OpenAtlas:
    """A checked atlas of a folder, and what is made of it once for all who look at it."""

    def __init__(self, folder: Path, atlas: Atlas) -> None:
        self.folder, self.atlas = folder, atlas
        self.previews = Previews(folder)
        self._pages: dict[str, Page] = {}
        self._drawing = Lock()

    @cached_property
    def cover(self) -> Cover:
        return cover_of(self.atlas)

    def page(self, tiles: Tiles | None) -> Page:
        """Return its page, drawn when it is first asked for."""
        name = tiles.name if tiles else ""
        with self._drawing:  # what several want at once is made once
            if name not in self._pages:
                self._pages[name] = Page(served_page(self.atlas, tiles))
            return self._pages[name]

    @property
    def page_before(self) -> Page:
        """The page without tiles, which is always there."""
        return self.page(None)

    @cached_property
    def _rows(self) -> tuple[EvidenceRow, ...]:
        return evidence_table(self.atlas)

    def search(self, words: str) -> Found:
        """Return what is said, and not said, with all of `words`."""
        return search(self._rows, words)


def folder() -> Path:
    """Return the folder that the environment names, else the project's own."""
    return (named_folder() or HOME).resolve()


def prepare() -> None:
    """Open and draw the atlas before somebody asks for it; then have a process wait for a job.

    Streamlit collects garbage after each run of the script. What is there by now stays as
    long as the app does: looking through it each time took nine tenths of a run.
    """
    if shown := opened(folder()).shown:
        shown.page(None)
    gc.collect()
    gc.freeze()
    SPARES.keep()


_State: TypeAlias = tuple[tuple[str, int, int], ...]


class Opened(NamedTuple):
    """What is shown of a folder, if anything, and the problems of its files as they are now."""

    shown: OpenAtlas | None
    problems: tuple[Problem, ...] = ()


def opened(where: Path) -> Opened:
    """Return the checked atlas in a folder as its files are now.

    While they fail their checks, as when somebody is at work on them, it is the atlas that they
    were before, with the problems.
    """
    with _OPENING:
        state = _state(where)
        if where not in _opened or _opened[where][0] != state:
            before = _opened[where][1].shown if where in _opened else None
            _opened[where] = state, _opened_anew(where, before)
        return _opened[where][1]


_OPENING = Lock()
_opened: dict[Path, tuple[_State, Opened]] = {}


def _state(where: Path) -> _State:
    """Return what tells one state of the files from another."""
    found = []
    for file in sorted((*where.glob("data/**/*"), *where.glob("seeds/*"))):
        with suppress(OSError):  # an editor's, which is gone again
            state = file.stat()
            found.append((str(file), state.st_mtime_ns, state.st_size))
    return tuple(found)


def _opened_anew(where: Path, before: OpenAtlas | None) -> Opened:
    try:
        return Opened(OpenAtlas(where, open_atlas(where)))
    except AtlasError as error:
        return Opened(before, error.problems)
    except OSError as error:
        fix = "let the app read its folder"
        return Opened(before, (Problem(str(where), "", f"can't be read: {error.strerror}", fix),))


def page(name: str) -> bytes | None:
    """Return a page as gzipped HTML, or None if there is none of that name any more."""
    found = _named.get(name)
    return found.html if found else None
