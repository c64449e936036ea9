"""The map of a slide: its ground as a picture; marks, labels and the briefer's notes as shapes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

import shapely

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions, one_line
from geo.formats.briefing.ground import Ground
from geo.sheet.beside import shown
from geo.sheet.fonts import wrapped
from geo.sheet.hosts import Host, name_of
from geo.sheet.key import KeyRows, key_of, notes_samples
from geo.sheet.label_candidates import hosts_seen
from geo.sheet.map import lay_out_map
from geo.sheet.marks import draw_marks
from geo.sheet.projection import Bounds, Projection, window
from geo.sheet.scene import Box, Circle, Group, Item, Path, Point, Stroke, Text, TextStyle
from geo.text.catalogue import words
from geo.text.language import is_rtl

_KEY, _KEY_GAP, _LINE = TextStyle(8), 4.0, 11.0
_DOWN = 0.2  # share of a map's height
_MOST = 0.3  # of a map's height, for its key, and for the cards beside it


@dataclass(frozen=True)
class Picture:
    """A ground in a box of the slide, and the words in its place."""

    ground: Ground
    box: Box
    description: str


class _Drawn(NamedTuple):
    """A map as drawn; `unplaced` are the countries whose cards found no room on it."""

    items: tuple[Item | Picture, ...]
    unplaced: tuple[Host, ...]


@dataclass(frozen=True)
class MapRequest:
    """A map to be drawn: its place on the slide with the key below it, and what it shows.

    It is drawn smaller by `zoom`, and then made larger, so that its letters are. Without
    `numbered`, it has no numbers of findings.
    """

    frame: Box
    bounds: Bounds
    layers: frozenset[str] | None = None
    zoom: float = 1.0
    numbered: bool = False
    alt: str = ""


def draw_slide_map(
    atlas: Atlas, options: ExportOptions, asked: MapRequest
) -> tuple[Item | Picture, ...]:
    """Return a map with its key, and the forces of cards that find no room on it.

    What lies beyond a view's extent is cut off already.
    """
    if asked.layers is not None:
        view = options.view.model_copy(update={"extent": None})
        options = options.model_copy(update={"view": view})
    seen = showing(atlas, asked)
    drawn = _drawn(seen, options, asked, ())
    if drawn.unplaced:
        drawn = _drawn(seen, options, asked, drawn.unplaced)
    return drawn.items


def _drawn(
    atlas: Atlas, options: ExportOptions, asked: MapRequest, beside: tuple[Host, ...]
) -> _Drawn:
    """Return a map with its key, and below that the cards in short that stand `beside` it."""
    language, box = options.view.language, asked.frame
    rtl = is_rtl(language)
    key = _key(atlas, options, Projection(asked.bounds, box), box)
    key = key.within(box.height * _MOST, language)
    lines = [line for host in beside for line in _in_short(atlas, host, language, box.width)]
    lines = lines[: int(box.height * _MOST / _LINE)]
    low = key.height + _KEY_GAP + len(lines) * _LINE
    frame = Box(0, 0, box.width / asked.zoom, (box.height - low) / asked.zoom)
    down = frame.height * _DOWN if asked.numbered else 0.0  # cards lie above what they are about
    middle = replace(frame, y=down, height=frame.height - down)
    projection = Projection(asked.bounds, middle)
    marks = draw_marks(atlas, projection, frame)
    laid = lay_out_map(atlas, options, projection, frame, marks)
    place = partial(_scaled, by=asked.zoom, to=(box.x, box.y))
    ground, marks_on_it, notes = parted(laid.draw(), words(language, "briefersNote"))
    picture = Picture(
        Ground(ground, frame, projection, atlas.relief),
        replace(box, height=box.height - low),
        asked.alt,
    )
    below = Box(box.x, box.bottom - low + _KEY_GAP, box.width, key.height)
    x, y = (box.right if rtl else box.x), below.bottom + _KEY.size
    cards = tuple(
        Text((x, y + number * _LINE), line, _KEY, "end" if rtl else "start")
        for number, line in enumerate(lines)
    )
    items = (picture, place(marks_on_it), *map(place, notes), key.draw(below, rtl=rtl))
    return _Drawn((*items, *((Group("Cards", cards),) if cards else ())), laid.unplaced_hosts)


def _in_short(atlas: Atlas, host: Host, language: str, width: float) -> list[str]:
    """Return the names of the forces in a country, in lines."""
    country = words(language, "inHolder", one_line(host.feature.properties.names[language]))
    placing = words(language, "noPlaceStated")
    names = words(language, "comma").join(name_of(atlas, one, language) for one in host.forces)
    return wrapped(f"{country} ({placing}): {names}", _KEY, width)


def showing(atlas: Atlas, asked: MapRequest) -> Atlas:
    """Return an atlas of which a map shows the layers asked for, and numbers or none."""
    manifest = atlas.manifest
    layers = tuple(
        layer.model_copy(update={"visible": layer.visible and layer.id in asked.layers})
        if asked.layers is not None
        else layer
        for layer in manifest.layers
    )
    findings = manifest.findings if asked.numbered else ()
    changed = manifest.model_copy(update={"layers": layers, "findings": findings})
    return replace(atlas, manifest=changed)


def parted(group: Group, notes: str) -> tuple[tuple[Group, ...], Group, tuple[Group, ...]]:
    """Return the grounds within a group; the group without them and the notes; the notes."""
    grounds, apart = list[Group](), list[Group]()

    def kept(children: Iterable[Item]) -> tuple[Item, ...]:
        left = list[Item]()
        for child in children:
            if not isinstance(child, Group):
                left.append(child)
            elif child.name == "Basemap":
                grounds.append(child)
            elif child.name == notes:
                apart.append(child)
            else:
                left.append(replace(child, children=kept(child.children)))
        return tuple(left)

    rest = replace(group, children=kept(group.children))
    return tuple(grounds), rest, tuple(apart)


def _key(atlas: Atlas, options: ExportOptions, projection: Projection, frame: Box) -> KeyRows:
    """Return the key of what is on a map, and what lies outside of it."""
    room = window(projection, frame, None)
    seen = list(shown(atlas, projection, room))
    hosts: Sequence[Host] = list(hosts_seen(atlas, projection, room).values())
    forces = [force for host in hosts for force in host.forces]
    places = [shapely.Point(projection.point(*note.at)) for note in options.notes]
    left = sum(not shapely.intersects(room, place) for place in places)
    notes = [*notes_samples(len(places), left, options.view.language)]
    return key_of(atlas, seen, forces, options.view.language, frame.width, notes)


def _scaled(item: Item, by: float, to: Point) -> Item:
    """Return an item larger, its origin at another point."""

    def point(at: Point) -> Point:
        return to[0] + at[0] * by, to[1] + at[1] * by

    match item:
        case Path():
            runs = tuple(tuple(map(point, run)) for run in item.runs)
            return replace(item, runs=runs, stroke=_thicker(item, by))
        case Circle():
            stroke = _thicker(item, by)
            return replace(item, centre=point(item.centre), radius=item.radius * by, stroke=stroke)
        case Text():
            style = replace(item.style, size=item.style.size * by, spacing=item.style.spacing * by)
            return replace(item, at=point(item.at), style=style)
        case Group():
            children = tuple(_scaled(child, by, to) for child in item.children)
            clip = item.clip
            box = Box(*point((clip.x, clip.y)), clip.width * by, clip.height * by) if clip else None
            return replace(item, children=children, clip=box)


def _thicker(item: Path | Circle, by: float) -> Stroke | None:
    stroke = item.stroke
    if stroke is None:
        return None
    return replace(stroke, width=stroke.width * by, dash=tuple(d * by for d in stroke.dash))
