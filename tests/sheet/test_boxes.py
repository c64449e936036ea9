from __future__ import annotations

import pytest

from geo.sheet.boxes import Boxes, edges_of
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
    assert not Boxes().overlap(WALL, but=WALL)


def test_boxes_that_are_added_or_left_out_count_so() -> None:
    boxes = Boxes([WALL])
    boxes.add(STONE, STONE)
    assert boxes.overlap(STONE)
    assert not boxes.overlap(STONE, but=STONE)
    assert boxes.overlap(WALL, but=STONE)


def test_many_boxes_are_known_however_they_came() -> None:
    boxes = Boxes()
    for x in range(0, 6000, 10):
        boxes.add(Box(x, 0, 5, 5))
    asked = edges_of([Box(2000, 2, 1, 1), Box(2006, 2, 1, 1), Box(5990, 2, 1, 1)])
    assert boxes.clear(asked).tolist() == [False, True, False]
