"""Text that wraps: how high it is, how small it has to be to fit, how it flows over pages.

It is measured in our upright fonts, which are wider than Arial by a twentieth; but for
Arabic, where a machine without Arial takes one that is wider still.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from geo.sheet.fonts import is_arabic, width_of
from geo.sheet.scene import Anchor, Look
from geo.text.bidi import is_rightward

_LEADING, _AFTER = 1.2, 2.0  # of the size; points after a paragraph
_ARABIC, _OTHER = 1.2, 0.97  # bold DejaVu Sans, against ours; Arial, with a little to spare
_LEAST = 5.0  # points; nobody reads what is smaller

_BREAKS = re.compile("(?<=-)| ")  # addresses break after a hyphen

Run = tuple[str, Look]


@dataclass(frozen=True)
class Paragraph:
    """Runs of text in one direction, at the side where that begins if no anchor says other."""

    runs: tuple[Run, ...]
    rtl: bool = False
    anchor: Anchor | None = None

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)

    def scaled(self, by: float) -> Paragraph:
        runs = ((text, replace(look, size=round(look.size * by, 2))) for text, look in self.runs)
        return replace(self, runs=tuple(runs))


@dataclass(frozen=True)
class Block:
    """Paragraphs in a box of this width, as high as they are; `tag` is a number beside them."""

    x: float
    y: float
    width: float
    paragraphs: tuple[Paragraph, ...]
    tag: str = ""

    @property
    def height(self) -> float:
        return sum(_height(paragraph, self.width) for paragraph in self.paragraphs)


def plain(text: str, look: Look) -> Paragraph:
    """Return a text as a paragraph in its own direction."""
    return Paragraph(((text, look),), is_rightward(text))


def fitted(block: Block, height: float) -> Block:
    """Return a block with its text as much smaller as it has to be for this height."""
    least = _LEAST / min(look.size for one in block.paragraphs for _, look in one.runs)
    by = 1.0
    while by > least:
        small = replace(block, paragraphs=tuple(one.scaled(by) for one in block.paragraphs))
        if small.height <= height:
            return small
        by *= 0.96
    return replace(block, paragraphs=tuple(one.scaled(least) for one in block.paragraphs))


def measure(text: str, look: Look) -> float:
    """Return how much room a text in one line takes, in points, whatever font it comes in."""
    return _ems(text, look.bold) * look.size


@cache
def _ems(text: str, bold: bool) -> float:
    wide = width_of(text, Look(1, bold=bold))
    return wide * (_ARABIC if is_arabic(text) else _OTHER)


def _height(paragraph: Paragraph, width: float) -> float:
    size = max(look.size for _, look in paragraph.runs)
    return _lines(paragraph, width) * size * _LEADING + _AFTER


def _lines(paragraph: Paragraph, room: float) -> int:
    """Count the lines; a word that is too long breaks wherever the line ends."""
    lines, used = 1, 0.0
    for text, look in paragraph.runs:
        for word in _BREAKS.split(text):
            wide = measure(f"{word} ", look)
            if used and used + wide > room:
                lines, used = lines + 1, 0.0
            lines, used = lines + int(wide // room), used + wide % room
    return lines


def flow(blocks: Sequence[Block], gap: float, room: float, by: int = 1) -> list[list[Block]]:
    """Stack blocks in columns; each begins at the top of its column: y counts from 0.

    A block that no column holds is broken between its paragraphs, and one paragraph
    alone is made smaller.
    """
    parts = [part for block in blocks for part in _broken(block, room)]
    stacks = stacked([part.height for part in parts], gap, room, by)
    return [[replace(parts[index], y=y) for index, y in stack] for stack in stacks]


def stacked(
    heights: Sequence[float], gap: float, room: float, by: int = 1
) -> list[list[tuple[int, float]]]:
    """Stack things of these heights in as few columns as there must be, evenly filled.

    Returns each column as the things' indices with their y; there may be as many
    columns as the next multiple of `by`.
    """
    if not heights:
        return []
    full = _stack(heights, gap, room)
    most = -(-len(full) // by) * by
    even = sum(heights) / most
    tries = (_stack(heights, gap, even + (room - even) * step / 24) for step in range(24))
    return next((one for one in tries if len(one) <= most), full)


def _stack(heights: Sequence[float], gap: float, room: float) -> list[list[tuple[int, float]]]:
    columns: list[list[tuple[int, float]]] = []
    y = room
    for index, height in enumerate(heights):
        if not columns or y + height > room:
            columns.append([])
            y = 0.0
        columns[-1].append((index, y))
        y += height + gap
    return columns


def _broken(block: Block, room: float) -> Iterator[Block]:
    if block.height <= room:
        yield block
        return
    parts = [fitted(replace(block, paragraphs=(one,)), room) for one in block.paragraphs]
    for stack in _stack([part.height for part in parts], 0, room):
        yield replace(block, paragraphs=tuple(parts[i].paragraphs[0] for i, _ in stack))
