"""The marks: areas with their patterns, lines by basis, points by kind, as on the screen."""

from __future__ import annotations

from itertools import zip_longest
from typing import TypeAlias

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.model import Basis, Feature, Symbol
from geo.sheet.basemap import runs_of
from geo.sheet.beside import beyond_place, drawn_as, on_page, shown
from geo.sheet.projection import Bounds, Projection, seen_of, window
from geo.sheet.ribbon import bracket, ribbon
from geo.sheet.scene import Box, Circle, Group, Hatch, Item, Path, Point, Stroke
from geo.sheet.wording import representative_claim, use_of
from geo.symbology import AREA_OPACITY, CASING_OPACITY, PALETTE, PAPER, dash_of

Runs: TypeAlias = tuple[tuple[Point, ...], ...]
NAMED_ALONE = frozenset({"country", "sea"})  # kinds that have no symbol: labels write their names


def draw_marks(
    atlas: Atlas, projection: Projection, frame: Box, extent: Bounds | None = None
) -> tuple[Group, ...]:
    """Return a group for each visible layer with a mark to be seen, the first at the bottom.

    Beyond an extent nothing is drawn of a mark that reaches into it.
    """
    groups, room = [], window(projection, frame, extent)
    seen = list(shown(atlas, projection, room))
    for layer in atlas.manifest.layers:
        symbol = atlas.style_of(layer).symbol
        marks = [
            draw_mark(atlas, feature, symbol, projection, room, shape)
            for feature, shape in seen
            if feature.properties.layer == layer.id
        ]
        items = [
            item for tier in zip_longest(*marks, fillvalue=()) for part in tier for item in part
        ]
        if items:
            groups.append(Group(layer.id, tuple(dict.fromkeys(items)), clip=frame))
    return tuple(groups)


def draw_mark(
    atlas: Atlas,
    feature: Feature,
    symbol: Symbol,
    projection: Projection,
    room: shapely.Geometry,
    shape: shapely.Geometry,
) -> tuple[tuple[Item, ...], ...]:
    """Return the items of a mark, by its kind and its `shape` in the window.

    They come in tiers: the casings of all the marks of a layer lie below all their lines.
    """
    if feature.properties.kind in NAMED_ALONE:
        return ()
    if shapely.get_dimensions(shape) == 0:
        points: list[Point] = [(x, y) for x, y in shapely.get_coordinates(shape).tolist()]
        return (tuple(item for point in points for item in _point(feature, symbol, point)),)
    whole = on_page(atlas, feature, projection)
    if shapely.get_dimensions(shape) == 2:
        return (_area(shape, seen_of(shapely.boundary(whole), room), symbol, drawn_as(feature)),)
    runs = runs_of(shapely.simplify(shape, 0.1))
    if feature.properties.kind == "segment":
        return _stretch(atlas, feature, runs, runs_of(whole), symbol)
    if beyond_place(atlas, feature):
        return (bracket(runs, symbol.colour, _dash_of_bracket(atlas, feature)),)
    return _cased(feature, runs, symbol.colour)


def _dash_of_bracket(atlas: Atlas, feature: Feature) -> tuple[float, ...]:
    """Return the dash of a bracket: it stands for no place, so that only its claim counts."""
    claim = representative_claim(atlas, feature)
    return dash_of(claim.basis if claim else feature.basis, PAPER.lines["other"].width)


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
    atlas: Atlas, feature: Feature, runs: Runs, whole: Runs, symbol: Symbol
) -> tuple[tuple[Item, ...], ...]:
    """Return a stretch; the corridor leads on at the last one's end, not where a window cuts it."""
    is_last = bool(atlas.corridor) and feature.id == atlas.corridor[-1].id
    return ribbon(
        runs,
        symbol.colour,
        is_used=use_of(atlas, feature) is not None,
        is_ours=drawn_as(feature) != "stated",
        leads_on=frozenset(run[-1] for run in whole if is_last),
    )


def _cased(feature: Feature, runs: Runs, colour: str) -> tuple[tuple[Item, ...], ...]:
    line = PAPER.lines["other"]
    dash = dash_of(drawn_as(feature), line.width)
    under = tuple(
        Path(runs, stroke=Stroke(ground, line.casing, opacity=opacity))
        for ground, opacity in zip((PALETTE.paper, colour), CASING_OPACITY, strict=True)
    )
    return under, (Path(runs, stroke=Stroke(colour, line.width, dash)),)


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
