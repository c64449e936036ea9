"""A card: the forces that are said to be in a country, by their part, with the article's words.

Such a force has no place: its card keeps its size at any scale, and is tied to the country's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Part
from geo.atlas.model import Feature
from geo.export_options import one_line
from geo.sheet.column import Column
from geo.sheet.disc import RADIUS, draw_disc, number_of
from geo.sheet.fonts import width_of
from geo.sheet.hosts import Host, by_part, name_of
from geo.sheet.prose import Span, printed
from geo.sheet.scene import (
    Box,
    Circle,
    Item,
    Path,
    Point,
    Stroke,
    Text,
    TextStyle,
    moved,
    rectangle,
)
from geo.sheet.wording import modality_label, representative_claim
from geo.symbology import LINE_STYLES, PALETTE
from geo.text.catalogue import words
from geo.text.language import is_rtl

_TITLE, _NAME, _PART = TextStyle(9.5, bold=True), TextStyle(8.5, bold=True), TextStyle(8, bold=True)
_QUOTE, _NOTE = TextStyle(8.2), TextStyle(8, PALETTE.soft)
_PAD, _GAP, _INDENT, _ENDLESS, _LEADING = 6.0, 12.0, 11.0, 1e6, 1.22


@dataclass(frozen=True)
class Card:
    """A card as drawn with its upper left corner at 0, 0 (points)."""

    title: str
    width: float
    height: float
    items: tuple[Item, ...]

    def draw(self, box: Box) -> Iterator[Item]:
        """Yield the card on a ground of its own."""
        yield rectangle(box, PALETTE.paper, Stroke(PALETTE.line, 0.8))
        yield from (moved(item, box.x, box.y) for item in self.items)


@dataclass(frozen=True)
class Form:
    """How roomy a card is: its width, its columns, and whether it has the article's words."""

    width: float
    columns: int = 1
    is_full: bool = True


FULL = (*(Form(wide, 2) for wide in (430, 380, 340, 310)), *(Form(wide) for wide in (230, 190)))
BRIEF = (
    *(Form(wide, 2, is_full=False) for wide in (340, 310, 270)),
    Form(150, is_full=False),
)


def forms_of(atlas: Atlas, host: Host, language: str, *, brief: bool = True) -> tuple[Card, ...]:
    """Return the cards of a country, the roomiest first; `brief` ones have names alone."""
    forms = (*FULL, *BRIEF) if brief else FULL
    few = len(host.forces)
    return tuple(card(atlas, host, language, form) for form in forms if form.columns <= few)


def card(atlas: Atlas, host: Host, language: str, form: Form) -> Card:
    """Return the card of a country in one form."""
    rtl = is_rtl(language)
    title = words(language, "inHolder", one_line(host.feature.properties.names[language]))
    head = Column(Box(_PAD, _PAD, form.width - 2 * _PAD, _ENDLESS), rtl, _LEADING)
    items = [*_head(head, title, words(language, "noPlaceStated"))]
    wide = (head.box.width - _GAP * (form.columns - 1)) / form.columns
    columns = [
        Column(Box(head.start(0) - (wide if rtl else 0), head.top, wide, _ENDLESS), rtl, _LEADING)
    ]
    entries = list(_entries(atlas, host, language))
    heights = [_height(atlas, entry, columns[0], language, form) for entry in entries]
    for number, entry in enumerate(entries):
        is_past_half = sum(heights[:number]) >= sum(heights) / 2 - heights[number] / 3
        if number and is_past_half and len(columns) < form.columns:
            shift = -(wide + _GAP) if rtl else wide + _GAP
            last = columns[-1].box
            columns.append(Column(replace(last, x=last.x + shift), rtl, _LEADING))
            if not entry.heads:
                entry = replace(entry, heads=True)
        items += _written(atlas, entry, columns[-1], language, form)
    bottom = max(column.top for column in columns)
    return Card(title, form.width, bottom + _PAD - 2, tuple(items))


@dataclass(frozen=True)
class _Entry:
    """A force of a card; the first of a part `heads` it with the part's name."""

    force: Feature
    part: Part | None
    heads: bool


def _entries(atlas: Atlas, host: Host, language: str) -> Iterator[_Entry]:
    for part, forces in by_part(atlas, host.forces):
        for number, force in enumerate(forces):
            yield _Entry(force, part, number == 0 and part is not None)


def _height(atlas: Atlas, entry: _Entry, column: Column, language: str, form: Form) -> float:
    trial = Column(column.box, column.rtl, _LEADING)
    list(_written(atlas, entry, trial, language, form))
    return trial.top - trial.box.y


def _head(column: Column, title: str, note: str) -> Iterator[Item]:
    yield from column.paragraph([Span(title, _TITLE)])
    if width_of(title, _TITLE) + width_of(note, _NOTE) + 10 <= column.box.width:
        x = column.box.x if column.rtl else column.box.right
        yield Text((x, column.top - 3), note, _NOTE, "start" if column.rtl else "end")
    else:
        yield from column.paragraph([Span(note, _NOTE)])
    column.take(0.5)


def _written(
    atlas: Atlas, entry: _Entry, column: Column, language: str, form: Form
) -> Iterator[Item]:
    part = entry.part
    if part and entry.heads:
        yield from _heading(part, column, language)
    force, number = entry.force, number_of(atlas, entry.force.claims, language)
    hue = part.hue if part else PALETTE.ink
    if part:
        at = (column.start(4), column.top + 5.6)
        yield from draw_shape(part.shape, at, hue)
    name = Span(name_of(atlas, force, language), _NAME)
    disc = 2 * RADIUS + 4 if number else 0.0
    yield from _name(name, number, disc, column)
    if form.is_full:
        yield from _statement(atlas, force, column, language)
    column.take(1)


def _heading(part: Part, column: Column, language: str) -> Iterator[Item]:
    long, short = (one_line(names[language]) for names in (part.names, part.short or part.names))
    text = long if width_of(long, _PART) <= column.box.width else short
    yield from column.paragraph([Span(text, replace(_PART, colour=part.hue))])
    y = column.take(2) + 0.4
    yield Path((((column.box.x, y), (column.box.right, y)),), stroke=Stroke(PALETTE.line, 0.7))


def _name(name: Span, number: str, disc: float, column: Column) -> Iterator[Item]:
    room = replace(column.box, width=column.box.width - disc, x=column.box.x + disc * column.rtl)
    inner = Column(room, column.rtl, _LEADING)
    inner.top = column.top
    yield from inner.paragraph([name], _INDENT)
    if number:
        wide = min(width_of(name.text, name.style), room.width - _INDENT)
        at = (column.start(_INDENT + wide + 4 + RADIUS), column.top + 5.8)
        yield from draw_disc(number, at)
    column.top = inner.top + (1.5 if number else 0)


def _statement(atlas: Atlas, force: Feature, column: Column, language: str) -> Iterator[Item]:
    """Yield the words of a force as printed, and how they are said; or else its basis."""
    claim = representative_claim(atlas, force)
    if claim and claim.words:
        how = modality_label(claim, language) if claim.modality != "asserted" else ""
        spans = [printed(claim.words, _QUOTE, atlas)]
        spans += [Span(f" · {how}", _NOTE)] if how else []
        yield from column.paragraph(spans, _INDENT)
        return
    text, style = words(language, force.basis), LINE_STYLES[force.basis]
    wide, high = width_of(text, _NOTE) + 6, 10.5
    top = column.take(high + 1) + 0.5
    x = column.start(_INDENT)
    box = Box(x - wide if column.rtl else x, top, wide, high)
    yield rectangle(box, None, Stroke(PALETTE.soft, 0.8, style.badge))
    yield Text((box.centre[0], top + 7.9), text, _NOTE, "middle")


def draw_shape(shape: str, at: Point, colour: str) -> Iterator[Item]:
    """Yield the shape of a part, its middle at a point."""
    x, y = at
    match shape:
        case "square":
            yield rectangle(Box(x - 2.8, y - 2.8, 5.6, 5.6), colour)
        case "diamond":
            ring = ((x, y - 3.7), (x + 3.7, y), (x, y + 3.7), (x - 3.7, y))
            yield Path((ring,), closed=True, fill=colour)
        case "circle":
            yield Circle(at, 2.9, fill=PALETTE.paper, stroke=Stroke(colour, 1.1))
