"""The page as the app serves it: for its frame, and packed as browsers unpack it."""

from __future__ import annotations

import gzip

from geo.atlas.atlas import Atlas
from geo.page.html import build_page
from geo.page.tiles import Tiles


def served_page(atlas: Atlas, tiles: Tiles | None) -> bytes:
    """Return the page, gzipped."""
    return gzip.compress(build_page(atlas, tiles, in_app=True).encode(), 6)
