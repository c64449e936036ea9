"""Shapes within 360° of longitude: cut where they reach beyond, joined where they were cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import numpy as np
import shapely

ANTIMERIDIAN = -180.0  # the longitude from which those of GeoJSON run (RFC 7946)
_DECIMALS = 9  # of degrees that were moved: a tenth of a millimetre


def longitude_within(longitude: float, west: float) -> float:
    """Return a longitude in the 360° from `west`."""
    if west <= longitude <= west + 360:
        return longitude
    return round(west + (longitude - west) % 360, _DECIMALS)


def within(shape: shapely.Geometry, west: float) -> shapely.Geometry:
    """Return a shape in the 360° from `west`: cut there, and joined where it was cut at 180°.

    It is the same object where it needs neither.
    """
    low, _, high, _ = shapely.bounds(shape)
    parts = shapely.get_parts(shape)
    is_cut = len(parts) > 1 and west != ANTIMERIDIAN and _touches(shape)
    if not is_cut and (np.isnan(low) or (west <= low and high <= west + 360)):
        return shape
    kept = [piece for part in parts for piece in _pieces(part, west)]
    return _joined(kept) if is_cut else _several(kept)


def cut(shape: shapely.Geometry) -> shapely.Geometry:
    """Return a shape as RFC 7946 has it: in -180…180, cut at 180° (3.1.9), its rings oriented."""
    whole = within(shape, ANTIMERIDIAN)
    return whole if whole is shape else shapely.orient_polygons(whole)


def turned(shape: shapely.Geometry, turns: int) -> shapely.Geometry:
    """Return a shape moved eastward by whole turns of 360°."""
    if not turns:
        return shape
    by = np.array((360.0 * turns, 0.0))
    return shapely.transform(shape, lambda lonlat: np.round(lonlat + by, _DECIMALS))


def turns_to(longitude: float, west: float) -> int:
    """Return by how many turns of 360° a longitude has to move into those from `west`."""
    return -int((longitude - west) // 360)


def _touches(shape: shapely.Geometry) -> bool:
    """Say whether a position is at 180°, where RFC 7946 has shapes cut."""
    return bool((shapely.get_coordinates(shape)[:, 0] % 360 == 180).any())


def _pieces(part: shapely.Geometry, west: float) -> Iterator[shapely.Geometry]:
    """Yield what of a part lies in each turn of 360°, moved into that from `west`."""
    low, _, high, _ = shapely.bounds(part)
    first = -turns_to(low, west)
    last = max(first, turns_to(west, high) - 1)
    for turn in range(first, last + 1):
        left = west + 360 * turn
        piece = part
        if first != last:
            piece = shapely.intersection(part, shapely.box(left, -90, left + 360, 90))
        for found in shapely.get_parts(piece):
            is_alike = shapely.get_dimensions(found) == shapely.get_dimensions(part)
            if is_alike and not shapely.is_empty(found):  # an empty area has two dimensions, too
                yield turned(found, -turn)


def _joined(parts: list[shapely.Geometry]) -> shapely.Geometry:
    """Join lines end to start, and areas edge to edge."""
    whole = _several(parts)
    if shapely.get_dimensions(whole) == 1:
        return cast(shapely.Geometry, shapely.line_merge(whole, directed=True))
    return shapely.union_all(parts) if shapely.get_dimensions(whole) == 2 else whole


def _several(parts: list[shapely.Geometry]) -> shapely.Geometry:
    if len(parts) == 1:
        return parts[0]
    makers = (shapely.multipoints, shapely.multilinestrings, shapely.multipolygons)
    return cast(shapely.Geometry, makers[int(shapely.get_dimensions(parts[0]))](parts))
