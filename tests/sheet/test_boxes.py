from __future__ import annotations

import pytest

from geo.sheet.boxes import Boxes
from geo.sheet.scene import Box

WALL, STONE = Box(0, 0, 10, 100), Box(50, 50, 4, 4)


@pytest.mark.parametrize(
    ("asked", "overlaps"),
    [
        ([Box(5, 5, 1, 1)], True),
        ([Box(9.9, -20, 5, 200)], True),
        ([Box(10, 0, 5, 5)], False),  # they only touch
        ([Box(20, 20, 5, 5)], False),
        ([Box(20, 20, 5, 5), Box(52, 52, 9, 9)], True),
        ([], False),
    ],
)
def test_a_box_overlaps_as_one_box_does_another(asked: list[Box], overlaps: bool) -> None:
    assert Boxes([WALL, STONE]).overlap(*asked) == overlaps
    assert any(box.overlaps(other) for box in asked for other in (WALL, STONE)) == overlaps


def test_no_boxes_are_overlapped_by_none() -> None:
    assert not Boxes().overlap(WALL)
    assert not Boxes().without(WALL).overlap(WALL)


def test_boxes_that_are_added_or_left_out_count_so() -> None:
    boxes = Boxes([WALL])
    boxes.add(STONE, STONE)
    assert boxes.overlap(STONE)
    assert not boxes.without(STONE).overlap(STONE)
    assert boxes.without(STONE).overlap(WALL)
    assert boxes.without(None).overlap(STONE)
