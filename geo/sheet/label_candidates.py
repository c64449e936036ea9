"""The labels of a map before placement: names of marks, claims, the basemap's names.

A force without a place is listed under the name of the country that it is said to be in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum, auto
from typing import Any

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Layer
from geo.atlas.model import Feature, Symbol
from geo.export_options import one_line
from geo.sheet.beside import shown
from geo.sheet.fonts import is_arabic
from geo.sheet.force_rows import hosted, panel, row_of
from geo.sheet.label import Entry, Label
from geo.sheet.label_spots import (
    ANYWHERE,
    AROUND,
    ASIDE,
    CENTRED,
    NEAR,
    RINGS,
    Spot,
    round_box,
)
from geo.sheet.projection import Projection
from geo.sheet.scene import Box, Point, TextStyle
from geo.sheet.tags import compact
from geo.sheet.wording import is_disputed, joined, representative_claim, use_of, wording
from geo.symbology import PALETTE
from geo.text.catalogue import words
from geo.text.language import is_rtl

_COUNTRY = TextStyle(8, PALETTE.country_name, spacing=1.2)
_SEA = TextStyle(8.5, PALETTE.sea_name, italic=True, spacing=0.9)
_BLANK = 40.0  # square points; a smaller gap in the basemap can't be seen
_FAR = 20.0  # points; a name further off its mark needs a leader
_PANELS = (300.0, 230.0, 170.0)  # widths that the panel of a country's forces may have
_LISTED = TextStyle(6.8)


class Priority(IntEnum):
    """The order in which labels are placed; those placed later find less room."""

    CODE = auto()  # of an area
    TOWN = auto()
    COUNTRY = auto()
    SEA = auto()
    SEGMENT = auto()
    FORCES = auto()  # listed under a country's name
    LINE = auto()
    NUMBERS = auto()  # of an area's excerpts
    BACKGROUND_POINT = auto()
    NO_BASEMAP = auto()
    BASEMAP_NAME = auto()


def label_candidates(
    atlas: Atlas, projection: Projection, language: str, window: shapely.Geometry
) -> Iterator[Label]:
    """Yield the labels of all marks in the window (points of the page), and the basemap's."""
    seen = list(shown(atlas, projection, window))
    tags = tags_of(atlas, language)
    for feature, shape in seen:
        yield from _of_mark(_Mark(atlas, feature, shape, language, tags[feature.id]))
    yield from _of_hosts(atlas, projection, language, window, tags)
    named = {_name(feature, language) for feature, _ in seen}
    yield from _of_basemap(atlas, projection, language, named)


def tags_of(atlas: Atlas, language: str) -> dict[str, str]:
    """Return by each feature's id the numbers of the excerpts that its claims rest on."""
    return {
        feature.id: compact(
            (
                atlas.excerpt_numbers[excerpt]
                for claim in feature.claims
                for excerpt in atlas.grounds(claim)
            ),
            language,
        )
        for feature in atlas.features.values()
    }


def hosts_seen(atlas: Atlas, projection: Projection, window: shapely.Geometry) -> list[str]:
    """Return the ids of the countries in the window under whose names forces are listed."""
    return [
        id_
        for id_, host in hosted(atlas).items()
        if shapely.intersects(window, shapely.Point(_anchor(projection.mark(host.shape))))
    ]


def _of_hosts(
    atlas: Atlas,
    projection: Projection,
    language: str,
    window: shapely.Geometry,
    tags: dict[str, str],
) -> Iterator[Label]:
    """Yield the forces that are said to be in each country, as a panel tied to its name."""
    hosts = hosted(atlas)
    for host in (hosts[id_] for id_ in hosts_seen(atlas, projection, window)):
        rows = tuple(row_of(atlas, force, language, tags[force.id]) for force in host.forces)
        title = words(language, "hosted", _name(host.feature, language))
        names = tuple(replace(row, wording=()) for row in rows)  # the legend has their words, too
        forms = (*((rows, width) for width in _PANELS), (names, _PANELS[0]))
        panels = tuple(panel(title, form, width, is_rtl(language)) for form, width in forms)
        at = _anchor(projection.mark(host.shape))
        entry = Entry(title, rows=rows)
        yield Label(panels, at, _LISTED, ANYWHERE, Priority.FORCES, leader=8.0, entry=entry)


def missing_basemap_label(blank: shapely.Geometry, language: str) -> Iterator[Label]:
    """Yield the note that the basemap ends, if it leaves a `blank` (points of the page)."""
    if shapely.area(blank) > _BLANK:
        text = words(language, "noBasemap")
        largest = max(shapely.get_parts(blank), key=shapely.area)
        at = shapely.get_coordinates(shapely.point_on_surface(largest))[0].tolist()
        style = TextStyle(7, PALETTE.soft, italic=not is_arabic(text))
        entry = Entry(text)
        yield Label((text,), (at[0], at[1]), style, RINGS, Priority.NO_BASEMAP, entry=entry)


def obstacles(atlas: Atlas, projection: Projection, window: shapely.Geometry) -> Iterator[Box]:
    """Yield the boxes (points) of symbols, areas and lines, which no label may cover."""
    for feature, shape in shown(atlas, projection, window):
        if shapely.get_dimensions(shape) == 2:
            yield _box(shape)
            continue
        half = 5.0 if shapely.get_dimensions(shape) == 0 else 3.5 if _is_segment(feature) else 1.0
        for x, y in shapely.get_coordinates(shapely.segmentize(shape, 5)).tolist():
            yield Box(x - half, y - half, 2 * half, 2 * half)


def _is_segment(feature: Feature) -> bool:
    return feature.properties.kind == "segment"


def _box(shape: shapely.Geometry) -> Box:
    west, north, east, south = (float(v) for v in shapely.bounds(shape))
    return Box(west, north, east - west, south - north)


def _name(feature: Feature, language: str) -> str:
    return one_line(feature.properties.names[language])


@dataclass(frozen=True)
class _Mark:
    """A mark on the page: its shape in points, and the numbers of its excerpts (`tag`)."""

    atlas: Atlas
    feature: Feature
    shape: shapely.Geometry
    language: str
    tag: str

    @property
    def name(self) -> str:
        return _name(self.feature, self.language)

    @property
    def at(self) -> Point:
        return _anchor(self.shape)

    @property
    def layer(self) -> Layer:
        layers, id_ = self.atlas.manifest.layers, self.feature.properties.layer
        return next(layer for layer in layers if layer.id == id_)

    @property
    def symbol(self) -> Symbol:
        return self.atlas.style_of(self.layer).symbol

    @property
    def code_style(self) -> TextStyle:
        return TextStyle(6.6, self.symbol.colour, bold=True)


def _of_mark(mark: _Mark) -> Iterator[Label]:
    kind, dimensions = mark.feature.properties.kind, int(shapely.get_dimensions(mark.shape))
    if kind == "sea":
        yield _of_sea(mark)
    elif dimensions == 2:
        yield from _of_area(mark)
    elif kind == "segment":
        yield from _of_segment(mark)
    elif dimensions == 1:
        yield _of_line(mark)
    else:
        yield _of_point(mark)


def _of_sea(mark: _Mark) -> Label:
    own, style = _box(mark.shape), TextStyle(9, PALETTE.ink, bold=True)
    radius = max(own.width, own.height) / 2 + 7
    return Label(
        (mark.name,),
        mark.at,
        style,
        round_box(own),
        Priority.SEA,
        mark.tag,
        leader=radius,
        own=own,
        entry=Entry(mark.name, mark.tag),
    )


def _of_area(mark: _Mark) -> Iterator[Label]:
    """Yield the code of an area, with its name where that fits, and the numbers beside it."""
    own, style, symbol = _box(mark.shape), mark.code_style, mark.symbol
    beside = (Spot(own.width / 2 + 3, 0, -1), Spot(-own.width / 2 - 3, 0, 1))
    entry = Entry(f"{symbol.code} · {mark.name}", mark.tag)
    yield Label(
        (entry.text, symbol.code),
        mark.at,
        style,
        (*CENTRED, *beside),
        Priority.CODE,
        pill=symbol.colour,
        own=own,
        entry=entry,
    )
    if mark.tag:
        spots = (*beside, *CENTRED)
        yield Label(("",), mark.at, style, spots, Priority.NUMBERS, mark.tag, own=own, entry=entry)


def _of_segment(mark: _Mark) -> Iterator[Label]:
    """Yield the facts of a stretch; its name is in the overflow alone."""
    facts = " · ".join(words(mark.language, key) for key in facts_of(mark.atlas, mark.feature))
    style = TextStyle(7, PALETTE.slate, italic=not is_arabic(facts))
    if facts or mark.tag:
        entry = Entry(": ".join(filter(None, (mark.name, facts))), mark.tag)
        spots = (*AROUND, *ASIDE) if _is_steep(mark.shape) else ASIDE
        yield Label(
            (facts,), mark.at, style, spots, Priority.SEGMENT, mark.tag, leader=_FAR, entry=entry
        )


def _of_line(mark: _Mark) -> Label:
    """Return the code of a force's line, with its words as printed where these fit."""
    claim, symbol = representative_claim(mark.atlas, mark.feature), mark.symbol
    printed = wording(claim, mark.language) if claim else ""
    longer = joined((symbol.code, printed), mark.language)
    return Label(
        (longer, symbol.code) if printed else (symbol.code,),
        mark.at,
        mark.code_style,
        (*NEAR, *ASIDE),
        Priority.LINE,
        mark.tag,
        symbol.colour,
        leader=_FAR,
        entry=Entry(joined((f"{symbol.code} · {mark.name}", printed), mark.language), mark.tag),
    )


def _of_point(mark: _Mark) -> Label:
    """Return the name of a town, or of a country by its point."""
    is_background = mark.layer.group == "background"
    is_country = mark.feature.properties.kind == "country"
    style = TextStyle(
        7.5 if is_background else 9,
        mark.symbol.colour if is_background else PALETTE.ink,
        bold=not is_background,
        spacing=0.6 if is_country and not is_arabic(mark.name) else 0,
    )
    priority = Priority.COUNTRY if is_country else Priority.TOWN
    return Label(
        (mark.name,),
        mark.at,
        style,
        AROUND,
        Priority.BACKGROUND_POINT if is_background else priority,
        mark.tag,
        leader=_FAR,
        entry=Entry(mark.name, mark.tag),
    )


def facts_of(atlas: Atlas, feature: Feature) -> Iterator[str]:
    """Yield the keys of the facts that the article gives of a stretch, or lacks: use, and a force.

    Where another claim disputes the use, that follows at once. Where a force is said to be in the
    stretch's country, its silence on who holds it is another one: none is labelled.
    """
    silent = {silence.about for silence in feature.properties.silences}
    if use := use_of(atlas, feature):
        yield "useReported"
        if is_disputed(atlas, use):
            yield "useDisputed"
    elif "use" in silent:
        yield "noUseReported"
    if "holder" in silent and not _has_members(atlas, feature.properties.country):
        yield "noForceNamed"


def _has_members(atlas: Atlas, country: str | None) -> bool:
    """Say whether a force, or else, is said to be in a country, also where a view hides it."""
    return any(
        place.id != id_ and place.properties.kind == "country"
        for id_, places in atlas.places.items()
        for place in places
        if country is not None and place.properties.country == country
    )


def _is_steep(line: shapely.Geometry) -> bool:
    """Say whether a line is higher than it is wide: then there is room beside it."""
    box = _box(max(shapely.get_parts(line), key=shapely.length))
    return box.height > box.width


def _anchor(shape: shapely.Geometry) -> Point:
    if shapely.get_dimensions(shape) == 1:
        longest = max(shapely.get_parts(shape), key=shapely.length)
        point = shapely.line_interpolate_point(longest, 0.5, normalized=True)
    else:
        point = shapely.centroid(shape)
    return float(shapely.get_x(point)), float(shapely.get_y(point))


def _of_basemap(
    atlas: Atlas, projection: Projection, language: str, named: set[str]
) -> Iterator[Label]:
    countries: Any = atlas.basemap["countries"]["features"]
    for country in countries:
        lonlat = country["properties"]["label"]
        yield from _basemap_label(lonlat, country, projection, language, named, _COUNTRY)
    for sea in atlas.basemap["labels"]["features"]:
        lonlat = sea["geometry"]["coordinates"]
        yield from _basemap_label(lonlat, sea, projection, language, named, _SEA)


def _basemap_label(
    lonlat: list[float],
    feature: Any,
    projection: Projection,
    language: str,
    named: set[str],
    style: TextStyle,
) -> Iterator[Label]:
    names = feature["properties"]["names"]
    text = one_line(names.get(language) or names.get("en") or "")
    if text and not any(text.startswith(name) for name in named):  # else the mark has the name
        spaced = TextStyle(
            style.size,
            style.colour,
            italic=style.italic and not is_arabic(text),
            spacing=style.spacing,
        )
        together = feature["properties"].get("together", "")
        at = projection.point(*lonlat[:2])
        yield Label((text,), at, spaced, CENTRED, Priority.BASEMAP_NAME, together=together)
