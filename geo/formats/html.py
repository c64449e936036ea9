"""The page as one file: it opens from disk with no network, and is the app's own page."""

from __future__ import annotations

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the page as UTF-8 HTML; the same atlas gives the same bytes."""
    from geo.page import build_page  # folium takes most of a second to import

    del options  # the page has its own titles, language and layout
    return build_page(atlas).encode()
