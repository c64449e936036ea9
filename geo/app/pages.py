"""What the app serves: an atlas opened, checked and drawn once for all who look at it.

The atlas of the app's folder is opened anew when its files have changed. An uploaded
one, out of a ZIP, belongs to one window, and is removed with it.
"""

from __future__ import annotations

import gc
import gzip
import secrets
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock, Semaphore
from typing import IO
from weakref import WeakValueDictionary, finalize

from geo.atlas.atlas import HOME, Atlas
from geo.atlas.errors import AtlasError, Problem
from geo.atlas.evidence_table import EvidenceRow, evidence_table
from geo.atlas.location import named_folder
from geo.atlas.reading import load_atlas
from geo.checks import open_atlas
from geo.jobs.check_upload import unpack_checked
from geo.page import Tiles, build_page

ROUTE = "page"  # where the app serves pages, below its own address


class Page:
    """A page, gzipped, served for as long as somebody holds this object."""

    def __init__(self, atlas: Atlas, tiles: Tiles | None) -> None:
        self.html = gzip.compress(build_page(atlas, tiles, True).encode(), 6)
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
        self._pages: dict[str, Page] = {}
        self._drawing = Lock()

    def page(self, tiles: Tiles | None) -> Page:
        """Return its page, drawn when it is first asked for."""
        name = tiles.name if tiles else ""
        with self._drawing:  # what several want at once is made once
            if name not in self._pages:
                self._pages[name] = Page(self.atlas, tiles)
            return self._pages[name]

    @cached_property
    def rows(self) -> tuple[EvidenceRow, ...]:
        """All that is said in it, and not said."""
        return evidence_table(self.atlas)


_CHECKING = Semaphore(2)  # as many are checked at once; others wait


class UploadedAtlas(OpenAtlas):
    """An atlas out of a ZIP; when this object goes, its folder on the disk does too.

    Raises AtlasError with all that is wrong with it, and then leaves nothing.
    """

    def __init__(self, packed: IO[bytes]) -> None:
        folder = Path(mkdtemp(prefix="atlas-"))
        self._remove = finalize(self, rmtree, folder, ignore_errors=True)
        with _CHECKING:
            unpack_checked(packed, folder)
        super().__init__(folder, load_atlas(folder))

    def close(self) -> None:
        """Remove its folder now, and serve its pages no more."""
        self._remove()
        self._pages.clear()


def folder() -> Path:
    """Return the folder that the environment names, else the project's own."""
    return (named_folder() or HOME).resolve()


def prepare() -> None:
    """Open and draw the atlas before somebody asks for it.

    Streamlit collects garbage after each run of the script. What is there by now stays as
    long as the app does: looking through it each time took nine tenths of a run.
    """
    home = opened(folder())
    if isinstance(home, OpenAtlas):
        home.page(None)
    gc.collect()
    gc.freeze()


def opened(where: Path) -> OpenAtlas | tuple[Problem, ...]:
    """Return the checked atlas in a folder as its files are now, or its problems."""
    with _OPENING:
        return _opened(where, _state(where))


_OPENING = Lock()


def _state(where: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells one state of the files from another."""
    found = []
    for file in sorted((*where.glob("data/**/*"), *where.glob("seeds/*"))):
        with suppress(OSError):  # an editor's, which is gone again
            state = file.stat()
            found.append((str(file), state.st_mtime_ns, state.st_size))
    return tuple(found)


@lru_cache(maxsize=2)
def _opened(
    where: Path, state: tuple[tuple[str, int, int], ...]
) -> OpenAtlas | tuple[Problem, ...]:
    del state  # a part of the cache's key
    try:
        return OpenAtlas(where, open_atlas(where))
    except AtlasError as error:
        return error.problems


def page(name: str) -> bytes | None:
    """Return a page as gzipped HTML, or None if there is none of that name any more."""
    found = _named.get(name)
    return found.html if found else None
