"""Rings wind as RFC 7946 says (section 3.1.6): outer ones counterclockwise, holes clockwise.

Many programs write them the other way round. Turning a ring moves no mark, so it is
mended on reading, and said, rather than refused.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import shapely
from geojson_pydantic import MultiPolygon, Polygon

from geo.atlas.model import Feature

Ring: TypeAlias = list[Any]  # of positions


def wound(feature: Feature) -> Feature:
    """Return the feature with its rings turned the right way; itself when they all are."""
    geometry = feature.geometry
    if isinstance(geometry, Polygon):
        right: list[Any] = _polygon(geometry.coordinates)
    elif isinstance(geometry, MultiPolygon):
        right = [_polygon(polygon) for polygon in geometry.coordinates]
    else:
        return feature
    if right == geometry.coordinates:
        return feature
    turned = geometry.model_copy(update={"coordinates": right})
    return feature.model_copy(update={"geometry": turned})


def _polygon(rings: list[Ring]) -> list[Ring]:
    return [_turned(ring, ccw=number == 0) for number, ring in enumerate(rings)]


def _turned(ring: Ring, *, ccw: bool) -> Ring:
    flat = shapely.LinearRing([position[:2] for position in ring])  # a height: `geometry` says so
    return ring if flat.is_ccw == ccw else ring[::-1]
