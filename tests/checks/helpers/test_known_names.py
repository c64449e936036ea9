from __future__ import annotations

import pytest

from geo.checks.helpers.known_names import bare, is_name


@pytest.mark.parametrize(
    "alias",
    ["Iran", "US", "the boat", "its soil", "IRGC", "7 men", "إيران", "لا", "公会", "mail boat"],
)
def test_what_tells_something_apart_is_a_name(alias: str) -> None:
    assert is_name(alias)


@pytest.mark.parametrize("alias", ["on", "the", "of it", "at a", "—"])
def test_what_stands_for_anything_is_none(alias: str) -> None:
    assert not is_name(alias)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("The Narrows", "narrows"),
        ("“the Narrows”,", "narrows"),
        ("الحرب", "حرب"),
        ("the", ""),
        ("Thebes", "thebes"),
    ],
)
def test_an_article_and_the_marks_around_are_none_of_a_name(name: str, other: str) -> None:
    assert bare(name) == other
