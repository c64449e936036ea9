"""Checks of ids: each one that is used exists, and each record that exists is used."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from geo.atlas.atlas import ACTORS, EXCERPTS, MANIFEST, SOURCES, Atlas
from geo.atlas.errors import Problem
from geo.atlas.manifest import Finding
from geo.atlas.model import Silence


class Use(NamedTuple):
    """A place in `file`, in the record `holder`, that names another record by its id.

    `reason` is True where the use gives the named record its reason to exist.
    """

    file: str
    holder: str
    id: str
    reason: bool = True


FILE_OF_KIND = {
    "layer": MANIFEST,
    "actor": ACTORS,
    "source": SOURCES,
    "excerpt": EXCERPTS,
    "part": MANIFEST,
}


def _layers(atlas: Atlas) -> Iterator[Use]:
    for file, feature in atlas.each_feature():
        yield Use(file, feature.id, feature.properties.layer)


def _actors(atlas: Atlas) -> Iterator[Use]:
    for layer in atlas.manifest.layers:
        if layer.actor:  # a layer shows an actor; only a claim gives it a reason to be here
            yield Use(MANIFEST, layer.id, layer.actor, reason=False)
    for file, feature, claim in atlas.each_claim():
        for actor in claim.actors:
            yield Use(file, feature.id, actor)


def _sources(atlas: Atlas) -> Iterator[Use]:
    for excerpt in atlas.excerpts.values():
        yield Use(EXCERPTS, excerpt.id, excerpt.source)
    for file, feature in atlas.each_feature():
        if source := feature.properties.position.source:
            yield Use(file, feature.id, source)
    for file, feature, claim in atlas.each_claim():
        if claim.source:
            yield Use(file, feature.id, claim.source)
    for file, holder, silence in each_silence(atlas):
        if silence.source:
            yield Use(file, holder, silence.source)
    yield from _origins(atlas)


def _origins(atlas: Atlas) -> Iterator[Use]:
    for source in atlas.sources.values():
        for origin in source.rests_on:
            if origin.source:
                yield Use(SOURCES, source.id, origin.source)


def _excerpts(atlas: Atlas) -> Iterator[Use]:
    for file, feature, claim in atlas.each_claim():
        for excerpt in claim.excerpts:
            yield Use(file, feature.id, excerpt)


def _claims(atlas: Atlas) -> Iterator[Use]:
    for _, finding in each_finding(atlas):
        for cited in finding.claims:
            yield Use(MANIFEST, "", cited)
    for file, feature, claim in atlas.each_claim():
        for other in (*claim.premises, *(relation.to for relation in claim.relations)):
            yield Use(file, feature.id, other, reason=False)
    for file, feature in atlas.each_feature():
        if (part := feature.properties.part) and part.claim:
            yield Use(file, feature.id, part.claim)


def _features(atlas: Atlas) -> Iterator[Use]:
    for file, feature in atlas.each_feature():
        for whole in (feature.properties.within, *feature.properties.part_of):
            if whole:
                yield Use(file, feature.id, whole)


def _parts(atlas: Atlas) -> Iterator[Use]:
    for file, feature in atlas.each_feature():
        if part := feature.properties.part:
            yield Use(file, feature.id, part.id)


def each_finding(atlas: Atlas) -> Iterator[tuple[str, Finding]]:
    """Yield the headline, its dispute and the findings, each with its name in messages."""
    manifest = atlas.manifest
    if headline := manifest.headline:
        yield "the headline", headline
        if headline.dispute:
            yield "the headline's dispute", headline.dispute
    for number, finding in enumerate(manifest.findings, 1):
        yield f"finding {number}", finding


def each_silence(atlas: Atlas) -> Iterator[tuple[str, str, Silence]]:
    """Yield every silence with its file and its feature ("" for those of the whole text)."""
    for silence in atlas.manifest.silences:
        yield MANIFEST, "", silence
    for file, feature in atlas.each_feature():
        for silence in feature.properties.silences:
            yield file, feature.id, silence


USES: Mapping[str, Callable[[Atlas], Iterator[Use]]] = {
    "layer": _layers,
    "actor": _actors,
    "source": _sources,
    "excerpt": _excerpts,
    "claim": _claims,
    "feature": _features,
    "part": _parts,
}


def _known(atlas: Atlas) -> Mapping[str, Collection[str]]:
    return {
        "layer": {layer.id: None for layer in atlas.manifest.layers},
        "actor": atlas.actors,
        "source": atlas.sources,
        "excerpt": atlas.excerpts,
        "claim": atlas.claims,
        "feature": atlas.features,
        "part": {part.id: None for part in atlas.manifest.parts},
    }


def unresolved(kind: str, atlas: Atlas) -> Iterator[Problem]:
    """Yield the uses of ids that no record of this kind (a key of USES) has."""
    known = _known(atlas)[kind]

    @cache
    def remedy(id_: str) -> str:
        near = get_close_matches(id_, known, n=1)
        return f'did you mean "{near[0]}"?' if near else f"add the {kind}, or name another"

    for use in USES[kind](atlas):
        if use.id not in known:
            what = f'{kind} "{use.id}" is not in {FILE_OF_KIND.get(kind, "any collection")}'
            yield Problem(use.file, use.holder, what, remedy(use.id))


def orphans(atlas: Atlas) -> Iterator[Problem]:
    """Yield records that nothing gives a reason to exist."""
    known = _known(atlas)
    missing = {
        "layer": "holds no feature",
        "actor": "is in no claim",
        "source": "is cited nowhere",
        "excerpt": "is cited by no claim",
        "part": "is taken by no force",
    }
    for kind, what in missing.items():
        used = {use.id for use in USES[kind](atlas) if use.reason}
        for id_ in known[kind]:
            if id_ not in used:
                yield Problem(FILE_OF_KIND[kind], id_, f"the {kind} {what}", "use it, or remove it")
