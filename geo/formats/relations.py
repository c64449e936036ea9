"""The relations of a claim, its own and those of others to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Relation

# The kinds whose word is another one.
_KEYS = {"contradicts": "disputes"}


class Related(NamedTuple):
    """A relation of a claim: the `key` of its words, and the other claim."""

    key: str
    other: Claim
    relation: Relation


def related(atlas: Atlas, claim: Claim) -> Iterator[Related]:
    """Yield the relations of a claim to others; then those of claims that dispute it."""
    claims = atlas.claims
    for relation in claim.relations:
        if relation.to in claims:
            yield Related(_KEYS.get(relation.kind, relation.kind), claims[relation.to], relation)
    for other in atlas.disputing.get(claim.id, ()):
        for relation in other.relations:
            if relation.to == claim.id and relation.kind == "contradicts":
                yield Related("disputedBy", other, relation)
