"""The briefer's notes on the map of a sheet: as on the screen, each says whose it is.

What an article says and what a briefer adds never look alike: a note's rim, pencil and colour are
of no mark, part or basis (see `NOTE` in `geo.symbology`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

import shapely

from geo.export_options import Note
from geo.sheet.basemap import runs_of
from geo.sheet.fonts import is_arabic, width_of, wrapped
from geo.sheet.missing_glyphs import legible
from geo.sheet.projection import Projection
from geo.sheet.scene import (
    Box,
    Circle,
    Group,
    Item,
    Path,
    Point,
    Stroke,
    Text,
    TextStyle,
    rectangle,
)
from geo.symbology import NOTE, PALETTE
from geo.text.bidi import is_rtl_text, isolated
from geo.text.catalogue import words
from geo.text.language import is_rtl

_CAPTION, _BODY = TextStyle(8, PALETTE.note), TextStyle(8.6)
_LEADING, _PAD, _WIDEST = 1.28, 4.0, 140.0
_PENCIL, _ROOM = 7.0, 9.5  # points: its size, and what it takes beside the caption
_STEMS, _BARB = (9.0, 30.0, 60.0, 90.0), 7.0  # from a place to its box; of an arrow's head
_RIM, _LINE, _CASING = 0.9, 1.3, 3.4
_DASH = tuple(part * 0.7 for part in NOTE.dash)  # on paper, in points


class NotesDrawn(NamedTuple):
    """The notes as drawn, the boxes that labels leave free, and how many notes lie elsewhere."""

    groups: tuple[Group, ...]
    boxes: list[Box]
    left: int


class Room(NamedTuple):
    """Where notes may stand: the map's frame, the window of its marks, and boxes in the frame.

    Notes keep clear of `corners`, and of `marks` where that can be.
    """

    frame: Box
    window: shapely.Geometry
    corners: Sequence[Box]
    marks: Sequence[Box]


def draw_briefers_notes(
    notes: Sequence[Note], projection: Projection, room: Room, language: str
) -> NotesDrawn:
    """Draw the notes at places in the window; arrows end where it does."""
    placed = list[_Placed]()
    for note in notes:
        at = projection.point(*note.at)
        if shapely.contains_xy(room.window, *at):
            wording = _Wording.of(note, language)
            others = [*room.corners, *(box for one in placed for box in (one.box, one.spot))]
            to = projection.point(*note.to) if note.to else None
            box = _box(wording, at, room._replace(corners=others), is_arrow=to is not None)
            placed.append(_Placed(wording, at, to, box))
    if not placed:
        return NotesDrawn((), [], len(notes))
    tied = [item for one in placed for item in one.ties(room.window)]
    boxes = [item for one in placed for item in one.paper()]
    group = Group(words(language, "briefersNote"), (*tied, *boxes), clip=room.frame)
    boxes_and_places = [box for one in placed for box in (one.box, one.spot)]
    return NotesDrawn((group,), boxes_and_places, len(notes) - len(placed))


def draw_sample(x: float, y: float) -> tuple[Item, ...]:
    """Return the look of notes for a key, its left end in the middle of a row."""
    return (*_paper(Box(x, y - 4.5, 20, 9)), *_pencil((x + 6.5, y - 3.4)))


@dataclass(frozen=True)
class _Wording:
    """The caption of a note, and the lines of its text."""

    caption: str
    lines: tuple[str, ...]
    caption_rtl: bool
    rtl: bool

    @classmethod
    def of(cls, note: Note, language: str) -> _Wording:
        text = legible(note.text)
        rtl = is_rtl_text(text)
        lines = wrapped(text, _BODY, _WIDEST) if text else []
        caption = words(language, "briefersNote")
        return cls(caption, tuple(_directed(line, rtl) for line in lines), is_rtl(language), rtl)

    @property
    def width(self) -> float:
        lines = (width_of(line, _BODY) for line in self.lines)
        return max(width_of(self.caption, _CAPTION) + _ROOM, *lines, 0.0) + 2 * _PAD

    @property
    def height(self) -> float:
        return (_CAPTION.size + len(self.lines) * _BODY.size) * _LEADING + 2 * _PAD


def _directed(line: str, rtl: bool) -> str:
    """Return a line in the direction of its note, whatever the page's is."""
    return isolated(line, rtl=rtl) if is_arabic(line) else line


@dataclass(frozen=True)
class _Placed:
    """A note on the page: its place, its arrow's end, and its box (points)."""

    wording: _Wording
    at: Point
    to: Point | None
    box: Box

    @property
    def spot(self) -> Box:
        """A small box about the place."""
        return Box(self.at[0] - 3, self.at[1] - 3, 6, 6)

    def ties(self, window: shapely.Geometry) -> Iterator[Item]:
        """Yield what ties the box to its place: an arrow, or a stem with a ring."""
        if self.to:
            yield from _arrow(self.box.centre, self.to, window)
            return
        rim = Stroke(PALETTE.note, _RIM)
        yield Path(((self.at, _nearest(self.box, self.at)),), stroke=rim)
        yield Circle(self.at, 2.2, PALETTE.paper, rim)

    def paper(self) -> Iterator[Item]:
        """Yield the box with its words."""
        box, wording = self.box, self.wording
        yield from _paper(box)
        y = box.y + _PAD + _CAPTION.size * 0.95
        left = box.right - _PAD - _PENCIL if wording.caption_rtl else box.x + _PAD
        yield from _pencil((left, y - _PENCIL * 0.85))
        inner = replace(box, x=box.x + _PAD, width=box.width - 2 * _PAD)
        indent = -_ROOM if wording.caption_rtl else _ROOM
        yield _line(wording.caption, inner, y, _CAPTION, wording.caption_rtl, indent)
        for text in wording.lines:
            y += _BODY.size * _LEADING
            yield _line(text, inner, y, _BODY, wording.rtl)


def _line(text: str, box: Box, y: float, style: TextStyle, rtl: bool, indent: float = 0.0) -> Text:
    x = box.right if rtl else box.x
    return Text((x + indent, y), text, style, "end" if rtl else "start")


def _box(wording: _Wording, at: Point, room: Room, *, is_arrow: bool) -> Box:
    """Return where a note's box stands: round an arrow's start, else beside its place.

    It is within the frame. An arrow's box may cover marks: it is where the briefer put it.
    """
    (x, y), wide, high = at, wording.width, wording.height
    middle = (x - wide / 2, y - high / 2)
    corners = [middle] if is_arrow else []
    for far in _STEMS:
        across, down = (x + far, x - far - wide), (y - far - high, y + far)
        corners += [*product(middle[:1], down), *product(across, middle[1:])]
        corners += product(across, down)
    boxes = [_within(Box(*corner, wide, high), room.frame.inset(2)) for corner in corners]
    marks = () if is_arrow else room.marks
    return min(boxes, key=lambda box: (_covered(box, room.corners), _covered(box, marks)))


def _covered(box: Box, others: Sequence[Box]) -> int:
    return sum(box.overlaps(other) for other in others)


def _within(box: Box, frame: Box) -> Box:
    x = max(frame.x, min(box.x, frame.right - box.width))
    return replace(box, x=x, y=max(frame.y, min(box.y, frame.bottom - box.height)))


def _nearest(box: Box, at: Point) -> Point:
    x, y = at
    return max(box.x, min(x, box.right)), max(box.y, min(y, box.bottom))


def _arrow(start: Point, end: Point, window: shapely.Geometry) -> Iterator[Item]:
    """Yield an arrow as far as the window goes; its head is left out where its end is."""
    shaft = shapely.intersection(shapely.LineString([start, end]), window)
    shafts = runs_of(shaft)
    head = _head(start, end) if shapely.contains_xy(window, *end) else ()
    for stroke in (Stroke(PALETTE.paper, _CASING), Stroke(PALETTE.note, _LINE, _DASH)):
        yield Path(shafts, stroke=stroke)
        if head:
            yield Path((head,), stroke=replace(stroke, dash=()))


def _head(start: Point, end: Point) -> tuple[Point, ...]:
    way = math.atan2(end[1] - start[1], end[0] - start[0])
    left, right = (
        (end[0] - _BARB * math.cos(way + turn), end[1] - _BARB * math.sin(way + turn))
        for turn in (-0.45, 0.45)
    )
    return left, end, right


def _paper(box: Box) -> Iterator[Item]:
    yield rectangle(box, PALETTE.paper, Stroke(PALETTE.note, _RIM, _DASH))


def _pencil(corner: Point) -> Iterator[Item]:
    size = _PENCIL / 10
    runs = tuple(
        tuple((corner[0] + x * size, corner[1] + y * size) for x, y in outline)
        for outline in NOTE.pencil
    )
    yield Path(runs, closed=True, fill=PALETTE.note)
