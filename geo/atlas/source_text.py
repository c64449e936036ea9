"""Source texts, byte for byte, with the sha256 that seals them."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from geo.atlas.json_file import decode, read_bytes

_BOM = "\ufeff"
_LINE = re.compile("[^\n\r\u2028\u2029]+")  # between two line ends of any kind
# What a blank line holds: JavaScript's white space, so that the page counts the same paragraphs.
BLANK = "\t\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)


@dataclass(frozen=True)
class Paragraph:
    """A line of a text that isn't blank, as a span of code points, end exclusive.

    `number` counts from 1 through the text's body, as a reader counts: 0 is the headline, and
    what lies outside the body has None.
    """

    number: int | None
    start: int
    end: int


@dataclass(frozen=True)
class SourceText:
    """A source text as sealed: its characters, and the sha256 of its bytes.

    `body` is where its paragraphs are counted, a span of code points; without one they all are.
    A first paragraph that is the `title` is the headline.
    """

    text: str
    sha256: str
    title: str = ""
    body: tuple[int, int] | None = None

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The lines that aren't blank."""
        spans = [line.span() for line in _LINE.finditer(self.text) if line[0].strip(BLANK)]
        return tuple(self._numbered(spans))

    def _numbered(self, spans: list[tuple[int, int]]) -> Iterator[Paragraph]:
        first, last = self.body or (0, len(self.text))
        number = 0
        for start, end in spans:
            if (start, end) == spans[0] and self.text[start:end].strip(BLANK) == self.title:
                yield Paragraph(0, start, end)
            elif first <= start and end <= last:
                number += 1
                yield Paragraph(number, start, end)
            else:
                yield Paragraph(None, start, end)

    @cached_property
    def line_ending_variants(self) -> tuple[LineEndingVariant, ...]:
        """The text as editors with other settings would save it."""
        bare = self.text.removeprefix(_BOM).replace("\r\n", "\n")
        variants = []
        for ends, end in (("LF", "\n"), ("CRLF", "\r\n")):
            for mark, bom in (("no byte order mark", ""), ("a byte order mark", _BOM)):
                text = bom + bare.replace("\n", end)
                if text != self.text:
                    description = f"{ends} line ends and {mark}"
                    variant = SourceText(text, _sha256(text.encode()))
                    variants.append(LineEndingVariant(description, variant))
        return tuple(variants)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds the character at `offset`, if one does."""
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start)
        paragraph = self.paragraphs[index - 1] if index else None
        return paragraph if paragraph and offset < paragraph.end else None


class LineEndingVariant(NamedTuple):
    """A text saved with other line ends or another byte order mark, and which they are."""

    description: str
    text: SourceText


def read_source_text(path: Path) -> SourceText:
    """Read a text as it was published.

    Raises JsonFileError when the file can't be read, is larger than MAX_BYTES, or is not UTF-8.
    """
    data = read_bytes(path)
    return SourceText(decode(data), _sha256(data))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
