"""From longitude and latitude to points on the page, by a Lambert conformal conic projection."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import shapely

from geo.atlas.wrapping import ANTIMERIDIAN, longitude_within, within
from geo.sheet.scene import Box, Point

Bounds = tuple[float, float, float, float]  # west, south, east, north; degrees
_FINE = 0.05  # points: a fifth of a pixel at 300 dpi
_STEP = 0.5  # degrees
_MARGIN = 0.09  # share of the frame on each side of the bounds


class _Fit(NamedTuple):
    """The scale in points per metre, and the projected metres at the frame's centre."""

    scale: float
    x: float
    y: float


@dataclass(frozen=True)
class Projection:
    """Fits `bounds` (degrees, CRS84) into `frame` (points).

    The standard parallels lie a sixth of the frame's height within it, the rule for
    conic maps of a region (Snyder, Map Projections – A Working Manual, 1987, p. 99).
    They are at most at 85°, and not opposite each other, for which there is no cone.
    """

    bounds: Bounds
    frame: Box

    @cached_property
    def parallels(self) -> tuple[float, float]:
        """The southern and the northern standard parallel, in degrees."""
        west, south, east, north = self.bounds
        middle = (south + north) / 2
        wide = (east - west) * math.cos(math.radians(middle))  # as degrees of latitude
        high = max(north - south, wide * self.frame.height / self.frame.width) / (1 - 2 * _MARGIN)
        lower, upper = (
            min(max(lat, -85.0), 85.0) for lat in (middle - high / 3, middle + high / 3)
        )
        are_opposite = abs(lower + upper) < 1
        return round(lower, 1), round(upper + 2 if are_opposite else upper, 1)

    @cached_property
    def definition(self) -> str:
        """The projection as PROJ writes it."""
        west, south, east, north = self.bounds
        (lower, upper), centre = self.parallels, ((west + east) / 2, (south + north) / 2)
        return (
            f"+proj=lcc +lat_1={lower} +lat_2={upper} +lat_0={centre[1]:.2f} "
            f"+lon_0={longitude_within(centre[0], ANTIMERIDIAN):.2f} +datum=WGS84 +units=m"
        )

    @cached_property
    def _transformer(self) -> Any:
        from pyproj import Transformer

        return Transformer.from_crs("OGC:CRS84", self.definition, always_xy=True)

    @cached_property
    def _fit(self) -> _Fit:
        west, south, east, north = self.bounds
        edge = shapely.segmentize(shapely.box(west, south, east, north), 1)
        xy = self._metres(shapely.get_coordinates(edge))
        (left, low), (right, top) = xy.min(axis=0), xy.max(axis=0)
        room = 1 - 2 * _MARGIN
        scale = min(
            self.frame.width * room / (right - left), self.frame.height * room / (top - low)
        )
        return _Fit(scale, (left + right) / 2, (low + top) / 2)

    def _metres(self, lonlat: Any) -> Any:
        return np.column_stack(self._transformer.transform(lonlat[:, 0], lonlat[:, 1]))

    @property
    def metres_per_point(self) -> float:
        return 1 / self._fit.scale

    def points(self, lonlat: Any) -> Any:
        """Project an array of lon, lat (n × 2, degrees) to x, y on the page (n × 2, points)."""
        scale, x, y = self._fit
        middle = np.array(self.frame.centre)
        return middle + (self._metres(lonlat) - (x, y)) * (scale, -scale)

    def point(self, lon: float, lat: float) -> Point:
        x, y = self.points(np.array([[lon, lat]]))[0]
        return float(x), float(y)

    def shape(self, geometry: shapely.Geometry) -> shapely.Geometry:
        """Project a geometry (degrees) to the page; the cone is cut open opposite its middle."""
        edge = (self.bounds[0] + self.bounds[2]) / 2 - 180
        west, _, east, _ = shapely.bounds(geometry)
        if west < edge or east > edge + 360:
            geometry = within(geometry, edge)
        return shapely.transform(geometry, self.points)

    def each(self, points: list[Any]) -> Any:
        """Project many points (degrees) to the page, as `shape` does one."""
        edge = (self.bounds[0] + self.bounds[2]) / 2 - 180
        west, _, east, _ = shapely.bounds(points).reshape(-1, 4).T
        astray = (west < edge) | (east > edge + 360)
        near = [within(p, edge) if is_out else p for p, is_out in zip(points, astray, strict=True)]
        return shapely.transform(np.array(near, dtype=object), self.points)

    def mark(self, geometry: shapely.Geometry) -> shapely.Geometry:
        """Project a mark to the page, simplified to visible detail, which saves minutes."""
        if shapely.get_dimensions(geometry) == 1:  # a line straight in degrees is a curve here
            geometry = shapely.segmentize(geometry, _STEP)
        return shapely.simplify(self.shape(geometry), _FINE)

    def lonlat(self, x: float, y: float) -> Point:
        """Return the longitude and latitude (degrees) of a point of the page."""
        scale, east, north = self._fit
        middle = self.frame.centre
        lon, lat = self._transformer.transform(
            east + (x - middle[0]) / scale, north - (y - middle[1]) / scale, direction="INVERSE"
        )
        return float(lon), float(lat)

    def north_at(self, x: float, y: float) -> float:
        """Return the direction of true north at a point of the page, degrees clockwise from up."""
        lon, lat = self.lonlat(x, y)
        to = self.point(lon, lat + 0.01)
        return math.degrees(math.atan2(to[0] - x, y - to[1]))


def bounds_of(shapes: list[shapely.Geometry]) -> Bounds:
    """Return the bounds of shapes (degrees), at least a degree wide and high."""
    west, south, east, north = (float(v) for v in shapely.total_bounds(np.array(shapes)))
    wide, high = max(0.0, 1 - (east - west)) / 2, max(0.0, 1 - (north - south)) / 2
    return west - wide, south - high, east + wide, north + high


def window(projection: Projection, frame: Box, extent: Bounds | None) -> shapely.Geometry:
    """Return the area of the page in which marks are shown: the frame, cut to the extent."""
    whole = shapely.box(frame.x, frame.y, frame.right, frame.bottom)
    if not extent:
        return whole
    ring = projection.shape(shapely.segmentize(shapely.box(*extent), 0.5))
    seen: shapely.Geometry = shapely.intersection(whole, shapely.make_valid(ring))
    return seen


def seen_of(shape: shapely.Geometry, window: shapely.Geometry) -> shapely.Geometry:
    """Return the parts of a shape on the page that lie in the window, of its own dimension."""
    dimensions = int(shapely.get_dimensions(shape))
    whole = shapely.make_valid(shape) if dimensions == 2 else shape
    parts = shapely.get_parts(shapely.intersection(whole, window))
    return shapely.union_all([part for part in parts if shapely.get_dimensions(part) == dimensions])
