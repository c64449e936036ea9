"""Texts that show nothing: white space, what is not seen, and letters that are drawn empty."""

from __future__ import annotations

import unicodedata

# Letters and a symbol without a shape: Hangul fillers, the blank of braille.
EMPTY = "\u115f\u1160\u2800\u3164\uffa0"
_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}


def is_blank(text: str) -> bool:
    """Say whether nothing of a text is seen."""
    return all(char in EMPTY or unicodedata.category(char) in _UNSEEN for char in text)
