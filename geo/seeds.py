"""Source texts, byte for byte, and the seal that holds them."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from geo.jsonfile import JsonFileError, read_bytes


@dataclass(frozen=True)
class Paragraph:
    """A non-empty line of a text, as a span of code points, end exclusive."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Seed:
    """A source text as sealed: its characters, and the sha256 of its bytes."""

    text: str
    sha256: str

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The non-empty lines, numbered from 1."""
        lines = self.text.split("\n")
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        spans = [(start, start + len(line)) for start, line in zip(starts, lines, strict=False)]
        return tuple(
            Paragraph(number, start, end)
            for number, (start, end) in enumerate((s for s in spans if s[0] < s[1]), 1)
        )

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds the character at `offset`, if one does."""
        return next((p for p in self.paragraphs if p.start <= offset < p.end), None)


def read_seed(path: Path) -> Seed:
    """Read a text; raises JsonFileError when it isn't there, not UTF-8 or not NFC."""
    data = read_bytes(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise JsonFileError(f"is not UTF-8 (byte {error.start})", "save it as UTF-8") from None
    if not unicodedata.is_normalized("NFC", text):
        raise JsonFileError("is not in Unicode form NFC", "normalise it, then seal it again")
    return Seed(text, hashlib.sha256(data).hexdigest())
