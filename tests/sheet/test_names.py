"""Names on the shipped sheets: nothing that the map rests on is lost for want of room."""

from __future__ import annotations

from typing import Any

import pytest

from geo.order import PAPERS
from geo.sheet.labels import compact
from geo.sheet.scene import texts
from geo.sheet.words import words
from geo.tour import numbers
from geo.view import View, narrowed
from tests.sheet.conftest import drawn, shipped

PLACES = ("tehran", "damascus", "iran", "iraq", "syria", "lebanon", "mediterranean")


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
@pytest.mark.parametrize("paper", PAPERS)
def test_every_place_on_the_corridor_is_named(paper: str, language: str) -> None:
    said = {
        text.text
        for text in texts(drawn(shipped(), paper=paper, view={"language": language}).children)
    }
    names = {shipped().features[one].properties.names[language] for one in PLACES}
    assert names - said == set()


VIEWS: list[dict[str, Any]] = [
    {},
    {"layers": [layer.id for layer in shipped().manifest.layers]},
    {"layers": ["places", "corridor", "route-tanf", "route-northern", "route-euphrates"]},
    {"extent": [20, 20, 60, 45]},
    {"extent": [41, 32, 50, 37]},
    {"extent": [35, 32, 38, 36]},
]
FAR = {"elsewhere", "arab-coalition"}  # their layers lie outside of these maps, which say so


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("asked", VIEWS)
def test_all_that_is_said_of_a_mark_is_on_the_map_or_beside_it(
    asked: dict[str, Any], paper: str, language: str
) -> None:
    view = View.model_validate(asked | {"language": language})
    scene = drawn(shipped(), paper=paper, view=view)
    said = " ".join(text.text for text in texts(scene.children))
    atlas = narrowed(shipped(), view)
    number = numbers(atlas)
    for feature in atlas.features.values():
        properties = feature.properties
        if feature.shape is None or properties.layer in FAR:
            continue
        assert compact(number[e] for claim in feature.claims for e in claim.excerpts) in said
        layer = next(one for one in atlas.manifest.layers if one.id == properties.layer)
        if properties.kind != "segment":
            assert properties.names[language] in said or atlas.look_of(layer).symbol.code in said
    for about, phrase in (("use", "noUseReported"), ("holder", "noForceNamed")):
        stretches = [f for f in atlas.features.values() if f.properties.kind == "segment"]
        silent = [s for f in stretches for s in f.properties.silences if s.about == about]
        in_key = 1 if about == "use" and stretches else 0
        assert said.count(words(language, phrase)) >= len(silent) + in_key
