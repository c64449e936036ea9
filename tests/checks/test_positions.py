from __future__ import annotations

import pytest

from tests.checks.conftest import Expect
from tests.conftest import GONE, Break

FORCES = "data/forces.geojson"
POSITION = "features.0.properties.position"
STATED = (FORCES, f"{POSITION}.basis", "stated")
PLACE = (FORCES, "features.0.properties.claims.0.about", "place")

CASES: list[tuple[list[Break], str]] = [
    ([(FORCES, f"{POSITION}.source", GONE)], "background without a source"),
    ([(FORCES, f"{POSITION}.source", "story")], "its source is the article"),
    ([STATED, PLACE], 'stated, but "pilot-book" is not the article'),
    ([STATED, (FORCES, f"{POSITION}.source", GONE)], "no stated claim about `place`"),
    ([STATED, (FORCES, f"{POSITION}.source", "story")], "no stated claim about `place`"),
]


@pytest.mark.parametrize(("breaks", "words"), CASES)
def test_a_position_without_its_reason_is_found(
    expect: Expect, breaks: list[Break], words: str
) -> None:
    expect(breaks, FORCES, "brunn", words)
