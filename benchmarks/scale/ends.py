"""The two ends of links that are clicked: marks that stand alone, and words that stand in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely import Point

from benchmarks.subjects import Place, Words
from geo.atlas.atlas import Atlas

CLOSE = 9.5  # the zoom at which marks are clicked: crowds are not drawn as numbers there
PX = 256 * 2**CLOSE / 360  # of a degree of longitude
_ALONE = 30 / PX  # degrees


@dataclass(frozen=True)
class Link:
    """A mark to click, and the words to click after it: those below its own in the text."""

    place: Place
    words: Words


def links_of(atlas: Atlas, count: int) -> list[Link]:
    """Return links whose marks are points without another mark close by."""
    found = [link for _, link in zip(range(count + 1), _links(atlas), strict=False)]
    other = {link.place.name: found[at - 1].place.name for at, link in enumerate(found)}
    return [
        Link(link.place, Words(link.words.text, button=other[link.place.name])) for link in found
    ]


def _links(atlas: Atlas) -> Iterator[Link]:
    placed = [(one, shape) for one in atlas.features.values() if (shape := one.shape)]
    tree = shapely.STRtree([shape for _, shape in placed])
    texts = [excerpt.quote.exact for excerpt in atlas.excerpts.values()]
    at = {name: number for number, name in enumerate(atlas.excerpts)}
    for feature, shape in placed:
        number = at[feature.properties.claims[0].excerpts[0]] + 1
        if not isinstance(shape, Point) or number == len(texts):
            continue
        if len(tree.query(shape, predicate="dwithin", distance=_ALONE)) == 1:
            name = feature.properties.names["en"]
            yield Link(Place(name, shape.x, shape.y), Words(texts[number], button=name))
