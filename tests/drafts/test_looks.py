"""Actors and layers get looks that a reader can tell apart."""

from __future__ import annotations

from itertools import combinations, repeat

import pytest

from geo.atlas.errors import AtlasError
from geo.atlas.model import Symbol
from geo.checks.symbols import DISTANCE, distance, is_pale
from geo.drafts.looks import Looks
from tests.conftest import shipped

NAMES = ["Salt Guild", "Salt Gild", "", "Ö", "الحرس", "A B C D E F", "Salt Guild"]


def test_each_is_told_from_all_others_and_seen_on_the_map() -> None:
    looks = Looks([])
    symbols = [Symbol.model_validate(looks.complete({}, name)) for name in NAMES * 2]
    assert len({symbol.code for symbol in symbols}) == len(symbols)
    assert not any(is_pale(symbol.colour) for symbol in symbols)
    pairs = combinations(symbols, 2)
    assert all(distance(one.colour, other.colour) >= DISTANCE for one, other in pairs)


def test_what_is_given_stays_and_what_is_taken_is_not_given_again() -> None:
    taken = [actor.model_dump() for actor in shipped().actors.values()]
    given = {"colour": "#123456", "code": "XX"}
    assert Looks(taken).complete(given, "Salt") == {**given, "pattern": "solid"}
    assert Looks([{"code": "SG"}]).complete({}, "Salt Guild")["code"] == "SAL"


def test_more_than_can_be_told_apart_are_refused() -> None:
    looks = Looks([])
    with pytest.raises(AtlasError, match="more layers are drawn than colours"):
        list(map(looks.complete, repeat({}, 500), repeat("x")))
