"""Names on the shipped sheets: nothing that the map rests on is lost for want of room."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from geo.atlas.reading import load_atlas
from geo.atlas.view import View, narrowed
from geo.export_options import PAPERS
from geo.sheet.label_candidates import facts_of
from geo.sheet.scene import Path, texts
from geo.sheet.tags import compact
from geo.text.catalogue import words
from tests.conftest import Build, line, shipped, square
from tests.sheet.conftest import drawn, shipped_sheet
from tests.sheet.test_sheet import group, walk

VIEWS: list[dict[str, Any]] = [
    {},
    {"layers": [layer.id for layer in shipped().manifest.layers]},
    {"layers": ["places", "corridor", "route-tanf", "route-northern", "route-euphrates"]},
    {"extent": [20, 20, 60, 45]},
    {"extent": [41, 32, 50, 37]},
    {"extent": [35, 32, 38, 36]},
]
FAR = {"elsewhere", "arab-coalition"}  # their layers lie outside of these maps, which say so


LANGUAGES = ["en", "ar", "fa"]


def sheets() -> Iterator[Any]:
    """Yield each view on each paper in each language.

    A third is drawn in every run: each two of view, paper and language meet in it.
    """
    for (i, view), (j, paper), (k, language) in product(
        *map(enumerate, (VIEWS, PAPERS, LANGUAGES))
    ):
        is_quick = (i + j + k) % len(LANGUAGES) == 0
        yield pytest.param(view, paper, language, marks=[] if is_quick else [pytest.mark.slow])


@pytest.mark.parametrize(("asked", "paper", "language"), list(sheets()))
def test_all_that_is_said_of_a_mark_is_on_the_map_or_beside_it(
    asked: dict[str, Any], paper: str, language: str
) -> None:
    view = View.model_validate(asked | {"language": language})
    scene = shipped_sheet(paper=paper, view=view)
    said = " ".join(text.text for text in texts(scene.children))
    atlas = narrowed(shipped(), view)
    number = atlas.excerpt_numbers
    for feature in atlas.features.values():
        properties = feature.properties
        if not atlas.places[feature.id] or properties.layer in FAR or feature.id in atlas.parts:
            continue
        layer = next(one for one in atlas.manifest.layers if one.id == properties.layer)
        style = atlas.style_of(layer)
        if feature.shape is None:  # it stands by a name, or the sheet says that it isn't here
            assert properties.names[language] in said or style.names[language] in said
            if properties.names[language] not in said:
                continue
        cited = (number[e] for claim in feature.claims for e in atlas.grounds(claim))
        assert compact(cited, language) in said
        if properties.kind != "segment":
            assert properties.names[language] in said or style.symbol.code in said
    for phrase in ("noUseReported", "noForceNamed"):
        stretches = [f for f in atlas.features.values() if f.properties.kind == "segment"]
        silent = [f for f in stretches if phrase in facts_of(atlas, f)]
        in_key = 1 if phrase == "noUseReported" and stretches else 0
        assert said.count(words(language, phrase)) >= len(silent) + in_key


@pytest.mark.parametrize("hidden", [set(), {"pmf", "iraqi-army", "russia", "syrian-army"}])
def test_no_force_is_said_to_be_named_only_where_none_is_in_the_country(hidden: set[str]) -> None:
    layers = {layer.id for layer in shipped().manifest.layers} - hidden
    atlas = narrowed(shipped(), View.model_validate({"layers": layers}))
    stretches = [f for f in atlas.features.values() if f.properties.kind == "segment"]
    silent = [f.id for f in stretches if "noForceNamed" in facts_of(atlas, f)]
    assert silent == ["corridor-iran", "corridor-lebanon"]


def test_the_numbers_of_a_narrow_area_stand_beside_its_code(build: Build) -> None:
    small = square(16.03, 1.97, 0.06)  # at the end of a line, which leaves no room in it
    atlas = load_atlas(build(("data/forces.geojson", "features.0.geometry", small)))
    labels = group(drawn(atlas).children, "Labels")
    said = {text.text: text.at for text in texts(labels.children)}
    assert 0 < said["2"][0] - said["HL"][0] < 30
    assert abs(said["2"][1] - said["HL"][1]) < 1


def test_what_is_said_of_a_steep_stretch_stands_beside_it(build: Build) -> None:
    corridor = "data/corridor.geojson"
    steep = (corridor, "features.0.geometry", line((13, -2), (13, 2)))
    atlas = load_atlas(build(steep, (corridor, "features.0.properties.kind", "segment")))
    (said,) = (one for one in walk(drawn(atlas).children) if one.name.startswith("use reported"))
    assert not [one for one in said.children if isinstance(one, Path) and not one.closed]
