"""Tags: the numbers of the excerpts that something rests on, white on a dark lozenge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.sheet.fonts import width_of
from geo.sheet.scene import Box, Item, Point, Text, TextStyle, rectangle
from geo.symbology import PALETTE
from geo.text.catalogue import digits

TAG = TextStyle(6.5, PALETTE.paper, bold=True)


def compact(numbers: Iterable[int], language: str = "en") -> str:
    """Return numbers in short: 1, 2, 3, 5 as "1–3,5" (a space could be squeezed out)."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    short = (str(a) if a == b else f"{a}{',' if b == a + 1 else '–'}{b}" for a, b in runs)
    return digits(",".join(short), language)


def tag_width(tag: str) -> float:
    """Return how much a tag takes, with the gap before it."""
    return max(width_of(tag, TAG) + 4.4, 8.4) + 2 if tag else 0.0


def draw_tag(tag: str, at: Point) -> Iterator[Item]:
    """Yield a tag with its left end at a point."""
    box = Box(at[0], at[1] - 4.6, tag_width(tag) - 2, 9.2)
    yield rectangle(box, PALETTE.slate)
    yield Text((box.centre[0], at[1] + 2.35), tag, TAG, "middle")
