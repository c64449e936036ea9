from __future__ import annotations

import pytest

from geo.atlas import Atlas
from geo.evidence_table import evidence_table, matching


def test_every_claim_is_a_row_with_its_reasons(tiny: Atlas) -> None:
    rows = evidence_table(tiny)
    assert len(rows) == len(tiny.claims)
    first = rows[0]
    assert (first.feature, first.basis, first.verb) == ("ferry-west", "stated", "runs")
    assert first.quote == "the Salt Guild runs a ferry from Aldport"
    assert first.hedge == "suggest"
    assert first.actor == "Guild"


def test_a_source_without_a_date_says_so(tiny: Atlas) -> None:
    depth = next(row for row in evidence_table(tiny) if row.basis == "background")
    assert depth.source == "almanac, no date printed"


@pytest.mark.parametrize(
    ("words", "features"),
    [
        ("", ["ferry-west", "ferry-east", "ferry-east", "brunn", "isle-rho"]),
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
