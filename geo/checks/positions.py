"""A position has the reason that its basis promises."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas.atlas import Atlas
from geo.atlas.errors import Fault, Problem
from geo.atlas.model import Feature


def check(atlas: Atlas) -> Iterator[Problem]:
    """Yield positions that are called stated or background, and rest on nothing of the kind."""
    for file, feature in atlas.each_feature():
        for what, fix in _faults(atlas, feature):
            yield Problem(file, feature.id, f"its position: {what}", fix)


def _faults(atlas: Atlas, feature: Feature) -> Iterator[Fault]:
    position = feature.properties.position
    source = atlas.sources.get(position.source or "")  # if it is unknown, `references` says so
    if position.basis == "background" and position.source is None:
        yield "background without a source", "name its `source`, or call it inferred"
    if position.basis == "background" and source and source.kind == "article":
        yield "background, but its source is the article", "name another, or call it stated"
    if position.basis != "stated":
        return
    if source and source.kind != "article":
        fix = "leave the source out, or call it background"
        yield f'stated, but "{source.id}" is not the article', fix
    if not any(claim.basis == "stated" and claim.about == "place" for claim in feature.claims):
        fix = "add the claim that gives it, or call the position inferred"
        yield "stated, but no stated claim about `place` is made of it", fix
