"""Shapes are cut and joined by whole turns, and no position is lost or invented."""

from __future__ import annotations

from typing import Any

import pytest
import shapely
from hypothesis import example, given
from hypothesis import strategies as st

from geo.atlas.wrapping import cut, longitude_within, within
from tests.conftest import examples


@pytest.mark.parametrize(
    ("longitude", "west", "there"),
    [
        (10, -180, 10),
        (180, -180, 180),
        (-180, -180, -180),
        (180.44, -180, -179.56),
        (-179.56, 0, 180.44),
        (-180, -0.2, 180),
        (-30, -0.2, 330),
        (540, -180, -180),
        (33.3, -138, 33.3),
    ],
)
def test_a_longitude_moves_by_whole_turns(longitude: float, west: float, there: float) -> None:
    assert longitude_within(longitude, west) == there


@pytest.mark.parametrize(
    ("shape", "west", "there"),
    [
        ("POINT (-179.5 1)", 0, "POINT (180.5 1)"),
        ("MULTIPOINT (179 1, -179 1)", 0, "MULTIPOINT (179 1, 181 1)"),
        ("LINESTRING (179 1, 181 2)", 0, "LINESTRING (179 1, 181 2)"),
        (
            "LINESTRING (179 1, 181 2)",
            -180,
            "MULTILINESTRING ((179 1, 180 1.5), (-180 1.5, -179 2))",
        ),
        (
            "MULTILINESTRING ((179 1, 180 1.5), (-180 1.5, -179 2))",
            0,
            "LINESTRING (179 1, 180 1.5, 181 2)",
        ),
        (
            "MULTILINESTRING ((-179 1, -180 2), (180 2, 179 3))",
            0,
            "LINESTRING (181 1, 180 2, 179 3)",
        ),
        ("MULTILINESTRING ((1 1, 2 2), (2 2, 3 3))", 0, "MULTILINESTRING ((1 1, 2 2), (2 2, 3 3))"),
        ("POLYGON ((-10 0, 10 0, 10 9, -10 9, -10 0))", 0, None),  # a land that the map's edge cuts
        ("GEOMETRYCOLLECTION EMPTY", 0, "GEOMETRYCOLLECTION EMPTY"),
    ],
)
def test_a_shape_is_cut_at_the_edge_and_joined_at_180(
    shape: str, west: float, there: str | None
) -> None:
    moved = within(shapely.from_wkt(shape), west)
    if there is None:
        assert [part.bounds[::2] for part in shapely.get_parts(moved)] == [(350, 360), (0, 10)]
    else:
        assert moved == shapely.from_wkt(there)


def test_an_area_that_was_cut_has_no_seam() -> None:
    halves = [shapely.box(179, 0, 180, 9), shapely.box(-180, 0, -179, 9)]
    whole = within(shapely.MultiPolygon(halves), 0)
    assert shapely.equals(whole, shapely.box(179, 0, 181, 9))
    assert shapely.equals(cut(whole), shapely.MultiPolygon(halves))


def test_a_hole_over_180_degrees_is_cut_with_its_area() -> None:
    ring = shapely.box(178, 0, 182, 9).difference(shapely.box(179, 2, 181, 4))
    written: Any = cut(ring)
    assert written.bounds == (-180, 0, 180, 9)
    assert shapely.area(written) == pytest.approx(shapely.area(ring))
    outer = [part.exterior.is_ccw for part in shapely.get_parts(written)]
    assert outer == [True, True]  # RFC 7946, 3.1.6


boxes = st.tuples(
    st.floats(-180, 179), st.floats(-60, 59), st.floats(0.01, 300), st.floats(0.01, 20)
)


@given(boxes, st.floats(-180, 180))
@example((4e-269, 0.0, 181.0, 1.0), 1e-57)  # what is cut off has no area
@examples(1)
def test_whatever_is_moved_keeps_its_area_and_comes_back(
    box: tuple[float, float, float, float], west: float
) -> None:
    left, south, wide, high = box
    shape = shapely.box(left, south, left + wide, south + high)
    moved: Any = within(shape, west)
    low, _, east, _ = moved.bounds
    assert west - 1e-6 <= low
    assert east <= west + 360 + 1e-6
    assert shapely.area(moved) == pytest.approx(shapely.area(shape), abs=1e-4)
    back: Any = within(moved, -180)
    assert shapely.area(back.symmetric_difference(cut(shape))) == pytest.approx(0, abs=1e-3)
