from __future__ import annotations

import pytest

from geo.sheet.words import counted


@pytest.mark.parametrize(
    ("language", "one", "more"),
    [
        ("en", "1 further excerpt:", "2 further excerpts:"),
        ("de", "1 further excerpt:", "2 further excerpts:"),
        ("ar", "مقتطف آخر (\u20681\u2069):", "\u20682\u2069 مقتطفات أخرى:"),
        ("fa", "\u20681\u2069 گزیدهٔ دیگر:", "\u20682\u2069 گزیدهٔ دیگر:"),
    ],
)
def test_one_thing_is_not_said_to_be_several(language: str, one: str, more: str) -> None:
    assert counted(language, "further", 1).startswith(one)
    assert counted(language, "further", 2).startswith(more)
    assert counted(language, "furtherLetters", 1)  # has no form for one in each language
