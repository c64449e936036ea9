import pytest

from tests.checks.conftest import Expect
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
