"""Paths across 180°: each of their steps goes the short way, so that their longitudes go on."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from geo.atlas.geometries import Path


def crosses(path: Path) -> bool:
    """Say whether a step of a path is longer than 180°: then it goes the short way, over 180°."""
    return any(abs(after[0] - before[0]) > 180 for before, after in pairwise(path))


def goes_round(path: Path) -> bool:
    """Say whether a ring goes round a pole, so that it doesn't close on a map."""
    if not (_is_ring(path) and crosses(path)):
        return False
    line = unrolled(path)
    return line[0] != line[-1]


def unrolled(path: Path) -> Path:
    """Return a path with each step the short way; its longitudes may leave -180…180."""
    turns = [0]
    for before, after in pairwise(path):
        step = after[0] - before[0]
        turns.append(turns[-1] + (-1 if step > 180 else 1 if step < -180 else 0))
    return tuple((lon + 360 * turn, *rest) for (lon, *rest), turn in zip(path, turns, strict=True))


def all_unrolled(nested: Any) -> Any:
    """Unroll the paths of a geometry's coordinates; the holes of a polygon stay in it."""
    if isinstance(nested[0][0], float):
        return unrolled(tuple(nested))
    found = [all_unrolled(part) for part in nested]
    if not (isinstance(found[0], tuple) and _is_ring(found[0])):
        return found
    outer = _middle(found[0])
    return [_shifted(ring, round((outer - _middle(ring)) / 360)) for ring in found]


def _is_ring(path: Path) -> bool:
    return len(path) > 3 and path[0] == path[-1]


def _middle(path: Path) -> float:
    return sum(position[0] for position in path) / len(path)


def _shifted(path: Path, turns: int) -> Path:
    return tuple((lon + 360 * turns, *rest) for lon, *rest in path)
