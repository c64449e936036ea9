"""Axes that are swapped: a mark far from all others that would lie among them the other way round.

Where a feature names its country, `geo.checks.geometry` finds that, and more surely.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.errors import Problem
from geo.atlas.wrapping import ANTIMERIDIAN, longitude_within
from geo.checks.geometry import SWAPPED, sound_shape

_LEAST = 3  # marks that are where they should be, so that there is an "among them"
# In radii of the circle round these: how far off a mark is, and within how many when swapped.
_OFF, _AMONG = 3, 1.5


def check(atlas: Atlas) -> Iterator[Problem]:
    """Yield marks without a country that are far off all others, and not so when swapped."""
    placed = [(file, f) for file, f in atlas.each_feature() if sound_shape(f, atlas.west)]
    if not placed:
        return
    bounds = shapely.bounds([feature.shape for _, feature in placed])
    middles = (bounds[:, :2] + bounds[:, 2:]) / 2
    swapped = np.array([_swapped(middle, atlas.west) for middle in middles.tolist()])
    centre = np.median(middles, axis=0)
    distances, others = (np.hypot(*(points - centre).T) for points in (middles, swapped))
    near = distances <= others
    if near.sum() < _LEAST:
        return
    reach = distances[near].max()
    for (file, feature), off, back in zip(placed, distances, others, strict=True):
        is_swapped = off > _OFF * reach and back <= _AMONG * reach
        if is_swapped and feature.properties.country is None:
            what = "it lies far from all other marks, and among them with its axes swapped"
            yield Problem(file, feature.id, what, f"{SWAPPED}; or name the country it is in")


def _swapped(middle: list[float], west: float) -> tuple[float, float]:
    lon, lat = longitude_within(middle[0], ANTIMERIDIAN), middle[1]
    return longitude_within(lat, west), lon
