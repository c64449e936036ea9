"""A column of text on a sheet, filled from its top; from right to left where the language is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geo.sheet.fonts import elided, is_arabic, wrapped
from geo.sheet.scene import Anchor, Box, Item, Path, Stroke, Text, TextStyle
from geo.symbology import PALETTE

_HEADING = TextStyle(7.6, PALETTE.soft, bold=True)


@dataclass
class Column:
    """A box filled from its top: `top` is the y of the next item."""

    box: Box
    rtl: bool = False
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

    def heading(self, text: str) -> Iterator[Item]:
        """Write a heading with a rule above it."""
        y = self.take(6 if self.top > self.box.y else 0) + (6 if self.top > self.box.y + 6 else 0)
        rule = ((self.box.x, y), (self.box.right, y))
        yield Path((rule,), stroke=Stroke(PALETTE.line, 0.7))
        line = elided(text, _HEADING, self.box.width)
        yield Text((self.start(0), self.take(13) + 9.5), line, _HEADING, self.anchor)

    def paragraph(
        self, text: str, style: TextStyle, indent: float = 0.0, at_start: bool = False
    ) -> Iterator[Item]:
        """Write a text over as many lines as it takes; in its own direction.

        From right to left it begins at the other side, if it isn't said to stay `at_start`.
        """
        height = style.size * 1.3
        for line in wrapped(text, style, self.box.width - indent):
            y = self.take(height) + style.size
            if self.rtl and not at_start and not is_arabic(text):
                yield Text((self.box.x, y), line, style)
            else:
                yield Text((self.start(indent), y), line, style, self.anchor)

    def height_of(self, text: str, style: TextStyle, indent: float = 0.0) -> float:
        """Return how high a paragraph would be."""
        return len(wrapped(text, style, self.box.width - indent)) * style.size * 1.3
