"""Sources have one date, and do not rest on each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas.atlas import SOURCES, Atlas
from geo.atlas.errors import Problem
from geo.checks.helpers.circles import in_circles


def dates(atlas: Atlas) -> Iterator[Problem]:
    """Yield sources whose date is printed, and inferred as well."""
    for source in atlas.sources.values():
        if source.published is not None and source.dated is not None:
            what = f"it is `published` {source.published}, and `dated` as well"
            yield Problem(SOURCES, source.id, what, "leave `dated` out: the printed date is known")


def circles(atlas: Atlas) -> Iterator[Problem]:
    """Yield sources that rest on themselves, by way of others or not."""
    origins = {
        source.id: [origin.source for origin in source.rests_on if origin.source]
        for source in atlas.sources.values()
    }
    for source_id in in_circles(origins):
        what = "what it rests on leads round in a circle"
        yield Problem(
            SOURCES, source_id, what, "leave out the one that did not have it from the other"
        )
