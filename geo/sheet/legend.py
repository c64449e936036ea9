"""The legend: the parts of forces, the layers that are drawn, and a key to line styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Layer
from geo.atlas.model import BASES, Basis
from geo.export_options import one_line
from geo.sheet.beside import beyond_place, drawn_as
from geo.sheet.column import Column
from geo.sheet.fonts import elided, width_of
from geo.sheet.force_rows import Panel, brief, row_of, write_rows
from geo.sheet.label_candidates import tags_of
from geo.sheet.scene import (
    Box,
    Circle,
    Group,
    Hatch,
    Item,
    Path,
    Point,
    Stroke,
    Text,
    TextStyle,
    rectangle,
)
from geo.symbology import CASING_OPACITY, GROUPS, LINE_STYLES, PALETTE, PAPER, dash_of
from geo.text.catalogue import digits, words
from geo.text.language import is_rtl

_ROW = 10.8
_NAME, _CODE, _KEY = TextStyle(7.3), TextStyle(6.5, PALETTE.soft, bold=True), TextStyle(6.6)
_BEYOND = TextStyle(6.5, PALETTE.soft)


class Legend(NamedTuple):
    """The legend as drawn, and the forces that found no room in its columns."""

    group: Group
    left: list[Panel]


def draw_legend(
    atlas: Atlas, columns: Sequence[Column], language: str, drawn: frozenset[str]
) -> Legend:
    """Write the legend over columns, and move their tops below it.

    `drawn` are the layers with a mark, or a listed force, in the map's frame. The legend lists
    the others by name, as not on this map.
    """
    items, shown = list[Item](), list(_shown(atlas))
    here = [layer for layer in shown if layer.id in drawn]
    marked = [layer for layer in here if _is_drawn(atlas, layer)]
    own = [layer for layer in marked if layer.group != "background"]
    column = columns[-1]  # for the layers; the forces go into the columns before it
    if own:
        items += column.heading(words(language, "layers"))
    for layer in own:
        items += _row(atlas, layer, column, language)
    background = [layer for layer in marked if layer.group == "background"]
    items += _background(atlas, background, column, language)
    if not here:
        items += column.paragraph(words(language, "nothingHere"), _NAME)
    elsewhere = [layer for layer in shown if layer.id not in drawn]
    for key, layers in _beyond(atlas, elsewhere).items():
        names = ", ".join(atlas.style_of(layer).names[language] for layer in layers)
        items += column.paragraph(words(language, key, one_line(names)), _BEYOND)
    left = [*_units(atlas, columns[0], language, drawn)]
    items += columns[0].heading(words(language, "parts")) if left else []
    for column in columns:
        written, left = write_rows(left, column)
        items += written
    return Legend(Group("Legend", tuple(items)), left)


def _beyond(atlas: Atlas, layers: Sequence[Layer]) -> dict[str, list[Layer]]:
    """Return layers by the key of their heading: those off this map, and those without a place."""
    groups: dict[str, list[Layer]] = {}
    for layer in layers:
        own = [f for f in atlas.features.values() if f.properties.layer == layer.id]
        placed = any(atlas.places[f.id] and not beyond_place(atlas, f) for f in own)
        groups.setdefault("beyond" if placed else "ofHidden", []).append(layer)
    return groups


def _units(atlas: Atlas, column: Column, language: str, drawn: frozenset[str]) -> Iterator[Panel]:
    """Yield a panel for each force; the first of each part has the part's name above it."""
    forces = [f for f in atlas.features.values() if f.properties.layer in drawn]
    tags = tags_of(atlas, language)
    for part in atlas.manifest.parts:
        title = one_line(part.names[language])
        for force in forces:
            if force.properties.part and force.properties.part.id == part.id:
                row = row_of(atlas, force, language, tags[force.id])
                yield brief(row, column.box.width, column.rtl, title)
                title = ""


def _background(atlas: Atlas, layers: list[Layer], column: Column, language: str) -> Iterator[Item]:
    """Yield the background layers, with a heading and their sources."""
    if not layers:
        return
    yield from column.heading(words(language, "group_background"))
    for layer in layers:
        yield from _row(atlas, layer, column, language)
    ids = {layer.id for layer in layers}
    features = [f for f in atlas.features.values() if f.properties.layer in ids]
    cited = dict.fromkeys(claim.source for f in features for claim in f.claims if claim.source)
    sources = (atlas.sources[source] for source in cited)
    citations = dict.fromkeys(
        ", ".join(filter(None, (s.publisher or s.title, digits(s.published or "", language))))
        for s in sources
    )
    text = one_line("; ".join(citations))
    yield from column.paragraph(words(language, "sourceList", text), _BEYOND)


def draw_key(atlas: Atlas, box: Box, language: str) -> Group:
    """Return the key to line styles, fills and widths, in rows from the top of the box."""
    row = KeyRow(box, is_rtl(language))
    items = list[Item]()
    for text, sample in _samples(atlas, language):
        x, y = row.take(26 + width_of(text, _KEY) + 9)
        side = -1 if row.rtl else 1
        items += sample(x - 22 if row.rtl else x, y - 2.3)
        items.append(Text((x + side * 26, y), text, _KEY, "end" if row.rtl else "start"))
    return Group("Key", tuple(items))


@dataclass
class KeyRow:
    """Places samples side by side, and begins a new row when one is full."""

    box: Box
    rtl: bool
    used: float = 0.0
    top: float = 9.5

    def take(self, width: float) -> Point:
        if self.used and self.used + width - 9 > self.box.width:
            self.used, self.top = 0.0, self.top + 10
        at = self.box.right - self.used if self.rtl else self.box.x + self.used
        self.used += width
        return at, self.box.y + self.top


Sample: TypeAlias = Callable[[float, float], list[Item]]


def _samples(atlas: Atlas, language: str) -> Iterator[tuple[str, Sample]]:
    """Yield the meanings of styles with samples: bases, points, and the widths of stretches."""
    ink = PALETTE.ink
    for basis in BASES:
        meaning = f"{words(language, basis)}: {words(language, f'{LINE_STYLES[basis].css}Means')}"
        yield meaning, _line(Stroke(ink, 1.6, dash_of(basis, 1.6)))
    ring = Stroke(ink, 1.2)
    yield words(language, "hollow"), lambda x, y: [Circle((x + 17, y), 3.4, PALETTE.paper, ring)]
    if any(feature.properties.kind == "segment" for feature in atlas.features.values()):
        for key, line, casing in (("useReported", "used", 9), ("noUseReported", "unused", 5)):
            pale = Stroke(ink, casing, opacity=CASING_OPACITY[1])
            yield words(language, key), _line(pale, Stroke(ink, PAPER.lines[line].width), ends=4)


def _line(*strokes: Stroke, ends: float = 0) -> Sample:
    """Return a line as a sample; `ends` leaves room for the round ends of a broad one."""
    return lambda x, y: [
        Path((((x + ends, y), (x + 22 - ends, y)),), stroke=stroke) for stroke in strokes
    ]


def _shown(atlas: Atlas) -> Iterator[Layer]:
    """Yield the visible layers with a feature that has a place: by group, the topmost first."""
    placed = {f.properties.layer for f in atlas.features.values() if atlas.places[f.id]}
    for group in GROUPS:
        for layer in reversed(atlas.manifest.layers):
            if layer.group == group and layer.visible and layer.id in placed:
                yield layer


def _is_drawn(atlas: Atlas, layer: Layer) -> bool:
    """Say whether a layer has marks, and not only forces listed under a country's name."""
    return any(
        feature.shape is not None or beyond_place(atlas, feature)
        for feature in atlas.features.values()
        if feature.properties.layer == layer.id
    )


def _row(atlas: Atlas, layer: Layer, column: Column, language: str) -> Iterator[Item]:
    style = atlas.style_of(layer)
    symbol = style.symbol
    y = column.take(_ROW) + _ROW / 2
    x = min(column.start(0), column.start(20))
    hatch = Hatch(symbol.pattern, symbol.colour)
    edge = Stroke(symbol.colour, 1, dash_of(_basis(atlas, layer), 1))
    yield rectangle(Box(x, y - 4, 20, 8), hatch, edge)
    yield Text((column.start(25), y + 2.4), symbol.code, _CODE, column.anchor)
    yield _name(style.names[language], column, 48, y)


def _basis(atlas: Atlas, layer: Layer) -> Basis:
    """Return the strongest basis among the layer's marks."""
    bases = {drawn_as(f) for f in atlas.features.values() if f.properties.layer == layer.id}
    return next((basis for basis in BASES if basis in bases), "background")


def _name(text: str, column: Column, indent: float, y: float) -> Text:
    line = elided(one_line(text), _NAME, column.box.width - indent)
    return Text((column.start(indent), y + 2.6), line, _NAME, column.anchor)
