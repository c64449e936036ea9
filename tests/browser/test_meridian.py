"""An atlas of both sides of 180° is one map: it opens on its marks, and finds them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import page_of
from tests.browser.screen import at_rest, click_place, open_page
from tests.other_atlases import moved, other_atlas

ROOK_BAY, ALDER = (180.44, -45.1), (179.1, -45.15)
WHERE = """() => {
    const { width, height } = map_atlas.getContainer().getBoundingClientRect();
    return [[-45.1, 180.44], [-45.15, 179.1]].map((place) => {
        const { x, y } = map_atlas.latLngToContainerPoint(place);
        return x > 0 && y > 0 && x < width && y < height;
    });
}"""


@pytest.fixture(scope="module")
def isles(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("isles")
    return page_of(other_atlas(folder / "atlas", moved(240)), folder)


@pytest.fixture
def opened(page: Page, isles: str) -> Page:
    page.emulate_media(reduced_motion="reduce")
    open_page(page, isles)
    return page


def test_it_opens_on_its_marks(opened: Page) -> None:
    assert opened.evaluate(WHERE) == [True, True]
    across = opened.evaluate("() => map_atlas.distance([-45.1, 180.44], [-45.15, 179.1]) / 1000")
    assert across == pytest.approx(105, abs=2)
    expect(opened.locator(".leaflet-control-scale-line")).to_have_text(re.compile(r"^\d\d km"))


def test_a_click_finds_marks_on_both_sides(opened: Page) -> None:
    for place, name in ((ROOK_BAY, "Rook Bay"), (ALDER, "Alder Harbour")):
        click_place(opened, opened.main_frame, *place)
        expect(opened.locator("#card h2")).to_have_text(name)


def test_a_link_says_the_place_within_180_degrees_and_leads_back(opened: Page, isles: str) -> None:
    opened.evaluate("void map_atlas.setView([-45.3, 180.4], 10, { animate: false })")
    at_rest(opened.main_frame)
    assert re.search(r"at=-179\.[56]\d*,-45\.[23]\d*,10", opened.evaluate("location.hash"))
    open_page(opened, isles, "at=-179.6,-45.3,10")
    assert opened.evaluate("map_atlas.getCenter().lng") == pytest.approx(180.4, abs=0.02)
    click_place(opened, opened.main_frame, *ROOK_BAY)
    expect(opened.locator("#card h2")).to_have_text("Rook Bay")
    opened.click("#full-extent")
    at_rest(opened.main_frame)
    assert opened.evaluate(WHERE) == [True, True]
