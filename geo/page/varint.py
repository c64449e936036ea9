"""Whole numbers and shapes as short texts, which the page decodes into typed arrays.

Coordinates are spherical Mercator (EPSG:3857) in world pixels at zoom 0, where the
world is 256 wide, in steps of 1/2048: none is off by more than a quarter of a pixel at the
page's last zoom.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

_END = 85.05112878  # degrees of latitude at which Mercator's square ends
STEPS = 2048  # of a world pixel
ROUGH = 512  # the same for a basemap: finer than it is simplified


def packed(numbers: npt.ArrayLike) -> str:
    """Pack whole numbers, small ones best: zigzag, LEB128, base64."""
    signed = np.asarray(numbers, dtype=np.int64)
    zigzag = (signed << 1) ^ (signed >> 63)
    groups = (zigzag[:, None] >> np.arange(0, 35, 7)) & 0x7F  # seven bits a byte, the lowest first
    rest = zigzag[:, None] >> np.arange(7, 42, 7)  # what is still to come after each
    wanted = np.column_stack([np.ones(len(signed), dtype=bool), rest[:, :-1] > 0])
    coded = (groups | np.where(rest > 0, 0x80, 0)).astype(np.uint8)
    return base64.b64encode(coded[wanted].tobytes()).decode()


def packed_steps(numbers: Iterable[int]) -> str:
    """Pack whole numbers as steps from each to the next, the first from 0."""
    return packed(np.diff(np.fromiter(numbers, dtype=np.int64), prepend=0))


# The type and the coordinates of a geometry (RFC 7946), degrees; None: there is none.
Shape: TypeAlias = tuple[str, Any] | None


def packed_shapes(shapes: Sequence[Shape], per_pixel: int = STEPS) -> dict[str, Any]:
    """Pack shapes in their order.

    `kinds` are 0 (none), 1 (point), 2 (line) or 3 (area); `parts` how many runs of
    positions each has; `lengths` how many positions each run has; `steps` lead from one
    position to the next, x and y in turns, through all runs, `stepsPerPixel` of the world.
    """
    runs = [_runs(*one) if one else [] for one in shapes]
    positions = [position for parts in runs for run in parts for position in run]
    steps = np.rint(projected(positions) * per_pixel).astype(np.int64)
    return {
        "kinds": packed([_kind(one[0]) if one else 0 for one in shapes]),
        "parts": packed([len(parts) for parts in runs]),
        "lengths": packed([len(run) for parts in runs for run in parts]),
        "steps": packed(np.diff(steps, axis=0, prepend=np.zeros((1, 2), np.int64)).ravel()),
        "stepsPerPixel": per_pixel,
    }


def _kind(type_: str) -> int:
    return ("Point", "LineString", "Polygon").index(type_.removeprefix("Multi")) + 1


def _runs(type_: str, coordinates: Any) -> Sequence[Sequence[Any]]:
    """Return the runs of positions that a geometry is made of."""
    match type_:
        case "Point":
            return [[coordinates]]
        case "LineString":
            return [coordinates]
        case "MultiPoint":
            return [[position] for position in coordinates]
        case "MultiPolygon":
            return list(chain.from_iterable(coordinates))
        case _:
            polygon_or_lines: Sequence[Sequence[Any]] = coordinates
            return polygon_or_lines


def projected(positions: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Project lon, lat in degrees (CRS84) to world pixels, shape (n, 2); y points down."""
    lon, lat = np.asarray(positions, dtype=float).reshape(-1, 2).T
    lat = np.clip(lat, -_END, _END)
    y = np.log(np.tan(np.pi / 4 + np.radians(lat) / 2))
    return np.column_stack([(lon + 180) / 360 * 256, 128 * (1 - y / np.pi)])


def unprojected(positions: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Return the degrees (lon, lat) of world pixels, shape (n, 2)."""
    x, y = np.asarray(positions, dtype=float).reshape(-1, 2).T
    lat = 2 * np.degrees(np.arctan(np.exp(np.pi * (1 - y / 128)))) - 90
    return np.column_stack([x / 256 * 360 - 180, lat])
