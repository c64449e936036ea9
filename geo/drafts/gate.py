"""The open questions of a draft: it is not sealed while a decision is missing."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas.errors import Problem
from geo.drafts.building import DRAFT
from geo.drafts.state import Record, State

_SHOWN = 5  # passages that the message names
_UNSAID = "…"


def open_questions(state: State) -> Iterator[Problem]:
    """Yield each decision that a person has to make before the draft is sealed."""
    yield from _article(state)
    yield from _passages(state)
    for id_, claim in state.of_kind("claim").items():
        if "sentence" not in claim:
            yield Problem(DRAFT, id_, "the claim has no sentence", "say in your words what is said")
        if "basis" not in claim:
            fix = "say whether it is stated, inferred or background"
            yield Problem(DRAFT, id_, "nobody chose the basis of the claim", fix)
        elif claim["basis"] == "stated" and "modality" not in claim:
            fix = "say how the author says it: asserted, reported, attributed …"
            yield Problem(DRAFT, id_, "nobody chose the modality of the claim", fix)


def with_stand_ins(state: State) -> State:
    """Return a state in which each missing decision has a stand-in, for the rest to be checked.

    It is never sealed: each stand-in is one of the open questions.
    """
    article = {"title": _UNSAID, **state.of_kind("source")[state.article]}
    state = state.with_record("source", state.article, article)
    sentence = {"sentence": {article["language"]: _UNSAID}}
    claims = {id_: {**sentence, **c} for id_, c in state.of_kind("claim").items()}
    return state.with_kind("claim", {id_: _with_voice(claim) for id_, claim in claims.items()})


def _with_voice(claim: Record) -> Record:
    voiced = {"basis": "stated", **claim}
    return {"modality": "asserted", **voiced} if voiced["basis"] == "stated" else voiced


def _article(state: State) -> Iterator[Problem]:
    if "title" not in state.of_kind("source")[state.article]:
        yield Problem(DRAFT, state.article, "the article has no title", "write it as printed")


def _passages(state: State) -> Iterator[Problem]:
    left = [
        id_
        for id_, judged in state.proposals.items()
        if judged.proposal.kind == "passage" and judged.verdict == "open"
    ]
    if left:
        named = ", ".join(left[:_SHOWN]) + (" …" if len(left) > _SHOWN else "")
        what = f"nobody judged {len(left)} of the proposed passages: {named}"
        yield Problem(DRAFT, "", what, "accept, refuse or postpone each")
