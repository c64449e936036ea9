"""The ground of a sheet: sea only where a basemap tells it from land."""

from __future__ import annotations

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas
from geo.sheet import to_svg
from geo.symbology import PALETTE
from geo.text.catalogue import words
from tests.conftest import Build
from tests.sheet.conftest import drawn
from tests.sheet.test_sheet import walk, written


@pytest.fixture
def bare(build: Build) -> Atlas:
    return load_atlas(build(("data/basemap/countries.geojson", "features", [])))


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
def test_without_a_basemap_nothing_is_drawn_as_sea(bare: Atlas, language: str) -> None:
    scene = drawn(bare, view={"language": language})
    assert PALETTE.sea not in to_svg(scene)
    assert written(scene).count(words(language, "noBasemap")) == 1
    assert "Locator" not in {group.name for group in walk(scene.children)}


def test_an_extent_without_a_basemap_is_drawn(bare: Atlas) -> None:
    assert PALETTE.sea not in to_svg(drawn(bare, view={"extent": [10, 0, 14, 4]}))


def test_with_land_there_is_sea_and_a_locator(tiny: Atlas) -> None:
    scene = drawn(tiny)
    assert PALETTE.sea in to_svg(scene)
    assert words("en", "noBasemap") not in written(scene)
    assert "Locator" in {group.name for group in walk(scene.children)}
