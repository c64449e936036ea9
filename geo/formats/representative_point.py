"""The position of a feature as one point, for tables, and which kind of point that is.

A line or an area has no one position: a point of it stands for it, and `precision` says so. A
country, or a sea, that is placed by a point is an area all the same. What has no place has no
point. The page's table has the same cells (page/assets/share/representative_point.js): both are
tested on the same examples.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import shapely

from geo.atlas.model import Feature
from geo.atlas.wrapping import ANTIMERIDIAN, longitude_within

DECIMALS = 7  # of a degree, about 1 cm: those of a point are the atlas' own
ROUGH = 4  # of a degree, for a point of ours, which is no more precise than what it stands for
POINT_COLUMNS = ("longitude", "latitude", "precision")
# The precisions, each with the key of its words in a reader's language.
PRECISIONS = {
    "point": "point",
    "one of several points": "pointOfSeveral",
    "representative point of a line": "pointOfLine",
    "representative point of an area": "pointOfArea",
}
_POINT, _OF_SEVERAL, _OF_LINE, _OF_AREA = PRECISIONS
_AREAS = {"country", "sea"}  # kinds of features, however they are placed


class MapPoint(NamedTuple):
    """A longitude and latitude in degrees (CRS84), and one of PRECISIONS."""

    longitude: float
    latitude: float
    precision: str


def representative_point(feature: Feature) -> MapPoint | None:
    """Return the point of a feature, or one that stands for it; None when it has no place."""
    shape = feature.shape
    if shape is None:
        return None
    parts = shapely.get_parts(shape)
    match int(shapely.get_dimensions(shape)):
        case 0:
            several = _OF_SEVERAL if len(parts) > 1 else _POINT
            precision = _OF_AREA if feature.properties.kind in _AREAS else several
            return _degrees(parts[0], DECIMALS, precision)
        case 1:
            return _degrees(_middle(max(parts, key=shapely.length)), ROUGH, _OF_LINE)
        case _:
            return _degrees(_within(shape), ROUGH, _OF_AREA)


def _within(area: shapely.Geometry) -> shapely.Geometry:
    """Return the middle of the longest section of an area, halfway up its largest part."""
    largest = max(shapely.get_parts(area), key=lambda part: shapely.Polygon(part.exterior).area)
    west, _, east, _ = shapely.bounds(area)
    _, south, _, north = shapely.bounds(largest)
    parallel = shapely.LineString([(west, (south + north) / 2), (east, (south + north) / 2)])
    sections = shapely.get_parts(shapely.intersection(area, parallel))
    return _middle(max(sections, key=shapely.length))


def _middle(line: Any) -> shapely.Geometry:
    middle: shapely.Geometry = shapely.line_interpolate_point(line, 0.5, normalized=True)
    return middle


def _degrees(point: shapely.Geometry, decimals: int, precision: str) -> MapPoint:
    lon = longitude_within(shapely.get_x(point), ANTIMERIDIAN)
    return MapPoint(round(lon, decimals), round(shapely.get_y(point), decimals), precision)
