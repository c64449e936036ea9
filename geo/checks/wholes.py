"""Wholes have parts, forces and segments have the geometry of their kind, nothing holds itself."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas.atlas import Atlas
from geo.atlas.errors import Fault, Problem
from geo.atlas.model import Feature
from geo.checks.helpers.circles import in_circles


def kinds(atlas: Atlas) -> Iterator[Problem]:
    """Yield features that are not as those of their kind are."""
    for file, feature in atlas.each_feature():
        for what, fix in (*_of_whole(atlas, feature), *_of_force(feature), *_of_segment(feature)):
            yield Problem(file, feature.id, what, fix)


def _of_whole(atlas: Atlas, feature: Feature) -> Iterator[Fault]:
    is_whole, parts = feature.properties.kind == "whole", atlas.parts.get(feature.id, ())
    if is_whole and not parts:
        fix = "name it in `part_of` of its parts, or give it another kind"
        yield "it is of the kind whole, and nothing is a part of it", fix
    if is_whole and feature.geometry is not None and not parts:  # with parts `records` says it
        yield "a whole has no geometry", "write null: it is shown by its parts"
    if parts and not is_whole:
        what = f'"{parts[0].id}" is a part of it, but it is of the kind {feature.properties.kind}'
        yield what, 'give it the kind "whole", or take it out of `part_of`'


def _of_force(feature: Feature) -> Iterator[Fault]:
    basis = feature.properties.position.basis
    if feature.properties.kind == "force" and feature.geometry is not None and basis != "stated":
        fix = "give it a null geometry, and say what it is `within`"
        yield f"it is a force with a geometry, and its position is {basis}, not stated", fix


def _of_segment(feature: Feature) -> Iterator[Fault]:
    """Ask for its route: what is on one is a line, and has an order of its own (`routes`)."""
    if feature.properties.kind == "segment" and feature.properties.route is None:
        yield "it is a segment of no route", "name its `route`, and its `order` there"


def circles(atlas: Atlas) -> Iterator[Problem]:
    """Yield features that are within, or a part of, what is in the end within them."""
    links = {f.id: _holders(f) for f in atlas.features.values() if _holders(f)}
    found = set(in_circles(links))
    for file, feature in atlas.each_feature():
        if feature.id in found and feature.id not in links[feature.id]:  # itself: `records`
            what = "what it is within, or a part of, leads round in a circle"
            yield Problem(file, feature.id, what, "name only what holds it, and is not held by it")


def _holders(feature: Feature) -> list[str]:
    within = feature.properties.within
    return [*([within] if within else []), *feature.properties.part_of]
