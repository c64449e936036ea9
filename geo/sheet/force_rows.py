"""Forces without a place, as rows under the name of the feature that they are within."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.model import Feature
from geo.export_options import one_line
from geo.sheet.beside import beyond_place
from geo.sheet.column import Column
from geo.sheet.fonts import width_of, wrapped
from geo.sheet.scene import Box, Circle, Item, Path, Point, Stroke, Text, TextStyle, rectangle
from geo.sheet.tags import draw_tag, tag_width
from geo.sheet.wording import directed_lines, joined, representative_claim, wording_parts
from geo.symbology import PALETTE
from geo.text.catalogue import words

_NAME, _BODY = TextStyle(6.8, bold=True), TextStyle(6.6)
_TITLE = TextStyle(6.8, PALETTE.soft, bold=True)
_INDENT, _PAD = 10.0, 3.0
_LEADING = 1.28


@dataclass(frozen=True)
class ForceRow:
    """A force: the shape of its part ("" for none), its name, and its words as printed."""

    shape: str
    name: str
    wording: tuple[str, ...] = ()
    tag: str = ""


@dataclass(frozen=True)
class Line:
    """A line of a panel: its indent in points, its shape and its tag, if any."""

    text: str
    style: TextStyle
    indent: float = 0.0
    shape: str = ""
    tag: str = ""

    @property
    def height(self) -> float:
        return self.style.size * _LEADING


@dataclass(frozen=True)
class Panel:
    """Rows under a title, broken to lines of a width."""

    name: str
    lines: tuple[Line, ...]
    width: float
    rtl: bool

    @property
    def bare(self) -> float:
        """The height of the lines alone, in points."""
        return sum(line.height for line in self.lines)

    @property
    def height(self) -> float:
        return self.bare + 2 * _PAD

    def draw(self, box: Box) -> Iterator[Item]:
        """Yield the panel on a ground of its own."""
        yield rectangle(box, PALETTE.paper, Stroke(PALETTE.edge, 0.6), opacity=0.92)
        yield from self.write(box.inset(_PAD))

    def write(self, box: Box) -> Iterator[Item]:
        """Yield the lines alone, from the top of a box."""
        y = box.y
        for line in self.lines:
            yield from _written(line, box, y, self.rtl)
            y += line.height


def brief(row: ForceRow, width: float, rtl: bool, title: str = "") -> Panel:
    """Return a row as one run of text under a title, for a legend."""
    printed, how = (*row.wording, "", "")[:2]
    texts = (" · ".join(filter(None, (row.name, how))), printed) if rtl else (_whole(row),)
    lines = [Line(line, _TITLE) for line in (wrapped(title, _TITLE, width) if title else ())]
    room = width - _INDENT - tag_width(row.tag)
    first, *more = (line for text in texts if text for line in wrapped(text, _BODY, room))
    lines += [Line(first, _BODY, _INDENT, row.shape, row.tag)]
    return Panel(title, (*lines, *(Line(line, _BODY, _INDENT) for line in more)), width, rtl)


def _whole(row: ForceRow) -> str:
    return ": ".join((row.name, *row.wording))


class WrittenRows(NamedTuple):
    """The items of panels that were written, and the panels that found no room."""

    items: tuple[Item, ...]
    left: list[Panel]


def write_rows(panels: Sequence[Panel], column: Column) -> WrittenRows:
    """Write panels in a column, without their frames, as far as there is room."""
    items, left = list[Item](), list(panels)
    while left and left[0].bare <= column.room:
        panel = left.pop(0)
        top = column.take(panel.bare + 1.5)
        items += panel.write(Box(column.box.x, top, column.box.width, panel.bare))
    return WrittenRows(tuple(items), left)


def panel(title: str, rows: tuple[ForceRow, ...], width: float, rtl: bool) -> Panel:
    """Return rows under a title, broken to lines of `width` points at most."""
    room = width - 2 * _PAD
    lines = [Line(text, _TITLE) for text in (wrapped(title, _TITLE, room) if title else ())]
    for row in rows:
        lines += _lines(row, room)
    used = max(
        line.indent + width_of(line.text, line.style) + tag_width(line.tag) for line in lines
    )
    return Panel(title, tuple(lines), min(width, used + 2 * _PAD + 2), rtl)


def row_of(atlas: Atlas, force: Feature, language: str, tag: str) -> ForceRow:
    """Return a force as a row, with the words of its part, or else of its first stated claim."""
    part = force.properties.part
    shape = next((p.shape for p in atlas.manifest.parts if part and p.id == part.id), "")
    claim = representative_claim(atlas, force)
    facts = wording_parts((claim,), language) if claim else ()
    if beyond_place(atlas, force):
        *printed, how = facts or ("",)
        facts = (*printed, joined((how, words(language, "ofTheWhole")), language))
    wording = directed_lines(facts, language)
    return ForceRow(shape, one_line(force.properties.names[language]), wording, tag)


@dataclass(frozen=True)
class Host:
    """A placed feature, and the forces that are said to be within it."""

    feature: Feature
    forces: tuple[Feature, ...]

    @property
    def shape(self) -> shapely.Geometry:
        return cast(shapely.Geometry, self.feature.shape)


def hosted(atlas: Atlas) -> dict[str, Host]:
    """Return, by their ids, the features within which forces are to be shown.

    Such a feature may be hidden itself; its name is then written with the forces.
    """
    visible = {layer.id for layer in atlas.manifest.layers if layer.visible}
    hosts: dict[str, Host] = {}
    for force in atlas.features.values():
        places = atlas.places[force.id]
        if force.shape is None and places and force.properties.layer in visible:
            if force.properties.within is None or beyond_place(atlas, force):
                continue
            known = hosts.get(places[0].id, Host(places[0], ()))
            hosts[places[0].id] = replace(known, forces=(*known.forces, force))
    return hosts


def draw_shape(shape: str, at: Point) -> Iterator[Item]:
    """Yield the shape of a part, its middle at a point."""
    x, y = at
    match shape:
        case "square":
            yield rectangle(Box(x - 2.5, y - 2.5, 5, 5), PALETTE.ink)
        case "diamond":
            ring = ((x, y - 3.4), (x + 3.4, y), (x, y + 3.4), (x - 3.4, y))
            yield Path((ring,), closed=True, fill=PALETTE.ink)
        case "circle":
            yield Circle(at, 2.6, fill=PALETTE.paper, stroke=Stroke(PALETTE.ink, 1.1))


def _lines(row: ForceRow, room: float) -> Iterator[Line]:
    inner = room - _INDENT
    first, *more = wrapped(row.name, _NAME, inner - tag_width(row.tag))
    yield Line(first, _NAME, _INDENT, row.shape, row.tag)
    yield from (Line(text, _NAME, _INDENT) for text in more)
    for line in row.wording:
        yield from (Line(text, _BODY, _INDENT) for text in wrapped(line, _BODY, inner))


def _written(line: Line, box: Box, y: float, rtl: bool) -> Iterator[Item]:
    middle = y + line.height / 2
    side = -1 if rtl else 1
    x = (box.right if rtl else box.x) + side * line.indent
    if line.shape:
        yield from draw_shape(line.shape, (x - side * (_INDENT - 3), middle))
    at = (x, y + line.style.size)
    yield Text(at, line.text, line.style, "end" if rtl else "start")
    if line.tag:
        wide = width_of(line.text, line.style) + 2
        left = x + wide if not rtl else x - wide - (tag_width(line.tag) - 2)
        yield from draw_tag(line.tag, (left, middle))
