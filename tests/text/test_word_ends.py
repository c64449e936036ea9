from __future__ import annotations

import pytest

from geo.text.word_ends import cuts_name, cuts_word

# Each text has a bar where it would be cut.
CUT = [
    "un|keeps",
    "can|’t",
    "can’|t",
    "does|n't",
    "n’|importe",
    "non-|aligned",
    "non|-aligned",
    "non‑|stop",  # a hyphen that doesn't break
    "un\u00ad|armed",  # a soft one
    "un|\u00adarmed",
    "نمی\u200c|رود",
    "غير\u2060|مسلح",
    "ضد_|حرب",
    "1,|200",
    "1|,200",
    "3.|5",
    "۱۲٫|۵",
    "it was −|5 degrees",
    "it was -|5 degrees",
    "cafe|\u0301",
    "e\u0301|t",
    "Tehran-|Damascus",
    "F-|16",
]
WHOLE = [
    "to |sail",
    "to| sail",
    "ended.|Then",
    "in 2011–|2017",
    "(|5",
    "5|%",
    "$|5",
    "“|so",
    "the |-",
    "the Guild|’ light",
    "|all",
    "all|",
    "\u2068|Tehran",
    "公会在|海鸥岩",
    "IS|组织",
    "กิลด์|ดูแล",
    "ボート|が",
    "ສວນ|ລາວ",
]


@pytest.mark.parametrize("marked", CUT)
def test_a_place_inside_of_a_word_is_known(marked: str) -> None:
    assert cuts_word(marked.replace("|", ""), marked.index("|"))


@pytest.mark.parametrize("marked", WHOLE)
def test_a_place_between_two_words_is_known(marked: str) -> None:
    at = marked.index("|")
    assert not cuts_word(marked.replace("|", ""), at)
    assert not cuts_name(marked.replace("|", ""), at)


@pytest.mark.parametrize(
    ("marked", "is_cut"),
    [
        ("Tehran|-Damascus", False),
        ("Tehran-|Damascus", False),
        ("Assad|’s", False),
        ("Iran|ian", True),
        ("cafe|\u0301", True),
        ("e\u0301|t", True),
        ("灯|塔", False),
    ],
)
def test_a_name_ends_at_a_hyphen_and_an_apostrophe(marked: str, is_cut: bool) -> None:
    assert cuts_name(marked.replace("|", ""), marked.index("|")) is is_cut
