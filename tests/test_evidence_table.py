from __future__ import annotations

import pytest

from geo.atlas import Atlas
from geo.evidence_table import evidence_table, matching


def test_every_claim_is_a_row_with_its_reasons(tiny: Atlas) -> None:
    rows = evidence_table(tiny)
    assert len([row for row in rows if row.basis != "not said"]) == len(tiny.claims)
    first = rows[0]
    assert (first.feature, first.basis, first.verb) == ("ferry-west", "stated", "runs")
    assert first.quote == "the Salt Guild runs a ferry from Aldport"
    assert first.hedge == "suggest"
    assert first.actor == "Guild"


def test_what_is_not_said_is_a_row_too(tiny: Atlas) -> None:
    unsaid = [row for row in evidence_table(tiny) if row.basis == "not said"]
    assert [(row.feature, row.claim) for row in unsaid] == [
        ("", "No price is named."),
        ("ferry-west", "No bridge."),
    ]


def test_a_source_without_a_date_says_so(tiny: Atlas) -> None:
    depth = next(row for row in evidence_table(tiny) if row.basis == "background")
    assert depth.source == "almanac, no date printed"


@pytest.mark.parametrize(
    ("words", "features"),
    [
        ("", ["ferry-west", "ferry-east", "ferry-east", "brunn", "isle-rho", "", "ferry-west"]),
        ("GUILD", ["ferry-west"]),
        ("ferry runs", ["ferry-west"]),
        ("almanac", ["ferry-east"]),
        ("🛶", ["isle-rho"]),
        ("nowhere", []),
    ],
)
def test_a_search_finds_the_rows_with_all_its_words(
    tiny: Atlas, words: str, features: list[str]
) -> None:
    assert [row.feature for row in matching(evidence_table(tiny), words)] == features
