"""A column of text on a sheet, filled from its top; from right to left where the language is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.sheet.fonts import elided
from geo.sheet.prose import Span, broken, reads_from_right, set_line
from geo.sheet.scene import Anchor, Box, Item, Path, Stroke, Text, TextStyle
from geo.symbology import PALETTE

LEADING = 1.3
_HEADING, _HEAD = TextStyle(9.5, bold=True), 16.5  # its style, and what it takes, in points
_ABOVE = 6.0  # a heading that isn't the first


@dataclass
class Column:
    """A box filled from its top: `top` is the y of the next item."""

    box: Box
    rtl: bool = False
    leading: float = LEADING
    top: float = 0.0

    def __post_init__(self) -> None:
        self.top = self.box.y

    @property
    def room(self) -> float:
        return self.box.bottom - self.top

    @property
    def anchor(self) -> Anchor:
        return "end" if self.rtl else "start"

    def start(self, indent: float) -> float:
        """Return the x at this indent from the side where lines begin."""
        return self.box.right - indent if self.rtl else self.box.x + indent

    def take(self, height: float) -> float:
        """Return the present top, and move it down."""
        top = self.top
        self.top += height
        return top

    def height_of_heading(self) -> float:
        """Return how much a heading would take here."""
        return _HEAD + (_ABOVE if self.top > self.box.y else 0.0)

    def heading(self, text: str) -> Iterator[Item]:
        """Write a heading with a rule below it."""
        high = self.height_of_heading()
        y = self.take(high) + high - _HEAD
        line = elided(text, _HEADING, self.box.width)
        yield Text((self.start(0), y + 9.5), line, _HEADING, self.anchor)
        rule = ((self.box.x, y + 13), (self.box.right, y + 13))
        yield Path((rule,), stroke=Stroke(PALETTE.ink, 0.9))

    def paragraph(self, spans: Sequence[Span], indent: float = 0.0) -> Iterator[Item]:
        """Write spans over as many lines as they take, in their own direction.

        They begin at the side of the page's language, also where they are read from the other.
        """
        rtl = reads_from_right(spans, self.rtl)
        for line in broken(spans, self.box.width - indent):
            size = max(span.style.size for _, span in line.spans)
            y = self.take(size * self.leading) + size
            yield from set_line(line, (self.start(indent), y), rtl=rtl, from_right=self.rtl)

    def height_of(self, spans: Sequence[Span], indent: float = 0.0) -> float:
        """Return how high a paragraph would be."""
        return sum(
            max(span.style.size for _, span in line.spans) * self.leading
            for line in broken(spans, self.box.width - indent)
        )
