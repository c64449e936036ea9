"""How acts change the proposals: they are anchored when they come, then accepted or refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from geo.atlas.making import Made
from geo.drafts.acts import Accept, Postpone, Propose, Refuse
from geo.drafts.entry import Signature
from geo.drafts.quotes import QuoteError, places_of, selected
from geo.drafts.records import candidate_fields, target
from geo.drafts.refusal import ActError
from geo.drafts.state import Judged, Misquote, State, Verdict
from geo.proposals.proposal import Proposal

_RECORD = {"place": "feature", "actor": "actor", "passage": "excerpt"}


def propose(state: State, act: Propose, number: int) -> State:
    """Return the state with proposals; those whose quote is not in the text are refused."""
    proposals, misquotes = dict(state.proposals), list(state.misquotes)
    for index, proposal in enumerate(act.proposals, 1):
        try:
            proposals[f"p{number}-{index}"] = Judged(_anchored(state.text, proposal))
        except QuoteError as error:
            misquotes.append(Misquote(proposal, str(error)))
    return replace(state, proposals=proposals, misquotes=tuple(misquotes))


def _anchored(text: str, proposal: Proposal) -> Proposal:
    """Return a proposal with the characters of the text, and with where they stand."""
    found = places_of(text, proposal.quote, proposal.starts)
    start, end = found[0]
    starts = tuple(start for start, _ in found)
    return proposal.model_copy(update={"quote": text[start:end], "starts": starts})


def accept(state: State, act: Accept, by: Signature) -> State:
    """Return the state with the record that a proposal becomes."""
    judged = state.judged(act.proposal)
    proposal, kind = judged.proposal, _RECORD[judged.proposal.kind]
    if judged.verdict == "accepted":
        raise ActError(f"proposal {act.proposal} is accepted already", "change its record instead")
    if act.id in state.of_kind(kind):
        raise ActError(f'there is a {kind} "{act.id}" already', "give this record another id")
    record = _record(state, act, proposal)
    after = state.with_record(kind, act.id, record)
    if kind == "excerpt" or act.candidate:
        changed = kind == "excerpt" and record["target"] != _target(state, proposal)
        made = Made(proposed_by=proposal.proposer, changed=changed, **by.decision)
        after = after.with_made(kind, act.id, made)
    origins = {**after.origins, (kind, act.id): act.proposal}
    return replace(after, origins=origins).with_judged(act.proposal, Judged(proposal, "accepted"))


def _record(state: State, act: Accept, proposal: Proposal) -> dict[str, Any]:
    if act.candidate and proposal.kind != "place":
        what = f"proposal {act.proposal} is of no place, and has no candidates"
        raise ActError(what, "accept it without a candidate")
    if proposal.kind == "passage":
        return {"target": _target(state, proposal, act.start, act.end)}
    if act.start is not None or act.end is not None:
        raise ActError(f"proposal {act.proposal} is no passage", "accept it without other ends")
    names = dict(proposal.names)
    aliases = list(dict.fromkeys((proposal.quote, *proposal.aliases)))
    if proposal.kind == "actor":
        return {"names": names, "kind": proposal.actor_kind or "actor", "aliases": aliases}
    located = candidate_fields(state, act.proposal, act.candidate) if act.candidate else {}
    found = {"kind": "place", "names": names, "aliases": aliases, **located}
    return {name: value for name, value in found.items() if value is not None}


def _target(
    state: State, proposal: Proposal, start: int | None = None, end: int | None = None
) -> dict[str, Any]:
    """Return the target of a passage, at its own ends or at those that a person chose."""
    own = proposal.starts[0]
    chosen = own if start is None else start, own + len(proposal.quote) if end is None else end
    try:
        return target(state, *selected(state.text, *chosen))
    except QuoteError as error:
        raise ActError(f"the passage can't be taken: {error}", "choose its ends anew") from None


def decide(state: State, act: Refuse | Postpone) -> State:
    """Return the state in which proposals are refused, or put off."""
    verdict: Verdict = "refused" if isinstance(act, Refuse) else "postponed"
    for id_ in act.proposals:
        judged = state.judged(id_)
        if judged.verdict == "accepted":
            what = f"proposal {id_} is accepted already"
            raise ActError(what, "take its record out, or undo that")
        state = state.with_judged(id_, Judged(judged.proposal, verdict))
    return state
