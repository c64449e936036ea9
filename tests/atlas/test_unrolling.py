"""Steps over 180° go the short way."""

from __future__ import annotations

import pytest

from geo.atlas.geometries import Path
from geo.atlas.unrolling import all_unrolled, crosses, goes_round, unrolled


@pytest.mark.parametrize(
    ("longitudes", "onward"),
    [
        ((10, 20), (10, 20)),
        ((179, -179), (179, 181)),
        ((-179, 179), (-179, -181)),
        ((179, 180, -180, -179), (179, 180, 180, 181)),
        ((179, -179, 179), (179, 181, 179)),
        ((0, 120, -120, 0), (0, 120, 240, 360)),
        ((-90, 90), (-90, 90)),  # 180° to both sides: as it is written
    ],
)
def test_each_step_goes_the_short_way(
    longitudes: tuple[float, ...], onward: tuple[float, ...]
) -> None:
    path: Path = tuple((float(lon), 1.0) for lon in longitudes)
    assert tuple(lon for lon, _ in unrolled(path)) == onward
    assert crosses(path) == (onward != longitudes)


@pytest.mark.parametrize(
    ("longitudes", "round_"),
    [
        ((0, 120, -120, 0), True),
        ((179, -179, -179, 179, 179), False),
        ((179, -179), False),
        ((0, 1, 1, 0), False),
    ],
)
def test_a_ring_round_a_pole_does_not_close(longitudes: tuple[float, ...], round_: bool) -> None:
    assert goes_round(tuple((float(lon), 70.0) for lon in longitudes)) is round_


def test_a_hole_stays_in_its_area() -> None:
    outer = [(178.0, 0.0), (-178.0, 0.0), (-178.0, 9.0), (178.0, 9.0), (178.0, 0.0)]
    hole = [(-179.5, 2.0), (-179.0, 2.0), (-179.0, 3.0), (-179.5, 3.0), (-179.5, 2.0)]
    _, moved = all_unrolled([outer, hole])
    assert [lon for lon, _ in moved] == [180.5, 181, 181, 180.5, 180.5]
