"""Proposals of programs, put into a draft as lines of its journal.

A proposal that is there already, from the same tool at the same place, is not put in again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from geo.drafts.acts import Propose
from geo.drafts.draft import Writer
from geo.drafts.entry import MAX_BYTES
from geo.drafts.state import State
from geo.jobs.proposing import Proposed
from geo.proposals.proposal import Proposal

_MOST = 5000  # proposals of an act
_ROOM = MAX_BYTES - 10_000  # for what a line holds beside its proposals


def put_proposals(writer: Writer, proposed: Proposed) -> int:
    """Save what a proposer found, in a line or in as few as hold it; return how many are new."""
    new = list(_new(writer.draft.state, proposed.proposals))
    for part in _parts(new):
        act = Propose(do="propose", proposals=tuple(part))
        writer.record(act, writer.draft.state.last, None)
    return len(new)


def _new(state: State, found: Iterable[Proposal]) -> Iterator[Proposal]:
    known = {_key(judged.proposal) for judged in state.proposals.values()}
    for proposal in found:
        if _key(proposal) not in known:
            yield proposal


def _key(proposal: Proposal) -> tuple[str, str, tuple[int, ...], str]:
    return proposal.kind, proposal.quote, proposal.starts, proposal.proposer.name


def _parts(proposals: Sequence[Proposal]) -> Iterator[list[Proposal]]:
    """Yield proposals in parts, each of which a line of the journal can hold."""
    part: list[Proposal] = []
    size = 0
    for proposal in proposals:
        own = len(proposal.model_dump_json().encode()) + 1
        if part and (size + own > _ROOM or len(part) == _MOST):
            yield part
            part, size = [], 0
        part.append(proposal)
        size += own
    if part:
        yield part
