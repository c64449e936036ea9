"""Which of the languages of a sentence a reader gets, and that it is said which."""

from __future__ import annotations

import pytest

from geo.atlas.translation import translation_for

TEXTS = {"en": "salt", "fa": "نمک"}


@pytest.mark.parametrize(
    ("language", "fallback", "found"),
    [
        ("fa", "en", ("نمک", "fa")),
        ("en", "fa", ("salt", "en")),
        ("ar", "fa", ("نمک", "fa")),  # not there: the one to fall back to
        ("ar", "de", ("salt", "en")),  # neither is there: the first that is
    ],
)
def test_a_sentence_comes_with_the_language_it_is_in(
    language: str, fallback: str, found: tuple[str, str]
) -> None:
    assert translation_for(TEXTS, language, fallback) == found
