"""The proposer of passages: sentences that name a place or an actor, as a person may cut them.

Words that hint at a modality are marked; the modality is never chosen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from geo.atlas.model import Modality
from geo.proposals.actors import actor_mentions
from geo.proposals.gazetteer import gazetteer
from geo.proposals.places import place_mentions
from geo.proposals.proposal import Cue, Cut, Proposal, Proposer
from geo.proposals.sentences import clause_cuts, sentences

PROPOSER = Proposer(name="passages", version="1")
_CUES: Mapping[Modality, re.Pattern[str]] = {
    "attributed": re.compile(
        r"\b(?:according to|sa(?:id|ys?)|told|claim(?:s|ed)?|warn(?:s|ed)?|insist(?:s|ed)?"
        r"|den(?:y|ies|ied)|announce[sd]?|admit(?:s|ted)?|called)\b"
    ),
    "reported": re.compile(
        r"\b(?:report(?:s|ed|edly)?|is (?:said|thought|believed) to|allegedly|alleged|rumou?red)\b"
    ),
    "conditional": re.compile(
        r"\b(?:if|may|might|could|would|unless|until|plans? to|expected to|likely to)\b"
    ),
    "presupposed": re.compile(r"\b(?:again|still|already|since|continues? to|no longer|stops?)\b"),
    "inferred-by-author": re.compile(
        r"\b(?:appears? to|seems?|suggests?|likely|probably|apparently|presumably|must have)\b"
    ),
}
_HEDGES = re.compile(
    r"\b(?:may|might|could|reportedly|allegedly|alleged|apparently|probably|likely|perhaps|possibly"
    r"|presumably|appears? to|seems? to|believed to|thought to|said to|expected to|supposed to"
    r"|suspected|rumou?red|unconfirmed|unverified|about|some|nearly|almost|up to)\b"
)


def propose_passages(text: str) -> Iterator[Proposal]:
    """Propose each sentence that holds a place or an actor."""
    placed = place_mentions(text, gazetteer())
    named = [(one.start, "a place") for one in placed]
    named += [(one.start, "an actor") for one in actor_mentions(text, placed)]
    for start, end in sentences(text):
        held = sorted({kind for place, kind in named if start <= place < end}, reverse=True)
        if held:
            sentence = text[start:end]
            yield Proposal(
                kind="passage",
                quote=sentence,
                starts=(start,),
                why=f"it names {' and '.join(held)}",
                proposer=PROPOSER,
                cues=cues_of(sentence),
                hedges=hedges_of(sentence),
                cuts=cuts_of(sentence),
            )


def cues_of(passage: str) -> tuple[Cue, ...]:
    """Return the printed words that hint at a modality."""
    return tuple(
        Cue(words=words, modality=modality)
        for modality, pattern in _CUES.items()
        for words in dict.fromkeys(pattern.findall(passage))
    )


def hedges_of(passage: str) -> tuple[str, ...]:
    """Return the printed words that weaken what is said."""
    return tuple(dict.fromkeys(_HEDGES.findall(passage)))


def cuts_of(passage: str) -> tuple[Cut, ...]:
    """Return where a person may cut a passage."""
    return tuple(clause_cuts(passage))
