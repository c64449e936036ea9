from __future__ import annotations

import pytest

from geo.atlas import evidence_search
from geo.atlas.atlas import Atlas
from geo.atlas.evidence_search import Found, search
from geo.atlas.evidence_table import evidence_table


def test_what_is_found_names_mark_quote_and_claim(tiny: Atlas) -> None:
    found = search(evidence_table(tiny), "guards")
    assert (found.number, found.total) == (1, 7)
    [row] = found.rows
    assert (row.feature, row.excerpt, row.claim) == ("brunn", "e-guard", "c-guard")
    assert row.columns["Quote"] == "The Harbour League guards Brunn"


def test_a_silence_names_its_mark_alone(tiny: Atlas) -> None:
    [row] = search(evidence_table(tiny), "bridge").rows
    assert (row.feature, row.excerpt, row.claim) == ("ferry-west", None, None)


@pytest.mark.parametrize(("limit", "most"), [("MOST", 2), ("MOST_TEXT", 400)])
def test_no_more_is_handed_on_than_a_browser_is_sent(
    tiny: Atlas, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(evidence_search, limit, most)
    found = search(evidence_table(tiny), "")
    assert 0 < len(found.rows) < found.number == found.total == 7


def test_it_goes_from_process_to_process(tiny: Atlas) -> None:
    found = search(evidence_table(tiny), "")
    assert Found.model_validate_json(found.model_dump_json()) == found
