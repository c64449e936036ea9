from __future__ import annotations

import pytest

from tests.checks.conftest import Expect, Found
from tests.conftest import GONE, WHOLE, Break, point

CORRIDOR, WAYPOINTS = "data/corridor.geojson", "data/waypoints.geojson"
FORCES = "data/forces.geojson"
CROSSING, BOATS, WATCH = (f"features.{n}.properties" for n in range(3))  # of WHOLE's waypoints
NO_PARTS = [*WHOLE, *((CORRIDOR, f"features.{n}.properties.part_of", []) for n in (0, 1))]
FORCE: list[Break] = [(FORCES, "features.0.properties.kind", "force")]
ROUND = "leads round in a circle"

CASES: list[tuple[list[Break], str, str, str]] = [
    (NO_PARTS, WAYPOINTS, "crossing", "of the kind whole, and nothing is a part of it"),
    (
        [*NO_PARTS, (WAYPOINTS, "features.0.geometry", point(11, 1))],
        WAYPOINTS,
        "crossing",
        "a whole has no geometry",
    ),
    (
        [*WHOLE, (WAYPOINTS, f"{CROSSING}.kind", "vessel")],
        WAYPOINTS,
        "crossing",
        '"ferry-west" is a part of it, but it is of the kind vessel',
    ),
    (FORCE, FORCES, "brunn", "a force with a geometry, and its position is background"),
    (
        [*FORCE, (FORCES, "features.0.properties.position.basis", "inferred")],
        FORCES,
        "brunn",
        "a force with a geometry, and its position is inferred",
    ),
    (
        [
            (CORRIDOR, "features.1.properties.kind", "segment"),
            (CORRIDOR, "features.1.properties.route", GONE),
        ],
        CORRIDOR,
        "ferry-east",
        "it is a segment of no route",
    ),
    (
        [
            *WHOLE,
            (WAYPOINTS, f"{BOATS}.within", "watch"),
            (WAYPOINTS, f"{WATCH}.within", "boats"),
        ],
        WAYPOINTS,
        "boats",
        ROUND,
    ),
    (
        [
            *WHOLE,
            (WAYPOINTS, f"{CROSSING}.part_of", ["boats"]),
            (WAYPOINTS, f"{BOATS}.part_of", ["crossing"]),
        ],
        WAYPOINTS,
        "crossing",
        ROUND,
    ),
    # a part of what is within it
    ([*WHOLE, (WAYPOINTS, f"{CROSSING}.within", "boats")], WAYPOINTS, "crossing", ROUND),
]


@pytest.mark.parametrize(("breaks", "file", "feature", "words"), CASES)
def test_what_is_not_as_its_kind_is_found(
    expect: Expect, breaks: list[Break], file: str, feature: str, words: str
) -> None:
    expect(breaks, file, feature, words)


def test_a_force_with_a_stated_place_has_a_geometry(found: Found) -> None:
    stated = {"basis": "stated", "note": {"en": "It says so."}}
    place = (FORCES, "features.0.properties.claims.0.about", "place")
    assert found(*FORCE, (FORCES, "features.0.properties.position", stated), place) == ()
