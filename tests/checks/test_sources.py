from __future__ import annotations

from typing import Any

import pytest

from tests.checks.conftest import Expect, Found
from tests.conftest import Break, source, texts

SOURCES = "data/sources.json"
DATED = {"at": "1901", "basis": "inferred", "note": texts("So.")}


def origin(id_: str) -> dict[str, Any]:
    return {"source": id_, "how": "quotes"}


ROUND = "what it rests on leads round in a circle"
CASES: list[tuple[list[Break], str, str]] = [
    (
        [(SOURCES, "1.published", "1901"), (SOURCES, "1.dated", DATED)],
        "almanac",
        "it is `published` 1901, and `dated` as well",
    ),
    ([(SOURCES, "1.rests_on", [origin("almanac")])], "almanac", ROUND),
    (
        [
            (SOURCES, "1.rests_on", [origin("pilot-book")]),
            (SOURCES, "2.rests_on", [origin("almanac")]),
        ],
        "pilot-book",
        ROUND,
    ),
    # they cite only each other, and nothing of the atlas cites them
    (
        [
            (SOURCES, "1", source("almanac", "background")),
            (SOURCES, "2.rests_on", [origin("pilot-book"), origin("almanac")]),
        ],
        "pilot-book",
        ROUND,
    ),
]


@pytest.mark.parametrize(("breaks", "feature", "words"), CASES)
def test_a_source_at_odds_with_itself_is_found(
    expect: Expect, breaks: list[Break], feature: str, words: str
) -> None:
    expect(breaks, SOURCES, feature, words)


def test_reports_may_rest_on_one_another_in_a_row(found: Found) -> None:
    twice = [origin("pilot-book"), {"name": "A log", "how": "quotes"}]
    assert found((SOURCES, "1.rests_on", twice)) == ()
