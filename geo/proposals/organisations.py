"""Names of organisations and persons in a text, by their words: a title, a ministry, an acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.proposals.tokens import Run, Token, adjoin, is_name, runs_of, span
from geo.proposals.vocabulary import (
    BARE_BODIES,
    BODIES,
    FORCES,
    ORGANISATIONS,
    PARTICLES,
    PEOPLE,
    STATE_BODIES,
    TITLES,
)

_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}")


class Named(NamedTuple):
    """A name at [start, end), the kind of actor that it is of, its other forms, and why."""

    start: int
    end: int
    kind: str
    why: str
    aliases: tuple[str, ...] = ()


def named_actors(text: str, tokens: Sequence[Token]) -> list[Named]:
    """Return organisations, bodies and persons with titles, none within another."""
    runs = runs_of(text, tokens)
    found = [
        *_persons(text, tokens, runs),
        *_organisations(text, tokens, runs),
        *_bodies(text, tokens),
        *_bare(text),
    ]
    return without_inner(found)


def without_inner(found: Sequence[Named]) -> list[Named]:
    """Return names without those that overlap an earlier or longer one."""
    kept: list[Named] = []
    for one in sorted(found, key=lambda one: (one.start, one.start - one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _persons(text: str, tokens: Sequence[Token], runs: Sequence[Run]) -> Iterator[Named]:
    """Yield runs that begin with a title and go on with a name: Deputy Minister Ana Diaz."""
    for run in runs:
        words = tokens[run.first : run.last + 1]
        titles = 0
        if len(words) > 2 and words[1].lower in TITLES - {"general"}:
            titles = 1  # French President Ana Diaz
        while titles < len(words) and words[titles].lower.rstrip(".") in TITLES:
            titles += 1
        if 0 < titles < len(words) <= titles + 4 and words[titles - 1].lower in TITLES:
            name = text[words[titles].start : words[-1].end]
            if words[-1].lower in ORGANISATIONS:
                continue
            forms = tuple(dict.fromkeys((name, words[-1].text)))
            start, end = span(tokens, run.first, run.last)
            yield Named(start, end, "person", "a title and a name", forms)


def _organisations(text: str, tokens: Sequence[Token], runs: Sequence[Run]) -> Iterator[Named]:
    """Yield capitalised names with a word such as Ministry, Army or Council in them."""
    for first, last in _joined(text, tokens, runs):
        words = [token.lower for token in tokens[first : last + 1]]
        heads = [word for word in words if word in ORGANISATIONS]
        if not heads or len(words) == 1 or words[0] in TITLES - {"foreign", "interior", "general"}:
            continue
        start, end = span(tokens, first, last)
        aliases = _short_form(text, tokens, first, last)
        yield Named(start, end, _kind_of(heads), f"“{heads[-1].capitalize()}” is in it", aliases)


def _joined(text: str, tokens: Sequence[Token], runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """Yield runs, each with those that follow it after particles: Bank of the South."""
    index = 0
    while index < len(runs):
        first, last = runs[index]
        heads = any(token.lower in ORGANISATIONS for token in tokens[first : last + 1])
        while index + 1 < len(runs):
            following = runs[index + 1]
            between = tokens[last + 1 : following.first]
            if not between or len(between) > 2 or not _are_particles(text, tokens, last, following):
                break
            if tokens[last].lower in PEOPLE or (between[0].lower == "and" and heads):
                break
            index += 1
            last = following.last
        yield first, last
        index += 1


def _are_particles(text: str, tokens: Sequence[Token], last: int, following: Run) -> bool:
    joint = range(last, following.first)
    return all(adjoin(text, tokens[i], tokens[i + 1]) for i in joint) and all(
        tokens[i].text in PARTICLES - {"the"} or tokens[i - 1].text == "of" for i in joint[1:]
    )


def _short_form(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """Return the acronym in parentheses after a long form, when it has its initials."""
    if last + 1 >= len(tokens) or text[tokens[last].end : tokens[last + 1].start] != " (":
        return ()
    acronym = tokens[last + 1].text
    closed = text[tokens[last + 1].end :][:1] == ")"
    initials = {token.text[0] for token in tokens[first : last + 1] if token.is_capital}
    is_short = closed and _ACRONYM.fullmatch(acronym) and set(acronym) <= initials | {"&"}
    return (acronym,) if is_short else ()


def _bodies(text: str, tokens: Sequence[Token]) -> Iterator[Named]:
    """Yield groups of people after a word with a capital: Malian army, Western diplomats."""
    for index, token in enumerate(tokens[1:], 1):
        before = tokens[index - 1]
        if token.text in BODIES and is_name(before) and adjoin(text, before, token):
            first = index - 1
            while first > 0 and is_name(tokens[first - 1]):
                if not adjoin(text, tokens[first - 1], tokens[first]):
                    break
                first -= 1
            yield Named(
                tokens[first].start, token.end, BODIES[token.text], f"“{token.text}” of a name"
            )


def _bare(text: str) -> Iterator[Named]:
    for words in BARE_BODIES:
        for match in re.finditer(rf"\b{words}\b", text):
            kind = "state" if words == "parliament" else "armed-force"
            yield Named(*match.span(), kind, f"“{words}” is a body that acts")


def _kind_of(heads: Sequence[str]) -> str:
    if any(head in FORCES for head in heads):
        return "armed-force"
    return "state" if any(head in STATE_BODIES for head in heads) else "organisation"
