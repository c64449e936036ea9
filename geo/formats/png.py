"""The sheet as a picture of pixels."""

from __future__ import annotations

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the sheet as PNG, at the options' resolution."""
    from geo.formats.briefing.typeset import picture_of
    from geo.sheet import draw_sheet

    return picture_of(draw_sheet(atlas, options), float(options.dpi))


def pictures(atlas: Atlas, options: ExportOptions, *, first: bool = False) -> list[bytes]:
    """Return the sheet as PNG: it is the first page and the last."""
    return [render(atlas, options)]
