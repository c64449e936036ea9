"""Names on the map: greedy placement by priority; a name that fits nowhere is left out.

A label may carry a tag: the numbers of the excerpts that its mark rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.sheet.fonts import width_of
from geo.sheet.marks import PAPER
from geo.sheet.scene import Box, Group, Item, Look, Path, Point, Stroke, Text, rectangle

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
ROUND: tuple[Spot, ...] = (
    *((-10, -17, -1), (-10, 19, -1), (-14, -28, -1), (-14, 30, -1), (-10, -40, -1)),
    *((0, -16, 0), (0, 18, 0), (-10, -20, 0), (10, -20, 0), (20, -20, 0), (30, -20, 0)),
    *((10, 22, 0), (20, 22, 0), (20, -32, 0), (20, 34, 0)),
    *((5, -32, 0), (15, -32, 0), (5, -44, 0), (15, -44, 0), (5, 32, 0), (15, 34, 0), (15, 46, 0)),
    *((25, -44, 0), (25, -56, 0), (15, -68, 0), (23, 46, 0), (23, 58, 0), (23, -78, 0)),
)
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

_FAR = 26.0  # from its mark a label needs a leader
TAG = Look(6.5, "#ffffff", bold=True)
TAG_INK = "#374151"


@dataclass(frozen=True)
class Label:
    """What wants to be written, and where it may stand; texts from the longest to the shortest."""

    texts: tuple[str, ...]
    at: Point
    look: Look
    spots: tuple[Spot, ...]
    priority: float
    tag: str = ""
    pill: str | None = None
    leader: bool = False
    own: Box | None = None  # what it may lie on, and should fit into
    together: str = ""  # shown with all others of this name in the frame, or not at all


def place(labels: Iterable[Label], frame: Box, taken: Sequence[Box]) -> Group:
    """Place what fits, the most wanted first, within the frame and clear of all that is taken."""
    boxes, placed, alone = list(taken), list[tuple[Label, str, Box]](), {""}
    for label in sorted(labels, key=lambda label: label.priority):
        if found := _fit(label, frame, boxes):
            boxes += (found[1], *_leader(label, found[1]))
            placed.append((label, *found))
        elif frame.holds(Box(*label.at, 0, 0)):
            alone.add(label.together)  # the others of its name would stand alone
    items = (
        Group(text, tuple(_drawn(label, text, box)))
        for label, text, box in placed
        if not label.together or label.together not in alone
    )
    return Group("Labels", tuple(items), clip=frame)


def _fit(label: Label, frame: Box, boxes: list[Box]) -> tuple[str, Box] | None:
    room = frame.inset(1.5)
    for text in label.texts:
        width, height = _width(label, text), label.look.size * 1.32
        if label.own and width > label.own.width and text != label.texts[-1]:
            continue
        for dx, dy, align in label.spots:
            x = label.at[0] + dx - width * (align + 1) / 2
            box = Box(x, label.at[1] + dy - height / 2, width, height)
            others = [other for other in boxes if other != label.own]
            parts = (box, *_leader(label, box))
            if room.holds(box) and not any(p.overlaps(other) for p in parts for other in others):
                return text, box
    return None


def _width(label: Label, text: str) -> float:
    return width_of(text, label.look) + (6 if label.pill else 3) + _tag_width(label.tag)


def _tag_width(tag: str) -> float:
    return max(width_of(tag, TAG) + 4.4, 8.4) + 2 if tag else 0.0


def _leader(label: Label, box: Box) -> tuple[Box, ...]:
    """Return the way of a label's leader, if it has one: small boxes clear of its own mark."""
    if not label.leader or abs(box.centre[1] - label.at[1]) <= _FAR:
        return ()
    (x, y), (x1, y1) = label.at, _end(label, box)
    steps = (part / 12 for part in range(2, 12))
    return tuple(Box(x + (x1 - x) * t - 1, y + (y1 - y) * t - 1, 2, 2) for t in steps)


def _end(label: Label, box: Box) -> Point:
    return box.centre[0], box.y if box.y > label.at[1] else box.bottom


def _drawn(label: Label, text: str, box: Box) -> Iterable[Item]:
    if _leader(label, box):
        yield Path(((label.at, _end(label, box)),), stroke=Stroke("#4a5361", 0.6))
    name = Box(box.x, box.y, box.width - _tag_width(label.tag), box.height)
    if label.pill:
        yield rectangle(name, PAPER, Stroke(label.pill, 0.8))
    at = (name.centre[0], name.centre[1] + label.look.size * 0.36)
    yield Text(at, text, label.look, "middle", halo=None if label.pill else PAPER)
    if label.tag:
        yield from draw_tag(label.tag, (name.right + 1, box.centre[1]))


def draw_tag(tag: str, at: Point) -> Iterable[Item]:
    """Return a tag with its left end at a point: white numbers on a dark lozenge."""
    box = Box(at[0], at[1] - 4.6, _tag_width(tag) - 2, 9.2)
    yield rectangle(box, TAG_INK)
    yield Text((box.centre[0], at[1] + 2.35), tag, TAG, "middle")


def compact(numbers: Iterable[int]) -> str:
    """Return numbers in short: 1, 2, 3, 5 as "1–3,5" (a space could be squeezed out)."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(a) if a == b else f"{a}{',' if b == a + 1 else '–'}{b}" for a, b in runs)
