import pytest

from tests.checks.conftest import Expect
from tests.conftest import GONE, Break, excerpt, source

ATLAS, SOURCES, ACTORS = "data/atlas.json", "data/sources.json", "data/actors.json"
EXCERPTS, CORRIDOR = "data/excerpts.json", "data/corridor.geojson"
WEST, EAST = "features.0.properties", "features.1.properties"

CASES: list[tuple[list[Break], str, str, str]] = [
    ([(ATLAS, "layers.1.actor", "leage")], ATLAS, "guards", 'did you mean "league"?'),
    ([(CORRIDOR, f"{WEST}.layer", "fery")], CORRIDOR, "ferry-west", 'did you mean "ferry"?'),
    (
        [(CORRIDOR, f"{WEST}.claims.0.excerpts", ["e-fery"])],
        CORRIDOR,
        "ferry-west",
        'excerpt "e-fery" is not in data/excerpts.json → did you mean "e-ferry"?',
    ),
    ([(CORRIDOR, f"{WEST}.claims.0.actor", "zz")], CORRIDOR, "ferry-west", "add the actor"),
    ([(CORRIDOR, f"{WEST}.position.source", "pilot")], CORRIDOR, "ferry-west", '"pilot-book"?'),
    ([(CORRIDOR, f"{EAST}.claims.1.sources", ["alma"])], CORRIDOR, "ferry-east", '"almanac"?'),
    ([(CORRIDOR, f"{EAST}.claims.0.disputes", ["c-wes"])], CORRIDOR, "ferry-east", '"c-west"?'),
    ([(CORRIDOR, f"{EAST}.claims.0.disputes", ["c-east"])], CORRIDOR, "ferry-east", "itself"),
    ([(EXCERPTS, "0.target.source", "stroy")], EXCERPTS, "e-ferry", 'did you mean "story"?'),
    ([(EXCERPTS, "0", excerpt("e-new", "At night"))], EXCERPTS, "e-new", "cited by no claim"),
    ([(SOURCES, "1", source("atlas", "background"))], SOURCES, "atlas", "cited nowhere"),
    # the layer still shows the league, but nothing is claimed of it
    (
        [("data/forces.geojson", f"{WEST}.claims.0.actor", GONE)],
        ACTORS,
        "league",
        "the actor is in no claim",
    ),
    ([(ATLAS, "findings", ["c-wst"])], ATLAS, "", 'did you mean "c-west"?'),
    ([(CORRIDOR, "features", [])], ATLAS, "ferry", "the layer holds no feature"),
    (
        [(CORRIDOR, f"{EAST}.claims.1.sources", ["almanac", "story"])],
        CORRIDOR,
        "ferry-east",
        "cite one, and no article",
    ),
    (
        [(CORRIDOR, f"{EAST}.claims.1.sources", ["pilot-book"])],
        CORRIDOR,
        "ferry-east",
        "rests on a background source",
    ),
    ([(EXCERPTS, "0.target.source", "almanac")], CORRIDOR, "ferry-west", "not from an article"),
]


@pytest.mark.parametrize(("breaks", "file", "feature", "words"), CASES)
def test_what_leads_nowhere_is_found(
    expect: Expect, breaks: list[Break], file: str, feature: str, words: str
) -> None:
    expect(breaks, file, feature, words)
