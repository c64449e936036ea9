from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geo.sheet.blocks import Section, flow
from geo.sheet.column import Column
from geo.sheet.scene import Box, Item, Text, TextStyle, texts


@dataclass(frozen=True)
class High:
    """A block as high as it is told to be."""

    height: float

    def write(self, column: Column) -> Iterator[Item]:
        top = column.take(self.height)
        yield Text((0, top), f"{self.height:g}", TextStyle(8))


def columns(*heights: float) -> list[Column]:
    return [Column(Box(100.0 * n, 0, 90, high)) for n, high in enumerate(heights)]


def test_a_block_that_does_not_fit_goes_to_the_next_column() -> None:
    two = columns(100, 100)
    flowed = flow([Section("Head", (High(50), High(60)))], two, "en")
    assert flowed.left == (0,)
    assert [column.top > 0 for column in two] == [True, True]


def test_what_finds_no_room_is_counted_and_said() -> None:
    flowed = flow([Section("Head", (High(40), High(500), High(500)))], columns(100), "en")
    assert flowed.left == (2,)
    said = [text.text for text in texts(flowed.items)]
    assert "… 2 more in the dossier" in said


def test_a_heading_stands_with_its_first_block_or_not_at_all() -> None:
    flowed = flow([Section("Head", (High(95),))], columns(100), "en")
    assert "Head" not in [text.text for text in texts(flowed.items)]
