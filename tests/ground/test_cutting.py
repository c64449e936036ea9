"""A basemap for marks anywhere: valid, round them, and no more than that."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.atlas.basemap import BASEMAP
from geo.ground.cutting import basemap_files, extent_of, write_basemap

Position = tuple[float, float]
POSITIONS = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def read(files: dict[str, bytes]) -> dict[str, Any]:
    return {
        name: BASEMAP[name].validate_json(files[f"data/basemap/{name}.geojson"]) for name in BASEMAP
    }


@pytest.mark.parametrize(
    ("positions", "within", "without"),
    [
        ([(-58.2, 6.8), (-61.2, 4.5)], {"GY", "VE", "BR"}, {"IR", "ZA"}),
        ([(178.4, -18.1), (-171.8, -13.8)], {"FJ", "WS", "TO"}, {"DZ", "IR"}),
        ([(37.6, 55.7)], {"RU", "UA"}, {"CN", "NE"}),
        ([], {"GY", "IR", "NZ"}, set[str]()),
    ],
)
def test_the_countries_round_the_marks_are_drawn(
    positions: list[Position], within: set[str], without: set[str]
) -> None:
    codes = {one["id"] for one in read(basemap_files(positions))["countries"]["features"]}
    assert within <= codes
    assert not without & codes


def test_each_name_stands_in_its_country() -> None:
    for country in read(basemap_files([(-58.2, 6.8)]))["countries"]["features"]:
        shape = shapely.geometry.shape(country["geometry"])
        assert shape.distance(shapely.Point(country["properties"]["label"])) < 0.01


@settings(max_examples=15, deadline=None)
@given(st.lists(POSITIONS, max_size=4))
def test_wherever_the_marks_are_the_basemap_is_valid(positions: list[Position]) -> None:
    read(basemap_files(positions))


@given(st.lists(POSITIONS, min_size=1, max_size=5))
def test_the_extent_holds_all_marks_that_the_world_basemap_reaches(
    positions: list[Position],
) -> None:
    extent = extent_of(positions)
    reached = [shapely.Point(lon, lat) for lon, lat in positions if -60 <= lat <= 84]
    assert all(extent.distance(point) < 1e-9 for point in reached)


def test_the_files_say_where_they_come_from(tmp_path: Path) -> None:
    write_basemap(tmp_path, [(45.0, 40.0)])
    folder = tmp_path / "data" / "basemap"
    assert "Natural Earth" in (folder / "ORIGIN.md").read_text("utf-8")
    assert json.loads((folder / "labels.geojson").read_bytes())["type"] == "FeatureCollection"
