"""Text that wraps: its height, its size to fit a box, and its flow over columns and pages.

It is measured in the sheets' upright fonts, which are a twentieth wider than Arial; Arabic is
widened further, for machines that have another font in place of Arial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from geo.sheet.fonts import is_arabic, width_of
from geo.sheet.scene import Anchor, TextStyle
from geo.text.bidi import is_rtl_text

_LEADING, _AFTER = 1.2, 2.0  # of the size; points after a paragraph
_ARABIC, _OTHER = 1.2, 0.97  # widths of bold DejaVu Sans, and of Arial with a margin, to ours
_SERIF = 1.02  # of Georgia to ours
LEAST = 8.0  # points; nobody reads smaller text from a screen or a slide

_BREAKS = re.compile("(?<=-)| ")  # addresses break after a hyphen

Run = tuple[str, TextStyle]


@dataclass(frozen=True)
class Paragraph:
    """Runs of text in one direction, at the side where that begins, or at the anchor.

    `language` (a tag) is that of a source's words; "" is the reader's.
    """

    runs: tuple[Run, ...]
    rtl: bool = False
    anchor: Anchor | None = None
    language: str = ""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)

    def scaled(self, by: float) -> Paragraph:
        runs = ((text, replace(style, size=round(style.size * by, 2))) for text, style in self.runs)
        return replace(self, runs=tuple(runs))


@dataclass(frozen=True)
class Block:
    """Paragraphs in a box of this width (points); `tag` is a number beside them."""

    x: float
    y: float
    width: float
    paragraphs: tuple[Paragraph, ...]
    tag: str = ""

    @property
    def height(self) -> float:
        return sum(_height(paragraph, self.width) for paragraph in self.paragraphs)


def text_paragraph(text: str, style: TextStyle, rtl: bool | None = None) -> Paragraph:
    """Return a paragraph in the direction of the text's language, else of its first letter."""
    return Paragraph(((text, style),), is_rtl_text(text) if rtl is None else rtl)


def fitted(block: Block, height: float, least_size: float = LEAST) -> Block:
    """Return a block with its text small enough for this height, but no smaller than is legible."""
    sizes = (style.size for paragraph in block.paragraphs for _, style in paragraph.runs)
    least, by = min(1.0, least_size / min(sizes)), 1.0
    while by > least:
        small = _scaled(block, by)
        if small.height <= height:
            return small
        by *= 0.96
    return _scaled(block, least)


def _scaled(block: Block, by: float) -> Block:
    return replace(block, paragraphs=tuple(paragraph.scaled(by) for paragraph in block.paragraphs))


def measure(text: str, style: TextStyle) -> float:
    """Return the width in points that a line of text takes at most, in any likely font."""
    return _ems(text, style.bold, style.serif) * style.size


@cache
def _ems(text: str, bold: bool, serif: bool) -> float:
    wide = width_of(text, TextStyle(1, bold=bold, serif=serif))
    return wide * (_ARABIC if is_arabic(text) else _SERIF if serif else _OTHER)


def _height(paragraph: Paragraph, width: float) -> float:
    size = max(style.size for _, style in paragraph.runs)
    return _lines(paragraph, width) * size * _LEADING + _AFTER


def _lines(paragraph: Paragraph, room: float) -> int:
    """Count the lines; a word that is too long breaks wherever the line ends."""
    lines, used = 1, 0.0
    for text, style in paragraph.runs:
        for word in _BREAKS.split(text):
            wide = measure(f"{word} ", style)
            if used and used + wide > room:
                lines, used = lines + 1, 0.0
            lines, used = lines + int(wide // room), used + wide % room
    return lines


def flow(blocks: Sequence[Block], gap: float, room: float, by: int = 1) -> list[list[Block]]:
    """Stack blocks in columns; each begins at the top of its column: y counts from 0.

    A block that no column holds is broken between its paragraphs, and a paragraph that none
    holds between its words.
    """
    parts = [part for block in blocks for part in _broken(block, room)]
    stacks = stacked([part.height for part in parts], gap, room, by)
    return [[replace(parts[index], y=y) for index, y in stack] for stack in stacks]


def stacked(
    heights: Sequence[float], gap: float, room: float, by: int = 1
) -> list[list[tuple[int, float]]]:
    """Stack items of these heights in as few columns as possible, evenly filled.

    The number of columns is rounded up to a multiple of `by`. Each column is a list of items:
    their index in `heights`, and their y from its top.
    """
    if not heights:
        return []
    full = _stack(heights, gap, room)
    most = -(-len(full) // by) * by
    even = sum(heights) / most
    stacks = (_stack(heights, gap, even + (room - even) * step / 24) for step in range(24))
    return next((columns for columns in stacks if len(columns) <= most), full)


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
    """Yield a block, or its parts if it is higher than the room."""
    if block.height <= room:
        yield block
        return
    parts = [part for paragraph in block.paragraphs for part in split(paragraph, block.width, room)]
    heights = [_height(part, block.width) for part in parts]
    for number, stack in enumerate(_stack(heights, 0, room)):
        tag = "" if number else block.tag
        yield replace(block, paragraphs=tuple(parts[i] for i, _ in stack), tag=tag)


def split(paragraph: Paragraph, width: float, room: float) -> Iterator[Paragraph]:
    """Yield a paragraph in parts that are no higher than the room, broken between its words."""
    runs, rest = list[Run](), [piece for run in paragraph.runs for piece in _pieces(run, width)]
    while rest:
        low, high = 1, len(rest)
        while low < high:  # as many words as there is room for
            middle = (low + high + 1) // 2
            trial = replace(paragraph, runs=_joined(rest[:middle]))
            low, high = (middle, high) if _height(trial, width) <= room else (low, middle - 1)
        runs, rest = rest[:low], rest[low:]
        yield replace(paragraph, runs=_joined(runs))


def _pieces(run: Run, width: float) -> Iterator[Run]:
    """Yield the words of a run, each with the blank after it; a long word in parts of a line."""
    text, style = run
    words = re.findall(r"[^ ]* |[^ ]+", text)
    for word in words:
        most = len(word) if len(word) < 40 else max(1, int(width // style.size))
        yield from ((word[at : at + most], style) for at in range(0, len(word), most))


def _joined(pieces: Sequence[Run]) -> tuple[Run, ...]:
    runs = list[Run]()
    for text, style in pieces:
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + text, style)
        else:
            runs.append((text, style))
    return tuple(runs)
