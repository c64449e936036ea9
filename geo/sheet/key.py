"""The key below the map: what is on it, and no more; and what lies outside of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Layer
from geo.atlas.model import Feature
from geo.export_options import one_line
from geo.sheet.beside import beyond_place, drawn_as
from geo.sheet.briefers_notes import draw_sample
from geo.sheet.card import draw_shape
from geo.sheet.fonts import width_of, wrapped
from geo.sheet.hosts import part_of
from geo.sheet.prose import quoting
from geo.sheet.ribbon import bracket, ribbon
from geo.sheet.scene import (
    Box,
    Circle,
    Group,
    Hatch,
    Item,
    Path,
    Stroke,
    Text,
    TextStyle,
    rectangle,
)
from geo.sheet.wording import use_of
from geo.symbology import GROUPS, PALETTE, PAPER, dash_of
from geo.text.catalogue import words

_KEY, _BEYOND = TextStyle(8), TextStyle(8, PALETTE.soft)
_ROW, _GAP, _LINE = 12.0, 14.0, 26.0


@dataclass(frozen=True)
class Sample:
    """A look, `wide` points of it, and what it means; drawn about a point at its left."""

    text: str
    wide: float
    draw: Callable[[float, float], Sequence[Item]]
    style: TextStyle = _KEY

    @property
    def room(self) -> float:
        return self.wide + (4 if self.wide else 0) + width_of(self.text, self.style)


@dataclass(frozen=True)
class KeyRows:
    """The samples of a key in rows of a width."""

    rows: tuple[tuple[Sample, ...], ...]

    @property
    def height(self) -> float:
        return len(self.rows) * _ROW + 2

    def within(self, height: float, language: str) -> KeyRows:
        """Return the rows that a height has room for; the last says how many looks are left out."""
        room = max(1, int((height - 2) / _ROW))
        if len(self.rows) <= room:
            return self
        kept = self.rows[: room - 1]
        left = sum(1 for row in self.rows[room - 1 :] for sample in row if sample.wide)
        return KeyRows((*kept, (_said(words(language, "inDossier", left)),)))

    def draw(self, box: Box, *, rtl: bool) -> Group:
        """Return the key as drawn in a box."""
        items = list[Item]()
        for number, row in enumerate(self.rows):
            used, y = 0.0, box.y + number * _ROW + 8.5
            for sample in row:
                left = box.right - used - sample.wide if rtl else box.x + used
                items += sample.draw(left, y - 3)
                gap = sample.wide + (4 if sample.wide else 0)
                x = box.right - used - gap if rtl else box.x + used + gap
                items.append(Text((x, y), sample.text, sample.style, "end" if rtl else "start"))
                used += sample.room + _GAP
        return Group("Key", tuple(items))


def key_of(
    atlas: Atlas,
    seen: Sequence[tuple[Feature, shapely.Geometry]],
    forces: Sequence[Feature],
    language: str,
    width: float,
    more: Sequence[Sample] = (),
) -> KeyRows:
    """Return the key to the marks that are seen and the forces in cards; `more` come last."""
    rows, used = [list[Sample]()], 0.0
    for sample in (
        *_samples(atlas, seen, forces, language),
        *more,
        *_absent(atlas, seen, forces, language),
    ):
        for part in _broken(sample, width):
            if used and used + part.room > width:
                rows.append([])
                used = 0.0
            rows[-1].append(part)
            used += part.room + _GAP
    return KeyRows(tuple(tuple(row) for row in rows))


def notes_samples(number: int, left: int, language: str) -> Iterator[Sample]:
    """Yield what the look of a briefer's notes means, and how many lie outside the map."""
    if number > left:
        yield Sample(words(language, "briefersNoteMeans"), 20, draw_sample)
    if left:
        yield _said(words(language, "notesBeyond", left))


def _said(text: str) -> Sample:
    return Sample(text, 0, lambda x, y: (), _BEYOND)


def _broken(sample: Sample, width: float) -> Iterator[Sample]:
    """Yield a sample in lines, of which the first has the look."""
    first, *rest = wrapped(sample.text, sample.style, width - sample.wide - 4)
    yield replace(sample, text=first)
    yield from (_said(line) for line in rest)


def _samples(
    atlas: Atlas,
    seen: Sequence[tuple[Feature, shapely.Geometry]],
    forces: Sequence[Feature],
    language: str,
) -> Iterator[Sample]:
    features = [feature for feature, _ in seen]
    yield from _stretches(atlas, features, language)
    for force in (one for one in features if beyond_place(atlas, one)):
        colour = atlas.style_of(atlas.layer_of(force)).symbol.colour
        yield Sample(words(language, "ofTheWhole"), _LINE, _bracket(colour))
        break
    held = [part_of(atlas, force) for force in forces]
    for part in (one for one in atlas.manifest.parts if one in held):
        name = one_line((part.short or part.names)[language])
        yield Sample(name, 8, partial(_shape, part.shape, part.hue))
    yield from _layers(atlas, seen, language)
    if any(drawn_as(one) != "stated" and _is_symbol(one, shape) for one, shape in seen):
        ring = Stroke(PALETTE.ink, 1.2)
        yield Sample(
            words(language, "hollow"),
            10,
            lambda x, y: [Circle((x + 5, y), 3.4, PALETTE.paper, ring)],
        )
    if atlas.excerpt_numbers:
        style = quoting(_KEY)
        text = "“…”"
        yield Sample(
            words(language, "articlesWords"), 16, lambda x, y: [Text((x, y + 3), text, style)]
        )


def _stretches(atlas: Atlas, features: Sequence[Feature], language: str) -> Iterator[Sample]:
    stretches = [one for one in features if one.properties.kind == "segment"]
    for is_used, key in ((True, "filledMeans"), (False, "hollowMeans")):
        those = [one for one in stretches if (use_of(atlas, one) is not None) == is_used]
        if those:
            colour = atlas.style_of(atlas.layer_of(those[0])).symbol.colour
            yield Sample(words(language, key), _LINE, _ribbon(colour, is_used=is_used))
            if is_used and any(drawn_as(one) != "stated" for one in those):
                yield _said(words(language, "courseMeans"))


def _ribbon(colour: str, *, is_used: bool) -> Callable[[float, float], Sequence[Item]]:
    def draw(x: float, y: float) -> Sequence[Item]:
        run = ((x + 4, y), (x + _LINE - 4, y))
        tiers = ribbon((run,), colour, is_used=is_used, is_ours=is_used, leads_on=frozenset())
        return [item for tier in tiers[1:5] for item in tier]

    return draw


def _bracket(colour: str) -> Callable[[float, float], Sequence[Item]]:
    return lambda x, y: bracket((((x + 2, y), (x + _LINE - 2, y)),), colour, ())


def _is_symbol(feature: Feature, shape: shapely.Geometry) -> bool:
    is_point = int(shapely.get_dimensions(shape)) == 0
    return is_point and feature.properties.kind not in {"country", "sea"}


def _layers(
    atlas: Atlas, seen: Sequence[tuple[Feature, shapely.Geometry]], language: str
) -> Iterator[Sample]:
    """Yield the layers with areas or lines on the map, but for the corridor's stretches."""
    looks: dict[str, list[Feature]] = {}
    for feature, shape in seen:
        is_other = feature.properties.kind not in {"segment", "sea"}
        if shapely.get_dimensions(shape) and is_other and not beyond_place(atlas, feature):
            looks.setdefault(feature.properties.layer, []).append(feature)
    for layer in sorted(atlas.manifest.layers, key=lambda one: _rank(one)):
        if features := looks.get(layer.id):
            style, basis = atlas.style_of(layer), drawn_as(features[0])
            edge = Stroke(style.symbol.colour, PAPER.lines["other"].width, dash_of(basis, 1.5))
            is_area = int(shapely.get_dimensions(features[0].shape)) == 2
            hatch = Hatch(style.symbol.pattern, style.symbol.colour) if is_area else None
            meaning = f"{one_line(style.names[language])}: {words(language, basis)}"
            yield Sample(meaning, 20, partial(_look, hatch, edge))


def _shape(shape: str, hue: str, x: float, y: float) -> list[Item]:
    return [*draw_shape(shape, (x + 4, y), hue)]


def _look(hatch: Hatch | None, edge: Stroke, x: float, y: float) -> list[Item]:
    """Return an area with its hatch, or else a line."""
    if hatch:
        return [rectangle(Box(x, y - 4, 20, 8), hatch, edge)]
    return [Path((((x, y), (x + 20, y)),), stroke=edge)]


def _rank(layer: Layer) -> int:
    return GROUPS.index(layer.group) if layer.group in GROUPS else len(GROUPS)


def _absent(
    atlas: Atlas,
    seen: Sequence[tuple[Feature, shapely.Geometry]],
    forces: Sequence[Feature],
    language: str,
) -> Iterator[Sample]:
    """Yield the names of the layers that are to be shown, and lie outside the map."""
    here = {feature.properties.layer for feature, _ in seen}
    here |= {force.properties.layer for force in forces}
    if not here:
        yield _said(words(language, "nothingHere"))
    groups: dict[str, list[Layer]] = {}
    for layer in atlas.manifest.layers:
        own = [f for f in atlas.features.values() if f.properties.layer == layer.id]
        if not layer.visible or layer.id in here or not any(atlas.places[f.id] for f in own):
            continue
        placed = any(atlas.places[f.id] and not beyond_place(atlas, f) for f in own)
        groups.setdefault("beyond" if placed else "ofHidden", []).append(layer)
    for key, layers in groups.items():
        names = words(language, "comma").join(
            one_line(atlas.style_of(layer).names[language]) for layer in layers
        )
        yield _said(words(language, key, names))
