"""The map of a sheet or a slide: basemap, marks, labels, and what helps to read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.sheet import furniture
from geo.sheet.along import draw_along
from geo.sheet.basemap import draw_basemap, has_land, unmapped
from geo.sheet.beside import shown
from geo.sheet.boxes import Boxes
from geo.sheet.briefers_notes import Room, draw_briefers_notes
from geo.sheet.card import Card
from geo.sheet.fonts import width_of
from geo.sheet.hosts import Host
from geo.sheet.label import Label
from geo.sheet.label_candidates import (
    hosts_seen,
    label_candidates,
    missing_basemap_label,
    obstacles,
)
from geo.sheet.label_placement import place
from geo.sheet.projection import Projection, window
from geo.sheet.scene import Box, Group, Item, Stroke, Text, TextStyle, rectangle
from geo.symbology import PALETTE
from geo.text.catalogue import words

_INSET = (88.0, 62.0)
_LEFT_OUT = TextStyle(8, PALETTE.soft)


class MapLayout(NamedTuple):
    """The map as laid out, still to be drawn, and the countries whose cards found no room."""

    draw: Callable[[], Group]
    unplaced_hosts: tuple[Host, ...]


def draw_map(
    atlas: Atlas,
    options: ExportOptions,
    projection: Projection,
    frame: Box,
    marks: tuple[Group, ...],
) -> Group:
    """Return the map within its frame."""
    return lay_out_map(atlas, options, projection, frame, marks).draw()


def lay_out_map(
    atlas: Atlas,
    options: ExportOptions,
    projection: Projection,
    frame: Box,
    marks: tuple[Group, ...],
    *,
    brief: bool = True,
) -> MapLayout:
    """Lay the map out; cards that find no room on it are for the columns beside it.

    `brief` says that cards may have the names of forces alone.
    """
    language = options.view.language
    bar, bar_box = furniture.scale_bar(projection, frame.right - 10, frame.bottom - 8, language)
    extent = projection.bounds if options.view.extent else None
    room = window(projection, frame, extent)
    seen = list(shown(atlas, projection, room))
    taken = [bar_box, *obstacles(seen)]
    blank = unmapped(atlas, projection, frame)
    notes = draw_briefers_notes(
        options.notes, projection, Room(frame, room, [bar_box], taken), language
    )
    along = draw_along(atlas, seen, frame, language, [*taken, *notes.boxes])
    candidates = [
        *label_candidates(atlas, projection, language, seen, room, brief=brief),
        *missing_basemap_label(blank, language),
    ]
    labels = place(candidates, frame, [*taken, *notes.boxes], along.boxes)
    standing = [*taken, *notes.boxes, *along.boxes, *labels.boxes]
    inset = _free_corner(frame, standing) if has_land(atlas) else ()
    left_out = _left_out(labels.unplaced, frame, [*standing, *inset, *labels.others], language)

    def draw() -> Group:
        lines = options.graticule and furniture.graticule(projection, frame, [bar_box, *inset])
        parts: tuple[Item, ...] = (
            draw_basemap(atlas, projection, frame),
            *((lines,) if lines else ()),
            *marks,
            *((furniture.veil(projection, extent, frame),) if extent else ()),
            along.group,
            labels.group,
            *notes.groups,
            *(furniture.locator(atlas, projection, frame, box) for box in inset),
            bar,
            *left_out,
            rectangle(frame, None, Stroke(PALETTE.boundary, 0.8)),
        )
        return Group("Map", parts)

    hosts = hosts_seen(atlas, projection, room)
    lost = [label.at for label in labels.unplaced if isinstance(label.texts[0], Card)]
    return MapLayout(draw, tuple(hosts[at] for at in lost))


def _free_corner(frame: Box, taken: Iterable[Box]) -> tuple[Box, ...]:
    """Return the first corner of the map in which nothing stands, for a smaller map."""
    wide, high = _INSET
    right, bottom = frame.right - wide, frame.bottom - high
    corners = [(right, frame.y), (frame.x, frame.y), (right, bottom), (frame.x, bottom)]
    boxes, others = [Box(x, y, wide, high) for x, y in corners], Boxes(taken)
    return tuple(box for box in boxes if not others.overlap(box.inset(-2)))[:1]


def _left_out(
    unplaced: tuple[Label, ...], frame: Box, taken: Iterable[Box], language: str
) -> tuple[Item, ...]:
    """Say how many marks have no name, where the map has room to say so."""
    number = sum(label.marks for label in unplaced if not isinstance(label.texts[0], Card))
    if not number:
        return ()
    text = words(language, "furtherNames", number)
    wide, high = width_of(text, _LEFT_OUT) + 6, 12.0
    rows = range(int(frame.bottom - high - 1), int(frame.y), -6)
    steps = range(int(frame.x) + 2, int(frame.right - wide), 12)
    boxes, others = [Box(x, y, wide, high) for y in rows for x in steps], Boxes(taken)
    if not boxes:
        return ()  # the map is narrower than these words
    box = next((box for box in boxes if not others.overlap(box)), boxes[0])
    ground = rectangle(box, PALETTE.paper, opacity=0.9)
    return ground, Text((box.x + 3, box.bottom - 3.4), text, _LEFT_OUT)
