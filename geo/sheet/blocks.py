"""Blocks of text that go over the columns of a page: each is whole in a column, or on no page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from geo.sheet.column import Column
from geo.sheet.prose import Span
from geo.sheet.scene import Item, TextStyle
from geo.symbology import PALETTE
from geo.text.catalogue import words

_MORE = TextStyle(8, PALETTE.soft)


class Block(Protocol):
    """A part of a section that is not broken over columns."""

    def write(self, column: Column) -> Iterator[Item]:
        """Write it into a column, and move that column's top."""
        ...


@dataclass(frozen=True)
class Section:
    """Blocks below a heading; what finds no room is counted, if it `counts`."""

    heading: str
    blocks: tuple[Block, ...]
    counts: bool = True


class Flowed(NamedTuple):
    """The items that were written, and how many blocks of each section found no room."""

    items: tuple[Item, ...]
    left: tuple[int, ...]


def flow(sections: Sequence[Section], columns: Sequence[Column], language: str) -> Flowed:
    """Write sections over columns, one after another, from the first column with room on."""
    items, left, at = list[Item](), list[int](), 0
    for section in sections:
        missing, headed = 0, False
        for block in section.blocks:
            head = "" if headed else section.heading
            kept = _MORE.size * 1.3 if section.counts and len(section.blocks) > 1 else 0.0
            place = next(
                (n for n in range(at, len(columns)) if _fits(head, block, columns[n], kept)), None
            )
            if place is None:
                missing += 1
                continue
            at, headed = place, True
            items += columns[at].heading(head) if head else ()
            items += block.write(columns[at])
        if missing and section.counts:
            at = min(at, len(columns) - 1)
            more = Span(words(language, "inDossier", missing), _MORE)
            items += columns[at].paragraph([more]) if columns else ()
        left.append(missing)
    return Flowed(tuple(items), tuple(left))


def _fits(head: str, block: Block, column: Column, kept: float) -> bool:
    trial = Column(column.box, column.rtl)
    trial.top = column.top
    if head:
        list(trial.heading(head))
    list(block.write(trial))
    return trial.top <= column.box.bottom - kept
