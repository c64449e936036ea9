"""The page as one file: it opens from disk with no network, and is the app's own page."""

from __future__ import annotations

from geo.atlas.atlas import Atlas
from geo.export_options import Order


def render(atlas: Atlas, order: Order) -> bytes:
    """Return the page as UTF-8 HTML; the same atlas gives the same bytes."""
    from geo.page import build_page  # folium takes most of a second to import

    del order  # the page has its own titles, language and layout
    return build_page(atlas).encode()
