from __future__ import annotations

from typing import Any

import pytest

from tests.checks.conftest import Expect, Found
from tests.conftest import STORY, TEXT, WHOLE, Break, claim, names, texts

ATLAS, SOURCES, EXCERPTS = "data/atlas.json", "data/sources.json", "data/excerpts.json"
CORRIDOR, FORCES, WAYPOINTS = (f"data/{n}.geojson" for n in ("corridor", "forces", "waypoints"))
WEST, EAST = "features.0.properties.claims", "features.1.properties.claims"
DEPTH = f"{EAST}.1"

TALE: list[Break] = [
    ("seeds/tale.txt", "", TEXT),
    (SOURCES, "1", {**STORY, "id": "tale", "file": "tale.txt"}),
]


def inferred(id_: str, *premises: str) -> dict[str, Any]:
    return claim(id_, "inferred", note=texts("So."), **{"from": premises})


CIRCLE = "leads round in a circle"
CASES: list[tuple[list[Break], str, str, str]] = [
    ([(CORRIDOR, f"{DEPTH}.source", "story")], CORRIDOR, "ferry-east", "cite one, and no article"),
    (
        [(CORRIDOR, f"{DEPTH}.source", "pilot-book")],
        CORRIDOR,
        "ferry-east",
        "rests on a background source",
    ),
    ([(EXCERPTS, "0.target.source", "almanac")], CORRIDOR, "ferry-west", "not from an article"),
    (
        [
            *TALE,
            (EXCERPTS, "2.target.source", "tale"),
            (CORRIDOR, f"{WEST}.0.excerpts", ["e-ferry", "e-guard"]),
        ],
        CORRIDOR,
        "ferry-west",
        "of several texts: story, tale → make one claim of each text",
    ),
    (
        [(CORRIDOR, f"{DEPTH}.relations", [{"kind": "updates", "to": "c-depth"}])],
        CORRIDOR,
        "ferry-east",
        "it has a relation to itself",
    ),
    ([(CORRIDOR, f"{EAST}.0.from", ["c-east"])], CORRIDOR, "ferry-east", CIRCLE),
    # by way of another one, and together with a sound premise
    (
        [
            (CORRIDOR, f"{EAST}.0.from", ["c-west", "c-ours"]),
            (FORCES, WEST, [inferred("c-ours", "c-east")]),
        ],
        FORCES,
        "brunn",
        CIRCLE,
    ),
    # not in the circle itself, but it leads there
    (
        [
            (CORRIDOR, f"{EAST}.0.from", ["c-east"]),
            (FORCES, WEST, [inferred("c-ours", "c-east")]),
        ],
        FORCES,
        "brunn",
        CIRCLE,
    ),
]


@pytest.mark.parametrize(("breaks", "file", "feature", "words"), CASES)
def test_a_claim_that_has_not_its_own_voice_is_found(
    expect: Expect, breaks: list[Break], file: str, feature: str, words: str
) -> None:
    expect(breaks, file, feature, words)


def test_an_inference_may_rest_on_others_and_on_background(found: Found) -> None:
    isle = claim("c-isle", "stated", words="call at", excerpts=["e-isle"])
    claims = [isle, inferred("c-then", "c-ours", "c-west"), inferred("c-ours", "c-east", "c-depth")]
    assert found((WAYPOINTS, WEST, claims)) == ()


@pytest.mark.parametrize("kind", ["supports", "repeats", "contradicts", "corrects", "updates"])
def test_a_relation_is_of_a_kind_and_to_another_claim(found: Found, kind: str) -> None:
    relation = {"kind": kind, "to": "c-guard", "on": "time", "note": texts("So.")}
    assert found((CORRIDOR, f"{DEPTH}.relations", [relation])) == ()


def finding(*claims: str) -> dict[str, Any]:
    return {"sentence": texts("So it is."), "claims": list(claims)}


def headline(*claims: str, **more: Any) -> Break:
    return ATLAS, "headline", {**finding(*claims), "hedge": texts("Reports."), **more}


UNSAID = '"c-depth" contradicts a claim of the headline, whose dispute does not name it'
IDLE = 'the headline\'s dispute names "c-guard", which contradicts none of its claims'
BETWEEN = (FORCES, f"{WEST}.0.relations", [{"kind": "contradicts", "to": "c-west"}])
AGAINST = [{"kind": "contradicts", "to": "c-depth"}]


@pytest.mark.parametrize(
    ("breaks", "whats"),
    [
        ([headline("c-guard")], []),  # nobody contradicts that
        ([headline("c-west", dispute=finding("c-depth"))], []),
        ([headline("c-west")], [UNSAID]),
        ([headline("c-guard", "c-west")], [UNSAID]),
        ([headline("c-west", dispute=finding("c-depth", "c-guard"))], [IDLE]),
        ([headline("c-west", dispute=finding("c-guard"))], [UNSAID, IDLE]),
        # another relation is no dispute
        ([headline("c-west"), (CORRIDOR, f"{DEPTH}.relations.0.kind", "supports")], []),
        # whichever of the two says so
        (
            [
                headline("c-west"),
                (CORRIDOR, f"{DEPTH}.relations", []),
                (CORRIDOR, f"{WEST}.0.relations", AGAINST),
            ],
            [UNSAID],
        ),
        # also where it is one of the headline's own
        (
            [headline("c-west", "c-guard", dispute=finding("c-depth")), BETWEEN],
            ['"c-guard" contradicts a claim of the headline, whose dispute does not name it'],
        ),
        ([headline("c-west", "c-guard", dispute=finding("c-depth", "c-guard")), BETWEEN], []),
        (
            [headline("c-west", "c-east", dispute=finding("c-depth"))],
            ["the headline rests on c-east: not stated"],
        ),
        (
            [(ATLAS, "findings", [finding("c-west"), finding("c-guard", "c-depth", "c-east")])],
            ["finding 2 rests on c-depth, c-east: not stated"],
        ),
        ([(ATLAS, "findings", [finding("c-west"), finding("c-guard", "c-isle")])], []),
    ],
)
def test_findings_are_stated_and_the_headline_says_who_disputes_it(
    found: Found, breaks: list[Break], whats: list[str]
) -> None:
    problems = found(*breaks)
    assert [(p.file, p.feature, p.what) for p in problems] == [(ATLAS, "", what) for what in whats]


WATCH = "features.2.properties"  # of the waypoints of WHOLE
NO_CLAIM = 'its part "guard" rests on no stated claim of it'


def a_part(id_: str, *, stated: bool) -> dict[str, Any]:
    look = {"shape": "square", "hue": "#1f4e8c"}
    return {"id": id_, "names": names(id_), "stated": stated, **look}


@pytest.mark.parametrize(
    ("stated", "claim", "whats"),
    [
        (True, "c-watch", []),
        (True, "c-guard", [NO_CLAIM]),  # of another mark
        (True, None, [NO_CLAIM]),
        (True, "c-east", [NO_CLAIM]),  # inferred
        (True, "c-depth", [NO_CLAIM]),  # background
        (True, "none-such", ['claim "none-such" is not in any collection']),
        (False, None, []),
        (False, "c-watch", []),
    ],
)
def test_a_part_is_taken_by_what_is_stated(
    found: Found, stated: bool, claim: str | None, whats: list[str]
) -> None:
    part = (WAYPOINTS, f"{WATCH}.part", {"id": "guard", "claim": claim})
    problems = found(*WHOLE, (ATLAS, "parts", [a_part("guard", stated=stated)]), part)
    assert [(p.feature, p.what) for p in problems] == [("watch", what) for what in whats]
