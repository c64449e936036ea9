"""What is drawn: no mark too small to be seen, and no sea that nobody knows of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import shapely
from playwright.sync_api import Page

from geo.symbology import PALETTE
from tests.browser.conftest import page_of
from tests.browser.screen import open_page
from tests.conftest import GONE, Build, line, square

# Degrees: a screen's pixel is a thousandth of one at the closest.
TINY_SHAPES = [line((15, 1), (15.0002, 1)), square(15, 1, 0.0001), square(15, 1, 0.003)]


@pytest.mark.parametrize("shape", TINY_SHAPES, ids=["line", "square", "larger square"])
def test_what_is_too_small_for_a_line_is_a_point(
    page: Page, build: Build, tmp_path: Path, shape: dict[str, Any]
) -> None:
    folder = build(("data/forces.geojson", "features.0.geometry", shape))
    open_page(page, page_of(folder, tmp_path / "out"))
    drawn = """() => {
        const canvas = document.querySelector(".leaflet-layer-guards-pane canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((value, at) => at % 4 === 3 && value > 200).length;
    }"""
    assert page.evaluate(drawn) > 100  # pixels: a point of 13 across has some 130


def test_without_countries_nothing_is_said_to_be_sea(
    page: Page, build: Build, tmp_path: Path
) -> None:
    folder = build(
        ("data/basemap/countries.geojson", "features", []),
        ("data/corridor.geojson", "features.0.properties.country", GONE),
        ("data/forces.geojson", "features.0.properties.country", GONE),
    )
    open_page(page, page_of(folder, tmp_path / "out"))
    ground = page.evaluate(
        """() => {
            const canvas = document.querySelector(".leaflet-basemap-pane canvas");
            return [...canvas.getContext("2d").getImageData(9, 9, 1, 1).data.slice(0, 3)];
        }"""
    )
    assert ground == [*bytes.fromhex(PALETTE.land[1:])]
    bounds = page.evaluate("map_atlas.getBounds().toBBoxString().split(',').map(Number)")
    assert shapely.box(*bounds).contains(shapely.box(15, 1, 17, 3))  # Brunn is in sight
