"""A picture of a scene has each of its rows and columns, whatever the page and the resolution."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from geo.formats.briefing.typeset import picture_of
from geo.sheet.scene import Box, Scene, rectangle

A4 = (595.28, 841.89)  # points: no whole number of pixels at any resolution


@pytest.mark.parametrize("ppi", [96.0, 110.0, 150.0, 200.0, 300.0])
@pytest.mark.parametrize("axis", [0, 1])
def test_no_row_and_no_column_is_left_out(ppi: float, axis: int) -> None:
    pixel = 72 / ppi
    wide, high = A4
    stripes = (
        rectangle(
            Box(0, at * pixel, wide, pixel) if axis == 0 else Box(at * pixel, 0, pixel, high),
            "#000000",
        )
        for at in range(0, int((high, wide)[axis] / pixel), 2)
    )
    picture = Image.open(io.BytesIO(picture_of(Scene(wide, high, "", "", tuple(stripes)), ppi)))
    grey = np.asarray(picture.convert("L"), dtype=int)
    row = grey[:, 5] if axis == 0 else grey[5]
    steps = np.abs(np.diff(row[:-2]))
    assert steps.min() > 200
