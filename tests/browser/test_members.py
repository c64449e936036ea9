"""The lists at the names of countries: of what is said to be within them, and nowhere in them."""

from __future__ import annotations

import pytest
import shapely
from playwright.sync_api import Frame, Page, expect

from geo.atlas.reading import load_atlas
from tests.browser.screen import (
    LANGUAGES,
    PMF,
    SIZES,
    at_rest,
    boxes,
    choose_words,
    open_page,
    path_of,
    point_of,
)

ATLAS = load_atlas()
IRAQ = shapely.get_coordinates(ATLAS.features["iraq"].shape)[0]  # lon, lat of its name
RIBBON = 7  # px: half the width of the ribbon on its casing
EDGE = 9  # px
IN_IRAQ = ".holder[data-holder=iraq]"


def test_words_lead_to_the_row_of_who_has_no_place(atlas_frame: Frame) -> None:
    before: float = atlas_frame.evaluate("map_atlas.getZoom()")
    choose_words(atlas_frame, "the Popular Mobilization Forces in Iraq")
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")
    expect(atlas_frame.locator(PMF)).to_have_attribute("aria-pressed", "true")
    at_rest(atlas_frame)
    assert atlas_frame.evaluate("map_atlas.getZoom()") == before  # there is no place to go to


def test_a_list_that_is_out_of_sight_is_brought_up(atlas_frame: Frame) -> None:
    atlas_frame.evaluate("void map_atlas.setView([35.7, 51.4], 8, { animate: false })")
    expect(atlas_frame.locator(PMF)).to_be_hidden()
    choose_words(atlas_frame, "the Popular Mobilization Forces in Iraq")
    at_rest(atlas_frame)
    (window,) = boxes(atlas_frame, ".folium-map")
    assert window.contains(shapely.Point(point_of(atlas_frame, *IRAQ)))
    assert atlas_frame.evaluate("map_atlas.getZoom()") == 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_lists_cover_nothing_that_must_be_seen(
    page: Page, own_page: str, size: tuple[int, int], language: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    frame = open_page(page, own_page, f"lang={language}")
    lists = boxes(frame, ".holder")
    assert len(lists) == 3  # Iraq, Syria, Yemen
    (window,) = boxes(frame, ".folium-map")
    ribbon = path_of(frame, shapely.union_all([one.shape for one in ATLAS.corridor]))
    controls = boxes(frame, "#tools > *, #layers, .leaflet-control")
    places = [ATLAS.features[end].shape for end in ("tehran", "damascus")]
    ends = [shapely.Point(point_of(frame, *shapely.get_coordinates(one)[0])) for one in places]
    for area in lists:
        assert window.contains(area)
        assert not area.intersects(ribbon.buffer(RIBBON))
        assert not any(area.intersects(end.buffer(28)) for end in ends)  # nor its name
        assert not any(area.intersects(control) for control in controls)
        assert not any(area.intersects(other) for other in lists if other is not area)


def test_lists_are_pills_on_a_narrow_map(page: Page, own_page: str) -> None:
    forms = "(lists) => lists.map((one) => one.dataset.form)"
    open_page(page, own_page)
    near = page.locator(".holder:is([data-holder=iraq], [data-holder=syria])")
    assert "pill" not in near.evaluate_all(forms)
    page.set_viewport_size({"width": 390, "height": 844})
    at_rest(page.main_frame)
    assert page.locator(".holder").evaluate_all(forms) == ["pill"] * 3


@pytest.mark.parametrize(
    ("by", "side", "way"),  # side of the window: left, top, right, bottom
    [((9, 0), 0, "←"), ((0, -7), 1, "↑"), ((-9, 0), 2, "→"), ((0, 7), 3, "↓")],
)
def test_the_list_of_a_country_out_of_sight_stands_at_the_edge_on_its_side(
    page: Page, own_page: str, by: tuple[int, int], side: int, way: str
) -> None:
    lon, lat = IRAQ + by
    open_page(page, own_page, f"at={lon},{lat},8")
    fold = page.locator(IN_IRAQ)
    expect(fold).to_have_attribute("data-form", "pill")
    expect(fold).to_contain_text(way)
    ((window,), (area,)) = (boxes(page.main_frame, one) for one in (".folium-map", IN_IRAQ))
    assert abs(area.bounds[side] - window.bounds[side]) <= EDGE


def test_on_a_narrow_map_a_list_is_opened_and_shut_by_keyboard(page: Page, own_page: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, own_page)
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
