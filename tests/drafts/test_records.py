"""Acts set the fields of records, take passages of the article, and take records out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geo.drafts.acts import Act
from tests.conftest import TEXT
from tests.drafts.conftest import PLACE, Do, act, feature, propose


def test_an_act_sets_what_it_names_and_null_takes_away(do: Do) -> None:
    do(feature(kind="town", country="XB"))
    record = do(feature(kind="port", country=None)).of_kind("feature")["brunn"]
    assert record == {
        "kind": "port",
        "names": {"en": "brunn"},
        "location": {"kind": "point", "lon": 15.0, "lat": 2.0},
    }


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": TEXT.index("🛶"), "end": TEXT.index(" Isle")}, "🛶 call at"),
        ({"start": TEXT.index(" 🛶"), "end": TEXT.index("Isle")}, "🛶 call at"),
        ({"exact": "call at Isle Rho"}, "call at Isle Rho"),
        ({"exact": "Harbour League", "start": TEXT.rindex("Harbour")}, "Harbour League"),
    ],
)
def test_a_passage_is_sealed_to_its_code_points(
    fields: dict[str, object], words: str, do: Do
) -> None:
    target = do(act("excerpt", id="e1", **fields)).of_kind("excerpt")["e1"]["target"]
    quote, position = target["selector"]
    assert quote["exact"] == words
    assert TEXT[position["start"] : position["end"]] == words


def test_a_passage_gets_other_ends_and_keeps_what_is_said_of_it(do: Do) -> None:
    do(act("excerpt", id="e1", exact="Boats", attributed_to="Reports"))
    record = do(act("excerpt", id="e1", exact="Boats 🛶 call")).of_kind("excerpt")["e1"]
    assert record["attributed_to"] == "Reports"
    assert record["target"]["selector"][0]["exact"] == "Boats 🛶 call"


def test_a_new_place_takes_the_reason_of_the_old_away(do: Do) -> None:
    position = {"basis": "inferred", "note": {"en": "By the mole."}}
    assert "position" in do(feature(position=position)).of_kind("feature")["brunn"]
    moved = {"kind": "point", "lon": 15.5, "lat": 2}
    assert "position" not in do(feature(location=moved)).of_kind("feature")["brunn"]


def test_a_feature_from_a_proposal_goes_to_another_candidate(do: Do) -> None:
    do(propose(PLACE), act("accept", proposal="p2-1", id="aldport", candidate=1))
    state = do(act("feature", id="aldport", location={"kind": "candidate", "number": 2}))
    assert state.of_kind("feature")["aldport"]["location"]["lon"] == 15.5
    assert state.making["feature", "aldport"].proposed_by is not None
    state = do(act("feature", id="aldport", location={"kind": "point", "lon": 12, "lat": 1}))
    assert state.making["feature", "aldport"].changed


def test_how_a_record_was_made_names_who_decided_last(do: Do) -> None:
    do(act("excerpt", id="e1", exact="Boats"), by="A")
    made = do(act("excerpt", id="e1", exact="Boats 🛶"), by="B").making["excerpt", "e1"]
    assert (made.accepted_by, made.changed, made.kind) == ("B", False, "by hand")


@pytest.mark.parametrize(
    ("acts", "why"),
    [
        ([act("excerpt", id="e1", start=3, end=10**6)], "no part of a text"),
        ([act("excerpt", id="e1", start=3)], "only one of its two ends"),
        ([act("excerpt", id="e1", exact="Boats never call")], "not in the text"),
        ([act("excerpt", id="e1", exact="Harbour League")], "more than once"),
        ([act("excerpt", id="e1", note={"en": "x"})], "has no place"),
        ([act("claim", id="c1")], "is of no feature"),
        ([act("claim", id="c1", feature="atlantis")], "no such feature"),
        ([act("remove", kind="claim", id="c1")], 'no claim "c1"'),
        ([act("remove", kind="source", id="article")], "can't be taken out"),
        (
            [
                feature(),
                act("claim", id="c1", feature="brunn"),
                act("remove", kind="feature", id="brunn"),
            ],
            'claims are made of "brunn": c1',
        ),
        ([feature(location={"kind": "candidate", "number": 1})], "comes from no proposal"),
    ],
)
def test_an_act_that_cant_be_done_changes_nothing(
    acts: list[Act], why: str, refusal: Callable[..., str]
) -> None:
    assert why in refusal(*acts)
