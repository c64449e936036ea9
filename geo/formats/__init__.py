"""Files to take away: one module a format, all listed in FORMATS.

Each has a `render(atlas, options)` that gets the atlas already narrowed to the options'
view, and returns the file's bytes: the same atlas and options give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.atlas.atlas import Atlas
from geo.atlas.view import narrowed
from geo.export_options import PAPERS, PARTS, ExportOptions
from geo.formats import archive, csv, geojson, gpkg, html, kmz, pdf, png, pptx, svg, xlsx
from geo.formats.files import write_whole
from geo.symbology import TLP

__all__ = ["FORMATS", "PAPERS", "PARTS", "TLP", "ExportOptions", "export", "render"]


@dataclass(frozen=True)
class Format:
    """`switches`: its reader can show and hide layers, so it may hold some that are hidden."""

    what: str
    render: Callable[[Atlas, ExportOptions], bytes]
    switches: bool = False


FORMATS: Mapping[str, Format] = {
    "html": Format("the map with its text, for any browser", html.render, switches=True),
    "svg": Format("the sheet, as a drawing to edit", svg.render),
    "png": Format("the sheet, as a picture", png.render),
    "pdf": Format("a briefing: the sheet, then the excerpts in full", pdf.render),
    "pptx": Format("slides, with shapes to edit", pptx.render),
    "geojson": Format("the marks, for any GIS", geojson.render),
    "gpkg": Format("the marks, styled for QGIS", gpkg.render, switches=True),
    "kmz": Format("the marks, for Google Earth", kmz.render, switches=True),
    "csv": Format("the evidence table", csv.render),
    "xlsx": Format("the evidence, as sheets of Excel", xlsx.render),
    "zip": Format("all the others, with a manifest", archive.render, switches=True),
}


def render(atlas: Atlas, form: str, options: ExportOptions) -> bytes:
    """Return the file of a format of FORMATS, with what the options' view shows and no more."""
    known = FORMATS[form]
    return known.render(narrowed(atlas, options.view, hidden=known.switches), options)


def export(atlas: Atlas, form: str, folder: Path, options: ExportOptions) -> Path:
    """Write the atlas (one that passed its checks) in a format of FORMATS; return the file."""
    path = folder / f"{atlas.manifest.id}.{form}"
    write_whole(path, render(atlas, form, options))
    return path
