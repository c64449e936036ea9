"""What found no room on the map, written beside it under its letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.sheet.column import Column
from geo.sheet.label_placement import Entry, Lettered
from geo.sheet.rows import Panel, panel
from geo.sheet.scene import Box, Group, Item, Look, Stroke, Text, rectangle
from geo.sheet.tags import draw_tag, tag_width
from geo.text.catalogue import words

_SAID, _LETTER = Look(6.8), Look(6.8, bold=True)
_BADGE, _HEADING = 11.0, 25.0


def draw_letters(
    lettered: Lettered, columns: Sequence[Column], language: str
) -> tuple[Group, Lettered]:
    """Write what the letters on the map stand for, from column to column.

    Return it, and what found no room there.
    """
    items, left = list[Item](), list(lettered)
    for column in columns:
        headed = False
        for one in list(left):
            high = _height(one[1], column)
            if high + (0 if headed else _HEADING) <= column.room:
                items += [] if headed else column.heading(words(language, "lettered"))
                items += _entry(*one, column)
                left.remove(one)
                headed = True
    return Group("Letters", tuple(items)), tuple(left)


def draw_last_letters(lettered: Lettered, column: Column, language: str) -> Group:
    """Write them in a last column, and count those that find no room there, either."""
    group, left = draw_letters(lettered, [column], language)
    more = column.paragraph(words(language, "furtherLetters", len(left)), _SAID) if left else ()
    return Group(group.name, (*group.children, *more))


def height_of(lettered: Lettered, column: Column) -> float:
    """Return how much room all of them take in a column."""
    return sum(
        _HEADING * (i == 0) + _height(entry, column) for i, (_, entry) in enumerate(lettered)
    )


def _indent(entry: Entry) -> float:
    return _BADGE + 3 + (tag_width(entry.tag) + 2 if entry.tag else 0)


def _height(entry: Entry, column: Column) -> float:
    if entry.rows:
        return _panel(entry, column).height
    return column.height_of(entry.text, _SAID, _indent(entry)) + 2


def _panel(entry: Entry, column: Column) -> Panel:
    rows = tuple(replace(row, said=()) for row in entry.rows)  # the legend has their words
    return panel(entry.text, rows, column.box.width - _indent(entry), column.rtl)


def _entry(letter: str, entry: Entry, column: Column) -> Iterator[Item]:
    y = column.top + 4.6
    box = Box(min(column.start(0), column.start(_BADGE)), y - 4.5, _BADGE, 9)
    if letter:
        yield rectangle(box, "#ffffff", Stroke(_LETTER.colour, 0.8))
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
    yield from column.paragraph(entry.text, _SAID, _indent(entry))
    column.take(2)
