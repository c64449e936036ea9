"""Where a mark is drawn: at its own place, or beside the stretches of the whole that it is in.

A force that is said to be within a whole has no place. Its line is offset from the whole's line
by points of the page, not by degrees, so that no scale of a map gives it a place.
"""

from __future__ import annotations

from collections.abc import Iterator

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.model import BASES, Basis, Feature
from geo.sheet.projection import Projection, seen_of

_OFF, _STEP = 15.0, 6.0  # points off the line of the whole, and between two such lines


def shown(
    atlas: Atlas, projection: Projection, window: shapely.Geometry
) -> Iterator[tuple[Feature, shapely.Geometry]]:
    """Yield the features with a mark in the window, each with its shape there (points)."""
    visible = {layer.id for layer in atlas.manifest.layers if layer.visible}
    features = [f for f in atlas.features.values() if f.properties.layer in visible]
    points = [f for f in features if f.shape is not None and _is_point(f.shape)]
    places = projection.each([f.shape for f in points])  # all at once: there may be thousands
    inside = shapely.intersects(places, window)
    near = {f.id: place for f, place, is_in in zip(points, places, inside, strict=True) if is_in}
    others = {f.id for f in features} - {f.id for f in points}
    for feature in features:
        if feature.id in near:
            yield feature, near[feature.id]
        elif feature.id in others:
            seen = seen_of(on_page(atlas, feature, projection), window)
            if not shapely.is_empty(seen):
                yield feature, seen


def _is_point(shape: shapely.Geometry) -> bool:
    return int(shapely.get_type_id(shape)) == shapely.GeometryType.POINT


def on_page(atlas: Atlas, feature: Feature, projection: Projection) -> shapely.Geometry:
    """Return a mark's shape on the page (points); an empty one for a feature without a mark."""
    if feature.shape is not None:
        return projection.mark(feature.shape)
    shapes = (stretch.shape for stretch in _stretches(atlas, feature))
    lines = [projection.mark(shape) for shape in shapes if shape]
    if not lines:
        return shapely.GeometryCollection()
    along = shapely.line_merge(shapely.union_all(lines))
    sides = (shapely.offset_curve(along, sign * _far(atlas, feature)) for sign in (1, -1))
    return min(sides, key=lambda side: float(shapely.centroid(side).y))  # the upper one


def beyond_place(atlas: Atlas, feature: Feature) -> bool:
    """Say whether a feature is said to be within a whole, which has no place itself.

    It is then shown at the parts of that whole, also where a view hides them.
    """
    places = atlas.places[feature.id]
    within = feature.properties.within
    return feature.shape is None and bool(places) and within not in {None, places[0].id}


def drawn_as(feature: Feature) -> Basis:
    """Return the weaker of two bases, for the line style: of its claims, and of its place."""
    placed = feature.properties.position.basis == "inferred" or feature.shape is None
    return max(feature.basis, "inferred" if placed else "stated", key=BASES.index)


def _stretches(atlas: Atlas, feature: Feature) -> list[Feature]:
    """Return the stretches on this map of the whole that a feature is within."""
    if not beyond_place(atlas, feature):
        return []
    visible = {layer.id for layer in atlas.manifest.layers if layer.visible}
    parts = (atlas.features.get(place.id) for place in atlas.places[feature.id])
    return [part for part in parts if part is not None and part.properties.layer in visible]


def _far(atlas: Atlas, feature: Feature) -> float:
    within = [force.id for force in atlas.features.values() if beyond_place(atlas, force)]
    return _OFF + _STEP * within.index(feature.id)
