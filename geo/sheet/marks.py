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
from geo.symbology import AREA_OPACITY, CASING_OPACITY, PALETTE, PAPER, Line, dash_of

Runs: TypeAlias = tuple[tuple[Point, ...], ...]


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
    return _cased(feature, runs, symbol.colour, PAPER.lines["other"])


def _area(
    shape: shapely.Geometry, rim: shapely.Geometry, symbol: Symbol, basis: Basis
) -> tuple[Item, ...]:
    """Return an area and its rim; where the window cuts it off it has no edge."""
    runs = runs_of(shapely.simplify(shape, 0.1))
    edge = Stroke(symbol.colour, PAPER.area, dash_of(basis, PAPER.area))
    return (
        Path(runs, closed=True, fill=PALETTE.paper, fill_opacity=AREA_OPACITY),
        Path(runs, closed=True, fill=Hatch(symbol.pattern, symbol.colour)),
        Path(runs_of(shapely.simplify(rim, 0.1)), stroke=edge),
    )


def _stretch(
    feature: Feature, used: bool, runs: Runs, whole: Runs, symbol: Symbol
) -> tuple[tuple[Item, ...], ...]:
    """Return a stretch, broad where its use is reported.

    Its arrow-head stands at the end of the whole stretch, not where a window cuts it off.
    """
    line = PAPER.lines["used" if used else "unused"]
    ends, colour = {run[-1] for run in whole}, symbol.colour
    arrows = tuple(_arrow(run, colour) for run in runs if run[-1] in ends)
    return (*_cased(feature, runs, colour, line), arrows)


def _cased(feature: Feature, runs: Runs, colour: str, line: Line) -> tuple[tuple[Item, ...], ...]:
    dash = dash_of(drawn_as(feature), line.width)
    under = tuple(
        Path(runs, stroke=Stroke(ground, line.casing, opacity=opacity))
        for ground, opacity in zip((PALETTE.paper, colour), CASING_OPACITY, strict=True)
    )
    return under, (Path(runs, stroke=Stroke(colour, line.width, dash)),)


def _arrow(run: tuple[Point, ...], colour: str) -> Path:
    """Return an arrow-head at the end of a run: which way the corridor is said to lead."""
    (x1, y1), (x, y) = run[-2:]
    along = math.atan2(y - y1, x - x1)
    cos, sin = math.cos(along), math.sin(along)
    ring = tuple((x + dx * cos - dy * sin, y + dx * sin + dy * cos) for dx, dy in PAPER.arrow)
    return Path((ring,), closed=True, fill=colour, stroke=Stroke(PALETTE.paper, PAPER.arrow_rim))


def _point(feature: Feature, symbol: Symbol, at: Point) -> tuple[Item, ...]:
    """Return a point: filled when stated; hollow, with the dash of its basis, when not."""
    basis = drawn_as(feature)
    stated = basis == "stated"
    paper, dash = PALETTE.paper, dash_of(basis, PAPER.point_dash)
    fill = symbol.colour if stated else paper
    edge = Stroke(symbol.colour, PAPER.point, dash)
    corners = PAPER.corners.get(feature.properties.kind)
    if not corners:
        return Circle(at, PAPER.disc + 1.2, fill=paper), Circle(at, PAPER.disc, fill, edge)
    ring = tuple((at[0] + x, at[1] + y) for x, y in corners)
    rim = Path((ring,), closed=True, fill=paper, stroke=Stroke(paper, PAPER.point_rim))
    return rim, Path((ring,), closed=True, fill=fill, stroke=edge)
