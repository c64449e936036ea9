"""The tour: the features in the order of a journey along the corridor, from its start to the sea.

The page's next and previous, and the numbers of the excerpts on sheets and slides,
go by this one order.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import cast

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.model import Feature

ELSEWHERE, UNPLACED = "(elsewhere)", "(unplaced)"  # beside the stretches; no id has brackets


def tour(atlas: Atlas) -> Mapping[str, tuple[Feature, ...]]:
    """Return all features by the stretch (a segment's id) at which a traveller comes to them.

    A feature belongs to the nearest stretch of its country, or of all when it, or every
    stretch, names none. What has no place of its own is met where it is shown: at what it is
    within, or at the first of its parts. What lies in another country is under ELSEWHERE,
    what is shown nowhere under UNPLACED, each last. Within a stretch features follow as they
    are met: a line at its first point, an area at its centroid.
    """
    stretches: dict[str, list[Feature]] = {segment.id: [] for segment in atlas.corridor}
    stretches |= {ELSEWHERE: [], UNPLACED: []}
    for feature in atlas.features.values():
        stretches[_stretch(atlas, feature)].append(feature)
    for segment in atlas.corridor:
        stretches[segment.id].sort(key=partial(_met, atlas, segment))
    return {stretch: tuple(features) for stretch, features in stretches.items() if features}


def numbers(atlas: Atlas) -> dict[str, int]:
    """Return each cited excerpt's number, from 1, in the order in which the tour comes to it."""
    features = (feature for features in tour(atlas).values() for feature in features)
    cited = (
        one for feature in features for claim in feature.claims for one in atlas.grounds(claim)
    )
    return {one: number for number, one in enumerate(dict.fromkeys(cited), 1)}


def _stretch(atlas: Atlas, feature: Feature) -> str:
    places = atlas.places[feature.id]
    if not places:
        return UNPLACED
    country, point = places[0].properties.country, _point(places[0])
    asked = country and any(one.properties.country for one in atlas.corridor)
    near = [one for one in atlas.corridor if not asked or one.properties.country == country]
    found = min(
        near, key=lambda one: (one.id != places[0].id, _line(one).distance(point)), default=None
    )
    return found.id if found else ELSEWHERE


def _met(atlas: Atlas, segment: Feature, feature: Feature) -> tuple[float, float, int]:
    """Return how far along the segment a feature is met, in degrees, how far off it, and its rank.

    At one point a whole comes before what is said to be within it, and the segment last.
    """
    line, point = _line(segment), _point(atlas.places[feature.id][0])
    is_whole = feature.id in atlas.parts
    rank = 0 if is_whole else 2 if feature.id == segment.id else 1
    return line.project(point), line.distance(point), rank


def _line(segment: Feature) -> shapely.LineString:
    return cast(shapely.LineString, segment.shape)


def _point(place: Feature) -> shapely.Point:
    """Return the point at which a placed feature is met."""
    if isinstance(place.shape, shapely.LineString | shapely.MultiLineString):
        return shapely.Point(shapely.get_coordinates(place.shape)[0])
    return cast(shapely.Point, shapely.centroid(place.shape))
