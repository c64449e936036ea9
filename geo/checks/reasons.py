"""Claims have the reasons that their basis promises; findings rest on what is stated."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas import MANIFEST, Atlas
from geo.checks.references import each_finding
from geo.errors import Problem
from geo.model import Claim


def bases(atlas: Atlas) -> Iterator[Problem]:
    """Yield citations of the wrong kind: stated is what an article says, background what is not."""
    for file, feature, claim in atlas.each_claim():
        for what, fix in _misplaced(atlas, claim):
            yield Problem(file, feature.id, f'claim "{claim.id}": {what}', fix)


def _misplaced(atlas: Atlas, claim: Claim) -> Iterator[tuple[str, str]]:
    quoted = {atlas.excerpts[one].source for one in claim.excerpts if one in atlas.excerpts}
    kinds = {atlas.sources[one].kind for one in quoted if one in atlas.sources}
    cited = atlas.sources.get(claim.source or "")
    if cited and cited.kind != "background":
        yield "a background claim rests on a background source", "cite one, and no article"
    if claim.basis == "stated" and kinds - {"article"}:
        fix = "cite an article's, or call the claim background"
        yield "an excerpt of it is not from an article", fix
    if len(quoted) > 1:
        what = f"its excerpts are of several texts ({', '.join(sorted(quoted))})"
        yield what, "make one claim of each text: a claim has one voice"
    if claim.id in {*claim.premises, *(relation.to for relation in claim.relations)}:
        yield "it is related to itself", "name another claim"
    if claim.premises and claim.id in _premises(atlas, claim):
        yield "it is inferred from itself, by way of others", "leave it out of their `from`"


def _premises(atlas: Atlas, claim: Claim) -> set[str]:
    """Return the ids of all claims that one is inferred from, directly or not."""
    found, waiting = set[str](), list(claim.premises)
    while waiting:
        one = waiting.pop()
        if one not in found and one in atlas.claims:
            found.add(one)
            waiting += atlas.claims[one].premises
    return found


def findings(atlas: Atlas) -> Iterator[Problem]:
    """Yield findings that rest on what is not stated, and a dispute of the headline left unsaid."""
    claims = atlas.claims
    for name, finding in each_finding(atlas):
        known = (claims[one] for one in finding.claims if one in claims)
        if loose := [claim.id for claim in known if claim.basis != "stated"]:
            what = f"{name} rests on {', '.join(loose)}: not stated"
            yield Problem(MANIFEST, "", what, "rest it on claims that the article states")
    yield from _dispute(atlas)


def _dispute(atlas: Atlas) -> Iterator[Problem]:
    """Compare the headline's dispute with the claims that contradict what it rests on."""
    if (headline := atlas.manifest.headline) is None:
        return
    against = {c.id for c in atlas.claims.values() if set(c.contradicts) & set(headline.claims)}
    named = set(headline.dispute.claims) if headline.dispute else set()
    if against and not named:
        what = f"{', '.join(sorted(against))} contradicts the headline, which does not say so"
        yield Problem(MANIFEST, "", what, "give the headline a `dispute` that names who and when")
    for one in sorted(named - against):
        what = f'the headline\'s dispute names "{one}", which contradicts none of its claims'
        fix = "give that claim a relation that contradicts one, or leave it out"
        yield Problem(MANIFEST, "", what, fix)


def parts(atlas: Atlas) -> Iterator[Problem]:
    """Yield forces that are given a part which no stated claim gives them."""
    known = {part.id: part for part in atlas.manifest.parts}
    for file, feature in atlas.each_feature():
        taken = feature.properties.part
        part = known.get(taken.id) if taken else None
        if taken is None or part is None or not part.stated:
            continue
        claim = atlas.claims.get(taken.claim or "")
        if claim is None or claim.basis != "stated":
            what = f'its part "{part.id}" rests on no stated claim'
            yield Problem(file, feature.id, what, "name the claim that says so, or another part")
