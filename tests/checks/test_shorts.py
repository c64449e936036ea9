"""A short form is short, and there for each reader of the long form."""

from __future__ import annotations

from typing import Any

import pytest

from geo.checks.shorts import LONGEST
from tests.checks.conftest import Expect, Found

ATLAS = "data/atlas.json"
LONG = {"en": "A ferry runs.", "fa": "کشتی می‌رود."}


def finding(short: Any, sentence: Any = LONG) -> tuple[str, str, Any]:
    return ATLAS, "findings", [{"sentence": sentence, "short": short, "claims": ["c-west"]}]


def part(short: Any) -> tuple[str, str, Any]:
    names = {"en": "Said to keep a light", "fa": "گفته می‌شود"}
    one = {"id": "keeps", "names": names, "short": short, "shape": "square", "hue": "#1f4e8c"}
    return ATLAS, "parts", [one]


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ({"en": "It runs."}, "`short` of finding 1 lacks fa → add it"),
        ({"en": "It runs.", "fa": "\u200b"}, "`short` of finding 1 lacks fa"),
        (
            {"en": "x" * (LONGEST + 1), "fa": "می‌رود"},
            f"has {LONGEST + 1} characters in en → say it in {LONGEST}",
        ),
    ],
)
def test_a_short_form_that_is_long_or_lacks_a_language_is_found(
    expect: Expect, short: dict[str, str], words: str
) -> None:
    expect([finding(short)], ATLAS, "", words)


def test_so_is_that_of_a_part(expect: Expect) -> None:
    expect([part({"en": "Keeps a light"})], ATLAS, "keeps", "`short` of the part lacks fa")


@pytest.mark.parametrize(
    "given",
    [
        finding({"en": "x" * LONGEST, "fa": "می‌رود"}),
        finding({"en": "It runs."}, {"en": "A ferry runs."}),
        part({"en": "Keeps a light", "fa": "چراغ دارد"}),
    ],
)
def test_a_short_form_may_fill_its_room_and_need_be_where_the_long_is(
    found: Found, given: tuple[str, str, Any]
) -> None:
    assert [p.what for p in found(given) if "`short`" in p.what] == []
