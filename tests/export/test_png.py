from __future__ import annotations

import io

import pytest
from PIL import Image

from geo.atlas.atlas import Atlas
from geo.export import render
from geo.export_options import Order


@pytest.mark.parametrize(("dpi", "size"), [(50, (667, 375)), (300, (4000, 2250))])
def test_the_picture_has_the_resolution_that_was_asked_for(
    tiny: Atlas, dpi: int, size: tuple[int, int]
) -> None:
    picture = Image.open(io.BytesIO(render(tiny, "png", Order(dpi=dpi))))
    assert picture.format == "PNG"
    assert picture.size == pytest.approx(size, abs=1)


def test_the_same_order_gives_the_same_bytes(tiny: Atlas) -> None:
    order = Order(dpi=50, title="#set page() $x$")
    assert render(tiny, "png", order) == render(tiny, "png", order)
