"""Whether a "not" stands just before words that leave it out, in the languages we know it of.

This is an aid, not a proof: a "not" further off, or one that comes after, is not seen.
"""

from __future__ import annotations

import re

NEAR = 3  # words before, in the same clause, among which it is looked for

_WORD = re.compile(r"[^\W_]+(?:[-’'‘\u200c][^\W_]+)*")
# What ends a clause; a hyphen, and an apostrophe within a word, do not.
_CLAUSE = re.compile(r"[.,;:!?…()\[\]“”„\"«»–—،؛؟\n\r\u2028\u2029]|\bbut\b")
# Two words that begin as a negation does and are none.
_NONE = re.compile(r"\b(?:not|no) (?:only|just|merely|simply|doubt|longer)\b", re.IGNORECASE)

_FORMS: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"not|cannot|never|no|nor|neither|none|nobody|nothing|without|\w+n[’']t"
        r"|den(?:y|ies|ied|ying)",
        re.IGNORECASE,
    ),
    "ar": re.compile("[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا|غير|بدون|دون|بلا|عدم)"),
    "fa": re.compile("نه|بدون|بی|هرگز|نمی\u200c?\\w*|نیست|نبود"),
}


def negation_before(text: str, at: int, language: str) -> str:
    """Return the negation that stands just before `text[at]`; "" where none does."""
    forms = _FORMS.get(language.split("-")[0].lower())
    if forms is None:
        return ""
    clause = _CLAUSE.split(_NONE.sub(".", text[max(0, at - 200) : at]))[-1]
    near = _WORD.findall(clause)[-NEAR:]
    return next((word for word in reversed(near) if forms.fullmatch(word)), "")
