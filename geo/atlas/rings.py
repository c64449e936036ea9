"""Rings are oriented as RFC 7946 says (3.1.6): outer ones counterclockwise, holes clockwise.

Many programs write them the other way round. Reversing a ring moves no mark, so that it is
mended on reading, and reported, rather than refused. No other module orients rings.
"""

from __future__ import annotations

import shapely
from geojson_pydantic import MultiPolygon, Polygon

from geo.atlas.model import Feature


def with_oriented_rings(feature: Feature) -> Feature:
    """Return the feature with its rings oriented; the same object when they are already."""
    geometry = feature.geometry
    if not isinstance(geometry, Polygon | MultiPolygon):
        return feature
    shape = shapely.geometry.shape(geometry)  # not `feature.shape`: the copy would keep that
    oriented = shapely.orient_polygons(shape)
    if shapely.equals_identical(shape, oriented):
        return feature
    mended = type(geometry).model_validate(shapely.geometry.mapping(oriented))
    return feature.model_copy(update={"geometry": mended})
