"""The ground of a slide's map as one picture: land, water and boundaries, with shaded relief.

Thousands of coastlines would make a slide slow, and nobody edits them. All that is said stays
shapes, on top of it.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.atlas.relief import Relief
from geo.sheet.projection import Projection
from geo.sheet.scene import Box, Group, Scene
from geo.symbology import PALETTE

if TYPE_CHECKING:
    from PIL import Image

_PPI = 150.0
_QUALITY = 88  # of a JPEG: its lines show no noise
_STRENGTH = 0.45  # of the opacity of the darkest shade: it must not be louder than the marks
_MESH = 24  # patches on each side, between which the relief is bent


@dataclass(frozen=True)
class Ground:
    """The ground of a map: its groups of shapes on a page, and the frame that they fill."""

    groups: tuple[Group, ...]
    frame: Box
    projection: Projection
    relief: Relief | None

    def jpeg(self) -> bytes:
        """Return the picture of the frame."""
        from PIL import Image

        picture = Image.open(io.BytesIO(self._png())).convert("RGB")
        box, scale = self.frame, _PPI / 72
        edges = (box.x, box.y, box.right, box.bottom)
        a, b, c, d = (round(edge * scale) for edge in edges)
        picture = picture.crop((a, b, c, d))
        if self.relief:
            picture = _shaded(picture, _bent(self.relief, self.projection, box, picture.size))
        made = io.BytesIO()
        picture.save(made, "JPEG", quality=_QUALITY, subsampling=0)
        return made.getvalue()

    def _png(self) -> bytes:
        from geo.formats.briefing.typeset import picture_of

        scene = Scene(self.frame.right, self.frame.bottom, "", "", self.groups)
        return picture_of(scene, _PPI)


def _shaded(picture: Image.Image, shade: Image.Image) -> Image.Image:
    """Return a picture with shade on its land alone, as on the screen (map/relief.js)."""
    from PIL import Image

    pixels, dark = np.asarray(picture, float), 1 - np.asarray(shade, float)[..., None] / 255
    land = np.zeros(dark.shape, bool)
    for colour in (PALETTE.land, PALETTE.other_land):
        land |= (np.abs(pixels - _rgb(colour)).max(axis=2, keepdims=True)) <= 2
    opacity = dark * land * _STRENGTH
    mixed = pixels * (1 - opacity) + np.array(_rgb(PALETTE.relief)) * opacity
    return Image.fromarray(np.rint(mixed).astype(np.uint8))


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _bent(relief: Relief, projection: Projection, frame: Box, size: tuple[int, int]) -> Image.Image:
    """Return the relief as it lies in the frame; white beyond its own edge."""
    from PIL import Image

    source = Image.open(io.BytesIO(relief.picture)).convert("L")
    edged = Image.new("L", (source.width + 2, source.height + 2), 255)
    edged.paste(source, (1, 1))
    places = _places(relief, projection, frame, source.size)
    mesh = list(_patches(places, size))
    how, between = Image.Transform.MESH, Image.Resampling.BILINEAR
    return edged.transform(size, how, mesh, between, fillcolor=255)


def _places(
    relief: Relief, projection: Projection, frame: Box, size: tuple[int, int]
) -> list[list[tuple[float, float]]]:
    """Return where in the relief (pixels) the corners of the patches lie, row by row."""
    west, south, east, north = relief.bounds
    top, low = _mercator(north), _mercator(south)

    def place(x: float, y: float) -> tuple[float, float]:
        lon, lat = projection.lonlat(x, y)
        across = (lon - west) / (east - west)
        down = (top - _mercator(max(-85.0, min(85.0, lat)))) / (top - low)
        return across * size[0] + 1, down * size[1] + 1

    xs, ys = (
        np.linspace(start, end, _MESH + 1)
        for start, end in ((frame.x, frame.right), (frame.y, frame.bottom))
    )
    return [[place(x, y) for x in xs.tolist()] for y in ys.tolist()]


def _mercator(lat: float) -> float:
    return math.asinh(math.tan(math.radians(lat)))


def _patches(
    places: Sequence[Sequence[tuple[float, float]]], size: tuple[int, int]
) -> Iterator[tuple[Any, Any]]:
    """Yield each patch of the picture, and the corners that it has in the relief."""
    columns = [round(size[0] * step / _MESH) for step in range(_MESH + 1)]
    rows = [round(size[1] * step / _MESH) for step in range(_MESH + 1)]
    for row in range(_MESH):
        for column in range(_MESH):
            box = (columns[column], rows[row], columns[column + 1], rows[row + 1])
            upper, lower = places[row], places[row + 1]
            corners = (upper[column], lower[column], lower[column + 1], upper[column + 1])
            yield box, tuple(value for corner in corners for value in corner)
