"""The labels of a map before placement: names of marks, cards of forces, the basemap's names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Layer
from geo.atlas.model import Feature
from geo.export_options import one_line
from geo.sheet.basemap import clipped
from geo.sheet.beside import beyond_place
from geo.sheet.card import forms_of
from geo.sheet.disc import number_of
from geo.sheet.fonts import is_arabic, width_of
from geo.sheet.hosts import Host, hosted
from geo.sheet.label import Label
from geo.sheet.label_spots import (
    ANYWHERE,
    AROUND,
    ASIDE,
    CENTRED,
    NEARBY,
    RINGS,
    Spot,
    round_box,
)
from geo.sheet.projection import Projection
from geo.sheet.ribbon import WIDTH
from geo.sheet.runs import aims_of, facts_of, is_forceless, runs_of_use
from geo.sheet.scene import Box, Point, TextStyle
from geo.symbology import PALETTE
from geo.text.catalogue import words

Seen: TypeAlias = Sequence[tuple[Feature, shapely.Geometry]]

_NEIGHBOUR = TextStyle(8, PALETTE.country_name, spacing=1.0)
_SEA = TextStyle(8.5, PALETTE.sea_name, italic=True, spacing=0.5)
_COUNTRY, _TOWN = TextStyle(10.5, bold=True, spacing=2.4), TextStyle(9.5, bold=True)
_FACT, _CARD = TextStyle(8, PALETTE.soft), TextStyle(8)
_BLANK = 40.0  # square points; a smaller gap in the basemap can't be seen
_FAR = 20.0  # points; a name further off its mark needs a leader
_WIDE = 24.0  # points from a country's place to the sea, within which no name has room
_NEAR = 0.6  # points between a place and the end of a stretch that is there


class Priority(IntEnum):
    """The order in which labels are placed; those placed later find less room."""

    TOWN = auto()
    UNUSED = auto()  # a run of which no use is reported
    COUNTRY = auto()
    SEA = auto()
    AREA = auto()
    CARD = auto()
    LINE = auto()
    BACKGROUND_POINT = auto()
    NO_BASEMAP = auto()
    BASEMAP_NAME = auto()


def label_candidates(
    atlas: Atlas,
    projection: Projection,
    language: str,
    seen: Seen,
    window: shapely.Geometry,
    *,
    brief: bool = True,
) -> Iterator[Label]:
    """Yield the labels of the marks that are seen (points of the page), and the basemap's.

    `brief` says that cards may have the names of forces alone.
    """
    piles, water = _piles(atlas, seen), _Water(atlas, projection, window)
    for feature, shape in seen:
        if (pile := piles.get(feature.id, 0)) is not None:
            yield from _of_mark(_Mark(atlas, feature, shape, language, pile), water)
    yield from _unused(atlas, seen, language)
    yield from _cards(atlas, projection, language, window, brief=brief)
    named = {_name(feature, language) for feature, _ in seen}
    yield from _of_basemap(atlas, projection, language, named)


def hosts_seen(atlas: Atlas, projection: Projection, window: shapely.Geometry) -> dict[Point, Host]:
    """Return the countries in the window to whose names cards are tied, by their place there."""
    places = ((_anchor(projection.mark(host.shape)), host) for host in hosted(atlas).values())
    return {at: host for at, host in places if shapely.intersects(window, shapely.Point(at))}


def missing_basemap_label(blank: shapely.Geometry, language: str) -> Iterator[Label]:
    """Yield the note that the basemap ends, if it leaves a `blank` (points of the page)."""
    if shapely.area(blank) > _BLANK:
        text = words(language, "noBasemap")
        largest = max(shapely.get_parts(blank), key=shapely.area)
        at = shapely.get_coordinates(shapely.point_on_surface(largest))[0].tolist()
        style = TextStyle(8, PALETTE.soft, italic=True)
        yield Label((text,), (at[0], at[1]), style, RINGS, Priority.NO_BASEMAP)


def obstacles(seen: Seen) -> Iterator[Box]:
    """Yield the boxes (points) of symbols, areas and lines, which no label may cover."""
    for feature, shape in seen:
        if shapely.get_dimensions(shape) == 2:
            yield _box(shape)
            continue
        is_stretch = feature.properties.kind == "segment"
        half = 5.0 if shapely.get_dimensions(shape) == 0 else WIDTH / 2 + 2 if is_stretch else 2.0
        if feature.properties.kind not in {"country", "sea"}:
            corners = shapely.get_coordinates(shapely.segmentize(shape, 5))
            for x, y in np.unique(corners.round(1), axis=0).tolist():
                yield Box(x - half, y - half, 2 * half, 2 * half)


def _piles(atlas: Atlas, seen: Seen) -> dict[str, int | None]:
    """Return for marks at one place: of the first how many others it stands for, else None."""
    first: dict[tuple[str, float, float], str] = {}
    piles: dict[str, int | None] = {}
    for feature, shape in seen:
        if shapely.get_dimensions(shape) or feature.properties.kind in {"country", "sea"}:
            continue
        x, y = _anchor(shape)
        id_ = first.setdefault((feature.properties.layer, round(x), round(y)), feature.id)
        piles[feature.id] = 0 if id_ == feature.id else None
        if id_ != feature.id:
            piles[id_] = (piles[id_] or 0) + 1
    return piles


def _box(shape: shapely.Geometry) -> Box:
    west, north, east, south = (float(v) for v in shapely.bounds(shape))
    return Box(west, north, east - west, south - north)


def _name(feature: Feature, language: str) -> str:
    return one_line(feature.properties.names[language])


@dataclass(frozen=True)
class _Mark:
    """A mark on the page: its shape in points, and how many others lie under it."""

    atlas: Atlas
    feature: Feature
    shape: shapely.Geometry
    language: str
    others: int

    @property
    def name(self) -> str:
        """Its name, and how many others at its place are not named."""
        name = _name(self.feature, self.language)
        if not self.others:
            return name
        return f"{name}{words(self.language, 'comma')}{words(self.language, 'more', self.others)}"

    @property
    def at(self) -> Point:
        return _anchor(self.shape)

    @property
    def layer(self) -> Layer:
        return self.atlas.layer_of(self.feature)

    @property
    def colour(self) -> str:
        return self.atlas.style_of(self.layer).symbol.colour

    @property
    def number(self) -> str:
        return number_of(self.atlas, self.feature.claims, self.language)


def _of_mark(mark: _Mark, water: _Water) -> Iterator[Label]:
    kind, dimensions = mark.feature.properties.kind, int(shapely.get_dimensions(mark.shape))
    if kind == "sea":
        style = TextStyle(8.8, PALETTE.sea_name, bold=True)
        spots = water.spots(mark.name, style, mark.at)
        yield Label((mark.name,), mark.at, style, spots, Priority.SEA, halo=None, marks=1)
    elif kind == "country":
        yield _of_country(mark, water)
    elif dimensions == 2:
        yield _of_area(mark)
    elif dimensions == 0:
        yield _of_point(mark)
    elif kind != "segment" and not beyond_place(mark.atlas, mark.feature):
        yield _of_line(mark)


@dataclass(frozen=True)
class _Water:
    """What is not land on the page."""

    atlas: Atlas
    projection: Projection
    window: shapely.Geometry

    @cached_property
    def land(self) -> shapely.Geometry:
        box = _box(self.window)
        shapes = map(self.projection.shape, self.atlas.basemap_shapes("countries"))
        land = shapely.union_all([clipped(shape, box, 0.5) for shape in shapes])
        shapely.prepare(land)
        return land

    def is_near(self, at: Point, distance: float) -> bool:
        """Say whether there is any within a distance (points) of a place."""
        return not shapely.covers(self.land, shapely.Point(at).buffer(distance))

    def spots(self, name: str, style: TextStyle, at: Point) -> tuple[Spot, ...]:
        """Return the spots at which a name lies on water alone, the nearest first."""
        half, high = width_of(name, style) / 2, style.size * 0.5
        x, y = (np.array([at]) + [(spot.dx, spot.dy) for spot in NEARBY]).T
        wet = ~shapely.intersects(self.land, shapely.box(x - half, y - high, x + half, y + high))
        return tuple(spot for spot, is_wet in zip(NEARBY, wet, strict=True) if is_wet) or NEARBY


def _of_country(mark: _Mark, water: _Water) -> Label:
    """Return the name of a country, with a note where no force is said to be in it.

    One that is narrow has its name on water rather than on another country, without the note.
    """
    name, is_narrow = _capitals(mark.name), water.is_near(mark.at, _WIDE)
    noted = is_forceless(mark.atlas, mark.feature) and not is_narrow
    note = f"{name}\n{words(mark.language, 'noForceHere')}"
    at_sea = water.spots(name, _COUNTRY, mark.at) if is_narrow else ()
    return Label(
        (note, name) if noted else (name,),
        mark.at,
        _COUNTRY,
        (*CENTRED, *at_sea, *AROUND, *(NEARBY if is_narrow else ())),
        Priority.COUNTRY,
        below=_FACT,
        leader=4.0 if is_narrow else 10.0,
        marks=1,
    )


def _capitals(name: str) -> str:
    return name if is_arabic(name) else name.upper()


def _of_area(mark: _Mark) -> Label:
    """Return the name of an area, in it where that fits, else beside it."""
    own, style = _box(mark.shape), TextStyle(8.5, mark.colour, bold=True)
    spots = (*CENTRED, *round_box(own))
    reach = max(own.width, own.height) / 2 + 14
    return Label(
        (mark.name,),
        mark.at,
        style,
        spots,
        Priority.AREA,
        number=mark.number,
        pill=mark.colour,
        leader=reach,
        own=own,
        marks=1,
    )


def _of_line(mark: _Mark) -> Label:
    """Return the name of the layer of a line."""
    text = one_line(mark.atlas.style_of(mark.layer).names[mark.language])
    style, spots = TextStyle(8.2, mark.colour, bold=True), (*ASIDE, *RINGS)
    return Label(
        (text,), mark.at, style, spots, Priority.LINE, number=mark.number, leader=_FAR, marks=1
    )


def _of_point(mark: _Mark) -> Label:
    is_background = mark.layer.group == "background"
    style = TextStyle(8.2, PALETTE.soft) if is_background else _TOWN
    priority = Priority.BACKGROUND_POINT if is_background else Priority.TOWN
    return Label((mark.name,), mark.at, style, AROUND, priority, leader=_FAR, marks=1 + mark.others)


def _unused(atlas: Atlas, seen: Seen, language: str) -> Iterator[Label]:
    """Yield what is said of the runs of the corridor of which no use is reported."""
    shapes = {feature.id: shape for feature, shape in seen}
    for run in runs_of_use(atlas, (feature for feature, _ in seen)):
        if not any("noUseReported" in facts_of(atlas, stretch) for stretch in run):
            continue
        short, aims = words(language, "noUseReported"), aims_of(atlas, run)
        number, start = number_of(atlas, aims, language), _start(shapes[run[0].id], seen)
        texts: tuple[str, ...] = (short,)
        if start:
            key = "aimBeyond" if aims else "noUseBeyond"
            long = words(language, key, _name(start, language))
            texts = (long, long.replace(": ", ":\n", 1), short)
        at = _end(shapes[run[-1].id])
        spots = (*AROUND, *ASIDE, *NEARBY)
        yield Label(
            texts,
            at,
            TextStyle(8.5),
            spots,
            Priority.UNUSED,
            number=number,
            leader=14.0,
            crosses=True,
            marks=1,
        )


def _end(line: shapely.Geometry) -> Point:
    x, y = shapely.get_coordinates(line)[-1].tolist()
    return x, y


def _start(shape: shapely.Geometry, seen: Seen) -> Feature | None:
    """Return the named place, if any, at which a run begins."""
    first = shapely.Point(shapely.get_coordinates(shape)[0])
    return next(
        (
            feature
            for feature, other in seen
            if shapely.get_dimensions(other) == 0
            and feature.properties.kind not in {"country", "sea"}
            and shapely.dwithin(first, other, _NEAR)
        ),
        None,
    )


def _cards(
    atlas: Atlas, projection: Projection, language: str, window: shapely.Geometry, *, brief: bool
) -> Iterator[Label]:
    """Yield the forces that are said to be in each country, the longest first."""
    hosts = hosts_seen(atlas, projection, window).items()
    for at, host in sorted(hosts, key=lambda placed: -len(placed[1].forces)):
        cards = forms_of(atlas, host, language, brief=brief)
        yield Label(cards, at, _CARD, ANYWHERE, Priority.CARD, leader=8.0, marks=len(host.forces))


def _anchor(shape: shapely.Geometry) -> Point:
    if shapely.get_dimensions(shape) == 1:
        longest = max(shapely.get_parts(shape), key=shapely.length)
        point = shapely.line_interpolate_point(longest, 0.5, normalized=True)
    else:
        point = shapely.centroid(shape)
    return float(shapely.get_x(point)), float(shapely.get_y(point))


def _of_basemap(
    atlas: Atlas, projection: Projection, language: str, named: Iterable[str]
) -> Iterator[Label]:
    countries: Any = atlas.basemap["countries"]["features"]
    for country in countries:
        lonlat = country["properties"]["label"]
        yield from _basemap_label(lonlat, country, projection, language, named, _NEIGHBOUR)
    for sea in atlas.basemap["labels"]["features"]:
        lonlat = sea["geometry"]["coordinates"]
        yield from _basemap_label(lonlat, sea, projection, language, named, _SEA)


def _basemap_label(
    lonlat: list[float],
    feature: Any,
    projection: Projection,
    language: str,
    named: Iterable[str],
    style: TextStyle,
) -> Iterator[Label]:
    names = feature["properties"]["names"]
    text = one_line(names.get(language) or names.get("en") or "")
    if text and not any(text.startswith(name) for name in named):  # else the mark has the name
        together = feature["properties"].get("together", "")
        at = projection.point(*lonlat[:2])
        yield Label((text,), at, style, CENTRED, Priority.BASEMAP_NAME, together=together)
