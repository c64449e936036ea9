"""The marks: bands with their patterns, lines by basis, points by kind, as on the screen."""

from __future__ import annotations

import math
from itertools import zip_longest

import shapely

from geo.atlas import Atlas
from geo.model import Basis, Feature, Symbol
from geo.sheet.basemap import clipped, runs_of
from geo.sheet.projection import Projection
from geo.sheet.scene import Box, Circle, Group, Hatch, Item, Path, Point, Stroke

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


def is_used(feature: Feature) -> bool:
    """Say whether the article reports that this stretch is used."""
    return any(claim.about == "use" and claim.basis == "stated" for claim in feature.claims)


def draw_marks(atlas: Atlas, projection: Projection, frame: Box) -> tuple[Group, ...]:
    """Return a group for each visible layer with a mark in the frame, the first at the bottom."""
    groups = []
    for layer in atlas.manifest.layers:
        symbol = atlas.look_of(layer).symbol
        marks = [
            draw_mark(feature, symbol, projection, frame)
            for feature in atlas.features.values()
            if layer.visible and feature.properties.layer == layer.id and feature.shape is not None
        ]
        items = [
            item for tier in zip_longest(*marks, fillvalue=()) for part in tier for item in part
        ]
        if items:
            groups.append(Group(layer.id, tuple(items), clip=frame))
    return tuple(groups)


def draw_mark(
    feature: Feature, symbol: Symbol, projection: Projection, frame: Box
) -> tuple[tuple[Item, ...], ...]:
    """Return a mark's shapes, by its geometry and kind; none when it lies outside the frame.

    They come in tiers: the casings of all the marks of a layer lie below all their lines.
    """
    assert feature.shape is not None  # noqa: S101  the caller has seen to it
    shape = projection.shape(feature.shape)
    if not shapely.intersects(shape, shapely.box(frame.x, frame.y, frame.right, frame.bottom)):
        return ()
    if shapely.get_dimensions(shape) == 0:
        seen = (p for p in _points(shape) if _near(frame, p))
        return (tuple(item for point in seen for item in _point(feature, symbol, point)),)
    runs = runs_of(clipped(shape, frame.inset(-20), 0.1))
    if shapely.get_dimensions(shape) == 2:
        return (_area(runs, symbol, feature.basis),)
    return _stretch(feature, runs, symbol)


def _points(shape: shapely.Geometry) -> list[Point]:
    return [(x, y) for x, y in shapely.get_coordinates(shape).tolist()]


def _near(frame: Box, point: Point) -> bool:
    return frame.inset(-4).holds(Box(*point, 0, 0))


def _area(runs: tuple[tuple[Point, ...], ...], symbol: Symbol, basis: Basis) -> tuple[Item, ...]:
    ground = Path(runs, closed=True, fill=PAPER, fill_opacity=0.6)
    edge = Stroke(symbol.colour, 1.2, dash_of(basis, 1.2))
    return ground, Path(runs, closed=True, fill=Hatch(symbol.pattern, symbol.colour), stroke=edge)


def _stretch(
    feature: Feature, runs: tuple[tuple[Point, ...], ...], symbol: Symbol
) -> tuple[tuple[Item, ...], ...]:
    """Return a line on a pale casing: the wider, the less it can pass for a road."""
    kind, colour = feature.properties.kind, symbol.colour
    used = kind == "segment" and is_used(feature)
    casing, width = (13.0, 2.8) if used else (6.0, 1.5) if kind == "segment" else (4.0, 1.5)
    line = Path(runs, stroke=Stroke(colour, width, dash_of(feature.basis, width)))
    under = (
        Path(runs, stroke=Stroke(PAPER, casing, opacity=0.85)),
        Path(runs, stroke=Stroke(colour, casing, opacity=0.16)),
    )
    if kind == "segment":
        return under, (line,), tuple(_arrow(run, colour) for run in runs)
    return under, (line,), (_bracket(runs, colour),) if kind == "band" else ()


def _arrow(run: tuple[Point, ...], colour: str) -> Path:
    """Return an arrow-head at the end of a run: which way the corridor is said to lead."""
    (x1, y1), (x, y) = run[-2:]
    along = math.atan2(y - y1, x - x1)
    corners = ((0.7, 0), (-8, 4.4), (-5.8, 0), (-8, -4.4))
    cos, sin = math.cos(along), math.sin(along)
    ring = tuple((x + dx * cos - dy * sin, y + dx * sin + dy * cos) for dx, dy in corners)
    return Path((ring,), closed=True, fill=colour, stroke=Stroke(PAPER, 0.7))


def _bracket(runs: tuple[tuple[Point, ...], ...], colour: str) -> Path:
    """Return a tick at each end of what is spoken of as a whole: no way to travel."""
    ends = [end for run in runs for end in ((run[0], run[1]), (run[-1], run[-2]))]
    ticks = []
    for (x, y), (x1, y1) in ends:
        length = math.hypot(x1 - x, y1 - y) or 1
        dx, dy = 5 * (y1 - y) / length, 5 * (x1 - x) / length
        ticks.append(((x - dx, y + dy), (x + dx, y - dy)))
    return Path(tuple(ticks), stroke=Stroke(colour, 1.8))


def _point(feature: Feature, symbol: Symbol, at: Point) -> tuple[Item, ...]:
    """Return a point: filled when stated; hollow, with the dash of its basis, when not."""
    stated = feature.basis == "stated"
    fill = symbol.colour if stated else PAPER
    edge = Stroke(symbol.colour, 1.6, () if stated else dash_of(feature.basis, 1.0))
    corners = _CORNERS.get(feature.properties.kind)
    if not corners:
        return Circle(at, 5.6, fill=PAPER), Circle(at, 4.4, fill=fill, stroke=edge)
    ring = tuple((at[0] + x, at[1] + y) for x, y in corners)
    rim = Path((ring,), closed=True, fill=PAPER, stroke=Stroke(PAPER, 3.4))
    return rim, Path((ring,), closed=True, fill=fill, stroke=edge)
