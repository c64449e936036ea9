"""The state is a fold over the journal; undoing and doing again are lines of it, too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.atlas.source_text import SourceText
from geo.drafts.acts import Act
from geo.drafts.base import empty_state
from geo.drafts.draft import Draft, read_draft
from geo.drafts.entry import Entry
from geo.drafts.folding import fold, next_state
from geo.drafts.refusal import ActError
from geo.drafts.state import State
from tests.conftest import TEXT, examples
from tests.drafts.conftest import ACTOR, PASSAGE, PLACE, Do, act, feature, propose

START = empty_state(TEXT, SourceText(TEXT, "0" * 64).sha256, "en")
BEGIN = act("begin", article="0" * 64, language="en")
ACTS = st.sampled_from(
    [
        feature("brunn"),
        feature("rho", location={"kind": "unplaced"}),
        act("excerpt", id="e1", start=10, end=20),
        act("claim", id="c1", feature="brunn", sentence={"en": "So."}),
        act("claim", id="c1", feature="rho", modality="asserted"),
        act("remove", kind="feature", id="rho"),
        act("remove", kind="claim", id="c1"),
        propose(PLACE, ACTOR, PASSAGE),
        act("accept", proposal="p2-1", id="aldport", candidate=2),
        act("accept", proposal="p3-3", id="e2"),
        act("refuse", proposals=["p2-1", "p2-2"]),
        act("postpone", proposals=["p2-2"]),
        act("bulk", acts=[{"do": "actor", "id": "guild"}, {"do": "article", "grade": "F"}]),
        act("undo"),
        act("redo"),
    ]
)


def entry(n: int, one: Act) -> Entry:
    return Entry(n=n, at=f"2026-11-30T17:00:{n % 60:02}Z", by="M.K.", act=one)


def played(acts: list[Act]) -> tuple[list[Entry], list[State]]:
    """Do the acts that can be done; return their entries, and the states that they made."""
    entries = [entry(1, BEGIN)]
    states = [fold(START, entries)]
    for one in acts:
        new = entry(len(entries) + 1, one)
        try:
            states.append(next_state(START, entries, states[-1], new))
        except ActError:
            continue
        entries.append(new)
    return entries, states


@examples(3)
@given(st.lists(ACTS, max_size=12))
def test_each_state_is_what_the_journal_up_to_it_makes(acts: list[Act]) -> None:
    entries, states = played(acts)
    assert [fold(START, entries[: n + 1]) for n in range(len(entries))] == states


@examples(3)
@given(st.lists(ACTS, max_size=12), ACTS)
def test_an_act_that_is_undone_leaves_no_trace_and_can_be_done_again(
    acts: list[Act], last: Act
) -> None:
    if last.do in ("undo", "redo", "propose"):
        last = feature("last")
    number = len(played(acts)[0])
    entries, states = played([*acts, last, act("undo"), act("redo")])
    assume(entries[number:] and entries[number].act == last)  # else it could not be done
    before, done, undone, again = states[-4:]
    assert replace(undone, last=0) == replace(before, last=0)
    assert replace(again, last=0) == replace(done, last=0)


def test_several_acts_of_one_line_are_undone_at_once(do: Do) -> None:
    both = act("bulk", acts=[{"do": "actor", "id": "guild"}, {"do": "actor", "id": "league"}])
    assert set(do(both).of_kind("actor")) == {"guild", "league"}
    assert set(do(act("undo")).of_kind("actor")) == set()
    assert set(do(act("redo")).of_kind("actor")) == {"guild", "league"}


def test_undoing_goes_back_act_by_act_and_leaves_proposals(do: Do) -> None:
    do(feature("brunn"), feature("rho"), propose(PLACE))
    assert set(do(act("undo")).of_kind("feature")) == {"brunn"}
    state = do(act("undo"))
    assert set(state.of_kind("feature")) == set()
    assert set(state.proposals) == {"p4-1"}
    assert set(do(act("redo"), act("redo")).of_kind("feature")) == {"brunn", "rho"}


@pytest.mark.parametrize(
    ("acts", "why"),
    [
        ([act("undo")], "no act to undo"),
        ([propose(PLACE), act("undo")], "no act to undo"),
        ([act("redo")], "nothing was undone"),
        ([feature(), act("undo"), feature("rho"), act("redo")], "nothing was undone"),
        ([BEGIN], "in the middle of a draft"),
    ],
)
def test_what_cant_be_done_is_refused(
    acts: list[Act], why: str, refusal: Callable[..., str]
) -> None:
    assert why in refusal(*acts)


def test_passages_are_accepted_one_by_one(refusal: Callable[..., str]) -> None:
    other = {**PASSAGE, "quote": "At night the Harbour League sleeps"}
    both = [
        {"do": "accept", "proposal": "p2-1", "id": "e1"},
        {"do": "accept", "proposal": "p2-2", "id": "e2"},
    ]
    answer = refusal(propose(PASSAGE, other), act("bulk", acts=both))
    assert "2 passages are accepted at once" in answer


def test_places_may_be_accepted_together_and_that_is_kept(do: Do) -> None:
    both = [
        {"do": "accept", "proposal": "p2-1", "id": "aldport", "candidate": 1},
        {"do": "accept", "proposal": "p2-2", "id": "guild"},
    ]
    state = do(propose(PLACE, ACTOR), act("bulk", acts=both))
    assert state.making["feature", "aldport"].in_bulk
    assert "guild" in state.of_kind("actor")


def test_the_draft_that_is_read_is_the_one_that_was_written(do: Do, folder: Path) -> None:
    state = do(feature(), act("excerpt", id="e1", start=0, end=9), act("undo"))
    read: Draft = read_draft(folder)
    assert read.state == state
    assert [one.by for one in read.journal.entries] == [None, "M.K.", "M.K.", "M.K."]
