"""Checks of reasons: claims have those of their basis, and findings rest on stated claims."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas.atlas import MANIFEST, Atlas
from geo.atlas.errors import Fault, Problem
from geo.atlas.manifest import Headline
from geo.atlas.model import Claim
from geo.checks.references import each_finding


def bases(atlas: Atlas) -> Iterator[Problem]:
    """Yield claims that cite a source of the wrong kind or several, and circular premises."""
    for file, feature, claim in atlas.each_claim():
        for what, fix in (*_voices(atlas, claim), *_circles(atlas, claim)):
            yield Problem(file, feature.id, f'claim "{claim.id}": {what}', fix)


def _voices(atlas: Atlas, claim: Claim) -> Iterator[Fault]:
    cited = atlas.sources.get(claim.source or "")
    if cited and cited.kind != "background":
        yield "a background claim rests on a background source", "cite one, and no article"
    quoted = {atlas.excerpts[e].source for e in claim.excerpts if e in atlas.excerpts}
    if {atlas.sources[source].kind for source in quoted if source in atlas.sources} - {"article"}:
        fix = "cite an article's, or call the claim background"
        yield "an excerpt of it is not from an article", fix
    if len(quoted) > 1:
        what = f"its excerpts are of several texts: {', '.join(sorted(quoted))}"
        yield what, "make one claim of each text: a claim has one voice"


def _circles(atlas: Atlas, claim: Claim) -> Iterator[Fault]:
    if claim.id in (relation.to for relation in claim.relations):
        yield "it has a relation to itself", "name another claim"
    if claim.premises and claim.id not in atlas.inferences:
        what = "what it is inferred from leads round in a circle"
        yield what, "infer each claim `from` others that do not rest on it"


def findings(atlas: Atlas) -> Iterator[Problem]:
    """Yield findings that rest on claims not stated, and disputes of the headline left out."""
    manifest = atlas.manifest
    for name, finding in each_finding(atlas):
        is_ours = manifest.headline is None or finding is not manifest.headline.dispute
        known = (atlas.claims[claim_id] for claim_id in finding.claims if claim_id in atlas.claims)
        unstated = [claim.id for claim in known if claim.basis != "stated"]
        if is_ours and unstated:
            what = f"{name} rests on {', '.join(unstated)}: not stated"
            yield Problem(MANIFEST, "", what, "rest it on claims that the article states")
    if manifest.headline:
        yield from _dispute(atlas, manifest.headline)


def _dispute(atlas: Atlas, headline: Headline) -> Iterator[Problem]:
    """Compare the claims of its dispute with those that contradict a claim of the headline."""
    named = set(headline.dispute.claims) if headline.dispute else set()
    against = _against(atlas, set(headline.claims))
    for claim in sorted(against - named):
        what = f'"{claim}" contradicts a claim of the headline, whose dispute does not name it'
        yield Problem(MANIFEST, "", what, "name it there, and say who disputes it and when")
    for one in sorted(named & atlas.claims.keys() - against - set(headline.claims)):
        what = f'the headline\'s dispute names "{one}", which contradicts none of its claims'
        fix = "give that claim a relation that contradicts one, or leave it out"
        yield Problem(MANIFEST, "", what, fix)


def _against(atlas: Atlas, claims: set[str]) -> set[str]:
    """Return the claims that contradict one of `claims`, whichever of the two says so.

    Of two among `claims` it is the one that says so.
    """
    found = set[str]()
    for claim in atlas.claims.values():
        if claim.id in claims:
            found.update(set(claim.contradicts) - claims)
        if not claims.isdisjoint(claim.contradicts):
            found.add(claim.id)
    return found & atlas.claims.keys()


def parts(atlas: Atlas) -> Iterator[Problem]:
    """Yield forces that are given a part which no stated claim gives them."""
    known = {part.id: part for part in atlas.manifest.parts}
    for file, feature in atlas.each_feature():
        taken = feature.properties.part
        if taken is None or taken.id not in known or not known[taken.id].stated:
            continue
        if taken.claim is not None and taken.claim not in atlas.claims:  # `references` reports that
            continue
        own = {claim.id for claim in feature.claims if claim.basis == "stated"}
        if taken.claim not in own:
            what = f'its part "{taken.id}" rests on no stated claim of it'
            yield Problem(file, feature.id, what, "name its claim that says so, or another part")
