from __future__ import annotations

import base64
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import mapping

from geo.page.varint import (
    STEPS,
    packed,
    packed_shapes,
    packed_steps,
    projected,
    unprojected,
)


def unpacked(text: str) -> list[int]:
    """Read what `packed` writes, by the definitions of LEB128 and zigzag."""
    numbers, number, shift = [], 0, 0
    for byte in base64.b64decode(text):
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            numbers.append(number // 2 if number % 2 == 0 else -(number + 1) // 2)
            number = shift = 0
    return numbers


@given(st.lists(st.integers(-(2**30), 2**30)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert unpacked(packed(numbers)) == numbers


def test_steps_lead_from_one_to_the_next() -> None:
    assert unpacked(packed_steps([5, 7, 4])) == [5, 2, -3]


def test_beyond_mercators_square_is_its_edge() -> None:
    """The poles are infinitely far off: what comes after them must not move."""
    found = packed_shapes([geometry("LINESTRING (0 90, 0 -90, 0 0)")])
    steps = np.array(unpacked(found["steps"])).reshape(-1, 2)
    assert (steps.cumsum(axis=0) / STEPS)[:, 1].tolist() == [0, 256, 128]


SHAPES = [
    ("POINT (0 0)", 1, [1]),
    ("MULTIPOINT (0 0, 1 1)", 1, [1, 1]),
    ("LINESTRING (0 0, 1 1, 2 0)", 2, [3]),
    ("MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", 2, [2, 2]),
    ("POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))", 3, [4, 4]),
    ("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((8 8, 9 8, 9 9, 8 8)))", 3, [4, 4]),
]


@pytest.mark.parametrize(("wkt", "kind", "lengths"), SHAPES)
def test_a_shape_keeps_its_runs(wkt: str, kind: int, lengths: list[int]) -> None:
    found = packed_shapes([None, geometry(wkt)])
    assert unpacked(found["kinds"]) == [0, kind]
    assert unpacked(found["parts"]) == [0, len(lengths)]
    assert unpacked(found["lengths"]) == lengths


def test_positions_are_world_pixels() -> None:
    """Null Island is in the middle of the world; Mercator's square ends at 85.0511° N."""
    found = packed_shapes([geometry("LINESTRING (0 0, 180 85.05112878, -180 0)")])
    steps = np.array(unpacked(found["steps"])).reshape(-1, 2)
    assert (steps.cumsum(axis=0) / STEPS).tolist() == [[128, 128], [256, 0], [0, 128]]


def geometry(wkt: str) -> tuple[str, Any]:
    found = mapping(shapely.from_wkt(wkt))
    return found["type"], found["coordinates"]


@given(st.floats(-179, 179), st.floats(-85, 85))
def test_what_is_projected_comes_back(lon: float, lat: float) -> None:
    assert unprojected(projected([[lon, lat]])).tolist() == [pytest.approx([lon, lat], abs=1e-9)]
