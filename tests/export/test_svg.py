from __future__ import annotations

from geo.atlas.atlas import Atlas
from geo.atlas.view import View, narrowed
from geo.export import render
from geo.export_options import Order
from geo.sheet import draw_sheet, to_svg


def test_the_file_is_the_sheet_of_what_the_view_shows(tiny: Atlas) -> None:
    order = Order(view=View(layers=frozenset({"guards"})))
    sheet = to_svg(draw_sheet(narrowed(tiny, order.view), order))
    assert render(tiny, "svg", order) == sheet.encode()
    assert "HL" in sheet
    assert "FER" not in sheet
