"""The corridor's ribbon, and the bracket beside it, as on the screen (page/assets/map/ribbon.js).

A ribbon is filled where use is reported, hollow where none is; white dots say that its course is
ours. A bracket, with a tick at each end, stands for what is said of the whole, not for a place.
"""

from __future__ import annotations

import math
from itertools import pairwise

from geo.sheet.scene import Item, Path, Point, Stroke
from geo.symbology import PALETTE

Run = tuple[Point, ...]
Runs = tuple[Run, ...]

WIDTH = 6.8
_CASING, _RIM = 1.9, 1.5  # on each side; of a hollow ribbon
_GLOW, _FAINT = (22.0, 16.0, 10.5), 0.05
_DOTS, _CHEVRON = Stroke(PALETTE.land, 1.1, (0.6, 5.2)), 4.6
_TICK = 4.6  # half of it
_ARROW = ((9.5, 0.0), (-3.0, 6.8), (0.6, 0.0), (-3.0, -6.8))


def ribbon(
    runs: Runs, colour: str, *, is_used: bool, is_ours: bool, leads_on: frozenset[Point]
) -> tuple[tuple[Item, ...], ...]:
    """Return a stretch in tiers, so that none lies on the end of another.

    An arrow stands at those ends from which the corridor is said to lead on.
    """
    ground = PALETTE.land
    glow = tuple(Path(runs, stroke=Stroke(colour, wide, opacity=_FAINT)) for wide in _GLOW)
    casing = Path(runs, stroke=Stroke(ground, WIDTH + 2 * _CASING))
    fill = Path(runs, stroke=Stroke(colour, WIDTH))
    hollow = Path(runs, stroke=Stroke(ground, WIDTH - 2 * _RIM))
    dots = Path(runs, stroke=_DOTS)
    chevrons = tuple(_chevron(run, ground if is_used else colour) for run in runs)
    arrows = tuple(_arrow(run, colour) for run in runs if run[-1] in leads_on)
    return (
        glow if is_used else (),
        (casing,),
        (fill,),
        () if is_used else (hollow,),
        (dots,) if is_used and is_ours else (),
        (*chevrons, *arrows),
    )


def bracket(runs: Runs, colour: str, dash: tuple[float, ...]) -> tuple[Item, ...]:
    """Return a thin line on a pale casing, with a tick at each end."""
    ticks = tuple(tick for run in runs for tick in (_tick(run[0], run[1]), _tick(run[-1], run[-2])))
    return (
        Path(runs, stroke=Stroke(PALETTE.land, 4.0)),
        Path(runs, stroke=Stroke(colour, 1.5, dash)),
        Path(ticks, stroke=Stroke(colour, 1.8)),
    )


def _tick(end: Point, along: Point) -> Run:
    turn = math.atan2(along[1] - end[1], along[0] - end[0])
    dx, dy = _TICK * math.sin(turn), _TICK * math.cos(turn)
    return (end[0] - dx, end[1] + dy), (end[0] + dx, end[1] - dy)


def _chevron(run: Run, colour: str) -> Path:
    """Return which way a run leads: a chevron at its middle."""
    lengths = [math.dist(a, b) for a, b in pairwise(run)]
    half, at = sum(lengths) / 2, 0
    while at < len(lengths) - 1 and half > lengths[at]:
        half -= lengths[at]
        at += 1
    (x1, y1), (x2, y2) = run[at], run[at + 1]
    part = half / lengths[at] if lengths[at] else 0.0
    middle, turn = (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part), math.atan2(y2 - y1, x2 - x1)
    corners = ((-_CHEVRON / 2, -_CHEVRON / 2), (_CHEVRON / 2, 0), (-_CHEVRON / 2, _CHEVRON / 2))
    return Path((_turned(corners, middle, turn),), stroke=Stroke(colour, 1.7))


def _arrow(run: Run, colour: str) -> Path:
    (x1, y1), (x, y) = run[-2:]
    ring = _turned(_ARROW, (x, y), math.atan2(y - y1, x - x1))
    return Path((ring,), closed=True, fill=PALETTE.land, stroke=Stroke(colour, 1.5))


def _turned(points: tuple[Point, ...], at: Point, turn: float) -> Run:
    cos, sin = math.cos(turn), math.sin(turn)
    return tuple((at[0] + x * cos - y * sin, at[1] + x * sin + y * cos) for x, y in points)
