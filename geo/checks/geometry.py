"""Checks of geometries: RFC 7946, validity, and that they are in the country they name.

Coordinates are lon, lat in degrees (CRS84); distances are geodesics on WGS 84. The parser refuses
rings that are open or shorter than four positions, and `geo.atlas.rings` orients them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain
from typing import Any

import shapely
from pyproj import Geod

from geo.atlas.atlas import Atlas
from geo.atlas.errors import Fault, Problem
from geo.atlas.geometries import Geometry, paths_of
from geo.atlas.model import Feature
from geo.atlas.unrolling import crosses, goes_round
from geo.atlas.wrapping import ANTIMERIDIAN, longitude_within

TOLERANCE = 0.05  # degrees a geometry may lie outside its country: the basemap is generalised
MAX_LATITUDE = 85.05  # degrees: there the screen's map ends (Web Mercator, EPSG:3857)
WGS84 = Geod(ellps="WGS84")

SWAPPED = "swap longitude and latitude: GeoJSON has the longitude first"


def check(atlas: Atlas) -> Iterator[Problem]:
    """Yield positions, rings and shapes that break RFC 7946, and features out of their country."""
    countries = Countries(atlas.basemap["countries"]["features"])
    for file, feature in atlas.each_feature():
        for what, fix in _faults(feature, countries, atlas.west):
            yield Problem(file, feature.id, what, fix)


def kilometres(a: shapely.Geometry, b: shapely.Geometry) -> float:
    """Return the geodesic distance in km between the nearest points of `a` and `b`.

    These points are nearest in degrees, which is good enough for a message, not to measure by.
    """
    (lon1, lat1), (lon2, lat2) = shapely.get_coordinates(shapely.shortest_line(a, b))
    return float(WGS84.inv(lon1, lat1, lon2, lat2)[2]) / 1000


def sound_shape(feature: Feature, west: float) -> shapely.Geometry | None:
    """Return a feature's shape on a map from `west`; None without one, or one that says nothing.

    That is one with a position at fault, or across 180° while another feature's longitude is at
    fault: nothing is brought on one map then (see `geo.atlas.meridian`).
    """
    if feature.geometry is None or any(_of_positions(feature.geometry, west)):
        return None
    return _shape_on_map(feature, feature.geometry)


def _shape_on_map(feature: Feature, geometry: Geometry) -> shapely.Geometry | None:
    return None if any(map(crosses, paths_of(geometry))) else feature.shape


def _faults(feature: Feature, countries: Countries, west: float) -> Iterator[Fault]:
    if feature.geometry is None:
        return
    broken = tuple(_of_positions(feature.geometry, west))
    yield from broken
    if not broken and (shape := _shape_on_map(feature, feature.geometry)) is not None:
        yield from _of_shape(shape, feature.properties.country, countries)


def _of_positions(geometry: Geometry, west: float) -> Iterator[Fault]:
    paths = tuple(paths_of(geometry))
    yield from _each_once(
        fault for position in chain.from_iterable(paths) for fault in _of_position(position, west)
    )
    if any(map(goes_round, paths)):
        yield "it goes round a pole, and a map can't show that", "cut it at 180° and at 0°"
    if not any(paths):
        yield "its geometry is empty", "give it coordinates, or a null geometry"
    elif geometry.type == "MultiPolygon" and not all(geometry.coordinates):
        yield "one of its polygons is empty", "give it coordinates, or take it out"


def _each_once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the first fault of each remedy, with how many more positions need it."""
    found: dict[str, list[str]] = {}
    for what, fix in faults:
        found.setdefault(fix, []).append(what)
    for fix, (first, *more) in found.items():
        yield f"{first}, and so with {len(more)} more positions" if more else first, fix


def _of_position(position: tuple[float, ...], west: float) -> Iterator[Fault]:
    lon, lat = position
    if not (west <= lon <= west + 360 and abs(lat) <= 90):  # also true of nan
        swaps = abs(lat) <= 180 and abs(lon) <= 90
        fix = SWAPPED if swaps else "longitude is in -180…180, latitude in -90…90, in degrees"
        yield f"[{lon}, {lat}] is not on Earth", fix
    elif abs(lat) > MAX_LATITUDE:
        fix = f"end it at {MAX_LATITUDE}° of latitude, or leave it unplaced"
        lon = longitude_within(lon, ANTIMERIDIAN)
        yield f"[{lon}, {lat}] is nearer to a pole than any map here reaches", fix


def _of_shape(
    shape: shapely.Geometry, country: str | None, countries: Countries
) -> Iterator[Fault]:
    if not shapely.is_valid(shape):
        yield f"its geometry is not valid: {_reason(shape)}", "redraw it there"
        return
    if country is not None:
        yield from countries.place(shape, country)


def _reason(shape: shapely.Geometry) -> str:
    """Return why a shape is not valid, with the longitude as it is in the file."""
    reason = shapely.is_valid_reason(shape)
    return re.sub(
        r"(?<=\[)-?[\d.]+", lambda lon: f"{longitude_within(float(lon[0]), ANTIMERIDIAN):g}", reason
    )


class Countries:
    """The basemap's countries by id (ISO 3166-1 alpha-2), buffered when first needed."""

    def __init__(self, features: Iterable[Mapping[str, Any]]) -> None:
        self._raw: dict[str, list[Any]] = {}
        for feature in features:
            self._raw.setdefault(feature.get("id", ""), []).append(feature["geometry"])
        self._shapes: dict[str, tuple[shapely.Geometry, shapely.Geometry]] = {}

    def place(self, shape: shapely.Geometry, code: str) -> Iterator[Fault]:
        """Yield a fault if `shape` is not in the country of this code, or there is none."""
        if code not in self._raw:
            near = get_close_matches(code, self._raw, n=3, cutoff=0.5)
            add = "add it to data/basemap/countries.geojson, or leave `country` out"
            fix = f"did you mean {' or '.join(near)}? else {add}" if near else add
            yield f'the basemap has no country "{code}"', fix
            return
        country, widened = self._shape(code)
        if not shapely.covers(widened, shape):
            swapped = shapely.transform(shape, lambda lonlat: lonlat[:, ::-1])
            other = "move it there, or name the country it is in"
            fix = SWAPPED if shapely.covers(widened, swapped) else other
            yield f"it lies {_furthest(shape, country):.0f} km outside {code}", fix

    def _shape(self, code: str) -> tuple[shapely.Geometry, shapely.Geometry]:
        """Return the country as drawn, and widened by the tolerance."""
        if code not in self._shapes:
            country = shapely.union_all([shapely.geometry.shape(raw) for raw in self._raw[code]])
            widened = country.buffer(TOLERANCE)
            shapely.prepare(widened)
            self._shapes[code] = country, widened
        return self._shapes[code]


def _furthest(shape: shapely.Geometry, country: shapely.Geometry) -> float:
    """Return the distance in km from the country of the point of `shape` that is furthest off."""
    corners = shapely.get_coordinates(shapely.segmentize(shape, TOLERANCE))
    furthest = shapely.distance(shapely.points(corners), country).argmax()
    return kilometres(shapely.Point(corners[furthest]), country)
