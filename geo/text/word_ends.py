"""Where words begin and end in a text, so that none is cut: "can" is no word of "can’t"."""

from __future__ import annotations

import re
import unicodedata

# Scripts without spaces between words, for a set of a regex: Thai, Lao, Khmer, Han, Kana.
UNSPACED = (
    "\u0e00-\u0eff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
_JOINERS = "'’‘＇-‐‑_"  # within a word, between two letters or digits
_POINTS = ".,٫٬·"  # within a number, between two digits
_MINUS = "-−–"  # before a digit it is the number's


def cuts_word(text: str, at: int) -> bool:
    """Say whether the place before `text[at]` is inside a word, or a number with its sign."""
    if cuts_name(text, at):
        return True
    if not 0 < at < len(text):
        return False
    first, last = _seen(text, at - 1, -1), _seen(text, at, 1)
    left, right = _at(text, first), _at(text, last)
    if _is_one_word(left, right):  # with what is not seen between them
        return True
    if right.isalnum():
        return _joins(_at(text, _seen(text, first - 1, -1)), left, right)
    return left.isalnum() and _joins(left, right, _at(text, _seen(text, last + 1, 1)), ends=True)


def cuts_name(text: str, at: int) -> bool:
    """Say the same of a name, which ends at a hyphen or an apostrophe, too: "Tehran-Damascus"."""
    if not 0 < at < len(text):
        return False
    if _is_mark(text[at]):  # it combines with what is before it
        return not text[at - 1].isspace()
    base = at - 1
    while base >= 0 and _is_mark(text[base]):
        base -= 1
    return _is_one_word(_at(text, base), text[at])


def _is_one_word(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not _IS_UNSPACED.search(left + right)


def _joins(left: str, joiner: str, right: str, *, ends: bool = False) -> bool:
    """Say whether `joiner` holds what is at its two sides together, or is the right one's sign."""
    if joiner in _POINTS:
        return left.isdigit() and right.isdigit()
    if joiner in _MINUS and right.isdigit() and not left.isalnum() and not ends:
        return True
    return joiner in _JOINERS and _is_one_word(left, right)


def _seen(text: str, at: int, step: int) -> int:
    """Return the nearest place, from `at` on, of what is seen and stands by itself."""
    while 0 <= at < len(text) and (_is_mark(text[at]) or unicodedata.category(text[at]) == "Cf"):
        at += step
    return at


def _at(text: str, at: int) -> str:
    return text[at] if 0 <= at < len(text) else " "


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")
