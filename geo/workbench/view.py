"""A draft as the page takes it: its text and proposals once, then what acts change."""

from __future__ import annotations

from typing import Any

from geo.checks.words import LONGEST
from geo.drafts.acts import Propose
from geo.drafts.draft import Draft
from geo.drafts.folding import standing
from geo.drafts.state import Judged, Record, State

_DESCRIBED = 2  # the number of the act that describes the article, where the page begins a draft
_KINDS = ("actor", "feature", "claim")


def whole(draft: Draft) -> dict[str, Any]:
    """Return all that the page shows of a draft."""
    state = draft.state
    return {
        "draft": draft.folder.name,
        "text": state.text,
        "sha256": state.of_kind("source")[state.article]["sha256"],
        "longest": LONGEST,
        "torn": len(draft.torn),
        "proposals": [_proposal(id_, judged) for id_, judged in state.proposals.items()],
        **changed(draft),
    }


def changed(draft: Draft) -> dict[str, Any]:
    """Return what an act may have changed."""
    state = draft.state
    return {
        "n": state.last,
        "undoes": _undoes(draft),
        "article": state.of_kind("source")[state.article],
        "verdicts": {id_: judged.verdict for id_, judged in state.proposals.items()},
        "misquotes": len(state.misquotes),
        "origins": {f"{kind}:{id_}": from_ for (kind, id_), from_ in state.origins.items()},
        "excerpt": {id_: _excerpt(one) for id_, one in _own_excerpts(state)},
        **{kind: state.of_kind(kind) for kind in _KINDS},
    }


def _undoes(draft: Draft) -> bool:
    """Say whether there is an act to undo, but for the one that describes the article at first."""
    done = standing(draft.journal.entries[1:])
    return any(entry.n > _DESCRIBED and not isinstance(entry.act, Propose) for entry in done)


def _own_excerpts(state: State) -> list[tuple[str, Record]]:
    """Return the excerpts of the article: those of other sources are not on this screen."""
    found = state.of_kind("excerpt").items()
    return [(id_, one) for id_, one in found if one["target"]["source"] == state.article]


def _excerpt(record: Record) -> dict[str, Any]:
    quote: dict[str, Any] = {}
    for part in record["target"]["selector"]:
        quote |= part
    said = {name: value for name, value in record.items() if name != "target"}
    return {**said, "start": quote["start"], "end": quote["end"], "exact": quote["exact"]}


def _proposal(id_: str, judged: Judged) -> dict[str, Any]:
    found: dict[str, Any] = judged.proposal.model_dump(mode="json", exclude_defaults=True)
    return {"id": id_, **found, "starts": list(judged.proposal.starts)}
