"""What leads round in a circle, where one thing is said to come from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.atlas.derivation import premises_first


def in_circles(links: Mapping[str, Iterable[str]]) -> list[str]:
    """Return what is in a circle of links, and what leads to one, in the order given."""
    ended = set(premises_first(links))
    return [one for one in links if one not in ended]
