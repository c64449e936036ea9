"""Claims that speak against each other, as groups of two sides."""

from __future__ import annotations

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim


def dissent(atlas: Atlas) -> list[tuple[list[Claim], list[Claim]]]:
    """Return for each quarrel what is disputed, and what disputes it.

    Claims that contradict one another, over however many steps, are one quarrel; one that both
    disputes and is disputed is on the second side.
    """
    quarrels: list[set[str]] = []
    for claim in atlas.claims.values():
        if claim.contradicts:
            mine = {claim.id, *claim.contradicts}
            mine.update(*(quarrel for quarrel in quarrels if quarrel & mine))
            quarrels = [quarrel for quarrel in quarrels if not quarrel & mine] + [mine]
    return [_sides([c for c in atlas.claims.values() if c.id in one]) for one in quarrels]


def _sides(claims: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    disputed = [c for c in claims if not c.contradicts] or claims[:1]  # each may dispute the other
    return disputed, [claim for claim in claims if claim not in disputed]
