"""Labels as drawn: a name with its rim, its frame, its tag, and the leader to its mark."""

from __future__ import annotations

from collections.abc import Iterable

from geo.sheet.force_rows import Panel
from geo.sheet.label import Label, PlacedLabel, leader_ends, leader_of
from geo.sheet.scene import Box, Group, Item, Path, Stroke, Text, rectangle
from geo.sheet.tags import draw_tag, tag_width
from geo.symbology import PALETTE


def draw_labels(placed: Iterable[PlacedLabel], frame: Box) -> Group:
    """Return labels as drawn, each a group of its own with its leader, within the frame."""
    groups = (
        Group(text.name if isinstance(text, Panel) else text, tuple(_drawn(label, text, box)))
        for label, text, box in placed
    )
    return Group("Labels", tuple(groups), clip=frame)


def _drawn(label: Label, text: str | Panel, box: Box) -> Iterable[Item]:
    if leader_of(label, box):
        yield Path((leader_ends(label, box),), stroke=Stroke(PALETTE.leader, 0.6))
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
