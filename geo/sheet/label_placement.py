"""Label placement on the map: greedy, by priority; a letter for a mark's label that fits nowhere.

A label may carry a tag: the numbers of the excerpts that its mark rests on.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from string import ascii_lowercase
from typing import NamedTuple

from geo.sheet.fonts import width_of
from geo.sheet.force_rows import ForceRow, Panel
from geo.sheet.scene import Box, Group, Item, Path, Point, Stroke, Text, TextStyle, rectangle
from geo.sheet.tags import draw_tag, tag_width
from geo.symbology import PALETTE


class Spot(NamedTuple):
    """Where a label may stand, in points from its mark.

    It begins there if `align` is -1, is centred there if 0, and ends there if 1.
    """

    dx: float
    dy: float
    align: int


def _spots(*offsets: tuple[float, float, int]) -> tuple[Spot, ...]:
    return tuple(Spot(*offset) for offset in offsets)


BESIDE = _spots(
    *((8, 0, -1), (-8, 0, 1), (0, -12, 0), (0, 12, 0)),
    *((7, -9, -1), (7, 9, -1), (-7, -9, 1), (-7, 9, 1)),
    *((4, 17, -1), (-4, 17, 1), (4, -17, -1), (-4, -17, 1)),
)
CENTRED = _spots((0, 0, 0))
NEAR = _spots(*((0, dy, 0) for dy in (-9, -12, -15, -18, 9, 12, 15, 18, -24, 24)))
# Above and below a line, clear of it, in order of preference. Picked by eye on the shipped
# sheets: first near its middle, then further off, then to its sides too.
ASIDE = _spots(
    *((0, 14, 0), (0, -14, 0), (0, 25, 0), (0, -25, 0), (0, 38, 0), (-20, 38, 0), (20, 38, 0)),
    *((0, 52, 0), (-30, 52, 0), (0, 66, 0), (-40, 66, 0), (40, 52, 0), (60, 66, 0), (0, 80, 0)),
    *((0, -52, 0), (-30, -52, 0), (-30, -80, 0), (-60, 40, 0), (-60, 66, 0), (60, 40, 0)),
    *((-60, -40, 0), (-60, -66, 0), (-20, -38, 0), (20, -38, 0), (-20, 66, 0), (30, 80, 0)),
    *((-15, 94, 0), (15, 94, 0), (-30, 94, 0)),
)
AROUND = (
    *BESIDE,
    *_spots(
        *((12, -30, -1), (-12, -30, 1), (12, 30, -1), (-12, 30, 1), (30, 0, -1), (-30, 0, 1)),
        *((0, -42, 0), (0, 42, 0), (30, -36, -1), (30, 36, -1), (-30, -36, 1), (-30, 36, 1)),
    ),
)

# Round a mark, further and further off: where its letter may stand.
RINGS = tuple(
    Spot(round(far * math.cos(turn), 2), round(far * math.sin(turn), 2), 0)
    for far in (0, 11, 16, 23, 32, 44, 60)
    for turn in (step * math.pi / 6 for step in range(12))
)

# Anywhere on the map, the nearest first: where the forces within a country may stand.
ANYWHERE = tuple(
    sorted(
        (Spot(dx, dy, 0) for dx in range(-300, 301, 15) for dy in range(-260, 261, 13)),
        key=lambda spot: math.hypot(spot.dx / 1.5, spot.dy),
    )
)

_LETTER = TextStyle(6.8, PALETTE.ink, bold=True)


@dataclass(frozen=True)
class Entry:
    """The text beside the map, under a letter, for a mark whose label finds no room.

    `rows` are the forces that stand under the name of a country.
    """

    text: str
    tag: str = ""
    rows: tuple[ForceRow, ...] = ()


@dataclass(frozen=True)
class Label:
    """A label to be placed: its `texts` from the longest to the shortest, and its spots.

    - `at` is the place of its mark on the page; `own` the box of the mark, on which the label
      may lie, and which it should fit into;
    - `priority`: the least is placed first;
    - `tag` are the numbers of excerpts beside the text, `pill` the colour of a frame round it;
    - `leader` is the distance (points) beyond which a line leads back to the mark, or to `root`,
      the box of the name that a panel belongs to;
    - labels of one `together` are all shown, or none;
    - `entry` stands for a mark's label in the overflow; a name of the basemap has none.
    """

    texts: tuple[str | Panel, ...]
    at: Point
    style: TextStyle
    spots: tuple[Spot, ...]
    priority: float
    tag: str = ""
    pill: str | None = None
    leader: float = math.inf
    own: Box | None = None
    root: Box | None = None
    together: str = ""
    entry: Entry | None = None


@dataclass(frozen=True)
class OverflowEntry:
    """An entry beside the map, and the letter that stands for it on the map.

    The letter is "" when the mark has its name and only its numbers found no room, or when not
    even a letter fits.
    """

    letter: str
    entry: Entry


@dataclass(frozen=True)
class Placement:
    """The labels that found room, as drawn, and the entries of those that did not."""

    group: Group
    overflow: tuple[OverflowEntry, ...]


class _Placed(NamedTuple):
    """A label with the one of its texts, and the box, that were chosen for it."""

    label: Label
    text: str | Panel
    box: Box


def place(
    labels: Iterable[Label], frame: Box, taken: Sequence[Box], letters: bool = True
) -> Placement:
    """Place labels in order of priority, the least first, in the frame and clear of `taken`.

    With `letters`, a mark whose label finds no room gets a letter, and an entry in the overflow;
    without, such marks are left out.
    """
    board = _Board(frame, list(taken))
    for label in sorted(labels, key=lambda label: label.priority):
        board.add(label)
    placed = board.complete()
    if not letters:
        return Placement(_group(placed, frame), ())
    lettered = _lettered(board.left, frame, taken, placed)
    over = [at.box for _, at in lettered if at]
    # a name of the basemap makes way for letters
    placed = [other for other in placed if other.label.entry or not _hit(other.box, over)]
    placed += [at for _, at in lettered if at]
    return Placement(_group(placed, frame), tuple(entry for entry, _ in lettered))


@dataclass
class _Board:
    """The map while labels are placed: `boxes` are those that no further label may overlap.

    `left` has, by entry, the first label of a mark that found no room.
    """

    frame: Box
    boxes: list[Box]
    placed: list[_Placed] = field(default_factory=list)
    left: dict[Entry, Label] = field(default_factory=dict)
    _incomplete: set[str] = field(default_factory=set)  # of names that are shown together

    def add(self, wanted: Label) -> None:
        """Place a label where it fits first, or note that it finds no room."""
        label = _rooted(wanted, self.placed)
        placed = _fit(label, self.frame, self.boxes, self.boxes) or _joined(
            label, self.frame, self.boxes, self.placed
        )
        if placed:
            self.boxes += (placed.box, *_leader(label, placed.box))
            self.placed.append(placed)
            return
        if label.entry:
            self.left.setdefault(label.entry, label)
        if self.frame.holds(Box(*label.at, 0, 0)):
            self._incomplete.add(label.together)

    def complete(self) -> list[_Placed]:
        """Return the placed labels, without groups (`together`) that are incomplete."""
        return [
            placed
            for placed in self.placed
            if not placed.label.together or placed.label.together not in self._incomplete
        ]


def _group(placed: Iterable[_Placed], frame: Box) -> Group:
    groups = (
        Group(text.name if isinstance(text, Panel) else text, tuple(_drawn(label, text, box)))
        for label, text, box in placed
    )
    return Group("Labels", tuple(groups), clip=frame)


def _rooted(label: Label, placed: Sequence[_Placed]) -> Label:
    """Return the label of a panel with its leader begun at the name that it belongs to."""
    if not isinstance(label.texts[0], Panel):
        return label
    root = next((other.box for other in placed if other.label.at == label.at), None)
    return replace(label, root=root)


def _hit(box: Box, others: Iterable[Box]) -> bool:
    return any(box.overlaps(other) for other in others)


def _lettered(
    left: Mapping[Entry, Label], frame: Box, taken: Sequence[Box], placed: Sequence[_Placed]
) -> list[tuple[OverflowEntry, _Placed | None]]:
    """Return each entry with its letter, and where by its mark that stands, if it finds room.

    A leader to a letter may cross a mark, but no name.
    """
    names = [other.box for other in placed if other.label.entry]
    named = {other.label.entry for other in placed}
    lettered, used = list[tuple[OverflowEntry, _Placed | None]](), 0
    # names alone come last: they are the ones that are only counted where the page has no room
    for entry in sorted(left, key=lambda entry: not (entry.tag or entry.rows)):
        letter = _letter(used)
        badge = replace(
            left[entry],
            texts=(letter,),
            style=_LETTER,
            spots=RINGS,
            tag="",
            leader=6.0,
            pill=_LETTER.colour,
        )
        at = None if entry in named else _fit(badge, frame, [*taken, *names], names)
        if at:
            names.append(at.box)
            used += 1
        lettered.append((OverflowEntry(letter if at else "", entry), at))
    return lettered


def _letter(number: int) -> str:
    """Return a, b … z, aa, ab … for 0, 1 …."""
    more, last = divmod(number, len(ascii_lowercase))
    return (_letter(more - 1) if more else "") + ascii_lowercase[last]


def _fit(label: Label, frame: Box, boxes: Sequence[Box], barriers: Sequence[Box]) -> _Placed | None:
    """Return the first text and spot that are clear of `boxes`, its leader of `barriers`."""
    room = frame.inset(1.5)
    others = [other for other in boxes if other != label.own]
    crossed = [other for other in barriers if other != label.own]
    for text in label.texts:
        width, height = _size(label, text)
        if label.own and width > label.own.width and text != label.texts[-1]:
            continue
        for spot in label.spots:
            x = label.at[0] + spot.dx - width * (spot.align + 1) / 2
            box = Box(x, label.at[1] + spot.dy - height / 2, width, height)
            clear = room.holds(box) and not _hit(box, others)
            if clear and not any(_hit(part, crossed) for part in _leader(label, box)):
                return _Placed(label, text, box)
    return None


def _joined(
    label: Label, frame: Box, boxes: Sequence[Box], placed: Sequence[_Placed]
) -> _Placed | None:
    """Place a mark's numbers right beside its code, where they can't pass for another mark's."""
    room, width = frame.inset(1.5), _width(label, "")
    others = [other for other in boxes if other != label.own]
    codes = (other.box for other in placed if label.texts == ("",) and _is_of(other.label, label))
    for code in codes:
        for x in (code.right, code.x - width):
            box = Box(x, code.y, width, code.height)
            if room.holds(box) and not _hit(box, others):
                return _Placed(label, "", box)
    return None


def _is_of(label: Label, other: Label) -> bool:
    """Say whether two labels are of one mark."""
    return label.entry == other.entry and label.at == other.at


def _size(label: Label, text: str | Panel) -> tuple[float, float]:
    if isinstance(text, Panel):
        return text.width, text.height
    return _width(label, text), label.style.size * 1.32


def _width(label: Label, text: str) -> float:
    return width_of(text, label.style) + (6 if label.pill else 3) + tag_width(label.tag)


def _leader(label: Label, box: Box) -> tuple[Box, ...]:
    """Return a label's leader, if it needs one, as small boxes clear of its own mark."""
    (x, y), (x1, y1) = _ends(label, box)
    length = math.hypot(x1 - x, y1 - y)
    if length <= label.leader:
        return ()
    count = max(12, round(length / 3))  # 3 points apart: no name fits between two
    steps = (part / count for part in range(1 if label.root else count // 6, count))
    return tuple(Box(x + (x1 - x) * t - 1, y + (y1 - y) * t - 1, 2, 2) for t in steps)


def _ends(label: Label, box: Box) -> tuple[Point, Point]:
    """Return where a leader begins, and the nearest point of the label, where it ends."""
    end = _nearest(label.root.centre if label.root else label.at, box)
    return _nearest(end, label.root) if label.root else label.at, end


def _nearest(point: Point, box: Box) -> Point:
    x, y = point
    return min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)


def _drawn(label: Label, text: str | Panel, box: Box) -> Iterable[Item]:
    if _leader(label, box):
        yield Path((_ends(label, box),), stroke=Stroke(PALETTE.leader, 0.6))
    if isinstance(text, Panel):
        yield from text.draw(box)
        return
    name = Box(box.x, box.y, box.width - tag_width(label.tag), box.height)
    if label.pill:
        yield rectangle(name, PALETTE.paper, Stroke(label.pill, 0.8))
    at = (name.centre[0], name.centre[1] + label.style.size * 0.36)
    if text:
        yield Text(at, text, label.style, "middle", halo=None if label.pill else PALETTE.paper)
    if label.tag:
        yield from draw_tag(label.tag, (name.right + 1, box.centre[1]))


def round_box(box: Box, gap: float = 3.0) -> tuple[Spot, ...]:
    """Return the places beside, above and below an area, then its corners and further off."""
    wide, high = box.width / 2 + gap, box.height / 2
    return _spots(
        *((wide, 0, -1), (-wide, 0, 1), (0, -high - 8, 0), (0, high + 8, 0)),
        *((wide - 8, -high - 8, -1), (wide - 8, high + 8, -1)),
        *((8 - wide, -high - 8, 1), (8 - wide, high + 8, 1)),
        *(
            (dx, sign * (high + dy), 0)
            for dy in (20, 32)
            for dx in (0, -30, 30)
            for sign in (-1, 1)
        ),
        *((sign * (wide + 16), dy, -sign) for dy in (0, -12, 12, -24, 24) for sign in (1, -1)),
    )
