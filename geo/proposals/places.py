"""The proposer of places: names of the gazetteer, and names with their type (Aras River).

It gives candidates, the likeliest first, and never places a name by itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from geo.proposals.gazetteer import Gazetteer, Place, gazetteer
from geo.proposals.organisations import named_actors
from geo.proposals.proposal import Proposal
from geo.proposals.tokens import Run, Token, adjoin, is_name, runs_of, tokens_of
from geo.proposals.vocabulary import (
    DIRECTIONS,
    PARTICLES,
    PLACE_PREPOSITIONS,
    SPEECH,
    TITLES,
    TYPES_AFTER,
    TYPES_BEFORE,
    TYPES_WITH_CAPITAL,
)

MOST = 9  # candidates: there is a key for each
_LONGEST = 6  # words of a name in the gazetteer
_NAMED_COUNTRY = 2.0  # what a country that the text names adds to the logarithm of the people
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]{3,}")
_SMALL = 100  # thousands of people: in a script without capitals, smaller towns are often words


class Mention(NamedTuple):
    """A place name at [start, end), the name to look up, and why it is taken for a place's."""

    start: int
    end: int
    name: str
    why: str


def propose_places(text: str) -> Iterator[Proposal]:
    """Propose each place name once, with all of its places in the text."""
    known = gazetteer()
    mentions = place_mentions(text, known)
    countries = _countries(mentions, known)
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(text[mention.start : mention.end].casefold(), []).append(mention)
    for same in grouped.values():
        yield _proposal(text, same, known, countries)


def _proposal(
    text: str, same: Sequence[Mention], known: Gazetteer, countries: frozenset[str]
) -> Proposal:
    printed = [text[one.start : one.end] for one in same]
    quote = min(printed, key=lambda name: (name.isupper(), printed.index(name)))
    first = same[printed.index(quote)]
    found = ranked(known.find(first.name), countries)
    candidates = [one for one in (place.candidate() for place in found) if one][:MOST]
    speaks = _speaks(text, same)
    why = first.why + ("; before a verb of speech, it may mean a government" * speaks)
    return Proposal(
        kind="place",
        quote=quote,
        starts=tuple(one.start for one, name in zip(same, printed, strict=True) if name == quote),
        why=why,
        proposer=known.proposer,
        names=(dict(found[0].names) if found else {}) | _as_printed(quote),
        aliases=tuple(dict.fromkeys(name for name in printed if name != quote)),
        candidates=tuple(candidates),
        metonym=speaks or any(one.kind == "country" for one in candidates),
    )


def _as_printed(quote: str) -> dict[str, str]:
    """Return a printed name as the English one, unless it is in Arabic script."""
    return {} if _ARABIC.search(quote) else {"en": quote}


def ranked(found: Sequence[Place], countries: frozenset[str]) -> list[Place]:
    """Return places, the likeliest first: a country, then by people and by countries named."""

    def weight(place: Place) -> float:
        named = _NAMED_COUNTRY * (place.country in countries)
        return named + math.log10(place.people + 1) + 9 * (place.kind == "country")

    return sorted(found, key=weight, reverse=True)


def _countries(mentions: Sequence[Mention], known: Gazetteer) -> frozenset[str]:
    """Return the countries that the text names, and those of names that only one has."""
    codes: set[str] = set()
    for mention in mentions:
        found = known.find(mention.name)
        states = [place.country for place in found if place.kind == "country"]
        every = {place.country for place in found}
        codes.update(states or (every if len(every) == 1 else ()))
    return frozenset(codes)


def _speaks(text: str, same: Sequence[Mention]) -> bool:
    after = (re.match(r"\s+(\w+)", text[one.end : one.end + 30]) for one in same)
    return any(match and match[1] in SPEECH for match in after)


def place_mentions(text: str, known: Gazetteer) -> list[Mention]:
    """Return all mentions of places, in the order of the text, none in the name of an actor."""
    tokens = tokens_of(text)
    finder = _Finder(text, tokens, known)
    actors = named_actors(text, tokens)
    taken = [(one.start, one.end) for one in actors if " " in text[one.start : one.end]]
    persons = {alias for one in actors if one.kind == "person" for alias in one.aliases}
    return [
        one
        for one in sorted((*finder.capitalised(), *finder.uncased()))
        if one.name not in persons
        and not any(start < one.end and one.start < end for start, end in taken)
    ]


class _Finder:
    def __init__(self, text: str, tokens: Sequence[Token], known: Gazetteer) -> None:
        self.text, self.tokens, self.known = text, tokens, known
        self.lower_words = {token.text for token in tokens if not token.is_capital}
        self.accepted: set[str] = set()

    def capitalised(self) -> Iterator[Mention]:
        done = -1
        for run in runs_of(self.text, self.tokens):
            if run.first <= done:
                continue
            mention, last = self._of_run(run)
            if mention:
                done = last
                self.accepted.add(mention.name)
                yield mention

    def _of_run(self, run: Run) -> tuple[Mention | None, int]:
        """Return the place of a run, and its last token."""
        for last in range(min(run.first + _LONGEST, len(self.tokens)) - 1, run.last, -1):
            if self._holds(run.first, last) and (found := self._known(run.first, last)):
                return found, last
        if typed := self._typed(run):
            return typed
        for first in range(run.first, run.last + 1):
            before = self.tokens[run.first : first]
            if all(token.lower in DIRECTIONS for token in before) and (
                found := self._known(first, run.last)
            ):
                return found, run.last
        if cued := self._cued(run):
            return cued, run.last
        return None, run.last

    def _holds(self, first: int, last: int) -> bool:
        """Say whether tokens adjoin, are names or particles, and end with a name."""
        words = self.tokens[first : last + 1]
        pairs = pairwise(words)
        return (
            is_name(words[-1])
            and all(adjoin(self.text, one, other) for one, other in pairs)
            and all(is_name(word) or word.text in PARTICLES for word in words)
        )

    def _known(self, first: int, last: int) -> Mention | None:
        start, end = self.tokens[first].start, self.tokens[last].end
        name = self.text[start:end]
        if name not in self.known or (first == last and self._is_word(first)):
            return None
        return Mention(start, end, name, "the gazetteer knows this name")

    def _is_word(self, index: int) -> bool:
        """Say whether a token is likely a common word that is the name of a town, too."""
        token = self.tokens[index]
        if token.lower in TITLES | TYPES_AFTER | DIRECTIONS or token.lower in self.lower_words:
            return True
        return len(token.text) < 3 and not token.text.isupper()

    def _typed(self, run: Run) -> tuple[Mention, int] | None:
        """Return a name with its type: Aras River, Labbezanga crossing, Gulf of Tadjoura."""
        tokens, last = self.tokens, run.last
        if tokens[run.first].lower in TYPES_BEFORE and (end := self._after_type(run)) is not None:
            return self._mention(run.first, end, tokens[run.first].text), end
        following = last + 1
        if following < len(tokens) and adjoin(self.text, tokens[last], tokens[following]):
            word = tokens[following].text
            if word in TYPES_AFTER - TYPES_WITH_CAPITAL and not self._is_title(run):
                return self._mention(run.first, following, word), following
        if run.first < last and tokens[last].lower in TYPES_AFTER:
            return self._mention(run.first, last, tokens[last].text), last
        return None

    def _is_title(self, run: Run) -> bool:
        return self.tokens[run.first].lower in TITLES

    def _after_type(self, run: Run) -> int | None:
        """Return the last token of what a type begins: [Gulf] of Tadjoura, [Lake] Chad."""
        if run.first < run.last:
            return run.last
        index, tokens = run.last + 1, self.tokens
        while index < len(tokens) and tokens[index].text in ("of", "the"):
            index += 1
        if index == run.last + 1 or index >= len(tokens) or not self._holds(run.first, index):
            return None
        while index + 1 < len(tokens) and self._holds(run.first, index + 1):
            index += 1
        return index

    def _mention(self, first: int, last: int, type_: str) -> Mention:
        start, end = self.tokens[first].start, self.tokens[last].end
        return Mention(start, end, self.text[start:end], f"a name with its type, “{type_}”")

    def _cued(self, run: Run) -> Mention | None:
        """Return a name of which only a word before it says that it is a place's."""
        if run.first == 0 or run.last - run.first > 2 or self._is_title(run):
            return None
        before = self.tokens[run.first - 1]
        if not adjoin(self.text, before, self.tokens[run.first]):
            return None
        if before.text in PLACE_PREPOSITIONS and not self._after_according(run.first - 1):
            return self._unknown(run, before.text)
        two_before = self.tokens[run.first - 2].lower if run.first > 1 else ""
        if before.text == "of" and two_before in TYPES_BEFORE:
            return self._unknown(run, f"{two_before} of")
        if before.text == "and" and self.tokens[run.first - 2].text in self.accepted:
            return self._unknown(run, "and")
        return None

    def _after_according(self, index: int) -> bool:
        return index > 0 and self.tokens[index - 1].lower == "according"

    def _unknown(self, run: Run, cue: str) -> Mention:
        start, end = self.tokens[run.first].start, self.tokens[run.last].end
        name = self.text[start:end]
        return Mention(start, end, name, f"it follows “{cue}”; the gazetteer does not know it")

    def uncased(self) -> Iterator[Mention]:
        """Yield names in Arabic script: countries and cities, as there are no capitals."""
        words = list(_ARABIC.finditer(self.text))
        done = 0
        for index, word in enumerate(words):
            if word.start() < done:
                continue
            for length in (3, 2, 1):
                last = words[min(index + length, len(words)) - 1]
                name = self.text[word.start() : last.end()]
                found = self.known.find(name) if name.count(" ") == length - 1 else []
                if any(one.kind == "country" or one.people >= _SMALL for one in found):
                    done = last.end()
                    yield Mention(word.start(), done, name, "the gazetteer knows this name")
                    break
