"""Names on the shipped sheets: nothing that the map rests on is lost for want of room."""

from __future__ import annotations

import pytest

from geo.atlas.reading import load_atlas
from geo.sheet.hosts import name_of
from geo.sheet.scene import Path, groups, texts
from geo.text.catalogue import words
from tests.conftest import TINY, Build, line, shipped
from tests.sheet.conftest import drawn, shipped_sheet
from tests.sheet.hosts import hosts

PLACES = ("tehran", "damascus", "iran", "iraq", "syria", "lebanon")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("style", "paper", "language"),
    [
        ("one-page", "wide", "en"),
        ("one-page", "a4-portrait", "ar"),
        ("one-page", "letter", "fa"),
        ("map", "a4", "en"),
    ],
)
def test_each_place_and_each_force_of_the_corridor_is_named(
    style: str, paper: str, language: str
) -> None:
    scene = shipped_sheet(style=style, paper=paper, view={"language": language})
    atlas, said = shipped(), " ".join(text.text for text in texts(scene.children))
    for id_ in PLACES:
        name = atlas.features[id_].properties.names[language]
        assert name in said or name.upper() in said
    for force in atlas.features.values():
        if force.properties.within in {"iraq", "syria"}:
            first = name_of(atlas, force, language).split(" ")[0]  # a long name is broken
            assert first in said


def test_marks_at_one_place_share_a_name_with_their_number(build: Build) -> None:
    (unplaced, *_) = TINY["data/waypoints.geojson"]["features"]
    first = {**unplaced, "geometry": {"type": "Point", "coordinates": [14, 3]}}
    first["properties"] = {**first["properties"], "layer": "ferry"}
    (claim,) = first["properties"]["claims"]
    own = {"claims": [{**claim, "id": "c-again"}]}
    again = {**first, "id": "again", "properties": {**first["properties"], **own}}
    at = [("data/waypoints.geojson", "features", [first, again])]
    said = [text.text for text in texts(drawn(load_atlas(build(*at))).children)]
    assert any(text.endswith(f", {words('en', 'more', 1)}") for text in said)


def test_a_country_that_no_force_is_in_says_so() -> None:
    said = [text.text for text in texts(shipped_sheet(style="map").children)]
    assert words("en", "noForceHere") in said


def test_of_a_stretch_without_use_it_is_said_where_it_begins() -> None:
    said = " ".join(text.text for text in texts(shipped_sheet(style="map").children))
    assert "beyond Damascus:" in said
    assert "only an aim; no use reported" in said


def test_a_card_is_tied_to_its_country(build: Build) -> None:
    scene = drawn(load_atlas(build(*hosts())), style="map")
    (card,) = (group for group in groups(scene.children) if group.name.startswith("In "))
    said = [text.text for text in texts((card,))]
    assert any("guards Brunn" in text for text in said)
    assert any(isinstance(item, Path) for item in card.children)


def test_what_is_said_of_use_stands_along_the_line(build: Build) -> None:
    corridor = "data/corridor.geojson"
    way = (corridor, "features.0.geometry", line((10.5, 3), (17.5, 3.4)))
    atlas = load_atlas(build(way, (corridor, "features.0.properties.kind", "segment")))
    along = [group for group in groups(drawn(atlas).children) if group.name.startswith("Along")]
    turned = [text for text in texts(tuple(along)) if text.angle]
    assert any(words("en", "useReported") in text.text for text in turned)
