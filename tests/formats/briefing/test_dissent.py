from __future__ import annotations

import pytest

from geo.atlas.reading import load_atlas
from geo.formats.briefing.dissent import disputes
from tests.conftest import Build

RELATIONS = "features.1.properties.claims.{}.relations"


@pytest.mark.parametrize(
    ("contradicts", "sides"),
    [
        ({0: ["c-west"]}, [(["c-west"], ["c-east"])]),
        ({0: ["c-west"], 1: ["c-west"]}, [(["c-west"], ["c-east", "c-depth"])]),
        ({0: ["c-depth"], 1: ["c-east"]}, [(["c-east"], ["c-depth"])]),
        ({0: ["c-west"], 1: ["c-guard"]}, [(["c-west"], ["c-east"]), (["c-guard"], ["c-depth"])]),
        ({0: []}, []),
    ],
)
def test_a_dispute_has_two_sides(
    build: Build, contradicts: dict[int, list[str]], sides: list[tuple[list[str], list[str]]]
) -> None:
    breaks = [
        (
            "data/corridor.geojson",
            RELATIONS.format(number),
            [{"kind": "contradicts", "to": one} for one in contradicts.get(number, [])],
        )
        for number in (0, 1)
    ]
    found = disputes(load_atlas(build(*breaks)))
    assert [([c.id for c in one.disputed], [c.id for c in one.disputing]) for one in found] == sides


@pytest.mark.parametrize("kind", ["supports", "repeats", "corrects", "updates"])
def test_only_what_contradicts_is_a_dispute(build: Build, kind: str) -> None:
    path = RELATIONS.format(1)
    atlas = load_atlas(build(("data/corridor.geojson", path, [{"kind": kind, "to": "c-west"}])))
    assert disputes(atlas) == []
