from __future__ import annotations

import pytest

from tests.checks.conftest import Found
from tests.conftest import WHOLE, Break, texts

CORRIDOR, WAYPOINTS = "data/corridor.geojson", "data/waypoints.geojson"
SILENT = "features.0.properties.silences.0.about"  # of ferry-west, of which use is stated
OF_WEST, OF_WHOLE = "features.0.properties.claims.0.about", "features.0.properties.claims.0.about"
BOATS = "features.1.properties"
HOLDER = (CORRIDOR, SILENT, "holder")
FORCE = (WAYPOINTS, f"{BOATS}.kind", "force")


@pytest.mark.parametrize(
    ("breaks", "against"),
    [
        ([(CORRIDOR, SILENT, "use")], 'the claim "c-west" states it of "ferry-west"'),
        (
            [*WHOLE, (CORRIDOR, OF_WEST, "course"), (CORRIDOR, SILENT, "use")],
            'the claim "c-crossing" states it of "crossing"',
        ),
        ([HOLDER, (CORRIDOR, OF_WEST, "holder")], 'the claim "c-west" states it of "ferry-west"'),
        (
            [*WHOLE, HOLDER, FORCE, (WAYPOINTS, f"{BOATS}.within", "ferry-west")],
            '"boats" is said to be within it',
        ),
    ],
)
def test_a_silence_that_is_broken_by_a_claim_or_a_force_is_found(
    found: Found, breaks: list[Break], against: str
) -> None:
    (problem,) = [p for p in found(*breaks) if p.what.startswith("silence ")]
    assert problem.feature == "ferry-west"
    assert problem.what.endswith(against)


@pytest.mark.parametrize(
    "breaks",
    [
        [HOLDER],
        [*WHOLE, HOLDER, FORCE],  # within the whole: of which stretch is not said
        # inferred, or background, is not stated
        [
            (
                CORRIDOR,
                "features.1.properties.silences",
                [{"about": "use", "sentence": texts("No use.")}],
            )
        ],
    ],
)
def test_a_silence_that_nothing_breaks_passes(found: Found, breaks: list[Break]) -> None:
    assert found(*breaks) == ()
