"""A label of the map: its texts, its mark, and how much room it and its leader take."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from geo.sheet.card import Card
from geo.sheet.disc import RADIUS
from geo.sheet.fonts import width_of
from geo.sheet.label_spots import Spot
from geo.sheet.scene import Box, Point, TextStyle
from geo.symbology import PALETTE

LEADING = 1.32


@dataclass(frozen=True)
class Label:
    """A label to be placed: its `texts` from the longest to the shortest, and its spots.

    - `at` is the place of its mark on the page; `own` the box of the mark, on which the label
      may lie, and which it should fit into;
    - `priority`: the least is placed first;
    - `below` is the style of a text's second line;
    - `number` is that of a finding, in a disc before the text; `pill` the colour of a frame;
    - `leader` is the distance (points) beyond which a line leads back to the mark, or to `root`,
      the box of the name that a card belongs to;
    - `crosses` says that this line may cross marks, but no names;
    - labels of one `together` are all shown, or none;
    - `marks` is how many marks it names; a name of the basemap has none.
    """

    texts: tuple[str | Card, ...]
    at: Point
    style: TextStyle
    spots: tuple[Spot, ...]
    priority: float
    below: TextStyle | None = None
    number: str = ""
    pill: str | None = None
    leader: float = math.inf
    own: Box | None = None
    root: Box | None = None
    crosses: bool = False
    together: str = ""
    halo: str | None = PALETTE.land
    marks: int = 0

    def style_of(self, line: int) -> TextStyle:
        """Return the style of a line of its text."""
        return self.below if line and self.below else self.style


class PlacedLabel(NamedTuple):
    """A label with the one of its texts, and the box, that were chosen for it."""

    label: Label
    text: str | Card
    box: Box


def size_of(label: Label, text: str | Card) -> tuple[float, float]:
    """Return how wide and high a label is, in points, with this one of its texts."""
    if isinstance(text, Card):
        return text.width, text.height
    lines = [(line, label.style_of(number)) for number, line in enumerate(text.split("\n"))]
    wide = max(width_of(line, style) for line, style in lines)
    disc = 2 * RADIUS + 4 if label.number else 0.0
    return wide + (6 if label.pill else 3) + disc, sum(style.size for _, style in lines) * LEADING


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
