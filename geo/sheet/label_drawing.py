"""Labels as drawn: a name with its rim, its frame, its number, and the leader to its mark."""

from __future__ import annotations

from collections.abc import Iterable

from geo.sheet.card import Card
from geo.sheet.disc import RADIUS, draw_disc
from geo.sheet.fonts import is_arabic
from geo.sheet.label import LEADING, Label, PlacedLabel, leader_ends, leader_of
from geo.sheet.scene import Box, Circle, Group, Item, Path, Stroke, Text, rectangle
from geo.symbology import PALETTE


def draw_labels(placed: Iterable[PlacedLabel], frame: Box) -> Group:
    """Return labels as drawn, each a group of its own with its leader, within the frame."""
    groups = (
        Group(
            text.title if isinstance(text, Card) else text.replace("\n", " "),
            tuple(_drawn(label, text, box)),
        )
        for label, text, box in placed
    )
    return Group("Labels", tuple(groups), clip=frame)


def _drawn(label: Label, text: str | Card, box: Box) -> Iterable[Item]:
    if leader_of(label, box):
        ends = leader_ends(label, box)
        yield Path((ends,), stroke=Stroke(PALETTE.leader, 0.7))
        if label.root:
            yield Circle(ends[0], 2.0, PALETTE.paper, Stroke(PALETTE.leader, 0.7))
    if isinstance(text, Card):
        yield from text.draw(box)
        return
    if label.pill:
        yield rectangle(box, PALETTE.paper, Stroke(label.pill, 0.8))
    x, y = box.centre[0], box.y
    if label.number:
        rtl, middle = is_arabic(text), y + label.style.size * LEADING / 2
        x += -RADIUS - 2 if rtl else RADIUS + 2
        start = box.right - RADIUS - 1 if rtl else box.x + RADIUS + 1
        yield from draw_disc(label.number, (start, middle))
    halo = None if label.pill else label.halo
    for number, line in enumerate(text.split("\n")):
        style = label.style_of(number)
        high = style.size * LEADING
        yield Text((x, y + high / 2 + style.size * 0.36), line, style, "middle", halo=halo)
        y += high
