from typing import Any

import pytest
import shapely

from geo.checks.geometry import SWAPPED, kilometres
from tests.checks.conftest import Expect, Found
from tests.conftest import Break, line, point, square

CORRIDOR, FORCES = "data/corridor.geojson", "data/forces.geojson"
RING = [[15, 1], [17, 1], [17, 3], [15, 3], [15, 1]]
HOLE = [[15.5, 1.5], [15.5, 2], [16, 2], [16, 1.5], [15.5, 1.5]]
BOWTIE = [[15, 1], [17, 3], [17, 1], [15, 3], [15, 1]]


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": rings}


SHAPES = [
    (point(181, 1), "[181.0, 1.0] is not on Earth → longitude is in"),
    (point(1, 120), f"[1.0, 120.0] is not on Earth → {SWAPPED}"),
    (point(1, -90.01), "is not on Earth"),
    (point(180, 90), "[180.0, 90.0] is nearer to a pole than any map here reaches → end it at"),
    (square(0, -90, 90), "[0.0, -90.0] is nearer to a pole"),
    (line((181, 1), (182, 1), (183, 1)), "[181.0, 1.0] is not on Earth, and so with 2 more pos"),
    ({"type": "MultiPoint", "coordinates": [[15, 1], [15, 91]]}, "[15.0, 91.0] is not on Earth"),
    (polygon([[0, 70], [120, 70], [-120, 70], [0, 70]]), "goes round a pole, and a map can't"),
    (polygon([[179, 1], [-179, 3], [-179, 1], [179, 3], [179, 1]]), "Self-intersection[180 2]"),
    (polygon([[-180, 0], [180, 0], [180, 9], [-180, 9], [-180, 0]]), "its geometry is not valid"),
    (polygon(), "its geometry is empty"),
    ({"type": "MultiPolygon", "coordinates": []}, "its geometry is empty"),
    ({"type": "MultiPolygon", "coordinates": [[]]}, "its geometry is empty"),
    *(
        ({"type": "MultiPolygon", "coordinates": some}, "one of its polygons is empty")
        for some in ([[], [RING]], [[RING], []])
    ),
    (polygon(BOWTIE), "not valid: Self-intersection[16 2]"),
    (point(13.9, 2), "11 km outside XB → move it there"),
    (point(2, 15), f"outside XB → {SWAPPED}"),
    (square(17, 1, 2), "outside XB"),
    # both ends lie inside, the way between them doesn't
    (line((14.5, 3.9), (16, 4.5), (17, 3.9)), "55 km outside XB"),
]


@pytest.mark.parametrize(("geometry", "words"), SHAPES)
def test_what_a_geometry_gets_wrong_is_found(expect: Expect, geometry: Any, words: str) -> None:
    expect([(FORCES, "features.0.geometry", geometry)], FORCES, "brunn", words)


SOUND = [
    square(15, 1, 2),
    point(13.96, 2),  # out, but by less than the basemap is generalised
    polygon(RING, HOLE),
    polygon(RING[::-1], HOLE[::-1]),  # turned on reading
    {"type": "MultiPoint", "coordinates": [[15, 1], [16, 1]]},
    {"type": "MultiLineString", "coordinates": [[[15, 1], [16, 1]], [[15, 2], [16, 2]]]},
]


@pytest.mark.parametrize("geometry", SOUND)
def test_sound_geometries_pass(found: Found, geometry: Any) -> None:
    assert found((FORCES, "features.0.geometry", geometry)) == ()


ACROSS = [
    {"type": "MultiPoint", "coordinates": [[179, 1], [-179, 1]]},
    line((179, 1), (-179, 1)),
    line((179, 1), (180, 1), (-180, 1), (-179, 1)),
    {"type": "MultiLineString", "coordinates": [[[179, 1], [180, 1]], [[-180, 1], [-179, 1]]]},
    polygon([[179, 1], [-179, 1], [-179, 2], [179, 2], [179, 1]]),
]


@pytest.mark.parametrize("geometry", ACROSS)
def test_what_crosses_the_antimeridian_passes_cut_or_whole(found: Found, geometry: Any) -> None:
    country = (FORCES, "features.0.properties.country", None)
    assert found((FORCES, "features.0.geometry", geometry), country) == ()


@pytest.mark.parametrize("geometry", ACROSS)
def test_a_longitude_at_fault_elsewhere_raises_no_other_alarm(found: Found, geometry: Any) -> None:
    country = (FORCES, "features.0.properties.country", None)
    stray = ("data/waypoints.geojson", "features.0.geometry", point(200, 1))
    across = (FORCES, "features.0.geometry", geometry)
    alone = found(stray, country)
    assert any(problem.what == "[200.0, 1.0] is not on Earth" for problem in alone)
    assert found(stray, country, across) == alone


def test_a_line_whose_corners_are_inside_is_measured_between_them(expect: Expect) -> None:
    halves = [square(14, 1, 1)["coordinates"], square(17, 1, 1)["coordinates"]]
    shape = {"type": "MultiPolygon", "coordinates": halves}
    breaks = [
        ("data/basemap/countries.geojson", "features.1.geometry", shape),
        (FORCES, "features.0.geometry", line((14.5, 1.5), (17.5, 1.5))),
    ]
    expect(breaks, FORCES, "brunn", "it lies 111 km outside XB")


@pytest.mark.parametrize(
    ("breaks", "words"),
    [
        (
            [("data/basemap/countries.geojson", "features.0.id", "XC")],
            'the basemap has no country "XA" → did you mean X',
        ),
        (
            [(CORRIDOR, "features.0.properties.country", "QQ")],
            'no country "QQ" → add it to data/basemap/countries.geojson, or leave `country`',
        ),
    ],
)
def test_an_unknown_country_is_named(expect: Expect, breaks: list[Break], words: str) -> None:
    expect(breaks, CORRIDOR, "ferry-west", words)


def test_a_degree_of_the_meridian_is_its_geodesic_length() -> None:
    # WGS 84: from the equator to 1° north
    assert kilometres(shapely.Point(0, 0), shapely.Point(0, 1)) == pytest.approx(110.574, abs=0.001)
