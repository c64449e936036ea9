from __future__ import annotations

import pytest

from geo.checks.helpers.negations import negation_before

NEGATED = [
    ("en", "it will not |sail", "not"),
    ("en", "it isn’t |so", "isn’t"),
    ("en", "it isn't |so", "isn't"),
    ("en-GB", "without any |arms", "without"),
    ("en", "He denied the |use", "denied"),
    ("ar", "ولا |يستخدم الطريق", "ولا"),
    ("ar", "لم |يستخدم الطريق", "لم"),
    ("ar", "مقاتل غير |مسلح", "غير"),
    ("fa", "بدون |سلاح", "بدون"),
    ("fa", "نمی\u200cگوید که |می\u200cرود", "نمی\u200cگوید"),
]
PLAIN = [
    ("en", "it will |sail"),
    ("en", "not by day, but |by night"),
    ("en", "They said no. It |sails"),
    ("en", "not only |ships"),
    ("en", "no longer than that he |sails"),
    ("en", "a note on |sails"),
    ("qaa", "it will not |sail"),  # of this language none is known
    ("ar", "إلى |بيروت"),
]


@pytest.mark.parametrize(("language", "marked", "negation"), NEGATED)
def test_a_negation_just_before_is_found(language: str, marked: str, negation: str) -> None:
    assert negation_before(marked.replace("|", ""), marked.index("|"), language) == negation


@pytest.mark.parametrize(("language", "marked"), PLAIN)
def test_where_none_stands_none_is_found(language: str, marked: str) -> None:
    assert negation_before(marked.replace("|", ""), marked.index("|"), language) == ""
