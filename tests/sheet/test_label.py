from __future__ import annotations

import pytest

from geo.sheet.label import Label, leader_of, size_of
from geo.sheet.label_spots import CENTRED
from geo.sheet.scene import Box, TextStyle

NAME = Label(("Brunn",), (100, 50), TextStyle(10), CENTRED, 1, leader=20)


@pytest.mark.parametrize(
    ("wider", "narrower"),
    [
        (Label(("Brunn",), (0, 0), TextStyle(10), CENTRED, 1, number="12"), NAME),
        (Label(("Brunn",), (0, 0), TextStyle(10), CENTRED, 1, pill="#000000"), NAME),
    ],
)
def test_a_number_and_a_frame_take_room(wider: Label, narrower: Label) -> None:
    (width, height), (less, same) = (size_of(label, "Brunn") for label in (wider, narrower))
    assert width > less
    assert height == same


def test_a_leader_is_boxes_from_near_the_mark_to_the_name() -> None:
    boxes = leader_of(NAME, Box(160, 44, 40, 12))
    xs = [box.centre[0] for box in boxes]
    assert xs == sorted(xs)
    assert 105 < xs[0] < 115  # clear of the mark itself
    assert 155 < xs[-1] < 160
    assert {box.centre[1] for box in boxes} == {50}


def test_a_name_at_its_mark_needs_no_leader() -> None:
    assert leader_of(NAME, Box(110, 44, 40, 12)) == ()
