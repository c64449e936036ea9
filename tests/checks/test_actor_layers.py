from __future__ import annotations

import pytest

from tests.checks.conftest import Expect
from tests.conftest import Break

ATLAS, FORCES = "data/atlas.json", "data/forces.geojson"
ANOTHER = 'it has the id of the actor "guild", and does not show it'

CASES: list[tuple[list[Break], str, str, str]] = [
    # it would be drawn as the other actor
    ([(ATLAS, "layers.1.id", "guild")], ATLAS, "guild", ANOTHER),
    ([(ATLAS, "layers.0.id", "guild")], ATLAS, "guild", ANOTHER),
    (
        [(FORCES, "features.0.properties.claims.0.actors", [])],
        FORCES,
        "brunn",
        'it is on the layer of "league", of whom no claim of it speaks',
    ),
    (
        [(FORCES, "features.0.properties.claims.0.actors", ["guild"])],
        FORCES,
        "brunn",
        'on the layer of "league"',
    ),
]


@pytest.mark.parametrize(("breaks", "file", "feature", "words"), CASES)
def test_a_layer_that_shows_another_than_it_says_is_found(
    expect: Expect, breaks: list[Break], file: str, feature: str, words: str
) -> None:
    expect(breaks, file, feature, words)
