"""Folding: texts as a reader compares them, so that words are found however they are written.

The page folds by the same rules (page/assets/core/fold.js); a test holds the two equal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Letters, digits and quotation marks that readers take for one another.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("ٱ", "ا"),  # alef wasla
        **dict.fromkeys("ىی", "ي"),  # alef maqsura, Persian yeh
        **dict.fromkeys("ک", "ك"),  # Persian kaf
        **dict.fromkeys("ةەہھ", "ه"),  # teh marbuta, and other forms of heh
        **dict.fromkeys("’‘‚‛′`", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        "−": "-",
        "ı": "i",
        "ς": "σ",
        "ß": "ss",
        **{chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)},
    }
)
_DROPPED = {"Mn", "Mc", "Me", "Cf"}  # marks, and what is not seen: soft hyphens, joiners
_TATWEEL = "\u0640"
_SPACES = "\t\n\v\f\r\x85"


def fold(text: str) -> str:
    """Return a text without case, accents, vowel signs and what is not seen, in one form.

    It is compatibility decomposed (NFKD); letters that are typed for one another, digits,
    dashes and quotation marks take one form, and each run of white space becomes one space.
    """
    return re.sub(" +", " ", "".join(map(_folded, text)))


@cache
def _folded(char: str) -> str:
    """Return what one character becomes: that never depends on those beside it."""
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).lower())
    return "".join(map(_kept, lower)).translate(_ALIKE)


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if category in _DROPPED or char == _TATWEEL:
        return ""
    if category.startswith("Z") or char in _SPACES:
        return " "
    return "-" if category == "Pd" else char
