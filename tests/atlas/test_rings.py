"""Whichever way rings wind in a file, they are drawn and written as RFC 7946 says."""

from __future__ import annotations

import json
from typing import Any

import pytest
import shapely

from geo.atlas.reading import load_atlas
from geo.atlas.summary import seal_summary
from geo.checks import check
from geo.formats import ExportOptions, render
from tests.conftest import Build, line, square

RING = [[15, 1], [17, 1], [17, 3], [15, 3], [15, 1]]  # counterclockwise
HOLE = [[15.5, 1.5], [15.5, 2], [16, 2], [16, 1.5], [15.5, 1.5]]  # clockwise
FORCES = "data/forces.geojson"


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def polygons(*parts: Any) -> dict[str, Any]:
    return {"type": "MultiPolygon", "coordinates": [[part] for part in parts]}


EAST = [[lon + 3, lat] for lon, lat in RING]
WRONG = [
    (polygon(RING[::-1]), polygon(RING)),
    (polygon(RING, HOLE[::-1]), polygon(RING, HOLE)),
    (polygon(RING[::-1], HOLE[::-1]), polygon(RING, HOLE)),
    (polygons(RING, EAST[::-1]), polygons(RING, EAST)),
]


@pytest.mark.parametrize(("written", "right"), WRONG)
def test_rings_that_wind_the_wrong_way_are_turned(build: Build, written: Any, right: Any) -> None:
    geometry = (FORCES, "features.0.geometry", written)
    atlas = load_atlas(build(geometry, (FORCES, "features.0.properties.country", None)))
    assert check(atlas) == ()
    assert atlas.rewound == ("brunn",)
    features = json.loads(render(atlas, "geojson", ExportOptions()))["features"]
    (exported,) = (f["geometry"] for f in features if f["id"] == "brunn")
    assert exported["coordinates"] == right["coordinates"]
    shape = atlas.features["brunn"].shape
    assert shape == shapely.geometry.shape(right)
    assert shape == shapely.orient_polygons(shape)  # shapely says so, too


@pytest.mark.parametrize(
    "geometry", [square(15, 1, 2), polygon(RING, HOLE), line((15, 1), (16, 1))]
)
def test_what_is_right_stays_as_it_is(build: Build, geometry: Any) -> None:
    atlas = load_atlas(build((FORCES, "features.0.geometry", geometry)))
    assert atlas.rewound == ()
    assert "mended" not in seal_summary(atlas)


@pytest.mark.parametrize("heights", [[9, 9, 9, 9, 9], [None, 9, None, None, None]])
def test_a_ring_with_heights_is_turned_without_them(build: Build, heights: list[Any]) -> None:
    ring = [
        [*lonlat, height] if height else lonlat
        for lonlat, height in zip(RING[::-1], heights, strict=True)
    ]
    atlas = load_atlas(build((FORCES, "features.0.geometry", polygon(ring))))
    assert atlas.rewound == ("brunn",)
    assert atlas.heights.keys() == {FORCES}
    assert check(atlas) == ()


def test_the_summary_says_what_was_mended(build: Build) -> None:
    atlas = load_atlas(build((FORCES, "features.0.geometry", polygon(RING[::-1]))))
    (row,) = (line for line in seal_summary(atlas).split("\n") if "mended" in line)
    assert "wound the wrong way" in row
    assert row.endswith("brunn")
