"""The sheet as a picture of pixels."""

from __future__ import annotations

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the sheet as PNG, at the options' resolution."""
    from geo.formats.briefing.typeset import typeset
    from geo.sheet import draw_sheet, to_svg

    scene = draw_sheet(atlas, options)
    page = f"#set page(width: {scene.width}pt, height: {scene.height}pt, margin: 0pt)\n"
    files = {"sheet.svg": to_svg(scene).encode()}
    return typeset(page + '#image("sheet.svg")', files, format="png", ppi=float(options.dpi))


def pictures(atlas: Atlas, options: ExportOptions, *, first: bool = False) -> list[bytes]:
    """Return the sheet as PNG: it is the first page and the last."""
    return [render(atlas, options)]
