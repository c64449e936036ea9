"""Names on the map: greedy placement by priority; for a mark's that fits nowhere, a letter.

A label may carry a tag: the numbers of the excerpts that its mark rests on.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from geo.sheet.fonts import width_of
from geo.sheet.rows import Panel, Row
from geo.sheet.scene import Box, Group, Item, Look, Path, Point, Stroke, Text, rectangle
from geo.sheet.tags import draw_tag, tag_width
from geo.symbology import PALETTE

Spot = tuple[
    float, float, int
]  # dx, dy from the place; -1 begins there, 0 is centred, 1 ends there

BESIDE: tuple[Spot, ...] = (
    *((8, 0, -1), (-8, 0, 1), (0, -12, 0), (0, 12, 0)),
    *((7, -9, -1), (7, 9, -1), (-7, -9, 1), (-7, 9, 1)),
    *((4, 17, -1), (-4, 17, 1), (4, -17, -1), (-4, -17, 1)),
)
CENTRED: tuple[Spot, ...] = ((0, 0, 0),)
NEAR: tuple[Spot, ...] = tuple((0, dy, 0) for dy in (-9, -12, -15, -18, 9, 12, 15, 18, -24, 24))
# Clear of the line, on either side of it; a leader leads back when it is far.
ASIDE: tuple[Spot, ...] = (
    *((0, 14, 0), (0, -14, 0), (0, 25, 0), (0, -25, 0), (0, 38, 0), (-20, 38, 0), (20, 38, 0)),
    *((0, 52, 0), (-30, 52, 0), (0, 66, 0), (-40, 66, 0), (40, 52, 0), (60, 66, 0), (0, 80, 0)),
    *((0, -52, 0), (-30, -52, 0), (-30, -80, 0), (-60, 40, 0), (-60, 66, 0), (60, 40, 0)),
    *((-60, -40, 0), (-60, -66, 0), (-20, -38, 0), (20, -38, 0), (-20, 66, 0), (30, 80, 0)),
    *((-15, 94, 0), (15, 94, 0), (-30, 94, 0)),
)
AROUND: tuple[Spot, ...] = (
    *BESIDE,
    *((12, -30, -1), (-12, -30, 1), (12, 30, -1), (-12, 30, 1), (30, 0, -1), (-30, 0, 1)),
    *((0, -42, 0), (0, 42, 0), (30, -36, -1), (30, 36, -1), (-30, -36, 1), (-30, 36, 1)),
)

# Round a mark, further and further off: where its letter may stand.
RINGS: tuple[Spot, ...] = tuple(
    (round(far * math.cos(turn), 2), round(far * math.sin(turn), 2), 0)
    for far in (0, 11, 16, 23, 32, 44, 60)
    for turn in (step * math.pi / 6 for step in range(12))
)

# Anywhere on the map, the nearest first: where the forces within a country may stand.
ANYWHERE: tuple[Spot, ...] = tuple(
    sorted(
        ((dx, dy, 0) for dx in range(-300, 301, 15) for dy in range(-260, 261, 13)),
        key=lambda spot: math.hypot(spot[0] / 1.5, spot[1]),
    )
)

_LETTER = Look(6.8, PALETTE.ink, bold=True)


@dataclass(frozen=True)
class Entry:
    """What is written beside the map under a letter, where a mark's label finds no room.

    `rows` are the forces that stand under the name of a country.
    """

    text: str
    tag: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Label:
    """What wants to be written, and where it may stand; from the most that can be to the least."""

    texts: tuple[str | Panel, ...]
    at: Point
    look: Look
    spots: tuple[Spot, ...]
    priority: float
    tag: str = ""
    pill: str | None = None
    leader: float = math.inf  # how far off its mark it needs a line that leads back
    own: Box | None = None  # what it may lie on, and should fit into
    root: Box | None = None  # where its leader begins, if not at its mark: a name
    together: str = ""  # shown with all others of this name in the frame, or not at all
    entry: Entry | None = None  # of a mark's; a name of the basemap may be left out


Lettered = tuple[tuple[str, Entry], ...]
_Placed = tuple[Label, str | Panel, Box]


def place(
    labels: Iterable[Label], frame: Box, taken: Sequence[Box], letters: bool = True
) -> tuple[Group, Lettered]:
    """Place what fits, the most wanted first, within the frame and clear of all that is taken.

    Return it, and what there was no room for, each under the letter that stands for it: none,
    where the mark has its name and only the numbers found no room, or not even a letter did.
    """
    boxes, placed, alone = list(taken), list[_Placed](), {""}
    left = dict[Entry, Label]()
    for wanted in sorted(labels, key=lambda label: label.priority):
        label = _rooted(wanted, placed)
        if found := _fit(label, frame, boxes, boxes) or _joined(label, frame, boxes, placed):
            boxes += (found[1], *_leader(label, found[1]))
            placed.append((label, *found))
            continue
        if label.entry:
            left.setdefault(label.entry, label)
        if frame.holds(Box(*label.at, 0, 0)):
            alone.add(label.together)  # the others of its name would stand alone
    placed = [one for one in placed if not one[0].together or one[0].together not in alone]
    if letters:
        # names alone come last: it is they that are counted where there is no room beside the map
        left = dict(sorted(left.items(), key=lambda item: not (item[0].tag or item[0].rows)))
        marked = _marked(left, frame, taken, placed)
        over = [box for _, _, box in marked if box]  # a name of the basemap makes way for them
        placed = [one for one in placed if one[0].entry or not _hit(one[2], over)]
        placed += [(label, text, box) for label, text, box in marked if box]
        named = tuple((text, entry) for (_, text, _), entry in zip(marked, left, strict=True))
    groups = (
        Group(text.name if isinstance(text, Panel) else text, tuple(_drawn(label, text, box)))
        for label, text, box in placed
    )
    return Group("Labels", tuple(groups), clip=frame), named if letters else ()


def _rooted(label: Label, placed: Sequence[_Placed]) -> Label:
    """Return the label of a panel with its leader begun at the name that it belongs to."""
    if not isinstance(label.texts[0], Panel):
        return label
    return replace(label, root=next((box for one, _, box in placed if one.at == label.at), None))


def _hit(box: Box, others: Iterable[Box]) -> bool:
    return any(box.overlaps(other) for other in others)


def _marked(
    left: Mapping[Entry, Label], frame: Box, taken: Sequence[Box], placed: list[_Placed]
) -> list[tuple[Label, str, Box | None]]:
    """Return for each its letter, and where by its mark that stands, if it finds room.

    What leads to a letter may cross a mark, but no name.
    """
    names = [box for label, _, box in placed if label.entry]
    known = {label.entry for label, _, _ in placed}
    used, found = 0, list[tuple[Label, str, Box | None]]()
    for entry, label in left.items():
        text = _letter(used)
        one = replace(label, texts=(text,), look=_LETTER, spots=RINGS, tag="", leader=6.0)
        one = replace(one, pill=_LETTER.colour)
        at = None if entry in known else _fit(one, frame, [*taken, *names], names)
        if at:
            names.append(at[1])
            used += 1
        found.append((one, text, at[1]) if at else (one, "", None))
    return found


def _letter(number: int) -> str:
    more, last = divmod(number, len(ascii_lowercase))
    return (_letter(more - 1) if more else "") + ascii_lowercase[last]


def _fit(
    label: Label, frame: Box, boxes: Sequence[Box], way: Sequence[Box]
) -> tuple[str | Panel, Box] | None:
    """Return the first text and place that are clear of the boxes, its leader of what is `way`."""
    room = frame.inset(1.5)
    others = [other for other in boxes if other != label.own]
    crossed = [other for other in way if other != label.own]
    for text in label.texts:
        width, height = _size(label, text)
        if label.own and width > label.own.width and text != label.texts[-1]:
            continue
        for dx, dy, align in label.spots:
            x = label.at[0] + dx - width * (align + 1) / 2
            box = Box(x, label.at[1] + dy - height / 2, width, height)
            clear = room.holds(box) and not _hit(box, others)
            if clear and not any(_hit(part, crossed) for part in _leader(label, box)):
                return text, box
    return None


def _joined(
    label: Label, frame: Box, boxes: Sequence[Box], placed: Sequence[_Placed]
) -> tuple[str, Box] | None:
    """Return the place of a mark's numbers right beside its code: they can't pass for others'."""
    room, width = frame.inset(1.5), _width(label, "")
    others = [other for other in boxes if other != label.own]
    codes = (box for one, _, box in placed if label.texts == ("",) and _is_of(one, label))
    for code in codes:
        for x in (code.right, code.x - width):
            box = Box(x, code.y, width, code.height)
            if room.holds(box) and not _hit(box, others):
                return "", box
    return None


def _is_of(one: Label, other: Label) -> bool:
    """Say whether two labels are of one mark."""
    return one.entry == other.entry and one.at == other.at


def _size(label: Label, text: str | Panel) -> tuple[float, float]:
    if isinstance(text, Panel):
        return text.width, text.height
    return _width(label, text), label.look.size * 1.32


def _width(label: Label, text: str) -> float:
    return width_of(text, label.look) + (6 if label.pill else 3) + tag_width(label.tag)


def _leader(label: Label, box: Box) -> tuple[Box, ...]:
    """Return the way of a label's leader, if it has one: small boxes clear of its own mark."""
    (x, y), (x1, y1) = _ends(label, box)
    far = math.hypot(x1 - x, y1 - y)
    if far <= label.leader:
        return ()
    count = max(12, round(far / 3))  # nothing slips between two of them
    steps = (part / count for part in range(1 if label.root else count // 6, count))
    return tuple(Box(x + (x1 - x) * t - 1, y + (y1 - y) * t - 1, 2, 2) for t in steps)


def _ends(label: Label, box: Box) -> tuple[Point, Point]:
    """Return where a leader begins, and where it meets a label: its point that is nearest."""
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
    at = (name.centre[0], name.centre[1] + label.look.size * 0.36)
    if text:
        yield Text(at, text, label.look, "middle", halo=None if label.pill else PALETTE.paper)
    if label.tag:
        yield from draw_tag(label.tag, (name.right + 1, box.centre[1]))


def round_box(box: Box, gap: float = 3.0) -> tuple[Spot, ...]:
    """Return the places beside, above and below an area, then its corners and further off."""
    wide, high = box.width / 2 + gap, box.height / 2
    return (
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
