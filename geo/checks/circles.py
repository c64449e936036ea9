"""What leads round in a circle, where one thing is said to come from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter


def in_circles(links: Mapping[str, Iterable[str]]) -> list[str]:
    """Return what is in a circle of links, and what leads to one, in the order given."""
    sorter = TopologicalSorter(links)
    with suppress(CycleError):  # then it still gives all that leads to an end
        sorter.prepare()
    ended = set[str]()
    while ready := sorter.get_ready():
        ended.update(ready)
        sorter.done(*ready)
    return [one for one in links if one not in ended]
