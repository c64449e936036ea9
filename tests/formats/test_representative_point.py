"""A mark's one position in tables: the page's own table is tested on the same examples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.model import Feature
from geo.atlas.reading import load_atlas
from geo.formats.reason_rows import reason_rows
from geo.formats.representative_point import POINT_COLUMNS, PRECISIONS, representative_point
from tests.conftest import TINY, Build, shipped

EXAMPLES = json.loads((Path(__file__).parents[1] / "representative_points.json").read_text("utf-8"))
FORCES = "data/forces.geojson"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one["kind"])
def test_a_row_has_the_point_and_its_precision(build: Build, example: dict[str, Any]) -> None:
    atlas = load_atlas(
        build(
            (FORCES, "features.0.geometry", example["geometry"]),
            (FORCES, "features.0.properties.kind", example["kind"]),
        )
    )
    row = next(row for row in reason_rows(atlas, "en") if row["feature_id"] == "brunn")
    cells = dict.fromkeys(POINT_COLUMNS, "") | example["cells"]
    assert {column: row[column] for column in POINT_COLUMNS} == cells
    assert row["position_basis"] == ("background" if example["geometry"] else "")


def test_the_examples_have_each_precision() -> None:
    assert {one["cells"].get("precision") for one in EXAMPLES} == {*PRECISIONS, None}


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=3, max_size=9))
def test_the_point_of_an_area_lies_in_it(corners: list[tuple[int, int]]) -> None:
    area = shapely.make_valid(shapely.Polygon(corners))
    for part in shapely.get_parts(area):
        if shapely.get_dimensions(part) == 2:
            raw = TINY[FORCES]["features"][0] | {"geometry": shapely.geometry.mapping(part)}
            point = representative_point(Feature.model_validate(raw))
            assert point is not None
            here = shapely.Point(point.longitude, point.latitude)
            assert shapely.distance(part, here) < 0.0002  # it is rounded


def test_each_mark_of_the_atlas_that_ships_has_a_point_where_it_is_drawn() -> None:
    for feature in shipped().features.values():
        point = representative_point(feature)
        assert (point is None) == (feature.shape is None)
        if point:
            here = shapely.Point(point.longitude, point.latitude)
            assert shapely.distance(feature.shape, here) < 0.0002
