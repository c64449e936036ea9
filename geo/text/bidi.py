"""Which way a text reads, by Unicode Standard Annex 9, for formats that have to be told.

The page goes by the same rule (page/assets/core/text.js); a test holds the two equal.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

# Marks have a direction and no form; they turn only the spaces and dots beside them.
MARKS = frozenset("\u061c\u200e\u200f")
# Embeddings, overrides and isolates: they turn all the text that follows.
FORMATTING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_ISOLATE = re.compile("[\u2066-\u2068]([^\u2066-\u2069]*)\u2069")
_STRONG = {"L", "R", "AL"}


def is_rtl_text(text: str) -> bool:
    """Say whether the first letter that has a direction reads from right to left (rules P2, P3)."""
    kinds = map(bidirectional, _ISOLATE.sub("", text))
    return next((kind != "L" for kind in kinds if kind in _STRONG), False)


def isolated(text: str, *, rtl: bool) -> str:
    """Return a text between isolates of a direction, whatever stands round it."""
    start = "\u2067" if rtl else "\u2066"
    return f"{start}{text}\u2069"


def between_marks(text: str) -> str:
    """Return a text between marks of its own direction, which older readers know, too."""
    if not any(bidirectional(character) in _STRONG | {"EN", "AN"} for character in text):
        return text
    mark = "\u200f" if is_rtl_text(text) else "\u200e"
    return f"{mark}{text}{mark}"


def without_isolates(text: str) -> str:
    """Return a text without isolates, for a page that says the direction of its parts itself."""
    return _ISOLATE.sub(r"\1", text)


def marks_for_isolates(text: str) -> str:
    """Return a text with marks in place of isolates, which slides may show as boxes."""
    return _ISOLATE.sub(lambda found: between_marks(found[1]), text)
