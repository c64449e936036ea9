from typing import Any

import pytest
from coloraide import Color

from geo.checks.symbols import DISTANCE
from geo.symbology import PALETTE
from tests.checks.conftest import Expect, Found
from tests.conftest import Break, names

ATLAS, ACTORS = "data/atlas.json", "data/actors.json"


def part(id_: str, hue: str) -> dict[str, Any]:
    return {"id": id_, "names": names(id_), "shape": "square", "hue": hue}


CASES: list[tuple[list[Break], str, str, str]] = [
    ([(ATLAS, "layers.0.symbol.colour", "#ffcc66")], ATLAS, "ferry", f"on {PALETTE.land}"),
    ([(ATLAS, "layers.0.symbol.colour", "#ffcc66")], ATLAS, "ferry", "on #ffffff"),
    # dark enough on white paper, too pale on the map's land
    ([(ATLAS, "layers.0.symbol.colour", "#929292")], ATLAS, "ferry", "contrast of 2.98 on #fcfaf5"),
    (
        [(ATLAS, "layers.0.symbol.colour", "#1f4e8d")],
        ACTORS,
        "league",
        'too near to #1f4e8d of "ferry"',
    ),
    (
        [(ATLAS, "layers.0.symbol", {"colour": "#1f4e8c", "pattern": "diagonal", "code": "FER"})],
        ACTORS,
        "league",
        'it looks like "ferry": #1f4e8c, diagonal',
    ),
    ([(ATLAS, "layers.0.symbol.code", "UN")], ATLAS, "unplaced", 'its code UN is "ferry"\'s'),
    ([(ACTORS, "0.code", "HL")], ACTORS, "league", 'its code HL is "guild"\'s already'),
    # a layer and an actor of one name are two
    (
        [(ATLAS, "layers.0.id", "league"), (ATLAS, "layers.0.symbol.code", "HL")],
        ACTORS,
        "league",
        "its code HL",
    ),
    (
        [
            (ATLAS, "layers.1.actor", "guild"),
            (ATLAS, "layers.2", {"id": "again", "group": "actors", "actor": "guild"}),
        ],
        ATLAS,
        "guild",
        "two layers show this actor",
    ),
    # also where one of the two shows no marks
    (
        [(ATLAS, "layers.2", {"id": "again", "group": "unplaced", "actor": "league"})],
        ATLAS,
        "league",
        "two layers show this actor",
    ),
    (
        [(ATLAS, "parts", [part("one", "#1f4e8c"), part("two", "#1f4e8c")])],
        ATLAS,
        "two",
        'it looks like the part "one": square, #1f4e8c',
    ),
    ([(ATLAS, "parts", [part("one", "#ffcc66")])], ATLAS, "one", "a contrast of 1.49 on #ffffff"),
    ([(ACTORS, "1.code", "FER")], ACTORS, "league", 'its code FER is "ferry"\'s already'),
]


@pytest.mark.parametrize(("breaks", "file", "feature", "words"), CASES)
def test_what_can_not_be_told_apart_is_found(
    expect: Expect, breaks: list[Break], file: str, feature: str, words: str
) -> None:
    expect(breaks, file, feature, words)


def test_red_and_green_are_alike_to_a_colour_blind_reader(expect: Expect) -> None:
    red, green = "#a05000", "#6b6b00"
    assert Color(red).delta_e(green, method="2000") > 2 * DISTANCE
    breaks = [(ATLAS, "layers.0.symbol.colour", red), (ACTORS, "1.colour", green)]
    expect(breaks, ACTORS, "league", "deuteranopia")


def test_what_is_never_drawn_may_look_like_something_else(found: Found) -> None:
    symbol = {"colour": "#1f4e8c", "pattern": "diagonal", "code": "UN"}
    assert found((ATLAS, "layers.2.symbol", symbol)) == ()
