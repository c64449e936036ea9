"""A reader finds words however they are written, and a silence is broken by them."""

from __future__ import annotations

import pytest

from geo.text.folding import fold

ALIKE = [
    ("Émile’s Café", "emile's cafe"),
    ("al\u2011Tanf", "al-tanf"),  # a hyphen that doesn't break
    ("Tehran–Damascus", "Tehran-Damascus"),
    ("smug\u00adgler", "smuggler"),  # a soft hyphen
    ("cross\u200bing", "crossing"),
    ("10\u00a0km", "10 km"),
    ("two\n  lines", "two lines"),
    ("٢٠١٧", "2017"),
    ("۱۳۹۶", "1396"),
    ("إيران", "ایران"),
    ("دِمَشْق", "دمشق"),
    ("القـــدس", "القدس"),
    ("كردستان", "کردستان"),
    ("ﷲ", "الله"),  # a presentation form
    ("e\u0301", "é"),
    ("STRASSE", "straße"),
    ("İstanbul", "istanbul"),
    ("ﬁre", "fire"),
    ("ڪتاب", "كتاب"),
    ("مدرسۃ", "مدرسة"),
    ("هے", "هي"),
    ("۱۲٫۵٪", "12.5%"),
    ("١٬٠٠٠", "1,000"),
    ("१२ ships", "12 ships"),
    ("𑁧𑁨", "12"),
    ("fa\u115fre", "fare"),
    ("fa\u3164re", "fare"),
    ("fa\u2800re", "fare"),
    ("don\u02bct", "don't"),
    ("‹fare›", '"fare"'),
    ("ten\u2043ship", "ten-ship"),
    ("co\u02d7op", "co-op"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_words_that_read_alike_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran", "Iraq"),
        ("road", "roads"),
        ("10", "1 0"),
        ("Łódź", "lodz"),  # a letter of its own
        ("fjørd", "fjord"),
        ("æther", "aether"),
        ("f\u0430re", "fare"),  # a Cyrillic letter that looks alike
    ],
)
def test_words_that_differ_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
