from typing import Any

import pytest

from tests.checks.conftest import Expect, Found
from tests.conftest import GONE, Break, excerpt, names, source, texts

ATLAS, SOURCES, ACTORS = "data/atlas.json", "data/sources.json", "data/actors.json"
EXCERPTS, CORRIDOR = "data/excerpts.json", "data/corridor.geojson"
WEST, EAST = "features.0.properties", "features.1.properties"

SO = texts("So.")
GUARD = {"id": "guard", "names": names("Guard"), "shape": "circle", "hue": "#1f4e8c"}
QUOTES = {"how": "quotes"}


def finding(*claims: str) -> dict[str, Any]:
    return {"sentence": SO, "claims": list(claims)}


CASES: list[tuple[list[Break], str, str, str]] = [
    ([(ATLAS, "layers.1.actor", "leage")], ATLAS, "guards", 'did you mean "league"?'),
    ([(CORRIDOR, f"{WEST}.layer", "fery")], CORRIDOR, "ferry-west", 'did you mean "ferry"?'),
    (
        [(CORRIDOR, f"{WEST}.claims.0.excerpts", ["e-fery"])],
        CORRIDOR,
        "ferry-west",
        'excerpt "e-fery" is not in data/excerpts.json → did you mean "e-ferry"?',
    ),
    ([(CORRIDOR, f"{WEST}.claims.0.actors", ["zz"])], CORRIDOR, "ferry-west", "add the actor"),
    ([(CORRIDOR, f"{WEST}.position.source", "pilot")], CORRIDOR, "ferry-west", '"pilot-book"?'),
    ([(CORRIDOR, f"{EAST}.claims.1.source", "alma")], CORRIDOR, "ferry-east", '"almanac"?'),
    ([(CORRIDOR, f"{EAST}.claims.0.from", ["c-wes"])], CORRIDOR, "ferry-east", '"c-west"?'),
    (
        [(CORRIDOR, f"{EAST}.claims.1.relations.0.to", "c-wes")],
        CORRIDOR,
        "ferry-east",
        'claim "c-wes" is not in any collection → did you mean "c-west"?',
    ),
    ([(CORRIDOR, f"{WEST}.within", "brun")], CORRIDOR, "ferry-west", 'did you mean "brunn"?'),
    (
        [(CORRIDOR, f"{WEST}.part_of", ["crossing"])],
        CORRIDOR,
        "ferry-west",
        'feature "crossing" is not in any collection',
    ),
    (
        [(CORRIDOR, f"{WEST}.part", {"id": "guard"})],
        CORRIDOR,
        "ferry-west",
        'part "guard" is not in data/atlas.json',
    ),
    (
        [(CORRIDOR, f"{WEST}.part", {"id": "guard", "claim": "c-wes"}), (ATLAS, "parts", [GUARD])],
        CORRIDOR,
        "ferry-west",
        'did you mean "c-west"?',
    ),
    ([(ATLAS, "parts", [GUARD])], ATLAS, "guard", "the part is taken by no force"),
    ([(ATLAS, "silences.0.source", "stroy")], ATLAS, "", 'did you mean "story"?'),
    ([(SOURCES, "1.rests_on", [QUOTES | {"source": "alma"}])], SOURCES, "almanac", "did you mean"),
    ([(EXCERPTS, "0.target.source", "stroy")], EXCERPTS, "e-ferry", 'did you mean "story"?'),
    ([(EXCERPTS, "0", excerpt("e-new", "At night"))], EXCERPTS, "e-new", "cited by no claim"),
    ([(SOURCES, "1", source("atlas", "background"))], SOURCES, "atlas", "cited nowhere"),
    # the layer still shows the league, but nothing is claimed of it
    (
        [("data/forces.geojson", f"{WEST}.claims.0.actors", GONE)],
        ACTORS,
        "league",
        "the actor is in no claim",
    ),
    ([(ATLAS, "findings", [finding("c-wst")])], ATLAS, "", 'did you mean "c-west"?'),
    (
        [(ATLAS, "headline", {**finding("c-west"), "hedge": SO, "dispute": finding("c-dept")})],
        ATLAS,
        "",
        'did you mean "c-depth"?',
    ),
    ([(CORRIDOR, "features", [])], ATLAS, "ferry", "the layer holds no feature"),
]


@pytest.mark.parametrize(("breaks", "file", "feature", "words"), CASES)
def test_what_leads_nowhere_is_found(
    expect: Expect, breaks: list[Break], file: str, feature: str, words: str
) -> None:
    expect(breaks, file, feature, words)


@pytest.mark.parametrize(
    "use",
    [
        (ATLAS, "silences.0.source", "tides"),
        (SOURCES, "1.rests_on", [QUOTES | {"source": "tides"}]),
    ],
)
def test_a_source_is_used_by_a_silence_of_it_and_by_what_repeats_it(
    found: Found, use: Break
) -> None:
    tides = (SOURCES, "2", source("tides", "background"))
    positions = [(file, f"{one}.position.source", "almanac") for file, one in POSITIONS]
    toll: Break = (ATLAS, "silences.0.absent", [])
    assert found(tides, toll, use, *positions) == ()


POSITIONS = [
    (CORRIDOR, WEST),
    (CORRIDOR, EAST),
    ("data/forces.geojson", WEST),
    ("data/waypoints.geojson", WEST),
]
