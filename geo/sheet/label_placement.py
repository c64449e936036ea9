"""Label placement on the map: greedy, by priority; a letter for a mark's label that fits nowhere.

A label may carry a tag: the numbers of the excerpts that its mark rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from string import ascii_lowercase

from geo.sheet.boxes import Boxes
from geo.sheet.force_rows import Panel
from geo.sheet.label import Entry, Label, PlacedLabel, leader_of, size_of, width_of_label
from geo.sheet.label_drawing import draw_labels
from geo.sheet.label_spots import RINGS
from geo.sheet.scene import Box, Group, TextStyle
from geo.symbology import PALETTE

_LETTER = TextStyle(6.8, PALETTE.ink, bold=True)


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


def place(
    labels: Iterable[Label], frame: Box, taken: Sequence[Box], letters: bool = True
) -> Placement:
    """Place labels in order of priority, the least first, in the frame and clear of `taken`.

    With `letters`, a mark whose label finds no room gets a letter, and an entry in the overflow;
    without, such marks are left out.
    """
    board = _Board(frame, Boxes(taken))
    for label in sorted(labels, key=lambda label: label.priority):
        board.add(label)
    placed = board.complete()
    if not letters:
        return Placement(draw_labels(placed, frame), ())
    lettered = _lettered(board.unplaced, frame, taken, placed)
    badges = [badge for _, badge in lettered if badge]
    letter_boxes = Boxes(badge.box for badge in badges)
    # a name of the basemap makes way for letters
    placed = [other for other in placed if other.label.entry or not letter_boxes.overlap(other.box)]
    return Placement(draw_labels([*placed, *badges], frame), tuple(entry for entry, _ in lettered))


@dataclass
class _Board:
    """The map while labels are placed: `boxes` are those that no further label may overlap.

    `unplaced` has, by entry, the first label of a mark that found no room.
    """

    frame: Box
    boxes: Boxes
    placed: list[PlacedLabel] = field(default_factory=list)
    unplaced: dict[Entry, Label] = field(default_factory=dict)
    _incomplete: set[str] = field(default_factory=set)  # of names that are shown together

    def add(self, wanted: Label) -> None:
        """Place a label where it fits first, or note that it finds no room."""
        label = _rooted(wanted, self.placed)
        placed = _fit(label, self.frame, self.boxes, self.boxes) or _joined(
            label, self.frame, self.boxes, self.placed
        )
        if placed:
            self.boxes.add(placed.box, *leader_of(label, placed.box))
            self.placed.append(placed)
            return
        if label.entry:
            self.unplaced.setdefault(label.entry, label)
        if self.frame.holds(Box(*label.at, 0, 0)):
            self._incomplete.add(label.together)

    def complete(self) -> list[PlacedLabel]:
        """Return the placed labels, without groups (`together`) that are incomplete."""
        return [
            placed
            for placed in self.placed
            if not placed.label.together or placed.label.together not in self._incomplete
        ]


def _rooted(label: Label, placed: Sequence[PlacedLabel]) -> Label:
    """Return the label of a panel with its leader begun at the name that it belongs to."""
    if not isinstance(label.texts[0], Panel):
        return label
    root = next((other.box for other in placed if other.label.at == label.at), None)
    return replace(label, root=root)


def _lettered(
    unplaced: Mapping[Entry, Label], frame: Box, taken: Sequence[Box], placed: Sequence[PlacedLabel]
) -> list[tuple[OverflowEntry, PlacedLabel | None]]:
    """Return each entry with its letter, and where by its mark that stands, if it finds room.

    A leader to a letter may cross a mark, but no name.
    """
    names = Boxes(other.box for other in placed if other.label.entry)
    boxes = Boxes([*taken, *(other.box for other in placed if other.label.entry)])
    named = {other.label.entry for other in placed}
    lettered, used = list[tuple[OverflowEntry, PlacedLabel | None]](), 0
    # names alone come last: they are the ones that are only counted where the page has no room
    for entry in sorted(unplaced, key=lambda entry: not (entry.tag or entry.rows)):
        letter = _letter(used)
        badge = replace(
            unplaced[entry],
            texts=(letter,),
            style=_LETTER,
            spots=RINGS,
            tag="",
            leader=6.0,
            pill=_LETTER.colour,
        )
        placed_badge = None if entry in named else _fit(badge, frame, boxes, names)
        if placed_badge:
            names.add(placed_badge.box)
            boxes.add(placed_badge.box)
            used += 1
        lettered.append((OverflowEntry(letter if placed_badge else "", entry), placed_badge))
    return lettered


def _letter(number: int) -> str:
    """Return a, b … z, aa, ab … for 0, 1 …."""
    more, last = divmod(number, len(ascii_lowercase))
    return (_letter(more - 1) if more else "") + ascii_lowercase[last]


def _fit(label: Label, frame: Box, boxes: Boxes, barriers: Boxes) -> PlacedLabel | None:
    """Return the first text and spot that are clear of `boxes`, its leader of `barriers`."""
    room = frame.inset(1.5)
    others, crossed = boxes.without(label.own), barriers.without(label.own)
    for text in label.texts:
        width, height = size_of(label, text)
        if label.own and width > label.own.width and text != label.texts[-1]:
            continue
        for spot in label.spots:
            x = label.at[0] + spot.dx - width * (spot.align + 1) / 2
            box = Box(x, label.at[1] + spot.dy - height / 2, width, height)
            clear = room.holds(box) and not others.overlap(box)
            if clear and not crossed.overlap(*leader_of(label, box)):
                return PlacedLabel(label, text, box)
    return None


def _joined(
    label: Label, frame: Box, boxes: Boxes, placed: Sequence[PlacedLabel]
) -> PlacedLabel | None:
    """Place a mark's numbers right beside its code, where they can't pass for another mark's."""
    room, width = frame.inset(1.5), width_of_label(label, "")
    others = boxes.without(label.own)
    codes = (other.box for other in placed if label.texts == ("",) and _is_of(other.label, label))
    for code in codes:
        for x in (code.right, code.x - width):
            box = Box(x, code.y, width, code.height)
            if room.holds(box) and not others.overlap(box):
                return PlacedLabel(label, "", box)
    return None


def _is_of(label: Label, other: Label) -> bool:
    """Say whether two labels are of one mark."""
    return label.entry == other.entry and label.at == other.at
