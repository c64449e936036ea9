"""What the app serves: an atlas opened, checked and drawn once for all who look at it.

Each is made anew when the files have changed, and for that alone.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import secrets
from functools import lru_cache
from pathlib import Path
from threading import RLock

from geo.atlas import HOME, Atlas
from geo.checks import open_atlas
from geo.errors import AtlasError, Problem
from geo.page import Tiles, build_page

ROUTE = "page"  # where the app serves pages, below its own address
_KEPT = 8  # pages; whoever needs one that went has it built again
_KEY = secrets.token_bytes(16)  # an address can't be guessed from an atlas' digest
_LOCK = RLock()  # what several want at once is made once
_pages: dict[str, bytes] = {}


def folder() -> Path:
    """Return the folder that the environment names, else the project's own."""
    return Path(os.environ.get("ATLAS") or HOME).resolve()


def prepare() -> None:
    """Open and draw the atlas before somebody asks for it."""
    atlas = opened(folder())
    if isinstance(atlas, Atlas):
        page_address(atlas, None)


def opened(where: Path) -> Atlas | tuple[Problem, ...]:
    """Return the checked atlas in a folder as its files are now, or its problems."""
    with _LOCK:
        return _opened(where, _state(where))


def _state(where: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells one state of the files from another."""
    files = sorted((*where.glob("data/**/*"), *where.glob("seeds/*")))
    states = ((file, file.stat()) for file in files)
    return tuple((str(file), state.st_mtime_ns, state.st_size) for file, state in states)


@lru_cache(maxsize=4)
def _opened(where: Path, state: tuple[tuple[str, int, int], ...]) -> Atlas | tuple[Problem, ...]:
    del state  # a part of the cache's key
    try:
        return open_atlas(where)
    except AtlasError as error:
        return error.problems


def page_address(atlas: Atlas, tiles: Tiles | None) -> str:
    """Return where the atlas' page is served, relative to the app; build the page if need be."""
    what = f"{atlas.digest} {tiles.name if tiles else ''}"
    name = hashlib.blake2b(what.encode(), key=_KEY, digest_size=16).hexdigest()
    with _LOCK:
        if name not in _pages:
            _pages[name] = gzip.compress(build_page(atlas, tiles).encode())
        while len(_pages) > _KEPT:
            del _pages[next(iter(_pages))]
    return f"{ROUTE}/{name}"


def page(name: str) -> bytes | None:
    """Return a page as gzipped HTML, or None if there is none of that name."""
    return _pages.get(name)
