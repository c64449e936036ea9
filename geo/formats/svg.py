"""The sheet as SVG: vectors and real text, in groups by layer, to be edited further."""

from __future__ import annotations

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the sheet as SVG 1.1 in UTF-8. Its font is Noto Sans, which a reader should have."""
    from geo.sheet import draw_sheet, to_svg

    return to_svg(draw_sheet(atlas, options)).encode()
