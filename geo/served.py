"""What the app serves: an atlas opened, checked and drawn once for all who look at it.

The atlas of the app's folder is opened anew when its files have changed. A guest's, out
of a ZIP, belongs to one window, and is gone with it; so is a page that nobody looks at.
"""

from __future__ import annotations

import gc
import gzip
import secrets
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import RLock
from typing import IO
from weakref import WeakValueDictionary, finalize

from geo.admit import admit
from geo.atlas import HOME, Atlas, load_atlas
from geo.checks import open_atlas
from geo.errors import AtlasError, Problem
from geo.folder import named_folder
from geo.page import Tiles, build_page

ROUTE = "page"  # where the app serves pages, below its own address
_LOCK = RLock()  # what several want at once is made once


class Page:
    """A page, gzipped, served for as long as somebody holds this object."""

    def __init__(self, atlas: Atlas, tiles: Tiles | None) -> None:
        self.html = gzip.compress(build_page(atlas, tiles).encode(), 6)
        self.name = secrets.token_urlsafe(16)  # nobody guesses it from the atlas' digest

    @property
    def address(self) -> str:
        """Where it is served, relative to the app."""
        return f"{ROUTE}/{self.name}"


class Guest:
    """An atlas out of a ZIP; when this object goes, its folder on the disk does too.

    Raises AtlasError with all that is wrong with it, and then leaves nothing.
    """

    def __init__(self, packed: IO[bytes]) -> None:
        self.folder = Path(mkdtemp(prefix="atlas-"))
        self._remove = finalize(self, rmtree, self.folder, ignore_errors=True)
        admit(packed, self.folder)
        self.atlas = load_atlas(self.folder)

    def close(self) -> None:
        """Remove its folder now, and serve its page no more."""
        self._remove()
        with _LOCK:
            for key in [key for key in _built if key[0] == self.atlas.digest]:
                _named.pop(_built.pop(key).name, None)


_named: WeakValueDictionary[str, Page] = WeakValueDictionary()
_built: WeakValueDictionary[tuple[str, str], Page] = WeakValueDictionary()
_prepared: list[Page] = []


def folder() -> Path:
    """Return the folder that the environment names, else the project's own."""
    return (named_folder() or HOME).resolve()


def prepare() -> None:
    """Open and draw the atlas before somebody asks for it, and keep the page.

    Streamlit collects garbage after each run of the script. What is there by now stays as
    long as the app does: looking through it each time took nine tenths of a run.
    """
    atlas = opened(folder())
    if isinstance(atlas, Atlas):
        _prepared.append(page_of(atlas, None))
    gc.collect()
    gc.freeze()


def opened(where: Path) -> Atlas | tuple[Problem, ...]:
    """Return the checked atlas in a folder as its files are now, or its problems."""
    with _LOCK:
        return _opened(where, _state(where))


def _state(where: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells one state of the files from another."""
    found = []
    for file in sorted((*where.glob("data/**/*"), *where.glob("seeds/*"))):
        with suppress(OSError):  # an editor's, which is gone again
            state = file.stat()
            found.append((str(file), state.st_mtime_ns, state.st_size))
    return tuple(found)


@lru_cache(maxsize=2)
def _opened(where: Path, state: tuple[tuple[str, int, int], ...]) -> Atlas | tuple[Problem, ...]:
    del state  # a part of the cache's key
    try:
        return open_atlas(where)
    except AtlasError as error:
        return error.problems


def page_of(atlas: Atlas, tiles: Tiles | None) -> Page:
    """Return the atlas' page, built unless somebody holds it already."""
    key = (atlas.digest, tiles.name if tiles else "")
    with _LOCK:
        if (found := _built.get(key)) is None:
            found = _built[key] = Page(atlas, tiles)
            _named[found.name] = found
        return found


def page(name: str) -> bytes | None:
    """Return a page as gzipped HTML, or None if there is none of that name any more."""
    found = _named.get(name)
    return found.html if found else None
