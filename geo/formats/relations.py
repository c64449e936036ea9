"""How a claim stands to others, read from both ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Relation


class Related(NamedTuple):
    """A relation as seen from one claim: a key of `geo.formats.words`, and the other claim."""

    key: str
    other: Claim
    relation: Relation


def related(atlas: Atlas, claim: Claim) -> Iterator[Related]:
    """Yield what a claim says of others; then what disputes it."""
    known = atlas.claims
    for one in claim.relations:
        if one.to in known:
            yield Related(one.kind, known[one.to], one)
    for other in known.values():
        for one in other.relations:
            if one.to == claim.id and one.kind == "contradicts":
                yield Related("disputed_by", other, one)
