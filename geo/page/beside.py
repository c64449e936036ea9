"""A line beside a whole: where the screen draws what is said to be within it, and nowhere in it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.model import Feature
from geo.page.varint import Shape, projected, unprojected

GAP = 0.42  # world pixels: clear of the line at the zoom that shows a corridor whole


def lines_beside(atlas: Atlas) -> Mapping[str, Shape]:
    """Return a line for each unplaced feature whose places are lines, by its id.

    It lies north of them, one further off than the other; it is of no place, and so in no file.
    Where use is reported of some of them, it lies beside these alone: drawn beside an aim, what is
    said of the whole would seem to be said of the aim.
    """
    taken: dict[str | None, int] = {}
    found: dict[str, Shape] = {}
    for feature in atlas.features.values():
        places = atlas.places[feature.id]
        within = feature.properties.within
        if feature.geometry is None and within and _are_lines(places):
            taken[within] = taken.get(within, 0) + 1
            used = tuple(place for place in places if _is_used(atlas, place))
            found[feature.id] = _beside(used or places, GAP * taken[within])
    return found


def _is_used(atlas: Atlas, place: Feature) -> bool:
    claims = [claim for one in (place, *atlas.wholes(place)) for claim in one.properties.claims]
    return any(claim.basis == "stated" and claim.about == "use" for claim in claims)


def _are_lines(places: tuple[Feature, ...]) -> bool:
    return bool(places) and all(
        isinstance(place.shape, shapely.LineString | shapely.MultiLineString) for place in places
    )


def _beside(places: tuple[Feature, ...], gap: float) -> Shape:
    """Return the curve parallel to some lines, to their north, in degrees (CRS84)."""
    whole = shapely.union_all([shapely.transform(place.shape, projected) for place in places])
    merged = shapely.line_merge(whole) if whole.geom_type == "MultiLineString" else whole
    sides = [shapely.offset_curve(merged, side) for side in (gap, -gap)]
    north = min(sides, key=lambda side: float(shapely.centroid(side).y))  # y points down
    runs = [unprojected(shapely.get_coordinates(line)) for line in shapely.get_parts(north)]
    return "MultiLineString", [_round(run) for run in runs]


def _round(run: np.typing.NDArray[np.float64]) -> list[list[float]]:
    rounded: list[list[float]] = run.round(5).tolist()
    return rounded
