"""Folding: texts as a reader compares them, so that words are found however they are written.

The page folds by the same rules (page/assets/core/fold.js); a test holds the two equal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from geo.text.blank import EMPTY

# Letters, digits and quotation marks that readers take for one another.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("ٱ", "ا"),  # alef wasla
        **dict.fromkeys("ىیے", "ي"),  # alef maqsura, Persian yeh, yeh barree
        **dict.fromkeys("کڪ", "ك"),  # Persian kaf, swash kaf
        **dict.fromkeys("ةەہھۃ", "ه"),  # teh marbuta, and other forms of heh
        **dict.fromkeys("’‘‚‛′`ʹʻʼʽˈ՚׳", "'"),
        **dict.fromkeys("“”„‟«»‹›״〃〝〞〟", '"'),
        **dict.fromkeys("−⁃˗", "-"),
        "٫": ".",
        "٬": ",",
        "٪": "%",
        "ı": "i",
        "ς": "σ",
        "ß": "ss",
    }
)
_DROPPED = {"Mn", "Mc", "Me", "Cf"}  # marks, and what is not seen: soft hyphens, joiners
_UNSEEN = f"\u0640{EMPTY}"  # tatweel, and letters that are drawn empty
# What Unicode after 14 would fold: Python's and a browser's version differ, so it stays as it is.
_NEWER = re.compile(
    "[\u0897\u0cf3\u0ece\u1acf-\u1aeb\u1c89\ua7cb-\ua7ce\ua7d2\ua7d4\ua7da-\ua7f1"
    "\U000105c9-\U000105e4\U00010d40-\U00010d6e\U00010efa-\U00010eff\U00011241"
    "\U00011383-\U000113e2\U000116d0-\U000116e3\U00011b60-\U00011bf9\U00011de0-\U00011de9"
    "\U00011f00-\U00011f5a\U00013439-\U00013455\U0001611e-\U00016139\U00016d68-\U00016d79"
    "\U00016ea0-\U00016eb8\U0001ccd6-\U0001ccf9\U0001e030-\U0001e08f\U0001e4ec-\U0001e6f5]"
)
_SPACES = "\t\n\v\f\r\x85"


def fold(text: str) -> str:
    """Return a text without case, accents, vowel signs and what is not seen, in one form.

    It is compatibility decomposed (NFKD); letters that are typed for one another, digits,
    dashes and quotation marks take one form, and each run of white space becomes one space.
    Letters of their own stay apart ("ł", "ø", "æ"), and so do those of two scripts that look alike.
    """
    return re.sub(" +", " ", "".join(map(_folded, text)))


def searchable(text: str) -> str:
    """Return a text as it is searched: folded, without quotation marks, its dashes as spaces.

    For “Tehran–Damascus” and Tehran - Damascus are the same to a reader who looks for words.
    """
    return _parted(fold(text))


def searched_words(text: str) -> list[str]:
    """Return the words of a search; what is joined by a dash is looked for together."""
    words = (_parted(word).strip(" ") for word in fold(text).split(" "))
    return [word for word in words if word]


def _parted(folded: str) -> str:
    return re.sub("[- ]+", " ", re.sub("[\"']", "", folded))


@cache
def _folded(char: str) -> str:
    """Return what one character becomes: that never depends on those beside it."""
    if _NEWER.match(char):
        return char
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).lower())
    return "".join(map(_kept, lower)).translate(_ALIKE)


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if category in _DROPPED or char in _UNSEEN:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category.startswith("Z") or char in _SPACES:
        return " "
    return "-" if category == "Pd" else char
