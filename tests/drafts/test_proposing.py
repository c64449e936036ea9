"""What programs propose comes into the journal: a line a proposer, each proposal once."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.drafts import proposing
from geo.drafts.draft import read_draft, writing
from geo.drafts.proposing import put_proposals
from geo.jobs.proposing import Proposed
from geo.proposals.proposal import Proposal
from tests.drafts.conftest import ACTOR, PASSAGE, PLACE, Do, act, propose

FOUND = Proposed("all", tuple(map(Proposal.model_validate, (PLACE, ACTOR, PASSAGE))))


def test_proposals_are_a_line_that_nobody_signs(folder: Path) -> None:
    with writing(folder) as writer:
        assert put_proposals(writer, FOUND) == 3
    draft = read_draft(folder)
    assert [(one.act.do, one.by) for one in draft.journal.entries] == [
        ("begin", None),
        ("propose", None),
    ]
    assert list(draft.state.proposals) == ["p2-1", "p2-2", "p2-3"]
    assert draft.state.of_kind("feature") == {}


def test_a_proposal_is_put_in_once(folder: Path) -> None:
    with writing(folder) as writer:
        put_proposals(writer, FOUND)
        last = writer.draft.state.last
        again = Proposed("all", tuple(j.proposal for j in writer.draft.state.proposals.values()))
        assert put_proposals(writer, again) == 0
        assert writer.draft.state.last == last


def test_more_than_a_line_holds_takes_several(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "_MOST", 2)
    with writing(folder) as writer:
        put_proposals(writer, FOUND)
    assert list(read_draft(folder).state.proposals) == ["p2-1", "p2-2", "p3-1"]


def test_a_passage_is_accepted_at_ends_that_a_person_chose(do: Do) -> None:
    do(propose(PASSAGE))
    start = do(act("postpone", proposals=["p2-1"])).proposals["p2-1"].proposal.starts[0]
    state = do(act("accept", proposal="p2-1", id="e", start=start + 4))
    assert state.of_kind("excerpt")["e"]["target"]["selector"][0]["exact"] == (
        "Harbour League guards Brunn"
    )
    made = state.making["excerpt", "e"]
    assert (made.kind, made.changed, made.in_bulk) == ("proposed", True, False)


def test_a_passage_at_its_own_ends_is_as_proposed(do: Do) -> None:
    state = do(propose(PASSAGE), act("accept", proposal="p2-1", id="e"))
    assert not state.making["excerpt", "e"].changed
