"""The relations of a claim, its own and those of others to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Relation
from geo.text.catalogue import words

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


def relation_lines(atlas: Atlas, claim: Claim, language: str) -> Iterator[str]:
    """Yield a line for each of a claim's relations: its word, the other claim, and the note."""
    for key, other, relation in related(atlas, claim):
        on = words(language, f"on_{relation.on}") if relation.on else ""
        about = f" ({words(language, 'relationOn', on)})" if on else ""
        note = f" – {atlas.localised(relation.note, language).text}" if relation.note else ""
        sentence = atlas.localised(other.sentence, language).text
        yield f"{words(language, key)}{about}: {sentence}{note}"
