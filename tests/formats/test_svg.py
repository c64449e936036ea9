from __future__ import annotations

from geo.atlas.atlas import Atlas
from geo.atlas.view import View, narrowed
from geo.export_options import ExportOptions
from geo.formats import render
from geo.sheet import draw_sheet, to_svg


def test_the_file_is_the_sheet_of_what_the_view_shows(tiny: Atlas) -> None:
    options = ExportOptions(view=View(layers=frozenset({"guards"})), style="map")
    sheet = to_svg(draw_sheet(narrowed(tiny, options.view), options))
    assert render(tiny, "svg", options) == sheet.encode()
    assert "League: " in sheet
    assert "Ferry: " not in sheet
