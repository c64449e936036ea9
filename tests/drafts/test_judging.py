"""Proposals are anchored when they come; a person accepts, refuses or postpones each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geo.drafts.acts import Act
from tests.conftest import TEXT
from tests.drafts.conftest import ACTOR, GAZETTEER, PASSAGE, PLACE, Do, act, propose

ACCEPT = act("accept", proposal="p2-1", id="aldport", candidate=1)


def test_a_proposal_whose_quote_is_not_in_the_text_is_refused_and_counted(do: Do) -> None:
    wrong = {**PASSAGE, "quote": "The Harbour League never guards Brunn"}
    state = do(propose(wrong, PASSAGE))
    assert set(state.proposals) == {"p2-2"}
    assert [misquote.why for misquote in state.misquotes] == ["it is not in the text"]


def test_a_proposal_takes_the_characters_and_the_places_of_the_text(do: Do) -> None:
    state = do(propose({**PASSAGE, "quote": "The Harbour  League guards\nBrunn"}))
    proposal = state.proposals["p2-1"].proposal
    assert proposal.quote == "The Harbour League guards Brunn"
    assert proposal.starts == (TEXT.index("The Harbour"),)


def test_a_place_becomes_a_feature_at_its_candidate(do: Do) -> None:
    state = do(propose(PLACE), ACCEPT)
    assert state.of_kind("feature")["aldport"] == {
        "kind": "town",
        "names": {"en": "Aldport"},
        "aliases": ["Aldport"],
        "location": {"kind": "point", "lon": 11.5, "lat": 1.5, "source": "geonames"},
    }
    made = state.making["feature", "aldport"]
    assert made.model_dump(mode="json", exclude_defaults=True) == {
        "proposed_by": GAZETTEER,
        "accepted_by": "M.K.",
        "accepted_at": made.accepted_at,
    }


def test_without_a_candidate_it_is_nowhere_yet_and_nobody_proposed_where(do: Do) -> None:
    state = do(propose(PLACE), act("accept", proposal="p2-1", id="aldport"))
    assert "location" not in state.of_kind("feature")["aldport"]
    assert ("feature", "aldport") not in state.making


def test_an_actor_and_a_passage_become_what_they_are(do: Do) -> None:
    accepts = (act("accept", proposal=f"p2-{n}", id=f"x{n}") for n in (1, 2))
    state = do(propose(ACTOR, PASSAGE), *accepts)
    assert state.of_kind("actor")["x1"]["aliases"] == ["Salt Guild"]
    assert state.of_kind("excerpt")["x2"]["target"]["selector"][0]["exact"] == PASSAGE["quote"]
    assert state.making["excerpt", "x2"].kind == "proposed"


def test_one_that_is_changed_afterwards_says_so(do: Do) -> None:
    do(propose(PASSAGE), act("accept", proposal="p2-1", id="e1"))
    shorter = act("excerpt", id="e1", exact="Harbour League guards Brunn")
    assert do(shorter).making["excerpt", "e1"].changed


def test_a_proposal_is_refused_or_put_off_and_may_be_accepted_later(do: Do) -> None:
    refuse, postpone = (act(do_, proposals=["p2-1"]) for do_ in ("refuse", "postpone"))
    do(propose(PLACE))
    assert do(refuse).proposals["p2-1"].verdict == "refused"
    assert do(postpone).proposals["p2-1"].verdict == "postponed"
    assert do(ACCEPT).proposals["p2-1"].verdict == "accepted"


def test_taking_its_record_out_refuses_a_proposal(do: Do) -> None:
    state = do(propose(PLACE), ACCEPT, act("remove", kind="feature", id="aldport"))
    assert state.proposals["p2-1"].verdict == "refused"
    assert state.making == {}
    assert do(ACCEPT).proposals["p2-1"].verdict == "accepted"


@pytest.mark.parametrize(
    ("acts", "why"),
    [
        ([act("accept", proposal="p9-1", id="x")], "no proposal p9-1"),
        ([propose(PLACE), ACCEPT, ACCEPT], "accepted already"),
        ([propose(PLACE), ACCEPT, act("refuse", proposals=["p2-1"])], "accepted already"),
        (
            [
                propose(PLACE, {**PLACE, "quote": "Brunn", "starts": [TEXT.index("Brunn")]}),
                ACCEPT,
                act("accept", proposal="p2-2", id="aldport"),
            ],
            'a feature "aldport" already',
        ),
        ([propose(PLACE), act("accept", proposal="p2-1", id="x", candidate=3)], "no number 3"),
        ([propose(ACTOR), act("accept", proposal="p2-1", id="x", candidate=1)], "is of no place"),
    ],
)
def test_a_verdict_that_cant_be_is_refused(
    acts: list[Act], why: str, refusal: Callable[..., str]
) -> None:
    assert why in refusal(*acts)
