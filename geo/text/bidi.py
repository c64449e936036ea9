"""Which way a text reads, by Unicode Standard Annex 9, for formats that have to be told."""

from __future__ import annotations

import re
from unicodedata import bidirectional

_ISOLATE = re.compile("[\u2066-\u2068]([^\u2066-\u2069]*)\u2069")


def is_rightward(text: str) -> bool:
    """Say whether the first letter that has a direction reads from right to left (rules P2, P3)."""
    kinds = map(bidirectional, _ISOLATE.sub("", text))
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)


def island(text: str) -> str:
    """Return a text between marks of its own direction, which older readers know, too."""
    if not any(bidirectional(one) in {"L", "R", "AL", "EN", "AN"} for one in text):
        return text
    mark = "\u200f" if is_rightward(text) else "\u200e"
    return f"{mark}{text}{mark}"


def bare(text: str) -> str:
    """Return a text without isolates, for a page that says the direction of its parts itself."""
    return _ISOLATE.sub(r"\1", text)


def marked(text: str) -> str:
    """Return a text with marks in place of isolates, which slides may show as boxes."""
    return _ISOLATE.sub(lambda found: island(found[1]), text)
