"""What the page is asked to select when a row of evidence is ticked."""

from __future__ import annotations

from geo.app.evidence_panel import selection_of
from geo.atlas.atlas import Atlas
from geo.atlas.evidence_search import FoundRow, search
from geo.atlas.evidence_table import evidence_table


def rows_of(atlas: Atlas) -> tuple[FoundRow, ...]:
    return search(evidence_table(atlas), "").rows


def test_a_claim_s_row_asks_for_its_mark_its_quote_and_itself(tiny: Atlas) -> None:
    row = rows_of(tiny)[0]
    asked = selection_of(row)
    claim = tiny.claims[str(row.claim)]
    assert asked["claim"] == claim.id
    assert asked["excerpt"] == claim.excerpts[0]
    assert claim in tiny.features[str(asked["feature"])].claims


def test_a_silence_s_row_asks_for_its_mark_alone(tiny: Atlas) -> None:
    row = next(row for row in rows_of(tiny) if row.claim is None and row.feature)
    asked = selection_of(row)
    assert (asked["feature"], asked["excerpt"], asked["claim"]) == (row.feature, None, None)


def test_the_same_row_ticked_again_is_another_question(tiny: Atlas) -> None:
    row = rows_of(tiny)[0]
    assert selection_of(row)["serial"] != selection_of(row)["serial"]
