"""Quotes found in the article: exactly, or as the typographic twin of one place, or not at all.

Other tools take the place that is most alike: a quote with a "not" put in is much like the
text without. Here nothing is alike but quotation marks, dashes and white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from geo.atlas.anchoring import places
from geo.text.blank import is_blank

_MARKS = ("'’‘‚‛", '"“”„‟«»', "-‐‑‒–—―")  # each set is one mark, as people type it


class QuoteError(ValueError):
    """A quote doesn't stand in the text, or nobody can say where."""


def places_of(text: str, quote: str, starts: Sequence[int] = ()) -> list[tuple[int, int]]:
    """Return where a quote stands, as spans of code points: at each of `starts`, or only once.

    Raises QuoteError, with the reason, where it does not.
    """
    if is_blank(quote):
        raise QuoteError("it is blank")
    if quote != quote.strip():
        raise QuoteError("it begins or ends with white space")
    if starts:
        return [_at(text, quote, start) for start in starts]
    found = _exact(text, quote) or _twins(text, quote)
    if not found:
        raise QuoteError("it is not in the text")
    if len(found) > 1:
        raise QuoteError(f"it stands more than once (at {found[0][0]}, at {found[1][0]})")
    return found


def selected(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a selection without white space at its ends, and with all of its combining marks.

    Raises QuoteError where nothing that is seen is selected.
    """
    if not 0 <= start < end <= len(text):
        raise QuoteError(f"{start}–{end} is no part of a text of {len(text)} characters")
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if is_blank(text[start:end]):
        raise QuoteError("nothing that is seen is selected")
    while start > 0 and _combines(text[start]) and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and _combines(text[end]):
        end += 1
    return start, end


def _combines(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _at(text: str, quote: str, start: int) -> tuple[int, int]:
    found = _pattern(quote).match(text, start)
    if not found:
        raise QuoteError(f"it does not stand at {start}")
    return found.span()


def _exact(text: str, quote: str) -> list[tuple[int, int]]:
    return [(start, start + len(quote)) for start in islice(places(text, quote), 2)]


def _twins(text: str, quote: str) -> list[tuple[int, int]]:
    """Return the first two places, also those that overlap: enough to know of several."""
    found: list[tuple[int, int]] = []
    while len(found) < 2:
        start = found[-1][0] + 1 if found else 0
        if not (place := _pattern(quote).search(text, start)):
            break
        found.append(place.span())
    return found


@lru_cache(maxsize=64)
def _pattern(quote: str) -> re.Pattern[str]:
    """Return the pattern of a quote and its twins."""
    return re.compile("".join(map(_piece, re.split(r"(\s+)", quote))))


def _piece(piece: str) -> str:
    if piece.isspace():
        return r"\s+"
    return "".join(map(_char, piece))


def _char(char: str) -> str:
    marks = next((marks for marks in _MARKS if char in marks), None)
    return f"[{re.escape(marks)}]" if marks else re.escape(char)
