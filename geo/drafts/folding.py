"""The state of a draft as a pure fold over the entries of its journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from geo.drafts.acts import Accept, Act, Bulk, Postpone, Propose, Redo, Refuse, Remove, Undo
from geo.drafts.entry import Entry, Signature
from geo.drafts.judging import accept, decide, propose
from geo.drafts.record_acts import (
    SetActor,
    SetArticle,
    SetAtlas,
    SetClaim,
    SetExcerpt,
    SetFeature,
    SetSource,
)
from geo.drafts.records import remove, set_claim, set_excerpt, set_feature, set_fields
from geo.drafts.refusal import ActError
from geo.drafts.state import State


def fold(start: State, entries: Sequence[Entry]) -> State:
    """Return the state that entries make of a start, which the first of them names.

    Raises ActError where an act can't be done in the state before it.
    """
    after = reduce(_applied, standing(entries[1:]), start)
    return replace(after, last=entries[-1].n) if entries else after


def next_state(start: State, entries: Sequence[Entry], state: State, entry: Entry) -> State:
    """Return the state after one more entry, from the `state` that the entries before it made.

    Raises ActError where its act can't be done.
    """
    if isinstance(entry.act, Undo | Redo):
        return fold(start, (*entries, entry))
    return replace(_applied(state, entry), last=entry.n)


def standing(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that count: without those undone, and the undoing.

    Proposals stay, for no person made them. Raises ActError where there is nothing to undo or redo.
    """
    done: list[Entry] = []
    undone: list[tuple[int, Entry]] = []
    for entry in entries:
        if isinstance(entry.act, Undo):
            place = _last_of_a_person(done)
            undone.append((place, done.pop(place)))
        elif isinstance(entry.act, Redo):
            if not undone:
                raise ActError("nothing was undone that could be done again", "go on with an act")
            done.insert(*undone.pop())
        else:
            done.append(entry)
            if not isinstance(entry.act, Propose):
                undone.clear()
    return done


def _last_of_a_person(done: list[Entry]) -> int:
    for place in reversed(range(len(done))):
        if not isinstance(done[place].act, Propose):
            return place
    raise ActError("there is no act to undo", "go on with an act")


def _applied(state: State, entry: Entry) -> State:
    match entry.act:
        case Propose() as act:
            return propose(state, act, entry.n)
        case Bulk() as act:
            _refuse_accepting_all(state, act)
            return reduce(lambda now, part: _done(now, part, entry.signature), act.acts, state)
    return _done(state, entry.act, entry.signature)


def _done(state: State, act: Act, by: Signature) -> State:
    match act:
        case SetFeature():
            return set_feature(state, act, by)
        case SetExcerpt():
            return set_excerpt(state, act, by)
        case SetArticle():
            return set_fields(state, "source", state.article, act, by)
        case SetAtlas():
            return set_fields(state, "atlas", "atlas", act, by)
        case Remove():
            return remove(state, act)
        case Accept():
            return accept(state, act, by)
        case Refuse() | Postpone():
            return decide(state, act)
        case SetClaim():
            return set_claim(state, act, by)
        case SetSource() | SetActor():
            return set_fields(state, act.do, act.id, act, by)
    raise ActError(f'"{act.do}" can\'t be done in the middle of a draft', "leave it out")


def _refuse_accepting_all(state: State, act: Bulk) -> None:
    """Let a passage be accepted only by itself, for each has to be read."""
    accepted = [part.proposal for part in act.acts if isinstance(part, Accept)]
    passages = [id_ for id_ in accepted if state.judged(id_).proposal.kind == "passage"]
    if len(passages) > 1:
        what = f"{len(passages)} passages are accepted at once: {', '.join(passages[:5])} …"
        raise ActError(what, "read and accept each passage by itself")
