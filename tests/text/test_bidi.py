from __future__ import annotations

import pytest

from geo.text.bidi import is_rightward, island, marked


@pytest.mark.parametrize(
    ("text", "rightward"),
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
def test_the_first_letter_says_which_way_a_text_reads(text: str, rightward: bool) -> None:
    assert is_rightward(text) == rightward


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2018-02-14", "\u200e2018-02-14\u200e"),
        ("الفقرة 4", "\u200fالفقرة 4\u200f"),
        (" · ", " · "),
    ],
)
def test_an_island_keeps_its_own_direction(text: str, shown: str) -> None:
    assert island(text) == shown


def test_isolates_become_marks() -> None:
    assert marked("في \u20682017-12-16\u2069 و") == "في \u200e2017-12-16\u200e و"
