from __future__ import annotations

import json
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.heights import leave_out_heights, may_have_heights
from geo.atlas.reading import load_atlas
from geo.atlas.summary import seal_summary
from geo.checks import open_atlas
from tests.conftest import Build, collection, feature, square

FORCES, COUNTRIES = "data/forces.geojson", "data/basemap/countries.geojson"


def high(geometry: dict[str, Any], height: float) -> dict[str, Any]:
    """Return a polygon with a height at each position."""
    rings = [[[*position, height] for position in ring] for ring in geometry["coordinates"]]
    return {**geometry, "coordinates": rings}


@pytest.mark.parametrize("height", [0, 12.5, -3e2, 1e-7])
def test_heights_are_left_out_and_said_once_a_file(build: Build, height: float) -> None:
    plain = open_atlas(build())
    atlas = open_atlas(
        build(
            (FORCES, "features.0.geometry", high(square(15, 1, 2), height)),
            (COUNTRIES, "features.0.geometry", high(square(10, 0, 4), height)),
        )
    )
    assert atlas.features["brunn"].geometry == plain.features["brunn"].geometry
    assert atlas.basemap.shapes == plain.basemap.shapes
    rows = [row for row in seal_summary(atlas).split("\n") if "heights" in row]
    assert [row.split("of them: ")[1] for row in rows] == [FORCES, COUNTRIES]
    assert atlas.digest != plain.digest  # it is over the file as it is


def test_a_ring_of_thousands_of_heights_is_one_note(build: Build) -> None:
    ring = shapely.Point(16, 2).buffer(0.5, quad_segs=750).exterior.coords
    geometry = high({"type": "Polygon", "coordinates": [list(ring)]}, 0)
    atlas = open_atlas(build((FORCES, "features.0.geometry", geometry)))
    assert dict(atlas.heights) == {FORCES: 3_001}


def test_three_numbers_elsewhere_are_no_height(build: Build) -> None:
    atlas = load_atlas(build((FORCES, "bbox", [15, 1, 0, 17, 3, 0])))
    assert dict(atlas.heights) == {}


DEGREES = st.floats(-90, 90)
POSITIONS = st.lists(st.tuples(DEGREES, DEGREES, st.none() | st.floats(-1e4, 1e4)), min_size=1)


@given(POSITIONS)
def test_all_that_is_left_is_longitude_and_latitude(
    positions: list[tuple[float, float, float | None]],
) -> None:
    written = [[x, y] if z is None else [x, y, z] for x, y, z in positions]
    raw = collection(feature("a", "b", {"type": "MultiPoint", "coordinates": written}))
    number = sum(z is not None for *_, z in positions)
    assert may_have_heights(json.dumps(raw).encode()) or not number
    assert leave_out_heights(raw) == number
    left = raw["features"][0]["geometry"]["coordinates"]
    assert left == [[x, y] for x, y, _ in positions]


@pytest.mark.parametrize("raw", [None, [], {}, {"features": 5}, {"features": [5, {"geometry": 1}]}])
def test_what_is_no_collection_has_none(raw: Any) -> None:
    assert leave_out_heights(raw) == 0
