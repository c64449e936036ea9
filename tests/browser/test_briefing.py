"""The tour along the corridor, and the briefing: one stop at a time, by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from geo.atlas.reading import load_atlas
from tests.browser.screen import at_rest

STATUS = "#bar [role=status]"
FIRST = next(iter(load_atlas().itinerary.values()))[0].properties.names[
    "en"
]  # what begins the tour


def brief(page: Page, frame: Frame) -> None:
    frame.locator("#brief").press("Enter")
    expect(frame.locator("#bar")).to_be_visible()


def test_next_and_previous_walk_the_corridor(atlas_frame: Frame) -> None:
    atlas_frame.fill("#find", "tehran")
    atlas_frame.click("#found [role=option] >> nth=0")
    expect(atlas_frame.locator("#card h2")).to_have_text("Tehran")
    seen = []
    forward = atlas_frame.locator("#stepper button[aria-label=Next]")
    while forward.is_enabled():
        seen.append(atlas_frame.locator("#card h2").inner_text())
        forward.click()
    stops = list(dict.fromkeys(seen))
    assert len(stops) > 20
    assert [name for name in stops if name in ("Tehran", "Iraq", "Damascus", "Lebanon")] == [
        "Tehran",
        "Iraq",
        "Damascus",
        "Lebanon",
    ]
    atlas_frame.click("#stepper button[aria-label=Previous]")
    expect(atlas_frame.locator("#card h2")).to_have_text(seen[-1])


def test_a_briefing_starts_at_the_first_stop_and_shows_it_large(
    page: Page, atlas_frame: Frame
) -> None:
    small: str = atlas_frame.evaluate("getComputedStyle(document.querySelector('#card')).fontSize")
    brief(page, atlas_frame)
    expect(atlas_frame.locator("#card h2")).to_have_text(FIRST)
    expect(atlas_frame.locator(STATUS)).to_contain_text("stop 1 of")
    large: str = atlas_frame.evaluate("getComputedStyle(document.querySelector('#card')).fontSize")
    assert float(large[:-2]) > 1.3 * float(small[:-2])
    for hidden in ("#layers", "#reader", "#find"):
        expect(atlas_frame.locator(hidden)).to_be_hidden()
    assert atlas_frame.evaluate("document.fullscreenElement !== null")


def test_it_is_walked_by_keyboard_alone(page: Page, atlas_frame: Frame) -> None:
    brief(page, atlas_frame)
    page.keyboard.press("ArrowRight")
    expect(atlas_frame.locator(STATUS)).to_contain_text("stop 2 of")
    page.keyboard.press("PageDown")  # a clicker's key
    expect(atlas_frame.locator(STATUS)).to_contain_text("stop 3 of")
    page.keyboard.press("ArrowLeft")
    expect(atlas_frame.locator(STATUS)).to_contain_text("stop 2 of")
    page.keyboard.press("End")
    status = atlas_frame.locator(STATUS).inner_text()
    numbers = re.findall(r"\d+", status)
    assert numbers[0] == numbers[1]
    page.keyboard.press("ArrowRight")  # nowhere to go from the last stop
    expect(atlas_frame.locator(STATUS)).to_have_text(status)
    page.keyboard.press("Home")
    expect(atlas_frame.locator("#card h2")).to_have_text(FIRST)
    page.keyboard.press("Escape")
    expect(atlas_frame.locator("#bar")).to_be_hidden()
    expect(atlas_frame.locator("#brief")).to_be_focused()
    expect(atlas_frame.locator("#article")).to_be_visible()


def test_arrows_follow_the_direction_of_reading(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.select_option("#language", "fa")
    brief(page, atlas_frame)
    page.keyboard.press("ArrowLeft")
    expect(atlas_frame.locator("#bar progress")).to_have_js_property("value", 2)


def test_a_briefing_is_in_the_link(page: Page, own_page: str) -> None:
    page.goto(f"{own_page}#f=damascus&t=1")
    expect(page.locator("#bar")).to_be_visible()
    expect(page.locator("#card h2")).to_have_text("Damascus")
    page.keyboard.press("Escape")
    expect(page.locator("#bar")).to_be_hidden()
    assert "t=1" not in page.url


def test_a_tour_stops_only_at_what_is_shown(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.click("#none")
    atlas_frame.click("label[for=layer-pmf]")
    brief(page, atlas_frame)
    expect(atlas_frame.locator(STATUS)).to_have_text("stop 1 of 1")
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_is_cut_at_any_size(page: Page, own_page: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{own_page}#f=pmf-iraq&t=1")
    at_rest(page.main_frame)
    for selector in ("#bar button >> nth=-1", "#card h2", "#title", "#stage"):
        box = page.locator(selector).bounding_box()
        assert box is not None, selector
        assert box["x"] >= 0, selector
        assert box["x"] + box["width"] <= size[0], selector
        assert box["width"] > 30, selector
