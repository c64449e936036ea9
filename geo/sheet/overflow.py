"""The overflow: marks whose labels found no room on the map, written beside it by letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from geo.sheet.column import Column
from geo.sheet.force_rows import Panel, panel
from geo.sheet.label import Entry
from geo.sheet.label_placement import OverflowEntry
from geo.sheet.scene import Box, Group, Item, Stroke, Text, TextStyle, rectangle
from geo.sheet.tags import draw_tag, tag_width
from geo.symbology import PALETTE
from geo.text.catalogue import words

_BODY, _LETTER = TextStyle(6.8), TextStyle(6.8, bold=True)
_BADGE, _HEADING = 11.0, 25.0


class Written(NamedTuple):
    """The entries that were written, and those that found no room in the columns."""

    group: Group
    left: tuple[OverflowEntry, ...]


def draw_letters(
    overflow: Sequence[OverflowEntry], columns: Sequence[Column], language: str
) -> Written:
    """Write the entries of the letters on the map, from column to column."""
    items, left = list[Item](), list(overflow)
    for column in columns:
        headed = False
        for lettered in list(left):
            height = _height(lettered.entry, column)
            if height + (0 if headed else _HEADING) <= column.room:
                items += [] if headed else column.heading(words(language, "lettered"))
                items += _entry(lettered, column)
                left.remove(lettered)
                headed = True
    return Written(Group("Letters", tuple(items)), tuple(left))


def draw_last_letters(overflow: Sequence[OverflowEntry], column: Column, language: str) -> Group:
    """Write entries in a last column, and count those that find no room there."""
    group, left = draw_letters(overflow, [column], language)
    more = column.paragraph(words(language, "furtherLetters", len(left)), _BODY) if left else ()
    return Group(group.name, (*group.children, *more))


def height_of(overflow: Sequence[OverflowEntry], column: Column) -> float:
    """Return the height, in points, of all entries with their heading in a column."""
    heading = _HEADING if overflow else 0
    return heading + sum(_height(lettered.entry, column) for lettered in overflow)


def _indent(entry: Entry) -> float:
    return _BADGE + 3 + (tag_width(entry.tag) + 2 if entry.tag else 0)


def _height(entry: Entry, column: Column) -> float:
    if entry.rows:
        return _panel(entry, column).height
    return column.height_of(entry.text, _BODY, _indent(entry)) + 2


def _panel(entry: Entry, column: Column) -> Panel:
    rows = tuple(replace(row, wording=()) for row in entry.rows)  # the legend has their words
    return panel(entry.text, rows, column.box.width - _indent(entry), column.rtl)


def _entry(lettered: OverflowEntry, column: Column) -> Iterator[Item]:
    letter, entry = lettered.letter, lettered.entry
    y = column.top + 4.6
    box = Box(min(column.start(0), column.start(_BADGE)), y - 4.5, _BADGE, 9)
    if letter:
        yield rectangle(box, PALETTE.paper, Stroke(_LETTER.colour, 0.8))
        yield Text((box.centre[0], y + 2.4), letter, _LETTER, "middle")
    if entry.tag:
        start, end = column.start(_BADGE + 3), column.start(_BADGE + 3 + tag_width(entry.tag) - 2)
        yield from draw_tag(entry.tag, (min(start, end), y))
    if entry.rows:
        rows, indent = _panel(entry, column), _indent(entry)
        left = column.box.x + (0 if column.rtl else indent)
        room = Box(left, column.top, column.box.width - indent, rows.height)
        yield from rows.write(room)
        column.take(rows.height)
        return
    yield from column.paragraph(entry.text, _BODY, _indent(entry))
    column.take(2)
