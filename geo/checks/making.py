"""Where an atlas says how it was made, it says so of each record, and a person accepted each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from geo.atlas.atlas import Atlas
from geo.atlas.errors import Problem
from geo.atlas.making import MAKING


def check(atlas: Atlas) -> Iterator[Problem]:
    """Yield records of which the making is not known, and those that nobody accepted."""
    if atlas.making is None:
        return
    known: Mapping[str, Collection[str]] = {
        "excerpts": atlas.excerpts,
        "claims": atlas.claims,
        "positions": atlas.features,
    }
    for kind, id_, made in atlas.making.each():
        if id_ not in known[kind]:
            what = f"{kind}: the atlas has none of this id"
            yield Problem(MAKING, id_, what, "take it out")
        elif made.kind == "unjudged":
            what = f"{kind}: it was proposed, and nobody accepted it"
            yield Problem(MAKING, id_, what, "say who accepted it, or take the record out")
    for kind, ids in known.items():
        for id_ in ids:
            if id_ not in getattr(atlas.making, kind):
                what = f"{kind}: it does not say how this was made"
                fix = "say who proposed and accepted it, or leave the whole file out"
                yield Problem(MAKING, id_, what, fix)
