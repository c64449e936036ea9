"""A label of the map: its texts, its mark, and how much room it and its leader take."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from geo.sheet.fonts import width_of
from geo.sheet.force_rows import ForceRow, Panel
from geo.sheet.label_spots import Spot
from geo.sheet.scene import Box, Point, TextStyle
from geo.sheet.tags import tag_width


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


class PlacedLabel(NamedTuple):
    """A label with the one of its texts, and the box, that were chosen for it."""

    label: Label
    text: str | Panel
    box: Box


def size_of(label: Label, text: str | Panel) -> tuple[float, float]:
    """Return how wide and high a label is, in points, with this one of its texts."""
    if isinstance(text, Panel):
        return text.width, text.height
    return width_of_label(label, text), label.style.size * 1.32


def width_of_label(label: Label, text: str) -> float:
    """Return how wide a label is with its frame and its tag."""
    return width_of(text, label.style) + (6 if label.pill else 3) + tag_width(label.tag)


def leader_of(label: Label, box: Box) -> tuple[Box, ...]:
    """Return a label's leader, if it needs one, as small boxes clear of its own mark."""
    (x, y), (x1, y1) = leader_ends(label, box)
    length = math.hypot(x1 - x, y1 - y)
    if length <= label.leader:
        return ()
    count = max(12, round(length / 3))  # 3 points apart: no name fits between two
    steps = (part / count for part in range(1 if label.root else count // 6, count))
    return tuple(Box(x + (x1 - x) * t - 1, y + (y1 - y) * t - 1, 2, 2) for t in steps)


def leader_ends(label: Label, box: Box) -> tuple[Point, Point]:
    """Return where a leader begins, and the nearest point of the label, where it ends."""
    end = _nearest(label.root.centre if label.root else label.at, box)
    return _nearest(end, label.root) if label.root else label.at, end


def _nearest(point: Point, box: Box) -> Point:
    x, y = point
    return min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)
