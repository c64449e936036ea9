"""Every id that is used is known, everything that is known is used, and bases cite their kind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from geo.atlas import ACTORS, EXCERPTS, MANIFEST, SOURCES, Atlas
from geo.errors import Problem


class Use(NamedTuple):
    """A place in `file`, in the record `holder`, that names another record by its id.

    `reason` is True where the use gives the named record its reason to exist.
    """

    file: str
    holder: str
    id: str
    reason: bool = True


HOMES = {
    "layer": MANIFEST,
    "actor": ACTORS,
    "source": SOURCES,
    "excerpt": EXCERPTS,
}


def _layers(atlas: Atlas) -> Iterator[Use]:
    for file, feature in atlas.each_feature():
        yield Use(file, feature.id, feature.properties.layer)


def _actors(atlas: Atlas) -> Iterator[Use]:
    for layer in atlas.manifest.layers:
        if layer.actor:  # a layer shows an actor; only a claim gives it a reason to be here
            yield Use(MANIFEST, layer.id, layer.actor, reason=False)
    for file, feature, claim in atlas.each_claim():
        if claim.actor:
            yield Use(file, feature.id, claim.actor)


def _sources(atlas: Atlas) -> Iterator[Use]:
    for excerpt in atlas.excerpts.values():
        yield Use(EXCERPTS, excerpt.id, excerpt.source)
    for file, feature in atlas.each_feature():
        if source := feature.properties.position.source:
            yield Use(file, feature.id, source)
    for file, feature, claim in atlas.each_claim():
        for one in claim.sources:
            yield Use(file, feature.id, one)


def _excerpts(atlas: Atlas) -> Iterator[Use]:
    for file, feature, claim in atlas.each_claim():
        for one in claim.excerpts:
            yield Use(file, feature.id, one)


def _claims(atlas: Atlas) -> Iterator[Use]:
    for finding in atlas.manifest.findings:
        yield Use(MANIFEST, "", finding)
    for file, feature, claim in atlas.each_claim():
        for one in claim.disputes:
            yield Use(file, feature.id, one, reason=False)


USES: Mapping[str, Callable[[Atlas], Iterator[Use]]] = {
    "layer": _layers,
    "actor": _actors,
    "source": _sources,
    "excerpt": _excerpts,
    "claim": _claims,
}


def _known(atlas: Atlas) -> Mapping[str, Collection[str]]:
    return {
        "layer": {layer.id: None for layer in atlas.manifest.layers},
        "actor": atlas.actors,
        "source": atlas.sources,
        "excerpt": atlas.excerpts,
        "claim": atlas.claims,
    }


def unresolved(kind: str, atlas: Atlas) -> Iterator[Problem]:
    """Yield ids of a kind that lead nowhere."""
    known = _known(atlas)[kind]

    @cache
    def remedy(one: str) -> str:
        near = get_close_matches(one, known, n=1)
        return f'did you mean "{near[0]}"?' if near else f"add the {kind}, or name another"

    for use in USES[kind](atlas):
        if use.id not in known:
            what = f'{kind} "{use.id}" is not in {HOMES.get(kind, "any collection")}'
            yield Problem(use.file, use.holder, what, remedy(use.id))


def orphans(atlas: Atlas) -> Iterator[Problem]:
    """Yield records that nothing leads to."""
    known = _known(atlas)
    missing = {
        "layer": "holds no feature",
        "actor": "is in no claim",
        "source": "is cited nowhere",
        "excerpt": "is cited by no claim",
    }
    for kind, what in missing.items():
        used = {use.id for use in USES[kind](atlas) if use.reason}
        for one in known[kind]:
            if one not in used:
                yield Problem(HOMES[kind], one, f"the {kind} {what}", "use it, or remove it")


def kinds(atlas: Atlas) -> Iterator[Problem]:
    """Yield citations of the wrong kind: stated is what an article says, background what is not."""
    known = {source.id: source.kind for source in atlas.sources.values()}
    for file, feature, claim in atlas.each_claim():
        where = file, feature.id
        cited = {known.get(one) for one in claim.sources}
        quoted = [atlas.excerpts[e] for e in claim.excerpts if e in atlas.excerpts]
        if claim.id in claim.disputes:
            what = f'claim "{claim.id}" disputes itself'
            yield Problem(*where, what, "name the claim that it contradicts")
        if claim.basis == "background" and ("article" in cited or "background" not in cited):
            what = f'claim "{claim.id}": a background claim rests on a background source'
            yield Problem(*where, what, "cite one, and no article")
        if claim.basis == "stated" and any(
            known.get(excerpt.source, "article") != "article" for excerpt in quoted
        ):
            what = f'claim "{claim.id}": an excerpt of it is not from an article'
            yield Problem(*where, what, "cite an article's, or call the claim background")
