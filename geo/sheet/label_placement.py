"""Label placement on the map: greedy, by priority, each at the first spot that is clear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from geo.sheet.boxes import Boxes, Edges
from geo.sheet.card import Card
from geo.sheet.label import Label, PlacedLabel, leader_of, size_of
from geo.sheet.label_drawing import draw_labels
from geo.sheet.scene import Box, Group

_MANY = 200


@dataclass(frozen=True)
class Placement:
    """The labels that found room, as drawn, and those of marks that did not.

    `boxes` are those of marks' labels and leaders; `others` those of the basemap's names.
    """

    group: Group
    unplaced: tuple[Label, ...]
    boxes: tuple[Box, ...]
    others: tuple[Box, ...]


def place(
    labels: Iterable[Label], frame: Box, taken: Sequence[Box], texts: Sequence[Box] = ()
) -> Placement:
    """Place labels in order of priority, the least first, in the frame.

    They are clear of boxes that are `taken`, and of `texts` that stand there already.
    """
    board = _filled(sorted(labels, key=lambda label: label.priority), frame, taken, texts)
    placed = board.complete()
    own = (label for label in placed if label.label.marks)
    boxes = (box for label in own for box in (label.box, *leader_of(label.label, label.box)))
    others = (label.box for label in placed if not label.label.marks)
    group = draw_labels(placed, frame)
    return Placement(group, tuple(board.unplaced), tuple(boxes), tuple(others))


def _filled(labels: list[Label], frame: Box, taken: Sequence[Box], texts: Sequence[Box]) -> _Board:
    """Place labels in this order; if some find no room, again with those first, and keep the best.

    Of many, some never find room: they are placed once.
    """
    board = _Board(frame, Boxes([*taken, *texts]), Boxes(texts))
    for label in labels:
        board.add(label)
    lost = {label.at for label in board.unplaced if not isinstance(label.texts[0], Card)}
    if not lost or len(labels) > _MANY:
        return board
    again = _Board(frame, Boxes([*taken, *texts]), Boxes(texts))
    for label in sorted(labels, key=lambda label: label.at not in lost):
        again.add(label)
    return min(board, again, key=lambda board: len(board.unplaced))


@dataclass
class _Board:
    """The map while labels are placed: `boxes` are those that no further label may overlap."""

    frame: Box
    boxes: Boxes
    names: Boxes
    placed: list[PlacedLabel] = field(default_factory=list)
    unplaced: list[Label] = field(default_factory=list)
    _incomplete: set[str] = field(default_factory=set)  # of names that are shown together

    def add(self, wanted: Label) -> None:
        """Place a label where it fits first, or note that it finds no room."""
        label = _rooted(wanted, self.placed)
        if placed := self._fit(label):
            for boxes in (self.boxes, self.names):
                boxes.add(placed.box, *leader_of(label, placed.box))
            self.placed.append(placed)
            return
        if label.marks:
            self.unplaced.append(label)
        if self.frame.holds(Box(*label.at, 0, 0)):
            self._incomplete.add(label.together)

    def _fit(self, label: Label) -> PlacedLabel | None:
        """Return the first text and spot that are clear of other boxes, as its leader is."""
        barriers = self.names if label.crosses else self.boxes
        for text in label.texts:
            width, height = size_of(label, text)
            if label.own and width > label.own.width and text != label.texts[-1]:
                continue
            spots = _held(label, text, self.frame.inset(1.5))
            for x, y, *_ in spots[self.boxes.clear(spots, label.own)].tolist():
                box = Box(x, y, width, height)
                if not barriers.overlap(*leader_of(label, box), but=label.root or label.own):
                    return PlacedLabel(label, text, box)
        return None

    def complete(self) -> list[PlacedLabel]:
        """Return the placed labels, without groups (`together`) that are incomplete."""
        return [
            placed
            for placed in self.placed
            if not placed.label.together or placed.label.together not in self._incomplete
        ]


def _rooted(label: Label, placed: Sequence[PlacedLabel]) -> Label:
    """Return the label of a card with its leader begun at the name that it belongs to."""
    if not isinstance(label.texts[0], Card):
        return label
    root = next((other.box for other in placed if other.label.at == label.at), None)
    return replace(label, root=root)


def _held(label: Label, text: str | Card, room: Box) -> Edges:
    """Return the edges of a label's box at those of its spots at which it lies in the room.

    A card is moved into it: there are few places with so much room.
    """
    width, height = size_of(label, text)
    dx, dy, align = np.array(label.spots, dtype=np.float64).T
    x = label.at[0] + dx - width * (align + 1) / 2
    y = label.at[1] + dy - height / 2
    right, bottom = room.right - width, room.bottom - height
    if isinstance(text, Card) and right >= room.x and bottom >= room.y:
        x, y = np.clip(x, room.x, right), np.clip(y, room.y, bottom)
    held = (x >= room.x) & (y >= room.y) & (x <= right) & (y <= bottom)
    edges: Edges = np.column_stack([x, y, x + width, y + height])[held]
    return edges
