"""Files to take away: one module a format, all listed in FORMATS.

Each has a `render(atlas, options)` that gets the atlas already narrowed to the options'
view, and returns the file's bytes: the same atlas and options give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from geo.atlas.atlas import Atlas
from geo.atlas.view import narrowed
from geo.export_options import PAPERS, PARTS, SINGLE, STYLES, ExportOptions, Style
from geo.formats import archive, csv, geojson, gpkg, html, kmz, pdf, png, pptx, svg, xlsx
from geo.formats.files import write_whole
from geo.symbology import TLP

__all__ = [
    "FORMATS",
    "PAPERS",
    "PARTS",
    "STYLES",
    "TLP",
    "ExportOptions",
    "export",
    "pages_of",
    "pictures_of",
    "refused_style",
    "render",
]


class Pictures(Protocol):
    """Draws the pages of a file as PNG, at the options' resolution; or only the first of them."""

    def __call__(
        self, atlas: Atlas, options: ExportOptions, *, first: bool = False
    ) -> list[bytes]: ...


@dataclass(frozen=True)
class Format:
    """A format of files.

    `switches`: its reader can show and hide layers, so it may hold some that are hidden;
    `styles` are those that it offers, its own first; a format without pages has none. `count`
    returns how many pages a file will have, without making it; None: one. `pictures` draws its
    pages for a preview; `paper`: they have the size of the options' paper, which slides do not.
    """

    what: str
    render: Callable[[Atlas, ExportOptions], bytes]
    switches: bool = False
    styles: tuple[Style, ...] = ()
    count: Callable[[Atlas, ExportOptions], int] | None = None
    pictures: Pictures | None = None
    paper: bool = False


_SHEET: tuple[Style, ...] = tuple(SINGLE)
_PAGED: tuple[Style, ...] = ("one-page", "briefing", "dossier", "map")
FORMATS: Mapping[str, Format] = {
    "html": Format("the map with its text, for any browser", html.render, switches=True),
    "svg": Format(
        "a sheet, as a drawing to edit",
        svg.render,
        styles=_SHEET,
        pictures=png.pictures,
        paper=True,
    ),
    "png": Format(
        "a sheet, as a picture", png.render, styles=_SHEET, pictures=png.pictures, paper=True
    ),
    "pdf": Format(
        "pages to print",
        pdf.render,
        styles=_PAGED,
        count=pdf.page_count,
        pictures=pdf.pictures,
        paper=True,
    ),
    "pptx": Format(
        "slides, with shapes to edit",
        pptx.render,
        styles=_PAGED,
        count=pptx.slide_count,
        pictures=pptx.pictures,
    ),
    "geojson": Format("the marks, for any GIS", geojson.render),
    "gpkg": Format("the marks, styled for QGIS", gpkg.render, switches=True),
    "kmz": Format("the marks, for Google Earth", kmz.render, switches=True),
    "csv": Format("the evidence table", csv.render),
    "xlsx": Format("the evidence, as sheets of Excel", xlsx.render),
    "zip": Format("all the others, with a manifest", archive.render, switches=True, paper=True),
}


def render(atlas: Atlas, form: str, options: ExportOptions) -> bytes:
    """Return the file of a format of FORMATS, with what the options' view shows and no more."""
    known = FORMATS[form]
    return known.render(
        narrowed(atlas, options.view, hidden=known.switches), _styled(known, options)
    )


def pages_of(atlas: Atlas, form: str, options: ExportOptions) -> int:
    """Return how many pages or slides the file will have, before it is made; 0: it has none.

    Its texts are laid out as in the file, and no map is drawn: it is exact, and quick.
    """
    known = FORMATS[form]
    if not known.styles:
        return 0
    if known.count is None:
        return 1
    return known.count(narrowed(atlas, options.view), _styled(known, options))


def pictures_of(
    atlas: Atlas, form: str, options: ExportOptions, *, first: bool = False
) -> list[bytes]:
    """Return the pages or slides of the file as PNG, or only the first; none, where it has none.

    They are drawn by what makes the file, at the options' resolution. Slides are drawn in the
    sheets' fonts, which a reader of slides need not have.
    """
    known = FORMATS[form]
    if known.pictures is None:
        return []
    return known.pictures(narrowed(atlas, options.view), _styled(known, options), first=first)


def _styled(known: Format, options: ExportOptions) -> ExportOptions:
    """Return the options with the format's own style, if they name none."""
    return options.model_copy(update={"style": options.style or next(iter(known.styles), None)})


def refused_style(form: str, style: Style | None) -> str:
    """Say that a format has pages, but none in this style; "" when it can have it."""
    styles = FORMATS[form].styles
    if style is None or not styles or style in styles:
        return ""
    return f"{form} has no style {style}; it has {', '.join(styles)}"


def export(atlas: Atlas, form: str, folder: Path, options: ExportOptions) -> Path:
    """Write the atlas (one that passed its checks) in a format of FORMATS; return the file."""
    path = folder / f"{atlas.manifest.id}.{form}"
    write_whole(path, render(atlas, form, options))
    return path
