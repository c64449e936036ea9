"""Map furniture: scale bar, north arrow, graticule, locator, and a veil outside the extent."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.wrapping import ANTIMERIDIAN, longitude_within
from geo.sheet.basemap import draw_basemap
from geo.sheet.projection import Bounds, Projection
from geo.sheet.scene import Box, Group, Item, Path, Point, Stroke, Text, TextStyle, rectangle
from geo.symbology import PALETTE
from geo.text.catalogue import digits, words

_SMALL = TextStyle(8, PALETTE.slate)


class Piece(NamedTuple):
    """A piece of furniture, and the box that labels must leave free."""

    group: Group
    box: Box


def scale_bar(projection: Projection, right: float, bottom: float, language: str) -> Piece:
    """Return a bar of a round number of kilometres.

    Its length is the geodesic's (WGS 84) between its ends' places on the map.
    """
    length, kilometres = _round_length(projection, right, bottom)
    x, y = right - length, bottom - 4
    ticks = (
        ((x, y - 3), (x, y), (right, y), (right, y - 3)),
        ((x + length / 2, y - 3), (x + length / 2, y)),
    )
    label = words(language, "km", kilometres)
    texts = (
        Text((x, y - 5), digits("0", language), _SMALL, "middle", halo=PALETTE.paper),
        Text((right, y - 5), label, _SMALL, "end", halo=PALETTE.paper),
    )
    line = Path(ticks, stroke=Stroke(PALETTE.slate, 1))
    box = Box(x - 6, y - 14, length + 10, 18)
    return Piece(Group("Scale bar", (line, *texts)), box)


def _round_length(projection: Projection, x: float, y: float) -> tuple[float, int]:
    """Return the length in points of the roundest distance nearest to 90 points, and its km."""
    from pyproj import Geod

    a, b = projection.lonlat(x - 90, y), projection.lonlat(x, y)
    _, _, metres = Geod(ellps="WGS84").inv(*a, *b)
    power = 10 ** math.floor(math.log10(metres / 1000))
    kilometres = max(step * power for step in (1, 2, 3, 5) if step * power <= metres / 1000)
    return 90 * kilometres * 1000 / metres, int(kilometres)


def graticule(projection: Projection, frame: Box, taken: Iterable[Box] = ()) -> Group:
    """Return the parallels and meridians, and their degrees along the frame's left and top."""
    taken = list(taken)
    step = _step(projection)
    lines, texts = list[tuple[Point, ...]](), list[Item]()
    for lonlat, is_parallel, degrees in _lines(projection.bounds, step):
        points = projection.points(lonlat)
        inside = shapely.intersection(
            shapely.LineString(points), shapely.box(frame.x, frame.y, frame.right, frame.bottom)
        )
        if shapely.is_empty(inside):
            continue
        run = [(round(x, 2), round(y, 2)) for x, y in shapely.get_coordinates(inside).tolist()]
        lines.append(tuple(run))
        label = _degrees(run, is_parallel, degrees)
        box = Box(label.at[0], label.at[1] - 7, 30, 10)
        if frame.holds(box) and not any(box.overlaps(other) for other in taken):
            texts.append(label)
    grid = Path(tuple(lines), stroke=Stroke(PALETTE.graticule, 0.35, opacity=0.7))
    return Group("Graticule", (grid, *texts), clip=frame)


def _step(projection: Projection) -> float:
    west, _, east, _ = projection.bounds
    return next(step for step in (1, 2, 5, 10, 20) if (east - west) / step <= 9 or step == 20)


def _lines(bounds: Bounds, step: float) -> Iterator[tuple[np.ndarray, bool, float]]:
    """Yield parallels and meridians well beyond the bounds; the frame cuts them."""
    west, south, east, north = bounds
    wide, high = (east - west) * 1.5, (north - south) * 3 + 4 * step
    lons = np.arange(math.floor((west - wide) / step) * step, east + wide, step)
    lats = np.arange(
        max(-85, math.floor((south - high) / step) * step), min(85, north + high), step
    )
    for lat in lats:
        along = np.arange(lons[0], lons[-1] + 0.1, step / 8)
        yield np.column_stack([along, np.full_like(along, lat)]), True, float(lat)
    for lon in lons:
        along = np.arange(lats[0], lats[-1] + 0.1, step / 8)
        yield np.column_stack([np.full_like(along, lon), along]), False, float(lon)


def _degrees(run: list[Point], is_parallel: bool, degrees: float) -> Text:
    degrees = degrees if is_parallel else longitude_within(degrees, ANTIMERIDIAN)
    side = ("S", "N")[degrees >= 0] if is_parallel else ("W", "E")[degrees >= 0]
    x, y = min(run) if is_parallel else min(run, key=lambda point: point[1])
    at = (x + 3, y - 1.5) if is_parallel else (x + 2, y + 7.5)
    return Text(at, f"{abs(degrees):g}° {side}", TextStyle(8, PALETTE.degrees), halo=PALETTE.paper)


def locator(atlas: Atlas, projection: Projection, whole: Box, frame: Box) -> Group:
    """Return a small map of the region, with where the `whole` of the sheet's map lies in it."""
    wide = Projection(_around(projection.bounds, atlas.west), frame)
    edge = [*_edge(whole)]
    outline = [projection.lonlat(*point) for point in edge]
    ring = tuple((float(x), float(y)) for x, y in wide.points(np.array(outline)))
    seen = Path(
        (ring,),
        closed=True,
        fill=PALETTE.accent,
        fill_opacity=0.12,
        stroke=Stroke(PALETTE.accent, 1),
    )
    land = draw_basemap(atlas, wide, frame, detail=0.8)
    parts = (
        land,
        Group("Where this map is", (seen,), clip=frame),
        rectangle(frame, None, Stroke(PALETTE.slate, 0.6)),
    )
    return Group("Locator", parts)


def _around(bounds: Bounds, edge: float) -> Bounds:
    """Return the region that a small map shows: three times the bounds, if the map has so much."""
    west, south, east, north = bounds
    wide, high = (east - west), (north - south) + (east - west) * 0.5
    return (
        max(edge + 10, west - wide),
        max(-60, south - high),
        min(edge + 350, east + wide),
        min(75, north + high),
    )


def _edge(box: Box) -> Iterator[Point]:
    for part in np.linspace(0, 1, 9)[:-1]:
        yield box.x + box.width * part, box.y
    for part in np.linspace(0, 1, 9)[:-1]:
        yield box.right, box.y + box.height * part
    for part in np.linspace(0, 1, 9)[:-1]:
        yield box.right - box.width * part, box.bottom
    for part in np.linspace(0, 1, 9)[:-1]:
        yield box.x, box.bottom - box.height * part


def veil(projection: Projection, extent: Bounds, frame: Box) -> Group:
    """Return a veil outside an extent, where marks are left out, not absent."""
    ring = projection.shape(shapely.segmentize(shapely.box(*extent), 0.5))
    hole = tuple((float(x), float(y)) for x, y in shapely.get_coordinates(ring))
    whole = rectangle(frame).runs[0]
    cover = Path((whole, hole), closed=True, fill=PALETTE.paper, fill_opacity=0.6)
    edge = Path((hole,), closed=True, stroke=Stroke(PALETTE.slate, 0.7, (3, 2)))
    return Group("Outside the view", (cover, edge), clip=frame)
