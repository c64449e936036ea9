"""Checks of routes: each segment starts at the end of the one before it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.errors import Problem
from geo.atlas.model import Feature
from geo.checks.geometry import kilometres, sound_shape

Segment = tuple[str, Feature]  # with the name of its file


def check(atlas: Atlas) -> Iterator[Problem]:
    """Yield segments that are no lines, orders other than 1, 2, 3 …, and gaps."""
    routes: dict[str, list[Segment]] = {}
    for file, feature in atlas.each_feature():
        if feature.properties.route is not None:
            routes.setdefault(feature.properties.route, []).append((file, feature))
        elif feature.properties.order is not None:
            what = "it has an order, but no route"
            yield Problem(file, feature.id, what, "name its route, or drop the order")
    for route, segments in routes.items():
        segments.sort(key=_order)
        yield from _orders(route, segments)
        yield from _gaps(route, segments, atlas.west)


def _order(segment: Segment) -> float:
    order = segment[1].properties.order
    return math.inf if order is None else order


def _orders(route: str, segments: list[Segment]) -> Iterator[Problem]:
    for number, (file, feature) in enumerate(segments, 1):
        if (order := feature.properties.order) != number:
            what = f'in the order of route "{route}" it is {number}, but it says {order}'
            yield Problem(file, feature.id, what, "number the segments 1, 2, 3 …")


def _gaps(route: str, segments: list[Segment], west: float) -> Iterator[Problem]:
    for file, feature in segments:
        if feature.geometry is None or feature.geometry.type != "LineString":
            fix = "draw it as a LineString, or take it off the route"
            yield Problem(file, feature.id, f'a segment of route "{route}" is a line', fix)
    lines = [(file, feature, sound_shape(feature, west)) for file, feature in segments]
    for (_, before, first), (file, after, second) in pairwise(lines):
        if isinstance(first, shapely.LineString) and isinstance(second, shapely.LineString):
            end, start = shapely.get_point(first, -1), shapely.get_point(second, 0)
            if end != start:
                gap = kilometres(end, start)
                what = f'it starts {gap:.1f} km from the end of "{before.id}" (route "{route}")'
                yield Problem(file, after.id, what, "start it at exactly that position")
