"""From longitude and latitude to points on the page, by a Lambert conformal conic projection."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from geo.sheet.scene import Box, Point

Bounds = tuple[float, float, float, float]  # west, south, east, north; degrees
_FINE = 0.05  # points: a fifth of a pixel at 300 to the inch
_MARGIN = 0.09  # of the frame, on each side of what is to be seen


@dataclass(frozen=True)
class Projection:
    """Fits `bounds` (degrees, CRS84) into `frame` (points).

    The standard parallels lie a sixth of the frame's height within it, the rule for
    conic maps of a region (Snyder, Map Projections – A Working Manual, 1987, p. 99);
    at most at 85°, and not as far south as north: no cone touches the globe so.
    """

    bounds: Bounds
    frame: Box

    @cached_property
    def parallels(self) -> tuple[float, float]:
        west, south, east, north = self.bounds
        middle = (south + north) / 2
        wide = (east - west) * math.cos(math.radians(middle))  # as degrees of latitude
        high = max(north - south, wide * self.frame.height / self.frame.width) / (1 - 2 * _MARGIN)
        one, two = (min(max(at, -85.0), 85.0) for at in (middle - high / 3, middle + high / 3))
        even = abs(one + two) < 1  # about the equator there is no cone
        return round(one, 1), round(two + 2 if even else two, 1)

    @cached_property
    def definition(self) -> str:
        """The projection as PROJ writes it."""
        west, south, east, north = self.bounds
        (one, two), centre = self.parallels, ((west + east) / 2, (south + north) / 2)
        return (
            f"+proj=lcc +lat_1={one} +lat_2={two} +lat_0={centre[1]:.2f} "
            f"+lon_0={centre[0]:.2f} +datum=WGS84 +units=m"
        )

    @cached_property
    def _transformer(self) -> Any:
        from pyproj import Transformer

        return Transformer.from_crs("OGC:CRS84", self.definition, always_xy=True)

    @cached_property
    def _fit(self) -> tuple[float, float, float]:
        """Points per metre, and the metres at the frame's centre."""
        west, south, east, north = self.bounds
        edge = shapely.segmentize(shapely.box(west, south, east, north), 1)
        xy = self._metres(shapely.get_coordinates(edge))
        (left, low), (right, top) = xy.min(axis=0), xy.max(axis=0)
        room = 1 - 2 * _MARGIN
        scale = min(
            self.frame.width * room / (right - left), self.frame.height * room / (top - low)
        )
        return scale, (left + right) / 2, (low + top) / 2

    def _metres(self, lonlat: Any) -> Any:
        return np.column_stack(self._transformer.transform(lonlat[:, 0], lonlat[:, 1]))

    @property
    def metres_per_point(self) -> float:
        return 1 / self._fit[0]

    def points(self, lonlat: Any) -> Any:
        """Project an array of lon, lat (n × 2, degrees) to x, y on the page (n × 2, points)."""
        scale, x, y = self._fit
        middle = np.array(self.frame.centre)
        return middle + (self._metres(lonlat) - (x, y)) * (scale, -scale)

    def point(self, lon: float, lat: float) -> Point:
        x, y = self.points(np.array([[lon, lat]]))[0]
        return float(x), float(y)

    def shape(self, geometry: shapely.Geometry) -> shapely.Geometry:
        """Project a geometry (degrees) to the page."""
        return shapely.transform(geometry, self.points)

    def mark(self, geometry: shapely.Geometry) -> shapely.Geometry:
        """Project a mark to the page, no finer than can be seen: a rough coast costs minutes."""
        return shapely.simplify(self.shape(geometry), _FINE)

    def lonlat(self, x: float, y: float) -> Point:
        """Return the longitude and latitude that lie at a point of the page."""
        scale, east, north = self._fit
        middle = self.frame.centre
        lon, lat = self._transformer.transform(
            east + (x - middle[0]) / scale, north - (y - middle[1]) / scale, direction="INVERSE"
        )
        return float(lon), float(lat)

    def north_at(self, x: float, y: float) -> float:
        """Return where true north is from a point of the page: degrees clockwise from up."""
        lon, lat = self.lonlat(x, y)
        to = self.point(lon, lat + 0.01)
        return math.degrees(math.atan2(to[0] - x, y - to[1]))


def bounds_of(shapes: list[shapely.Geometry]) -> Bounds:
    """Return the bounds of shapes (degrees), at least a degree wide and high."""
    west, south, east, north = (float(v) for v in shapely.total_bounds(np.array(shapes)))
    wide, high = max(0.0, 1 - (east - west)) / 2, max(0.0, 1 - (north - south)) / 2
    return west - wide, south - high, east + wide, north + high


def window(projection: Projection, frame: Box, extent: Bounds | None) -> shapely.Geometry:
    """Return what of the page shows the marks: the frame, and in it the extent if there is one."""
    whole = shapely.box(frame.x, frame.y, frame.right, frame.bottom)
    if not extent:
        return whole
    ring = projection.shape(shapely.segmentize(shapely.box(*extent), 0.5))
    seen: shapely.Geometry = shapely.intersection(whole, shapely.make_valid(ring))
    return seen


def seen_of(shape: shapely.Geometry, window: shapely.Geometry) -> shapely.Geometry:
    """Return what of a shape on the page lies in the window, of the shape's own dimension."""
    dimensions = int(shapely.get_dimensions(shape))
    whole = shapely.make_valid(shape) if dimensions == 2 else shape
    found = shapely.get_parts(shapely.intersection(whole, window))
    return shapely.union_all([part for part in found if shapely.get_dimensions(part) == dimensions])
