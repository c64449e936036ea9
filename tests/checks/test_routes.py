from typing import Any

import pytest

from tests.checks.conftest import Expect, Found
from tests.conftest import Break, line

CORRIDOR = "data/corridor.geojson"
EAST = "features.1.properties"

CASES: list[tuple[list[Break], str]] = [
    ([(CORRIDOR, f"{EAST}.order", 3)], "it is 2, but it says 3"),
    ([(CORRIDOR, f"{EAST}.order", None)], "it is 2, but it says None"),
    ([(CORRIDOR, f"{EAST}.order", 1)], "it is 2, but it says 1"),
    ([(CORRIDOR, f"{EAST}.route", None)], "it has an order, but no route"),
    (
        [(CORRIDOR, "features.1.geometry", line((13, 2.1), (16, 2)))],
        'it starts 11.1 km from the end of "ferry-west" (route "ferry")',
    ),
    ([(CORRIDOR, "features.1.geometry", line((16, 2), (13, 2)))], "it starts 333.8 km from"),
    (
        [(CORRIDOR, "features.1.geometry", {"type": "Point", "coordinates": [13, 2]})],
        "draw it as a LineString",
    ),
    ([(CORRIDOR, "features.1.geometry", None)], "draw it as a LineString"),
]


@pytest.mark.parametrize(("breaks", "words"), CASES)
def test_a_route_that_breaks_off_is_found(expect: Expect, breaks: list[Break], words: str) -> None:
    expect(breaks, CORRIDOR, "ferry-east", words)


HALVES = {"type": "MultiLineString", "coordinates": [[[179, 2], [180, 3]], [[-180, 3], [-178, 5]]]}


@pytest.mark.parametrize(
    ("west", "east"),
    [
        (line((178, 1), (179, 2)), line((179, 2), (-178, 5))),  # the short way
        (line((178, 1), (179, 2)), HALVES),  # cut as RFC 7946 says, it is still one line
        (line((178, 1), (180, 2)), line((-180, 2), (-178, 5))),  # 180° and -180° are one place
        (line((-178, 1), (-180, 2)), line((180, 2), (178, 5))),
    ],
)
def test_a_route_goes_on_over_180_degrees(found: Found, west: Any, east: Any) -> None:
    places = [(CORRIDOR, f"features.{at}.properties.country", None) for at in (0, 1)]
    lines = [(CORRIDOR, "features.0.geometry", west), (CORRIDOR, "features.1.geometry", east)]
    assert found(*places, *lines) == ()


def test_a_gap_over_180_degrees_is_as_long_as_on_the_ground(expect: Expect) -> None:
    breaks: list[Break] = [
        (CORRIDOR, "features.0.geometry", line((178, 0), (179, 0))),
        (CORRIDOR, "features.1.geometry", line((-179, 0), (-178, 0))),
    ]
    expect(breaks, CORRIDOR, "ferry-east", 'it starts 222.6 km from the end of "ferry-west"')
