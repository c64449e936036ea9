"""Geometries, and what programs write beside them: members that say nothing but what is so.

Coordinates are lon, lat in degrees. QGIS and GDAL name that system in `crs` (GeoJSON 2008), and
write `bbox`, `name` and more: they are taken and left out of what is made. Any other key is an
error.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Any, Literal, TypeAlias

import geojson_pydantic.geometries as plain
from geojson_pydantic.types import BBox
from pydantic import BaseModel, ConfigDict, Field

from geo.atlas.forms import Text

InDegrees: TypeAlias = Literal[
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:OGC::CRS84",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    "OGC:CRS84",
    "urn:ogc:def:crs:EPSG::4326",
    "http://www.opengis.net/def/crs/EPSG/0/4326",
    "EPSG:4326",
]


class _Exact(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CrsName(_Exact):
    name: InDegrees


class Crs(_Exact):
    """The one system that coordinates are in: longitude and latitude in degrees, WGS 84."""

    type: Literal["name"]
    properties: CrsName


class Members(_Exact):
    """What a collection, a feature or a geometry may hold beside what it is."""

    bbox: Annotated[BBox | None, Field(exclude=True)] = None
    name: Annotated[Text | None, Field(exclude=True)] = None
    crs: Annotated[Crs | None, Field(exclude=True)] = None
    description: Annotated[Text | None, Field(exclude=True)] = None
    xy_coordinate_resolution: Annotated[float | None, Field(exclude=True)] = None
    z_coordinate_resolution: Annotated[float | None, Field(exclude=True)] = None


class Point(Members, plain.Point): ...


class MultiPoint(Members, plain.MultiPoint): ...


class LineString(Members, plain.LineString): ...


class MultiLineString(Members, plain.MultiLineString): ...


class Polygon(Members, plain.Polygon): ...


class MultiPolygon(Members, plain.MultiPolygon): ...


# All that can be drawn: a collection of mixed geometries is several features.
Geometry: TypeAlias = Annotated[
    Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon,
    Field(discriminator="type"),
]


Path: TypeAlias = tuple[tuple[float, ...], ...]  # positions, one after another


def paths_of(geometry: Geometry) -> Iterator[Path]:
    """Yield each point, line and ring of a geometry as its positions."""
    if geometry.type == "Point":
        yield (geometry.coordinates,)
    elif geometry.type == "MultiPoint":  # points of their own, not a path
        yield from ((position,) for position in geometry.coordinates)
    else:
        yield from _unnest(geometry.coordinates)


def _unnest(nested: Any) -> Iterator[Path]:
    if nested and isinstance(nested[0], tuple):
        yield tuple(nested)
    else:
        yield from chain.from_iterable(map(_unnest, nested))
