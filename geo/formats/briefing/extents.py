"""The extents of a briefing's maps, in degrees: of what they are about, with room round it."""

from __future__ import annotations

from collections.abc import Iterable

import shapely

from geo.atlas.atlas import Atlas
from geo.sheet.projection import Bounds, bounds_of

_LEAST = 0.34  # of the corridor's extent: a nearer map shows nothing but its line
_ANYWHERE: Bounds = (-20.0, 10.0, 60.0, 60.0)


def extent_around(atlas: Atlas, shapes: Iterable[shapely.Geometry]) -> Bounds:
    """Return the bounds of shapes, or else of the corridor; no less than a third of the latter."""
    about = list(shapes)
    whole = [one.shape for one in atlas.corridor if one.shape is not None]
    if not about and not whole:
        return _ANYWHERE
    bounds = bounds_of(about or whole)
    return _roomy(bounds, bounds_of(whole)) if whole else bounds


def _roomy(bounds: Bounds, whole: Bounds) -> Bounds:
    """Return bounds that are no less than a third of the whole's, about the same middle."""
    west, south, east, north = bounds
    wide = max(0.0, (whole[2] - whole[0]) * _LEAST - (east - west)) / 2
    high = max(0.0, (whole[3] - whole[1]) * _LEAST - (north - south)) / 2
    return west - wide, south - high, east + wide, north + high
