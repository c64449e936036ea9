"""The marks: areas with their patterns, lines by basis, points by kind, as on the screen."""

from __future__ import annotations

import math
from itertools import zip_longest
from typing import TypeAlias

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.model import Basis, Feature, Symbol
from geo.sheet.basemap import runs_of
from geo.sheet.beside import drawn_as, on_page
from geo.sheet.projection import Bounds, Projection, seen_of, window
from geo.sheet.scene import Box, Circle, Group, Hatch, Item, Path, Point, Stroke
from geo.sheet.wording import use_of

Runs: TypeAlias = tuple[tuple[Point, ...], ...]

PAPER = "#ffffff"
_CORNERS: dict[str, tuple[Point, ...]] = {
    "country": ((-4, -4), (4, -4), (4, 4), (-4, 4)),
    "crossing": ((0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)),
    "garrison": ((0, -5.5), (5.5, 4), (-5.5, 4)),
}


def dash_of(basis: Basis, width: float) -> tuple[float, ...]:
    """Return the dash of a basis, for lines with round ends: solid, dashed, dotted."""
    return {
        "stated": (),
        "inferred": (width * 2.5 + 2, width + 3),
        "background": (0.1, width + 3),
    }[basis]


def draw_marks(
    atlas: Atlas, projection: Projection, frame: Box, extent: Bounds | None = None
) -> tuple[Group, ...]:
    """Return a group for each visible layer with a mark to be seen, the first at the bottom.

    Beyond an extent nothing is drawn of a mark that reaches into it.
    """
    groups, room = [], window(projection, frame, extent)
    for layer in atlas.manifest.layers:
        symbol = atlas.style_of(layer).symbol
        marks = [
            draw_mark(atlas, feature, symbol, projection, room)
            for feature in atlas.features.values()
            if layer.visible and feature.properties.layer == layer.id
        ]
        items = [
            item for tier in zip_longest(*marks, fillvalue=()) for part in tier for item in part
        ]
        if items:
            groups.append(Group(layer.id, tuple(items), clip=frame))
    return tuple(groups)


def draw_mark(
    atlas: Atlas,
    feature: Feature,
    symbol: Symbol,
    projection: Projection,
    room: shapely.Geometry,
) -> tuple[tuple[Item, ...], ...]:
    """Return a mark's shapes, by its geometry and kind; none when it lies outside the window.

    They come in tiers: the casings of all the marks of a layer lie below all their lines.
    """
    whole = on_page(atlas, feature, projection)
    shape = seen_of(whole, room)
    if shapely.is_empty(shape):
        return ()
    if shapely.get_dimensions(shape) == 0:
        points: list[Point] = [(x, y) for x, y in shapely.get_coordinates(shape).tolist()]
        return (tuple(item for point in points for item in _point(feature, symbol, point)),)
    if shapely.get_dimensions(shape) == 2:
        return (_area(shape, seen_of(shapely.boundary(whole), room), symbol, drawn_as(feature)),)
    runs = runs_of(shapely.simplify(shape, 0.1))
    if feature.properties.kind == "segment":
        return _stretch(feature, use_of(atlas, feature) is not None, runs, runs_of(whole), symbol)
    return _line(feature, runs, symbol.colour)


def _area(
    shape: shapely.Geometry, rim: shapely.Geometry, symbol: Symbol, basis: Basis
) -> tuple[Item, ...]:
    """Return an area and its rim; where the window cuts it off it has no edge."""
    runs = runs_of(shapely.simplify(shape, 0.1))
    edge = Stroke(symbol.colour, 1.2, dash_of(basis, 1.2))
    return (
        Path(runs, closed=True, fill=PAPER, fill_opacity=0.6),
        Path(runs, closed=True, fill=Hatch(symbol.pattern, symbol.colour)),
        Path(runs_of(shapely.simplify(rim, 0.1)), stroke=edge),
    )


def _stretch(
    feature: Feature, used: bool, runs: Runs, whole: Runs, symbol: Symbol
) -> tuple[tuple[Item, ...], ...]:
    """Return a stretch on a pale casing: the wider, the less it can pass for a road.

    Its arrow-head stands at the end of the whole stretch, not where a window cuts it off.
    """
    casing, width = (13.0, 2.8) if used else (6.0, 1.5)
    ends, colour = {run[-1] for run in whole}, symbol.colour
    arrows = tuple(_arrow(run, colour) for run in runs if run[-1] in ends)
    return (*_cased(feature, runs, colour, casing, width), arrows)


def _line(feature: Feature, runs: Runs, colour: str) -> tuple[tuple[Item, ...], ...]:
    return _cased(feature, runs, colour, 4.0, 1.5)


def _cased(
    feature: Feature, runs: Runs, colour: str, casing: float, width: float
) -> tuple[tuple[Item, ...], ...]:
    line = Path(runs, stroke=Stroke(colour, width, dash_of(drawn_as(feature), width)))
    under = (
        Path(runs, stroke=Stroke(PAPER, casing, opacity=0.85)),
        Path(runs, stroke=Stroke(colour, casing, opacity=0.16)),
    )
    return under, (line,)


def _arrow(run: tuple[Point, ...], colour: str) -> Path:
    """Return an arrow-head at the end of a run: which way the corridor is said to lead."""
    (x1, y1), (x, y) = run[-2:]
    along = math.atan2(y - y1, x - x1)
    corners = ((0.7, 0), (-8, 4.4), (-5.8, 0), (-8, -4.4))
    cos, sin = math.cos(along), math.sin(along)
    ring = tuple((x + dx * cos - dy * sin, y + dx * sin + dy * cos) for dx, dy in corners)
    return Path((ring,), closed=True, fill=colour, stroke=Stroke(PAPER, 0.7))


def _point(feature: Feature, symbol: Symbol, at: Point) -> tuple[Item, ...]:
    """Return a point: filled when stated; hollow, with the dash of its basis, when not."""
    basis = drawn_as(feature)
    stated = basis == "stated"
    fill = symbol.colour if stated else PAPER
    edge = Stroke(symbol.colour, 1.6, () if stated else dash_of(basis, 1.0))
    corners = _CORNERS.get(feature.properties.kind)
    if not corners:
        return Circle(at, 5.6, fill=PAPER), Circle(at, 4.4, fill=fill, stroke=edge)
    ring = tuple((at[0] + x, at[1] + y) for x, y in corners)
    rim = Path((ring,), closed=True, fill=PAPER, stroke=Stroke(PAPER, 3.4))
    return rim, Path((ring,), closed=True, fill=fill, stroke=edge)
