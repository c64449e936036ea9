"""How well the proposers find what a person marked in texts that they were not made from.

    python -m benchmarks.proposers

Beside each text of `benchmarks/texts` lies what was marked in it before anything was measured:
`places` (each name, wherever it stands), `actors` (the forms of each), and `passages`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from geo.proposals.actors import propose_actors
from geo.proposals.passages import propose_passages
from geo.proposals.places import propose_places
from geo.proposals.proposal import Proposal
from geo.proposals.tokens import tokens_of

TEXTS = Path(__file__).parent / "texts"
KEYS = 2
Span: TypeAlias = tuple[int, int]


class Score(NamedTuple):
    """How many are right, of how many that were marked, and of how many that were proposed."""

    found: int = 0
    marked: int = 0
    right: int = 0
    proposed: int = 0

    def __add__(self, other: Any) -> Score:
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    def __str__(self) -> str:
        recall = self.found / max(1, self.marked)
        said = f"recall {recall:.3f} ({self.found} of {self.marked})"
        if self.proposed:
            said += (
                f", precision {self.right / self.proposed:.3f} ({self.right} of {self.proposed})"
            )
        return said


def main() -> None:
    totals: dict[str, Score] = {}
    for path in sorted(TEXTS.glob("*.txt")):
        text = path.read_text("utf-8")
        marked = json.loads(path.with_suffix(".json").read_text("utf-8"))
        print(path.stem)
        for name, (score, wrong) in scores(text, marked).items():
            totals[name] = totals.get(name, Score()) + score
            print(f"  {name}: {score}{'; ' if wrong else ''}{'; '.join(wrong)}")
    print("all")
    for name, score in totals.items():
        print(f"  {name}: {score}")


def scores(text: str, marked: dict[str, Any]) -> dict[str, tuple[Score, list[str]]]:
    """Return each score, and what was missed (-) or wrongly proposed (+)."""
    passages = list(propose_passages(text))
    return {
        "places": of_places(text, marked),
        "actors": of_actors(text, marked["actors"]),
        "passages, exact": of_passages(text, marked["passages"], passages, 1.0),
        "passages, nearly": of_passages(text, marked["passages"], passages, 0.8),
    }


def of_places(text: str, marked: dict[str, Any]) -> tuple[Score, list[str]]:
    """Compare each mention; a place within an actor's name counts as wrong."""
    actors = [form for forms in marked["actors"] for form in forms]
    spans = outermost(text, [*marked["places"], *actors])
    gold = [span for span in spans if text[slice(*span)] in marked["places"]]
    found = [span for proposal in propose_places(text) for span in mentions(text, proposal)]
    hit = [one for one in gold if any(overlap(one, other) for other in found)]
    right = [one for one in found if any(overlap(one, other) for other in gold)]
    wrong = [f"- {text[slice(*one)]}" for one in gold if one not in hit]
    wrong += [f"+ {text[slice(*one)]}" for one in found if one not in right]
    return Score(len(hit), len(gold), len(right), len(found)), list(dict.fromkeys(wrong))


def mentions(text: str, proposal: Proposal) -> Iterator[Span]:
    for start in proposal.starts:
        yield start, start + len(proposal.quote)
    for name in proposal.aliases:
        yield from whole(text, name)


def of_actors(text: str, actors: Sequence[Sequence[str]]) -> tuple[Score, list[str]]:
    """Compare names: an actor is found when a form of it is proposed as it is printed."""
    proposed = [{one.quote, *one.aliases} for one in propose_actors(text)]
    forms = {form for actor in actors for form in actor}
    hit = [actor for actor in actors if any(set(actor) & names for names in proposed)]
    right = [names for names in proposed if names & forms]
    wrong = [f"- {actor[0]}" for actor in actors if actor not in hit]
    wrong += [f"+ {sorted(names)[0]}" for names in proposed if names not in right]
    return Score(len(hit), len(actors), len(right), len(proposed)), wrong


def of_passages(
    text: str, marked: Sequence[str], passages: Sequence[Proposal], alike: float
) -> tuple[Score, list[str]]:
    """Count the marked passages that two keys make of a proposed passage."""
    missed = []
    for quote in marked:
        gold = (text.index(quote), text.index(quote) + len(quote))
        near = [one for one in passages if overlap(gold, span_of(one))]
        if not any(likeness(gold, cut) >= alike for one in near for cut in reachable(text, one)):
            missed.append(f"- {quote}")
    return Score(len(marked) - len(missed), len(marked)), missed


def span_of(passage: Proposal) -> Span:
    return passage.starts[0], passage.starts[0] + len(passage.quote)


def reachable(text: str, passage: Proposal) -> Iterator[Span]:
    """Yield what at most two keys make of a passage: either end goes to a clause, or by a word."""
    start, end = span_of(passage)
    words = [(start + token.start, start + token.end) for token in tokens_of(passage.quote)]
    begins, stops = [begin for begin, _ in words], [stop for _, stop in words]
    starts = steps([start + cut.start for cut in passage.cuts], begins, start, 1)
    ends = steps([start + cut.end for cut in passage.cuts], stops, end, -1)
    for begin, pressed in starts.items():
        for stop, more in ends.items():
            if pressed + more <= KEYS and begin < stop:
                yield begin, stripped(text, begin, stop)


def steps(clauses: Sequence[int], words: Sequence[int], start: int, way: int) -> dict[int, int]:
    """Return where an end can be, and after how many keys."""
    found = {start: 0}
    for pressed in range(1, KEYS + 1):
        for place in list(found):
            for stops in (clauses, words):
                beyond = [stop for stop in stops if (stop - place) * way > 0]
                if beyond:
                    found.setdefault(min(beyond, key=lambda stop: abs(stop - place)), pressed)
    return found


def stripped(text: str, start: int, end: int) -> int:
    """Return an end without punctuation and white space before it."""
    return start + len(text[start:end].rstrip(' \n\t.,;:—–-“”"('))


def likeness(one: Span, other: Span) -> float:
    """Return the shared part of two spans."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def whole(text: str, name: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        yield match.span()


def outermost(text: str, names: Sequence[str]) -> list[Span]:
    """Return where names stand, without those within a longer one."""
    found: list[Span] = []
    for name in sorted(names, key=len, reverse=True):
        found += [span for span in whole(text, name) if not any(overlap(span, o) for o in found)]
    return sorted(found)


if __name__ == "__main__":
    main()
