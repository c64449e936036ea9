"""What wants to be written on the map: names of marks, what is said of them, the basemap's.

A force without a place stands under the name of the country that it is said to be in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.itinerary import numbers
from geo.atlas.model import Feature
from geo.export_options import one_line
from geo.sheet.beside import shown
from geo.sheet.fonts import is_arabic
from geo.sheet.label_placement import (
    ANYWHERE,
    AROUND,
    ASIDE,
    CENTRED,
    NEAR,
    RINGS,
    Entry,
    Label,
    round_box,
)
from geo.sheet.projection import Projection
from geo.sheet.rows import hosted, panel, row_of
from geo.sheet.said import is_disputed, joined, speaking, use_of, wording
from geo.sheet.scene import Box, Look, Point
from geo.sheet.tags import compact
from geo.text.catalogue import words
from geo.text.language import is_rtl

_COUNTRY = Look(8, "#8b8474", spacing=1.2)
_SEA = Look(8.5, "#5f8494", italic=True, spacing=0.9)
_BLANK = 40.0  # square points: less of the map can't be seen
_FAR = 20.0  # off its mark a name needs a leader
_PANELS = (300.0, 230.0, 170.0)  # how wide the panel of a country's forces may be
_LISTED = Look(6.8)


def wanted(
    atlas: Atlas, projection: Projection, language: str, window: shapely.Geometry
) -> Iterator[Label]:
    """Yield all labels that want to be on the map: of each mark that the window shows."""
    seen = list(shown(atlas, projection, window))
    tags = tags_of(atlas, language)
    for feature, shape in seen:
        yield from _of_mark(atlas, feature, shape, language, tags[feature.id])
    yield from _of_hosts(atlas, projection, language, window, tags)
    named = {_name(feature, language) for feature, _ in seen}
    yield from _of_basemap(atlas, projection, language, named)


def tags_of(atlas: Atlas, language: str) -> dict[str, str]:
    """Return by each feature's id the numbers of the excerpts that its claims rest on."""
    number = numbers(atlas)
    return {
        feature.id: compact(
            (number[one] for claim in feature.claims for one in atlas.grounds(claim)), language
        )
        for feature in atlas.features.values()
    }


def hosts_seen(atlas: Atlas, projection: Projection, window: shapely.Geometry) -> list[str]:
    """Return the ids of the countries in the window under whose names forces stand."""
    found = hosted(atlas)
    points = {one: _anchor(projection.mark(host.shape)) for one, (host, _) in found.items()}  # type: ignore[arg-type]
    return [one for one, at in points.items() if shapely.intersects(window, shapely.Point(at))]


def _of_hosts(
    atlas: Atlas,
    projection: Projection,
    language: str,
    window: shapely.Geometry,
    tags: dict[str, str],
) -> Iterator[Label]:
    """Yield the forces that are said to be in each country, as a panel tied to its name."""
    found = hosted(atlas)
    for one in hosts_seen(atlas, projection, window):
        host, forces = found[one]
        rows = tuple(row_of(atlas, force, language, tags[force.id]) for force in forces)
        title = words(language, "hosted", _name(host, language))
        names = tuple(replace(row, said=()) for row in rows)  # the legend has their words, too
        forms = (*((rows, width) for width in _PANELS), (names, _PANELS[0]))
        panels = tuple(panel(title, form, width, is_rtl(language)) for form, width in forms)
        at = _anchor(projection.mark(host.shape))  # type: ignore[arg-type]
        entry = Entry(title, rows=rows)
        yield Label(panels, at, _LISTED, ANYWHERE, 1.5, leader=8.0, entry=entry)


def beyond(blank: shapely.Geometry, language: str) -> Iterator[Label]:
    """Yield the note that the basemap ends, if there is a blank beyond its edge."""
    if shapely.area(blank) > _BLANK:
        text = words(language, "noBasemap")
        largest = max(shapely.get_parts(blank), key=shapely.area)
        at = shapely.get_coordinates(shapely.point_on_surface(largest))[0].tolist()
        look = Look(7, "#4d5866", italic=not is_arabic(text))
        yield Label((text,), (at[0], at[1]), look, RINGS, 5, entry=Entry(text))


def obstacles(atlas: Atlas, projection: Projection, window: shapely.Geometry) -> Iterator[Box]:
    """Yield boxes of the points' symbols, the areas and the lines, which no name may cover."""
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


def _of_mark(
    atlas: Atlas, feature: Feature, shape: shapely.Geometry, language: str, tag: str
) -> Iterator[Label]:
    layer = next(one for one in atlas.manifest.layers if one.id == feature.properties.layer)
    symbol, name = atlas.look_of(layer).symbol, _name(feature, language)
    at = _anchor(shape)
    kind, dimensions = feature.properties.kind, int(shapely.get_dimensions(shape))
    pill = Look(6.6, symbol.colour, bold=True)
    coded = Entry(f"{symbol.code} · {name}", tag)
    if kind == "sea":
        own = _box(shape)
        look, spots = Look(9, "#1f2933", bold=True), round_box(own)
        off = max(own.width, own.height) / 2 + 7
        entry = Entry(name, tag)
        yield Label((name,), at, look, spots, 1.1, tag, leader=off, own=own, entry=entry)
    elif dimensions == 2:
        own = _box(shape)
        sides = ((own.width / 2 + 3, 0, -1), (-own.width / 2 - 3, 0, 1))
        texts = (coded.text, symbol.code)
        yield Label(
            texts, at, pill, (*CENTRED, *sides), 0, pill=symbol.colour, own=own, entry=coded
        )
        if tag:
            yield Label(("",), at, pill, (*sides, *CENTRED), 2.5, tag, own=own, entry=coded)
    elif kind == "segment":
        facts = " · ".join(words(language, key) for key in facts_of(atlas, feature))
        look = Look(7, "#374151", italic=not is_arabic(facts))
        entry = Entry(": ".join(filter(None, (name, facts))), tag)
        if facts or tag:
            spots = (*AROUND, *ASIDE) if _is_steep(shape) else ASIDE
            yield Label((facts,), at, look, spots, 1.3, tag, leader=_FAR, entry=entry)
    elif dimensions == 1:
        claim = speaking(atlas, feature)
        said = wording(claim, language) if claim else ""
        longer = joined((symbol.code, said), language)
        forms = (longer, symbol.code) if said else (symbol.code,)
        entry = Entry(joined((coded.text, said), language), tag)
        spots = (*NEAR, *ASIDE)
        yield Label(forms, at, pill, spots, 2, tag, symbol.colour, leader=_FAR, entry=entry)
    else:
        yield _of_point(name, at, kind, layer.group == "background", symbol.colour, tag)


def _of_point(name: str, at: Point, kind: str, background: bool, colour: str, tag: str) -> Label:
    country = kind == "country"
    look = Look(
        7.5 if background else 9,
        colour if background else "#1f2933",
        bold=not background,
        spacing=0.6 if country and not is_arabic(name) else 0,
    )
    priority = 4 if background else 1 if country else 0.8  # a town is where it is
    entry = Entry(name, tag)
    return Label((name,), at, look, AROUND, priority, tag, leader=_FAR, entry=entry)


def facts_of(atlas: Atlas, feature: Feature) -> Iterator[str]:
    """Yield the keys of what the article says, and doesn't, of a stretch: of its use, its holder.

    Use that somebody disputes is never said without saying so.
    """
    silent = {silence.about for silence in feature.properties.silences}
    if use := use_of(atlas, feature):
        yield "useReported"
        if is_disputed(atlas, use):
            yield "useDisputed"
    elif "use" in silent:
        yield "noUseReported"
    if "holder" in silent:
        yield "noForceNamed"


def _is_steep(line: shapely.Geometry) -> bool:
    """Say whether a line leads rather up or down than aside: there is room beside it then."""
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
    for one in countries:
        yield from _base(one["properties"]["label"], one, projection, language, named, _COUNTRY)
    for one in atlas.basemap["labels"]["features"]:
        yield from _base(one["geometry"]["coordinates"], one, projection, language, named, _SEA)


def _base(
    lonlat: list[float],
    feature: Any,
    projection: Projection,
    language: str,
    named: set[str],
    look: Look,
) -> Iterator[Label]:
    names = feature["properties"]["names"]
    text = one_line(names.get(language) or names.get("en") or "")
    if text and not any(text.startswith(name) for name in named):  # the mark says it
        spaced = Look(
            look.size, look.colour, italic=look.italic and not is_arabic(text), spacing=look.spacing
        )
        together = feature["properties"].get("together", "")
        at = projection.point(*lonlat[:2])
        yield Label((text,), at, spaced, CENTRED, 9, together=together)
