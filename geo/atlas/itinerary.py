"""The itinerary: the features in the order of a journey along the corridor, to the sea.

The page's next and previous, and the numbers of the excerpts on sheets and slides, follow this
one order.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import partial
from typing import cast

import shapely

from geo.atlas.model import Feature

ELSEWHERE, UNPLACED = "(elsewhere)", "(unplaced)"  # beside the stretches; no id has brackets

Places = Mapping[str, tuple[Feature, ...]]


def itinerary_of(
    features: Iterable[Feature],
    corridor: Sequence[Feature],
    places: Places,
    wholes: Container[str],
) -> Mapping[str, tuple[Feature, ...]]:
    """Return all features by the stretch (a segment's id) at which a traveller comes to them.

    `corridor` are the segments in order, `places` the placed features at which each is shown,
    `wholes` the ids of features that have parts.

    A feature belongs to the nearest stretch of its country, or of all stretches when it, or
    every stretch, names no country. A feature without a geometry is met where it is shown.
    Features in another country are under ELSEWHERE, features without a place under
    UNPLACED, each last. Within a stretch they follow by distance along it, in degrees: a line
    at its first point, an area at its centroid. Stretches without a feature are left out.
    """
    itinerary = _Itinerary(corridor, places, wholes)
    stretches: dict[str, list[Feature]] = {segment.id: [] for segment in corridor}
    stretches |= {ELSEWHERE: [], UNPLACED: []}
    for feature in features:
        stretches[itinerary.stretch(feature)].append(feature)
    for segment in corridor:
        stretches[segment.id].sort(key=partial(itinerary.rank, segment))
    return {stretch: tuple(met) for stretch, met in stretches.items() if met}


class _Stretches:
    """Segments of the corridor in order, with an index of where they are.

    Of several on the very same line it knows the first: no other is ever the nearest.
    """

    def __init__(self, segments: Sequence[Feature]) -> None:
        first: dict[bytes, Feature] = {}
        for segment in segments:
            first.setdefault(shapely.to_wkb(shapely.normalize(_line(segment))), segment)
        self.segments = tuple(first.values())
        self._index = shapely.STRtree([_line(segment) for segment in self.segments])

    def nearest(self, point: shapely.Point) -> str | None:
        """Return the id of the nearest segment, the first of several; None if there is none."""
        found = self._index.query_nearest(point)
        return self.segments[min(found)].id if len(found) else None


class _Itinerary:
    def __init__(self, corridor: Sequence[Feature], places: Places, wholes: Container[str]) -> None:
        self.places, self.wholes = places, wholes
        self._segments = {segment.id for segment in corridor}
        self._all = _Stretches(corridor)
        by_country: dict[str | None, list[Feature]] = {}
        for segment in corridor:
            by_country.setdefault(segment.properties.country, []).append(segment)
        self._of = {country: _Stretches(found) for country, found in by_country.items() if country}

    def stretch(self, feature: Feature) -> str:
        """Return the key of the stretch that a feature belongs to."""
        places = self.places[feature.id]
        if not places:
            return UNPLACED
        place = places[0]
        if place.id in self._segments:
            return place.id
        country = place.properties.country
        stretches = self._of.get(country) if country and self._of else self._all
        return (stretches and stretches.nearest(_point(place))) or ELSEWHERE

    def rank(self, segment: Feature, feature: Feature) -> tuple[float, float, int]:
        """Return the sort key of a feature: degrees along the segment, degrees off it, and kind.

        At one point a whole comes before its members, and the segment itself last.
        """
        line, point = _line(segment), _point(self.places[feature.id][0])
        kind = 0 if feature.id in self.wholes else 2 if feature.id == segment.id else 1
        return line.project(point), line.distance(point), kind


def _line(segment: Feature) -> shapely.LineString:
    return cast(shapely.LineString, segment.shape)


def _point(place: Feature) -> shapely.Point:
    """Return the point at which a placed feature is met."""
    if isinstance(place.shape, shapely.LineString | shapely.MultiLineString):
        return shapely.Point(shapely.get_coordinates(place.shape)[0])
    return cast(shapely.Point, shapely.centroid(place.shape))
