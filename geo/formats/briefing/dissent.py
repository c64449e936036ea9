"""Claims that speak against each other, as groups of two sides."""

from __future__ import annotations

from dataclasses import dataclass

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim


@dataclass(frozen=True)
class Dispute:
    """Claims that are disputed, and the claims that dispute them."""

    disputed: tuple[Claim, ...]
    disputing: tuple[Claim, ...]


def disputes(atlas: Atlas) -> list[Dispute]:
    """Return the disputes, in the order of their claims.

    Claims that contradict one another, over however many steps, are one dispute. A claim that
    both disputes and is disputed is among the disputing ones.
    """
    groups: list[set[str]] = []
    for claim in atlas.claims.values():
        if claim.contradicts:
            group = {claim.id, *claim.contradicts}
            group.update(*(other for other in groups if other & group))
            groups = [other for other in groups if not other & group] + [group]
    return [_dispute([c for c in atlas.claims.values() if c.id in group]) for group in groups]


def _dispute(claims: list[Claim]) -> Dispute:
    # where each disputes another, the first counts as disputed
    disputed = [claim for claim in claims if not claim.contradicts] or claims[:1]
    return Dispute(tuple(disputed), tuple(claim for claim in claims if claim not in disputed))
