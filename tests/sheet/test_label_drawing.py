from __future__ import annotations

from geo.sheet.label import Label, PlacedLabel
from geo.sheet.label_drawing import draw_labels
from geo.sheet.label_spots import CENTRED
from geo.sheet.scene import Box, Group, Item, Path, Text, TextStyle

FRAME = Box(0, 0, 200, 100)


def drawn(label: Label, box: Box) -> tuple[Item, ...]:
    """Return the items of the one label of a group."""
    group = draw_labels([PlacedLabel(label, label.texts[0], box)], FRAME)
    (child,) = group.children
    assert group.clip == FRAME
    assert isinstance(child, Group)
    return child.children


def test_the_number_of_a_finding_stands_before_the_name() -> None:
    label = Label(("Brunn",), (100, 50), TextStyle(10), CENTRED, 1, number="3")
    items = drawn(label, Box(80, 44, 45, 12))
    at = {item.text: item.at[0] for item in items if isinstance(item, Text)}
    assert at["3"] < at["Brunn"]


def test_a_name_far_from_its_mark_has_a_leader_to_it() -> None:
    label = Label(("Brunn",), (100, 50), TextStyle(10), CENTRED, 1, leader=20)
    leaders = [item for item in drawn(label, Box(140, 44, 40, 12)) if isinstance(item, Path)]
    assert [leader.runs for leader in leaders] == [(((100, 50), (140, 50)),)]
    near = drawn(label, Box(110, 44, 40, 12))
    assert [item for item in near if isinstance(item, Path)] == []
