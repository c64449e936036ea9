"""Where an atlas says how it was made, it says so of each record, and a person accepted each."""

from __future__ import annotations

from typing import Any

from geo.atlas.making import MAKING
from geo.checks import open_atlas
from tests.atlas.test_making import BY_HAND, PROPOSER
from tests.checks.conftest import Expect
from tests.conftest import TINY, Build

FILES = ("data/corridor.geojson", "data/forces.geojson", "data/waypoints.geojson")
FEATURES = [feature for file in FILES for feature in TINY[file]["features"]]
CLAIMS = [claim["id"] for feature in FEATURES for claim in feature["properties"]["claims"]]


def whole() -> dict[str, Any]:
    excerpts = (excerpt["id"] for excerpt in TINY["data/excerpts.json"])
    ids = {"excerpts": excerpts, "claims": CLAIMS, "positions": (f["id"] for f in FEATURES)}
    return {kind: dict.fromkeys(those, BY_HAND) for kind, those in ids.items()}


def test_one_that_names_each_record_is_sound(build: Build) -> None:
    assert open_atlas(build((MAKING, "", whole()))).making is not None


def test_a_record_that_nobody_accepted_is_found(expect: Expect) -> None:
    making = whole()
    making["excerpts"]["e-isle"] = {"proposed_by": PROPOSER}
    expect([(MAKING, "", making)], MAKING, "e-isle", "nobody accepted it")


def test_a_record_that_it_leaves_out_is_found(expect: Expect) -> None:
    making = whole()
    del making["positions"]["isle-rho"]
    expect([(MAKING, "", making)], MAKING, "isle-rho", "does not say how")


def test_a_record_that_the_atlas_lacks_is_found(expect: Expect) -> None:
    making = whole()
    making["claims"]["c-gone"] = BY_HAND
    expect([(MAKING, "", making)], MAKING, "c-gone", "has none of this id")
