"""Forces without a place: rows that stand under the name of what they are said to be within."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.atlas.atlas import Atlas
from geo.atlas.model import Feature
from geo.export_options import one_line
from geo.sheet.beside import beyond_place
from geo.sheet.column import Column
from geo.sheet.fonts import width_of, wrapped
from geo.sheet.said import joined, runs, speaking, spoken
from geo.sheet.scene import Box, Circle, Item, Look, Path, Point, Stroke, Text, rectangle
from geo.sheet.tags import draw_tag, tag_width
from geo.text.catalogue import words

_INK, _PAPER = "#1f2933", "#ffffff"
_NAME, _SAID = Look(6.8, bold=True), Look(6.6)
_TITLE = Look(6.8, "#4d5866", bold=True)
_INDENT, _PAD = 10.0, 3.0
_LEADING = 1.28


@dataclass(frozen=True)
class Row:
    """A force: the shape of its part ("" for none), its name, its words and how they are said."""

    shape: str
    name: str
    said: tuple[str, ...] = ()
    tag: str = ""


@dataclass(frozen=True)
class Line:
    """A line of a panel, as far in from where lines begin; its shape and its tag, if any."""

    text: str
    look: Look
    indent: float = 0.0
    shape: str = ""
    tag: str = ""

    @property
    def height(self) -> float:
        return self.look.size * _LEADING


@dataclass(frozen=True)
class Panel:
    """Rows under a title, broken to lines of a width."""

    name: str
    lines: tuple[Line, ...]
    width: float
    rtl: bool

    @property
    def bare(self) -> float:
        """How high the lines alone are."""
        return sum(line.height for line in self.lines)

    @property
    def height(self) -> float:
        return self.bare + 2 * _PAD

    def draw(self, box: Box) -> Iterator[Item]:
        """Yield the panel on a ground of its own."""
        yield rectangle(box, _PAPER, Stroke("#8b95a1", 0.6), opacity=0.92)
        yield from self.write(box.inset(_PAD))

    def write(self, box: Box) -> Iterator[Item]:
        """Yield the lines alone, from the top of a box."""
        y = box.y
        for line in self.lines:
            yield from _written(line, box, y, self.rtl)
            y += line.height


def brief(row: Row, width: float, rtl: bool, title: str = "") -> Panel:
    """Return a row as one run of text under a title, for a legend."""
    printed, how = (*row.said, "", "")[:2]
    texts = (" · ".join(filter(None, (row.name, how))), printed) if rtl else (_whole(row),)
    lines = [Line(line, _TITLE) for line in (wrapped(title, _TITLE, width) if title else ())]
    room = width - _INDENT - tag_width(row.tag)
    first, *more = (line for text in texts if text for line in wrapped(text, _SAID, room))
    lines += [Line(first, _SAID, _INDENT, row.shape, row.tag)]
    return Panel(title, (*lines, *(Line(line, _SAID, _INDENT) for line in more)), width, rtl)


def _whole(row: Row) -> str:
    return ": ".join((row.name, *row.said))


def write_rows(panels: Sequence[Panel], column: Column) -> tuple[tuple[Item, ...], list[Panel]]:
    """Write bare panels in a column; return them, and those that found no room there."""
    items, left = list[Item](), list(panels)
    while left and left[0].bare <= column.room:
        one = left.pop(0)
        top = column.take(one.bare + 1.5)
        items += one.write(Box(column.box.x, top, column.box.width, one.bare))
    return tuple(items), left


def panel(title: str, rows: tuple[Row, ...], width: float, rtl: bool) -> Panel:
    """Return rows, broken to a width, which is made as narrow as they allow."""
    room = width - 2 * _PAD
    lines = [Line(text, _TITLE) for text in (wrapped(title, _TITLE, room) if title else ())]
    for row in rows:
        lines += _lines(row, room)
    used = max(line.indent + width_of(line.text, line.look) + tag_width(line.tag) for line in lines)
    return Panel(title, tuple(lines), min(width, used + 2 * _PAD + 2), rtl)


def row_of(atlas: Atlas, force: Feature, language: str, tag: str) -> Row:
    """Return a force as a row: with the words of its part, or the first that are stated of it."""
    part = force.properties.part
    shape = next((one.shape for one in atlas.manifest.parts if part and one.id == part.id), "")
    claim = speaking(atlas, force)
    facts = spoken((claim,), language) if claim else ()
    if beyond_place(atlas, force):
        *printed, how = facts or ("",)
        facts = (*printed, joined((how, words(language, "ofTheWhole")), language))
    said = runs(facts, language)
    return Row(shape, one_line(force.properties.names[language]), said, tag)


def hosted(atlas: Atlas) -> dict[str, tuple[Feature, tuple[Feature, ...]]]:
    """Return, by the id of each placed feature, it and the forces to be shown that are within it.

    The feature itself may be hidden; its name is then written with them.
    """
    visible = {layer.id for layer in atlas.manifest.layers if layer.visible}
    found: dict[str, tuple[Feature, tuple[Feature, ...]]] = {}
    for force in atlas.features.values():
        places = atlas.places[force.id]
        if force.shape is None and places and force.properties.layer in visible:
            if force.properties.within is None or beyond_place(atlas, force):
                continue
            host = places[0]
            found[host.id] = host, (*found.get(host.id, (host, ()))[1], force)
    return found


def draw_shape(shape: str, at: Point) -> Iterator[Item]:
    """Yield the shape of a part, its middle at a point."""
    x, y = at
    match shape:
        case "square":
            yield rectangle(Box(x - 2.5, y - 2.5, 5, 5), _INK)
        case "diamond":
            ring = ((x, y - 3.4), (x + 3.4, y), (x, y + 3.4), (x - 3.4, y))
            yield Path((ring,), closed=True, fill=_INK)
        case "circle":
            yield Circle(at, 2.6, fill=_PAPER, stroke=Stroke(_INK, 1.1))


def _lines(row: Row, room: float) -> Iterator[Line]:
    inner = room - _INDENT
    first, *more = wrapped(row.name, _NAME, inner - tag_width(row.tag))
    yield Line(first, _NAME, _INDENT, row.shape, row.tag)
    yield from (Line(text, _NAME, _INDENT) for text in more)
    for said in row.said:
        yield from (Line(text, _SAID, _INDENT) for text in wrapped(said, _SAID, inner))


def _written(line: Line, box: Box, y: float, rtl: bool) -> Iterator[Item]:
    middle = y + line.height / 2
    side = -1 if rtl else 1
    x = (box.right if rtl else box.x) + side * line.indent
    if line.shape:
        yield from draw_shape(line.shape, (x - side * (_INDENT - 3), middle))
    at = (x, y + line.look.size)
    yield Text(at, line.text, line.look, "end" if rtl else "start")
    if line.tag:
        wide = width_of(line.text, line.look) + 2
        left = x + wide if not rtl else x - wide - (tag_width(line.tag) - 2)
        yield from draw_tag(line.tag, (left, middle))
