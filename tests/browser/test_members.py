"""The lists at the names of countries: of what is said to be within them, and nowhere in them."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from playwright.sync_api import FloatRect, Frame, Page, expect

from geo.atlas.reading import load_atlas
from tests.browser.screen import at_rest, point_of

PMF = "#members [data-mark=pmf-iraq]"  # its row in the list at Iraq's name
ATLAS = load_atlas()
IRAQ = shapely.get_coordinates(ATLAS.features["iraq"].shape)[0]  # lon, lat of its name
LANGUAGES = ["en", "ar", "fa"]


def test_words_lead_to_the_row_of_who_has_no_place(atlas_frame: Frame) -> None:
    before: float = atlas_frame.evaluate("map_atlas.getZoom()")
    atlas_frame.click(".piece:has-text('the Popular Mobilization Forces in Iraq')")
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")
    expect(atlas_frame.locator(PMF)).to_have_attribute("aria-pressed", "true")
    at_rest(atlas_frame)
    assert atlas_frame.evaluate("map_atlas.getZoom()") == before  # there is no place to go to


def test_a_list_that_is_out_of_sight_is_brought_up(atlas_frame: Frame) -> None:
    atlas_frame.evaluate("void map_atlas.setView([35.7, 51.4], 8, { animate: false })")
    expect(atlas_frame.locator(PMF)).to_be_hidden()
    atlas_frame.click(".piece:has-text('the Popular Mobilization Forces in Iraq')")
    at_rest(atlas_frame)
    x, y = point_of(atlas_frame, *IRAQ)
    box = atlas_frame.locator(".folium-map").bounding_box()
    assert box is not None
    assert box["x"] < x < box["x"] + box["width"]
    assert box["y"] < y < box["y"] + box["height"]
    assert atlas_frame.evaluate("map_atlas.getZoom()") == 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)], ids=str)
def test_lists_cover_nothing_that_must_be_seen(
    page: Page, own_page: str, size: tuple[int, int], language: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{own_page}#lang={language}")
    at_rest(page.main_frame)
    lists = [box for one in page.locator(".holder:visible").all() if (box := one.bounding_box())]
    assert len(lists) == 3  # Iraq, Syria, Yemen
    frame = page.locator(".folium-map").bounding_box()
    assert frame is not None
    line = shapely.union_all([one.shape for one in ATLAS.corridor])
    along = [line.interpolate(part, normalized=True) for part in np.linspace(0, 1, 60)]
    ends = [point_of(page.main_frame, at.x, at.y) for at in along]
    kept = [
        box for one in page.locator("#tools, .leaflet-bar").all() if (box := one.bounding_box())
    ]
    for box in lists:
        area = shapely.box(*edges(box))
        assert shapely.box(*edges(frame)).contains(area)
        assert not any(area.buffer(4).contains(shapely.Point(*at)) for at in ends)
        assert not any(area.intersects(shapely.box(*edges(other))) for other in kept)
        for end in ("tehran", "damascus"):
            lon, lat = shapely.get_coordinates(ATLAS.features[end].shape)[0]
            point = shapely.Point(*point_of(page.main_frame, lon, lat))
            assert not area.intersects(point.buffer(28))  # nor its name
        others = [shapely.box(*edges(other)) for other in lists if other is not box]
        assert not any(area.intersects(other) for other in others)


def edges(box: FloatRect) -> tuple[float, float, float, float]:
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def test_on_a_narrow_map_a_list_is_opened_and_shut_by_keyboard(page: Page, own_page: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(own_page)
    at_rest(page.main_frame)
    fold = page.locator(".holder[data-holder=syria] .fold")
    expect(fold).to_have_attribute("aria-expanded", "false")
    row = page.locator(".holder[data-holder=syria] .member").first
    expect(row).to_be_hidden()
    fold.press("Enter")
    expect(fold).to_be_focused()
    expect(fold).to_have_attribute("aria-expanded", "true")
    row.press("Enter")
    expect(page.locator("#card h2")).to_contain_text("Syria")
    fold.press("Enter")
    expect(row).to_be_hidden()
