"""Checks of claims: their words and hedges are in their excerpts, and these name their actors."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas.anchoring import is_anchored
from geo.atlas.atlas import Atlas
from geo.atlas.errors import Fault, Problem
from geo.atlas.model import Claim, Excerpt, Feature
from geo.checks.evidence import has_words, in_paragraph
from geo.checks.helpers.known_names import KnownNames
from geo.checks.helpers.standing import faults_of

LONGEST = 60  # characters of the words that stand by a mark


def stated(atlas: Atlas) -> Iterator[Problem]:
    """Yield stated claims whose excerpts bear out neither their words, nor a hedge, nor a name."""
    names = KnownNames(atlas)
    for file, feature, claim in atlas.each_claim():
        if claim.basis == "stated" and (excerpts := _excerpts(atlas, claim.excerpts)):
            for what, fix in _of_stated(atlas, names, feature, claim, excerpts):
                yield Problem(file, feature.id, f'claim "{claim.id}": {what}', fix)


def inferred(atlas: Atlas) -> Iterator[Problem]:
    """Yield inferred claims whose words are in no excerpt of what they are inferred from."""
    names = KnownNames(atlas)
    for file, feature, claim in atlas.each_claim():
        is_known = atlas.claims.keys() >= set(claim.premises)
        if claim.basis == "inferred" and claim.words and is_known:
            excerpts = _excerpts(atlas, atlas.grounds(claim))
            own = names.own(feature, claim)
            for what, fix in _of_words(atlas, claim.words, excerpts, names, own):
                yield Problem(file, feature.id, f'claim "{claim.id}": {what}', fix)


def _excerpts(atlas: Atlas, ids: tuple[str, ...]) -> list[Excerpt]:
    """Return the excerpts; none when one is unknown, which `references` reports."""
    excerpts = [atlas.excerpts[id_] for id_ in ids if id_ in atlas.excerpts]
    return excerpts if len(excerpts) == len(ids) else []


def _of_stated(
    atlas: Atlas, names: KnownNames, feature: Feature, claim: Claim, excerpts: list[Excerpt]
) -> Iterator[Fault]:
    own = names.own(feature, claim)
    yield from _of_words(atlas, claim.words or "", excerpts, names, own)
    yield from _of_hedges(atlas, claim, excerpts)
    quotes = [excerpt.quote.exact for excerpt in excerpts]
    are_known = atlas.actors.keys() >= set(claim.actors)
    if are_known and not any(has_words(q, n) for q in quotes for n in own):
        fix = "cite an excerpt that names one, add the alias printed there, or call it inferred"
        yield "no excerpt of it names its mark or an actor of it", fix


def _of_words(
    atlas: Atlas, words: str, excerpts: list[Excerpt], names: KnownNames, own: tuple[str, ...]
) -> Iterator[Fault]:
    yield from faults_of(atlas, words, excerpts)
    if len(words) > LONGEST:
        what = f"its words have {len(words)} characters, and a map has room for {LONGEST}"
        yield what, "choose fewer that still read rightly alone"
    if names.are_all_of(words, own):
        fix = "choose words that say what is said of it"
        yield f"its words “{words}” are only a name", fix


def _of_hedges(atlas: Atlas, claim: Claim, excerpts: list[Excerpt]) -> Iterator[Fault]:
    """Look in the paragraphs of the excerpts, if all are anchored: else these are unknown."""
    texts = [(atlas.source_texts.get(excerpt.source), excerpt) for excerpt in excerpts]
    anchored = [
        (text, excerpt)
        for text, excerpt in texts
        if text and is_anchored(text.text, excerpt.target.selector)
    ]
    for hedge in claim.hedges if len(anchored) == len(excerpts) else ():
        if not any(in_paragraph(text, excerpt, hedge) for text, excerpt in anchored):
            what = f"the hedge “{hedge}” is not in the paragraph of an excerpt of it"
            yield what, "write the hedge as printed there, or leave it out"
