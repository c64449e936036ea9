"""Texts along lines: of what is said of the use of the corridor, and of the whole of it.

As on the screen (page/assets/map/along.js): below a ribbon, above a bracket, at the line's slope.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.model import Feature
from geo.sheet.beside import beyond_place
from geo.sheet.boxes import Boxes
from geo.sheet.disc import RADIUS, draw_disc, number_of
from geo.sheet.hosts import name_of
from geo.sheet.prose import Line, Span, broken, printed, set_line
from geo.sheet.runs import runs_of_use
from geo.sheet.scene import Box, Group, Item, Point, Text, TextStyle
from geo.sheet.wording import is_disputed, modality_label, representative_claim, use_of
from geo.symbology import PALETTE
from geo.text.catalogue import words
from geo.text.language import is_rtl

_SIZE, _BELOW, _ABOVE = 9.0, 16.0, -10.5  # points; from the line to the text's middle
_STEEPEST, _STEP = 0.6, 8.0  # radians; from a box of a text to the next
_SHARES = (0.5, 0.55, 0.45, 0.6, 0.4, 0.65, 0.35, 0.7, 0.3)  # of the line, for a text's middle


class Along(NamedTuple):
    """The texts as drawn, and the boxes that labels leave free."""

    group: Group
    boxes: list[Box]


@dataclass(frozen=True)
class _Wanted:
    """A text, from the longest form to the shortest, and the line that it goes along."""

    texts: tuple[tuple[Span, ...], ...]
    shapes: tuple[shapely.Geometry, ...]
    gap: float
    number: str
    colour: str


def draw_along(
    atlas: Atlas,
    seen: Sequence[tuple[Feature, shapely.Geometry]],
    frame: Box,
    language: str,
    taken: Sequence[Box],
) -> Along:
    """Write along the lines of marks on the page what finds room there."""
    items, boxes, rtl = list[Item](), list[Box](), is_rtl(language)
    others = Boxes(taken)
    for wanted in (*_uses(atlas, seen, language), *_wholes(atlas, seen, language)):
        placed = _placed(wanted, frame, others)
        if placed:
            line, middle, slope, own = placed
            items += _set(line, wanted, middle, slope, rtl=rtl)
            others.add(*own)
            boxes += own
    return Along(Group("Along the corridor", tuple(items), clip=frame), boxes)


def _uses(
    atlas: Atlas, seen: Sequence[tuple[Feature, shapely.Geometry]], language: str
) -> Iterator[_Wanted]:
    """Yield what is said of the use of each run of stretches, in the words for it."""
    style = TextStyle(_SIZE, bold=True)
    shapes = {feature.id: shape for feature, shape in seen}
    for run in runs_of_use(atlas, [feature for feature, _ in seen]):
        claim = use_of(atlas, run[0])
        if claim is None:
            continue
        dissent = f" · {words(language, 'useDisputed')}" if is_disputed(atlas, claim) else ""
        facts = f"{words(language, 'useReported')}{dissent}"
        texts: list[tuple[Span, ...]] = [(Span(facts, style),)]
        if claim.words:
            quote = printed(claim.words, style, atlas)
            texts = [(Span(f"{facts}: ", style), quote), *texts]
        yield _Wanted(
            tuple(texts),
            tuple(shapes[stretch.id] for stretch in run),
            _BELOW,
            number_of(atlas, [claim], language),
            PALETTE.ink,
        )


def _wholes(
    atlas: Atlas, seen: Sequence[tuple[Feature, shapely.Geometry]], language: str
) -> Iterator[_Wanted]:
    """Yield the names of forces that are said to be of a whole, with the words for that."""
    for force, shape in seen:
        if not beyond_place(atlas, force):
            continue
        layer = atlas.layer_of(force)
        style = TextStyle(_SIZE, atlas.style_of(layer).symbol.colour, bold=True)
        name = name_of(atlas, force, language)
        claim = representative_claim(atlas, force)
        texts: list[tuple[Span, ...]] = [(Span(name, style),)]
        if claim and claim.words:
            how = modality_label(claim, language) if claim.modality != "asserted" else ""
            quote = printed(claim.words, style, atlas)
            more = (Span(f" · {how}", style),) if how else ()
            texts = [(Span(f"{name} ", style), quote, *more), *texts]
        number = number_of(atlas, force.claims, language)
        yield _Wanted(tuple(texts), (shape,), _ABOVE, number, style.colour)


def _placed(
    wanted: _Wanted, frame: Box, others: Boxes
) -> tuple[Line, Point, float, list[Box]] | None:
    """Return the first text that is clear of others, its middle, its slope, and its boxes."""
    points = sorted(
        (x, y) for shape in wanted.shapes for x, y in shapely.get_coordinates(shape).tolist()
    )
    (x1, y1), (x2, y2) = points[0], points[-1]
    slope, length = math.atan2(y2 - y1, x2 - x1), math.dist((x1, y1), (x2, y2))
    if abs(slope) > _STEEPEST or not length:
        return None
    disc = 2 * RADIUS + 4 if wanted.number else 0.0
    for text in wanted.texts:
        (line,) = broken(text, math.inf)
        wide = line.width + disc
        for share in _SHARES:
            if wide > length * 2 * min(share, 1 - share):
                continue
            at = _nearest_on(points, x1 + (x2 - x1) * share)
            middle = (at[0] - wanted.gap * math.sin(slope), at[1] + wanted.gap * math.cos(slope))
            boxes = _boxes(middle, slope, wide)
            if all(map(frame.holds, boxes)) and not others.overlap(*boxes):
                return line, middle, slope, boxes
    return None


def _nearest_on(points: Sequence[Point], x: float) -> Point:
    """Return the point of a line, from left to right, at an x."""
    for (x1, y1), (x2, y2) in pairwise(points):
        if x1 <= x <= x2 and x2 > x1:
            return x, y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return points[-1]


def _boxes(middle: Point, slope: float, wide: float) -> list[Box]:
    count = max(2, math.ceil(wide / _STEP))
    steps = (wide * (step / count - 0.5) for step in range(count + 1))
    return [
        Box(
            middle[0] + by * math.cos(slope) - _STEP / 2,
            middle[1] + by * math.sin(slope) - _SIZE * 0.62,
            _STEP,
            _SIZE * 1.24,
        )
        for by in steps
    ]


def _set(line: Line, wanted: _Wanted, middle: Point, slope: float, *, rtl: bool) -> Iterator[Item]:
    """Yield a line set level about its middle, then turned to the slope."""
    disc = 2 * RADIUS + 4 if wanted.number else 0.0
    half = (line.width + disc) / 2
    if wanted.number:
        at = (half - RADIUS if rtl else RADIUS - half, 0.0)
        yield from draw_disc(wanted.number, _turned(at, middle, slope), wanted.colour)
    start = (half - disc if rtl else disc - half, _SIZE * 0.36)
    for text in set_line(line, start, rtl=rtl, halo=PALETTE.land):
        yield Text(
            _turned(text.at, middle, slope),
            text.text,
            text.style,
            text.anchor,
            text.halo,
            math.degrees(slope),
            text.language,
        )


def _turned(point: Point, middle: Point, slope: float) -> Point:
    (x, y), cos, sin = point, math.cos(slope), math.sin(slope)
    return middle[0] + x * cos - y * sin, middle[1] + x * sin + y * cos
