"""Where a label may stand round its mark: tables of spots, each in order of preference."""

from __future__ import annotations

import math
from typing import NamedTuple

from geo.sheet.scene import Box


class Spot(NamedTuple):
    """Where a label may stand, in points from its mark.

    It begins there if `align` is -1, is centred there if 0, and ends there if 1.
    """

    dx: float
    dy: float
    align: int


def _spots(*offsets: tuple[float, float, int]) -> tuple[Spot, ...]:
    return tuple(Spot(*offset) for offset in offsets)


BESIDE = _spots(
    *((8, 0, -1), (-8, 0, 1), (0, -12, 0), (0, 12, 0)),
    *((7, -9, -1), (7, 9, -1), (-7, -9, 1), (-7, 9, 1)),
    *((4, 17, -1), (-4, 17, 1), (4, -17, -1), (-4, -17, 1)),
)
CENTRED = _spots((0, 0, 0))
NEAR = _spots(*((0, dy, 0) for dy in (-9, -12, -15, -18, 9, 12, 15, 18, -24, 24)))
# Above and below a line, clear of it, in order of preference. Picked by eye on the shipped
# sheets: first near its middle, then further off, then to its sides too.
ASIDE = _spots(
    *((0, 14, 0), (0, -14, 0), (0, 25, 0), (0, -25, 0), (0, 38, 0), (-20, 38, 0), (20, 38, 0)),
    *((0, 52, 0), (-30, 52, 0), (0, 66, 0), (-40, 66, 0), (40, 52, 0), (60, 66, 0), (0, 80, 0)),
    *((0, -52, 0), (-30, -52, 0), (-30, -80, 0), (-60, 40, 0), (-60, 66, 0), (60, 40, 0)),
    *((-60, -40, 0), (-60, -66, 0), (-20, -38, 0), (20, -38, 0), (-20, 66, 0), (30, 80, 0)),
    *((-15, 94, 0), (15, 94, 0), (-30, 94, 0)),
)
AROUND = (
    *BESIDE,
    *_spots(
        *((12, -30, -1), (-12, -30, 1), (12, 30, -1), (-12, 30, 1), (30, 0, -1), (-30, 0, 1)),
        *((0, -42, 0), (0, 42, 0), (30, -36, -1), (30, 36, -1), (-30, -36, 1), (-30, 36, 1)),
    ),
)

# Round a mark, further and further off: where its letter may stand.
RINGS = tuple(
    Spot(round(far * math.cos(turn), 2), round(far * math.sin(turn), 2), 0)
    for far in (0, 11, 16, 23, 32, 44, 60)
    for turn in (step * math.pi / 6 for step in range(12))
)


def _grid(wide: int, high: int, step: int, row: int) -> tuple[Spot, ...]:
    """Return spots in rows, so far to each side, the nearest first."""
    rows = range(-high, high + 1, row)
    spots = (Spot(dx, dy, 0) for dx in range(-wide, wide + 1, step) for dy in rows)
    return tuple(sorted(spots, key=lambda spot: math.hypot(spot.dx / 1.5, spot.dy)))


ANYWHERE = _grid(300, 260, 15, 13)  # on the map: where the forces within a country may stand
NEARBY = _grid(120, 104, 6, 4)  # where a name has water alone under it, or room at all


def round_box(box: Box, gap: float = 3.0) -> tuple[Spot, ...]:
    """Return the places beside, above and below an area, then its corners and further off."""
    wide, high = box.width / 2 + gap, box.height / 2
    return _spots(
        *((wide, 0, -1), (-wide, 0, 1), (0, -high - 8, 0), (0, high + 8, 0)),
        *((wide - 8, -high - 8, -1), (wide - 8, high + 8, -1)),
        *((8 - wide, -high - 8, 1), (8 - wide, high + 8, 1)),
        *(
            (dx, sign * (high + dy), 0)
            for dy in (20, 32)
            for dx in (0, -30, 30)
            for sign in (-1, 1)
        ),
        *((sign * (wide + 16), dy, -sign) for dy in (0, -12, 12, -24, 24) for sign in (1, -1)),
    )
