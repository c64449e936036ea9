"""A column of a slide, filled from its top; what finds no room in it is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from geo.formats.briefing.blocks import Block, Paragraph, text_paragraph
from geo.formats.briefing.slide_frame import SOFT, flipped, heading, mirrored
from geo.sheet.disc import RADIUS, draw_disc
from geo.sheet.scene import Box, Group, Item
from geo.symbology import PALETTE
from geo.text.catalogue import words

INDENT = 19.0
_MORE = 17.0  # the height of the line that says what is left out


@dataclass
class SlideColumn:
    """Blocks one below another in a box of a deck that may read from right to left."""

    box: Box
    language: str
    rtl: bool
    top: float = 0.0
    items: list[Item | Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.top = self.box.y

    @property
    def room(self) -> float:
        """The height that is left, but for the line that says what is left out."""
        return self.box.bottom - self.top - _MORE

    def heading(self, text: str) -> None:
        """Write a heading with a rule below it."""
        above = 8.0 if self.items else 0.0
        own = flipped(self.box, self.rtl)
        self.items += heading(text, own.x, self.top + above, own.width, self.rtl)
        self.top += above + 23

    def add(self, paragraphs: Sequence[Paragraph], gap: float = 6.0, indent: float = 0.0) -> bool:
        """Write paragraphs as a block, if there is room for all of them; say whether there is."""
        block = self._block(paragraphs, indent)
        if block.height > self.room:
            return False
        self.items.append(mirrored(block, self.rtl))
        self.top += block.height + gap
        return True

    def height_of(self, paragraphs: Sequence[Paragraph], indent: float = 0.0) -> float:
        return self._block(paragraphs, indent).height

    def numbered(self, number: str, paragraphs: Sequence[Paragraph], gap: float = 6.0) -> bool:
        """Write paragraphs beside a disc with a number, if there is room for them."""
        top = self.top
        if not self.add(paragraphs, gap, INDENT):
            return False
        self.items.append(Group(f"Number {number}", tuple(self._disc(number, top))))
        return True

    def list(self, entries: Sequence[Sequence[Paragraph]], gap: float = 6.0) -> int:
        """Write as many entries, in order, as there is room for, and count the rest."""
        for number, entry in enumerate(entries):
            if not self.add(entry, gap):
                return len(entries) - number
        return 0

    def more(self, left: int) -> None:
        """Say how many entries found no room."""
        if left:
            line = text_paragraph(words(self.language, "inDossier", left), SOFT)
            self.items.append(mirrored(self._block([line], 0), self.rtl))

    def _block(self, paragraphs: Sequence[Paragraph], indent: float) -> Block:
        box = self.box
        return Block(box.x + indent, self.top, box.width - indent, tuple(paragraphs))

    def _disc(self, number: str, top: float) -> Iterator[Item]:
        x = flipped(Box(self.box.x, 0, 2 * RADIUS, 0), self.rtl).centre[0]
        return draw_disc(number, (x, top + 7.6), PALETTE.ink)


def beside(box: Box, at: float, gap: float = 16.0) -> tuple[Box, Box]:
    """Return a box in two, the first with this share of its width."""
    wide = box.width * at
    first = replace(box, width=wide)
    return first, replace(box, x=first.right + gap, width=box.width - wide - gap)
