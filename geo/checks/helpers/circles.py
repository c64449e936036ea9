"""Circles in links by id, as where two sources rest on each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.atlas.derivation import premises_first


def in_circles(links: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the ids that are in a circle of links, or that lead to one, in the order given."""
    ended = set(premises_first(links))
    return [id_ for id_ in links if id_ not in ended]
