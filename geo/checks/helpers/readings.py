"""The ways in which a text may be read where a word must not occur in it."""

from __future__ import annotations

import re
import unicodedata

from geo.text.folding import fold

# A word that goes on after a line end, with the hyphen that may be its own.
_BROKEN = re.compile(r"(?<=\w)([-‐\u00ad])[^\S\r\n\u2028\u2029]*[\r\n\u2028\u2029]\s*(?=\w)")
# Hamza on waw or yeh is also written by itself, and one for the other.
_HAMZA = str.maketrans("ؤئ", "ءء")


def readings(text: str) -> tuple[str, ...]:
    """Return a text folded: as it stands; words over line ends joined, without and with a hyphen.

    Each also with hamza by itself. White space at the ends is none of a word's.
    """
    whole = (text, _BROKEN.sub("", text), _BROKEN.sub("-", text))
    bare = (unicodedata.normalize("NFC", reading).translate(_HAMZA) for reading in whole)
    return tuple(dict.fromkeys(fold(reading).strip() for reading in (*whole, *bare)))
