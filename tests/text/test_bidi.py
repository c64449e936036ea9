from __future__ import annotations

from unicodedata import bidirectional

import pytest

from geo.text.bidi import (
    FORMATTING,
    MARKS,
    between_marks,
    is_rtl_text,
    isolated,
    marks_for_isolates,
    without_isolates,
)


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("SECRET <b> نص", False),
        ("نص SECRET", True),
        ("46 مقتطفات", True),
        ("“الممر”", True),
        ("\u2066PMF\u2069: قوات", True),  # what is isolated doesn't count
        ("2018-02-14", False),
        ("", False),
    ],
)
def test_the_first_letter_says_which_way_a_text_reads(text: str, rtl: bool) -> None:
    assert is_rtl_text(text) == rtl


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2018-02-14", "\u200e2018-02-14\u200e"),
        ("الفقرة 4", "\u200fالفقرة 4\u200f"),
        (" · ", " · "),
    ],
)
def test_a_text_between_marks_keeps_its_own_direction(text: str, shown: str) -> None:
    assert between_marks(text) == shown


def test_isolates_become_marks() -> None:
    assert marks_for_isolates("في \u20682017-12-16\u2069 و") == "في \u200e2017-12-16\u200e و"


def test_isolates_can_be_taken_away() -> None:
    assert without_isolates("في \u20682017-12-16\u2069 و") == "في 2017-12-16 و"


def test_an_isolate_says_its_direction() -> None:
    assert isolated("PMF", rtl=False) == "\u2066PMF\u2069"
    assert isolated("PMF", rtl=True) == "\u2067PMF\u2069"


def test_the_directional_characters_are_all_that_unicode_has() -> None:
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    characters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    assert {one for one in characters if bidirectional(one) in turning} == FORMATTING
    assert len(MARKS) == 3
    assert not MARKS & FORMATTING
