from __future__ import annotations

import io

import pytest
from PIL import Image

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats import render


@pytest.mark.parametrize(("dpi", "size"), [(50, (667, 375)), (300, (4000, 2250))])
def test_the_picture_has_the_resolution_that_was_asked_for(
    tiny: Atlas, dpi: int, size: tuple[int, int]
) -> None:
    picture = Image.open(io.BytesIO(render(tiny, "png", ExportOptions(dpi=dpi))))
    assert picture.format == "PNG"
    assert picture.size == pytest.approx(size, abs=1)


def test_the_same_options_give_the_same_bytes(tiny: Atlas) -> None:
    options = ExportOptions(dpi=50, title="#set page() $x$")
    assert render(tiny, "png", options) == render(tiny, "png", options)
