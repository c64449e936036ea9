from __future__ import annotations

import pytest

from geo.checks.words import LONGEST
from tests.checks.conftest import Expect, Found
from tests.conftest import GONE, TEXT, Break, excerpt

ACTORS, EXCERPTS = "data/actors.json", "data/excerpts.json"
CORRIDOR, FORCES = "data/corridor.geojson", "data/forces.geojson"
WEST = "features.0.properties.claims.0"
BRUNN = "features.0.properties.aliases"
EAST = "features.1.properties.claims.0"  # inferred from c-west

ROOM = "runs a ferry from Aldport to Brunn. Boats 🛶 call at Isle Rho"  # 60 characters
WHOLE = excerpt("e-ferry", f"Salt Guild {ROOM}")

CASES: list[tuple[list[Break], str, str]] = [
    ([(CORRIDOR, f"{WEST}.words", "controls")], "ferry-west", "words “controls” are in none"),
    # printed, but as a part of a longer word
    ([(CORRIDOR, f"{WEST}.words", "run")], "ferry-west", "words “run” are in none"),
    # printed, but not in an excerpt of this claim
    ([(CORRIDOR, f"{WEST}.words", "guards Brunn")], "ferry-west", "“guards Brunn” are in none"),
    ([(CORRIDOR, f"{WEST}.words", "Runs a ferry")], "ferry-west", "“Runs a ferry” are in none"),
    ([(CORRIDOR, f"{WEST}.words", "Salt Guild")], "ferry-west", "“Salt Guild” are only a name"),
    ([(CORRIDOR, f"{WEST}.words", "the Salt Guild")], "ferry-west", "“the Salt Guild” are only a"),
    ([(CORRIDOR, f"{WEST}.words", "the")], "ferry-west", "“the” are only a name"),
    # of another record, which says nothing of this one
    (
        [(CORRIDOR, f"{WEST}.words", "Aldport"), (FORCES, BRUNN, ["Brunn", "Aldport"])],
        "ferry-west",
        "“Aldport” are only a name",
    ),
    # within another word, and blank
    ([(CORRIDOR, f"{WEST}.hedges", ["gest"])], "ferry-west", "hedge “gest” is not in the"),
    ([(CORRIDOR, f"{WEST}.hedges", [" "])], "ferry-west", "hedge “ ” is not in the"),
    (
        [(EXCERPTS, "0", WHOLE), (CORRIDOR, f"{WEST}.words", f"Guild {ROOM}")],
        "ferry-west",
        f"has room for {LONGEST}",
    ),
    ([(CORRIDOR, f"{WEST}.hedges", ["suggests"])], "ferry-west", "hedge “suggests” is not in the"),
    # printed, but in the next paragraph
    ([(CORRIDOR, f"{WEST}.hedges", ["At night"])], "ferry-west", "hedge “At night” is not in the"),
    (
        [(CORRIDOR, f"{WEST}.hedges", ["suggest", "perhaps"])],
        "ferry-west",
        "hedge “perhaps” is not in the paragraph",
    ),
    ([(CORRIDOR, f"{WEST}.actors", [])], "ferry-west", "names its mark or an actor"),
    ([(CORRIDOR, f"{WEST}.actors", ["league"])], "ferry-west", "names its mark or an actor"),
    ([(ACTORS, "0.aliases", [])], "ferry-west", "names its mark or an actor"),
    ([(CORRIDOR, f"{EAST}.words", "guards Brunn")], "ferry-east", "“guards Brunn” are in none"),
    (
        [
            (CORRIDOR, f"{EAST}.words", "Salt Guild"),
            (CORRIDOR, f"{EAST}.actors", ["guild"]),
        ],
        "ferry-east",
        "“Salt Guild” are only a name",
    ),
]


@pytest.mark.parametrize(("breaks", "feature", "words"), CASES)
def test_what_the_excerpts_of_a_claim_do_not_bear_out_is_found(
    expect: Expect, breaks: list[Break], feature: str, words: str
) -> None:
    expect(breaks, CORRIDOR, feature, words)


SOUND: list[list[Break]] = [
    [(CORRIDOR, f"{WEST}.words", "the Salt Guild runs")],  # more than a name
    # another record's name, which has one of its own in it
    [
        (CORRIDOR, f"{WEST}.words", "ferry from Aldport"),
        (CORRIDOR, "features.0.properties.aliases", ["Aldport"]),
        (FORCES, BRUNN, ["Brunn", "ferry from Aldport"]),
    ],
    [(CORRIDOR, f"{WEST}.hedges", ["suggest", "Reports"])],
    [(CORRIDOR, f"{WEST}.hedges", [])],
    [(CORRIDOR, f"{EAST}.words", "a ferry from Aldport")],  # of the claim that it is from
    [(CORRIDOR, f"{WEST}.actors", ["league", "guild"])],  # one of them is enough
    [(EXCERPTS, "0", WHOLE), (CORRIDOR, f"{WEST}.words", ROOM)],
]


@pytest.mark.parametrize("breaks", SOUND)
def test_what_they_do_bear_out_passes(found: Found, breaks: list[Break]) -> None:
    assert found(*breaks) == ()


@pytest.mark.parametrize(
    "breaks",
    [
        # each has its own problem, and that is the only one
        [(CORRIDOR, f"{WEST}.actors", ["none-such"]), (ACTORS, "0", GONE)],
        [(EXCERPTS, "0.target.selector.1.start", 0)],
        [(CORRIDOR, f"{EAST}.from", ["none-such"]), (CORRIDOR, f"{EAST}.words", "runs a ferry")],
        [("seeds/story.txt", "", TEXT.replace("Reports suggest", "It is said that"))],
    ],
)
def test_what_cannot_be_looked_up_is_not_blamed(found: Found, breaks: list[Break]) -> None:
    problems = found(*breaks)
    assert problems
    assert not any("claim " in problem.what and "hedge" in problem.what for problem in problems)
    assert not any("its words" in problem.what for problem in problems)
    assert not any("names its mark" in problem.what for problem in problems)
