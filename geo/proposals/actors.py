"""The proposer of actors: organisations, persons, and others that speak in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from geo.atlas.anchoring import places
from geo.proposals.gazetteer import gazetteer
from geo.proposals.organisations import Named, named_actors, without_inner
from geo.proposals.places import Mention, place_mentions
from geo.proposals.proposal import Proposal, Proposer
from geo.proposals.tokens import Token, adjoin, runs_of, span, tokens_of
from geo.proposals.vocabulary import SPEECH, TITLES

PROPOSER = Proposer(name="names", version="1")
_ACRONYM = re.compile(r"[A-Z]{2,7}")
_SPEECH_BEFORE = ("said", "says", "told", "warned", "added")


def propose_actors(text: str) -> Iterator[Proposal]:
    """Propose each actor once, with all places of its name and its other forms."""
    by_name: dict[str, Named] = {}
    for one in actor_mentions(text, place_mentions(text, gazetteer())):
        by_name.setdefault(text[one.start : one.end], one)
    known = {alias for one in by_name.values() for alias in one.aliases}
    for name, one in by_name.items():
        if name not in known:
            yield Proposal(
                kind="actor",
                quote=name,
                starts=tuple(_whole(text, name)),
                why=one.why,
                proposer=PROPOSER,
                names={"en": name},
                aliases=tuple(alias for alias in one.aliases if alias != name),
                actor_kind=one.kind,
            )


def actor_mentions(text: str, placed: Iterable[Mention]) -> list[Named]:
    """Return all mentions of actors, none within another, given those of places."""
    tokens = tokens_of(text)
    named = named_actors(text, tokens)
    taken = [(one.start, one.end) for one in named]
    taken += [(one.start, one.end) for one in placed]
    return without_inner([*named, *_others(text, tokens, taken)])


def _others(
    text: str, tokens: Sequence[Token], taken: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """Yield acronyms, who speaks, and capitalised names of several words."""
    for first, last in runs_of(text, tokens):
        start, end = span(tokens, first, last)
        if any(begin < end and start < stop for begin, stop in taken):
            continue
        name = text[start:end]
        if all(token.lower in TITLES for token in tokens[first : last + 1]):
            continue
        if first == last and name.isupper() and _ACRONYM.fullmatch(name):
            yield Named(start, end, "organisation", "an acronym")
        elif _speaks(text, tokens, first, last):
            yield Named(start, end, "person" if first < last else "organisation", "it speaks")
        elif first < last and not name.isupper():
            yield Named(start, end, "organisation", "a name of several words")


def _speaks(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    before, after = tokens[max(0, first - 1)], tokens[min(last + 1, len(tokens) - 1)]
    says = after.text in SPEECH and adjoin(text, tokens[last], after)
    return says or (before.text in _SPEECH_BEFORE and adjoin(text, before, tokens[first]))


def _whole(text: str, name: str) -> Iterator[int]:
    """Yield where a name stands as whole words."""
    for start in places(text, name):
        around = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
        if not any(char.isalnum() for char in around):
            yield start
