"""Rings are oriented as RFC 7946 says (3.1.6): outer ones counterclockwise, holes clockwise.

Many programs write them the other way round. Reversing a ring moves no mark, so that it is
mended on reading, and reported, rather than refused. No other module orients rings.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import shapely
from geojson_pydantic import MultiPolygon, Polygon

from geo.atlas.model import Feature

Ring: TypeAlias = list[Any]  # of positions


def with_oriented_rings(feature: Feature) -> Feature:
    """Return the feature with its rings oriented; the same object when they are already."""
    geometry = feature.geometry
    if isinstance(geometry, Polygon):
        oriented: list[Any] = _oriented_polygon(geometry.coordinates)
    elif isinstance(geometry, MultiPolygon):
        oriented = [_oriented_polygon(polygon) for polygon in geometry.coordinates]
    else:
        return feature
    if oriented == geometry.coordinates:
        return feature
    mended = geometry.model_copy(update={"coordinates": oriented})
    return feature.model_copy(update={"geometry": mended})


def _oriented_polygon(rings: list[Ring]) -> list[Ring]:
    return [_oriented(ring, ccw=number == 0) for number, ring in enumerate(rings)]


def _oriented(ring: Ring, *, ccw: bool) -> Ring:
    return ring if shapely.LinearRing(ring).is_ccw == ccw else ring[::-1]
