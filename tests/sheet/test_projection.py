from __future__ import annotations

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo.sheet.projection import Projection, bounds_of
from geo.sheet.scene import Box

FRAME = Box(10, 20, 400, 300)
CORRIDOR = (34.0, 33.0, 51.5, 36.0)


@pytest.mark.parametrize("bounds", [CORRIDOR, (38, 29, 49, 38), (-75, -35, -65, -20), (0, 0, 1, 1)])
def test_what_is_to_be_seen_is_in_the_frame(bounds: tuple[float, float, float, float]) -> None:
    projection = Projection(bounds, FRAME)
    x, y = projection.points(
        shapely.get_coordinates(shapely.segmentize(shapely.box(*bounds), 0.5))
    ).T
    assert FRAME.x <= x.min()
    assert x.max() <= FRAME.right
    assert FRAME.y <= y.min()
    assert y.max() <= FRAME.bottom
    filled = max((x.max() - x.min()) / FRAME.width, (y.max() - y.min()) / FRAME.height)
    assert filled == pytest.approx(0.82, abs=0.01)


def test_the_standard_parallels_lie_a_sixth_within() -> None:
    tall = Box(0, 0, 100, 400)  # it shows a tenth more on either side than the bounds
    one, two = Projection((40, 30, 41, 40), tall).parallels
    assert (one + two) / 2 == pytest.approx(35)
    assert two - one == pytest.approx(10 / 0.82 * 2 / 3, abs=0.1)


def test_there_and_back() -> None:
    projection = Projection(CORRIDOR, FRAME)
    x, y = projection.point(44.4, 33.3)
    assert projection.lonlat(x, y) == pytest.approx((44.4, 33.3), abs=1e-9)


def test_lengths_are_true_to_a_percent_over_the_corridor() -> None:
    projection = Projection(CORRIDOR, FRAME)
    for a, b in (((36, 33.5), (40, 34)), ((45, 35), (51, 35.7))):
        _, _, metres = Geod(ellps="WGS84").inv(*a, *b)
        points = float(np.hypot(*np.subtract(projection.point(*a), projection.point(*b))))
        assert points * projection.metres_per_point == pytest.approx(metres, rel=0.01)


@pytest.mark.parametrize("lon", [34.5, 42.75, 51.0])
def test_north_is_where_the_meridian_leads(lon: float) -> None:
    projection = Projection(CORRIDOR, FRAME)
    x, y = projection.point(lon, 34)
    x1, y1 = projection.point(lon, 35)
    towards = np.degrees(np.arctan2(x1 - x, y - y1))
    assert projection.north_at(x, y) == pytest.approx(towards, abs=0.05)
    assert np.sign(round(projection.north_at(x, y), 1)) == np.sign(42.75 - lon)


def test_a_single_place_has_bounds_a_degree_wide() -> None:
    assert bounds_of([shapely.Point(10, 20)]) == (9.5, 19.5, 10.5, 20.5)


def test_a_mark_is_no_finer_than_can_be_seen() -> None:
    angle = np.linspace(0, 2 * np.pi, 10_001)
    far = np.tile([1.0, 1.001], 5_001)[:-1]  # a rim that goes in and out at each step
    rough = shapely.Polygon(np.column_stack([43 + far * np.cos(angle), 34 + far * np.sin(angle)]))
    projection = Projection(CORRIDOR, FRAME)
    mark = projection.mark(rough)
    assert shapely.get_num_coordinates(mark) < 500
    assert shapely.hausdorff_distance(mark, projection.shape(rough)) < 0.1  # points
    assert shapely.is_valid(mark)


def test_a_mark_too_small_to_be_seen_is_kept() -> None:
    tiny = shapely.box(43, 34, 43.0001, 34.0001)
    assert not shapely.is_empty(Projection(CORRIDOR, FRAME).mark(tiny))
