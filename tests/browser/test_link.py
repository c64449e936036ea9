"""The view in the address: shared, gone back to, kept through a reload."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from geo.atlas.reading import load_atlas
from tests.browser.conftest import frame_of
from tests.browser.screen import at_rest, choose_words, click_place, open_page, switch


def open_link(page: Page, app_url: str, link: str) -> Frame:
    page.goto(f"{app_url}/?{link}")
    return frame_of(page)


def test_a_choice_is_in_the_address_and_a_reload_keeps_it(page: Page, atlas_frame: Frame) -> None:
    choose_words(atlas_frame, "the Popular Mobilization Forces in Iraq")
    switch(atlas_frame, "irgc")
    atlas_frame.evaluate("void map_atlas.setView([33, 43], 6.5, { animate: false })")
    at_rest(atlas_frame)
    expect(page).to_have_url(re.compile(r"\?f=pmf-iraq&x=[^&]+&l=[^&]*&at="))
    place = atlas_frame.evaluate("map_atlas.getCenter().lng")
    page.reload()
    frame = frame_of(page)
    expect(frame.locator("#card h2")).to_contain_text("PMF")
    expect(frame.locator("#layer-irgc")).not_to_be_checked()
    assert frame.evaluate("map_atlas.getCenter().lng") == pytest.approx(place, abs=0.01)


def test_back_and_forward(page: Page, atlas_frame: Frame) -> None:
    for words in ("the Popular Mobilization Forces in Iraq", "the regime army in Syria"):
        choose_words(atlas_frame, words)
        at_rest(atlas_frame)
    page.go_back()
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")
    page.go_forward()
    expect(atlas_frame.locator("#card h2")).to_contain_text("Syria")
    page.go_back()
    page.go_back()
    expect(atlas_frame.locator("#stepper")).to_be_hidden()
    assert atlas_frame.evaluate("map_atlas.getZoom()") < 6.5  # the corridor, whole again


def test_the_way_back_shows_the_map_as_it_was(page: Page, atlas_frame: Frame) -> None:
    opening: float = atlas_frame.evaluate("map_atlas.getZoom()")
    for lon, lat in ((36.29, 33.51), (51.42, 35.69)):  # a click on a mark moves nothing
        click_place(page, atlas_frame, lon, lat)
        at_rest(atlas_frame)
    page.go_back()
    expect(atlas_frame.locator("#card h2")).to_have_text("Damascus")
    at_rest(atlas_frame)
    assert atlas_frame.evaluate("map_atlas.getZoom()") == opening
    assert "at=" not in page.url


def test_a_link_shows_what_it_was_made_of(page: Page, app_url: str) -> None:
    frame = open_link(page, app_url, "f=damascus&l=corridor,places&b=stated&lang=ar")
    expect(frame.locator("#card h2")).to_have_text("دمشق")
    expect(frame.locator("#article-only")).to_have_attribute("aria-pressed", "true")
    assert frame.locator("#layers .row[data-layer] input:checked").count() == 2
    expect(frame.locator("html")).to_have_attribute("dir", "rtl")


def test_a_stale_link_says_so_and_shows_the_rest(page: Page, app_url: str) -> None:
    frame = open_link(page, app_url, "f=atlantis&l=corridor,gone")
    expect(frame.locator("#notice")).to_contain_text("atlantis, gone")
    assert frame.locator("#layers .row[data-layer] input:checked").count() == 1


def test_an_excerpt_that_is_not_the_marks_gives_way_to_its_own(page: Page, app_url: str) -> None:
    frame = open_link(page, app_url, "f=damascus&x=e44")
    expect(frame.locator("#stepper")).to_contain_text("Excerpt 1 of 1")


def test_what_else_stands_in_the_query_stays(page: Page, app_url: str) -> None:
    frame = open_link(page, app_url, "embed=true")
    choose_words(frame, "the regime army in Syria")
    expect(page).to_have_url(re.compile(r"\?embed=true&f="))


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_a_page_that_nobody_touched_has_a_bare_address(
    page: Page, own_page: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    open_page(page, own_page)
    assert page.url == own_page


@pytest.mark.parametrize("link", ["", "f=damascus", "%%%", "f=%3Cimg%20src=x%3E", "at=,,&l=,"])
def test_a_page_of_its_own_takes_any_fragment(page: Page, own_page: str, link: str) -> None:
    page.goto(f"{own_page}#{link}")
    expect(page.locator("body.ready")).to_be_visible()
    expect(page.locator("#card h2")).to_be_visible()
    choose_words(page.main_frame, "the regime army in Syria")
    expect(page).to_have_url(re.compile("#f=syrian-army-syria"))


@pytest.mark.parametrize("link", ["f=%3Cimg%20src=x%20onerror=alert(1)%3E", "at=1,2&l=%00", "%%%"])
def test_a_hostile_link_is_only_text(page: Page, app_url: str, link: str) -> None:
    frame = open_link(page, app_url, link)
    assert frame.locator("img").count() == 0
    expect(frame.locator("#card h2")).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_right_to_left_turns_the_page_but_not_the_article(
    page: Page, atlas_frame: Frame, language: str
) -> None:
    before = atlas_frame.locator("#article").evaluate("(article) => article.textContent")
    atlas_frame.select_option("#language", language)
    expect(atlas_frame.locator("#title")).to_have_text(load_atlas().manifest.title[language])
    side = atlas_frame.locator("#side").bounding_box()
    stage = atlas_frame.locator("#stage").bounding_box()
    assert side is not None
    assert stage is not None
    assert side["x"] < stage["x"]
    assert atlas_frame.locator("#article").evaluate("(a) => a.textContent") == before
    assert atlas_frame.locator("#article").evaluate("(a) => getComputedStyle(a).direction") == "ltr"
    untranslated = atlas_frame.locator("#layers").evaluate("(key) => key.textContent")
    assert not re.search("[A-Za-z]", untranslated)


def test_a_mark_asked_for_before_the_frame_is_laid_out_is_flown_to(
    page: Page, atlas_frame: Frame
) -> None:
    frame = page.locator("iframe[sandbox]")
    style = frame.get_attribute("style")
    frame.evaluate("(frame) => frame.style.cssText += '; width: 0; height: 0; min-height: 0'")
    atlas_frame.wait_for_function("() => innerWidth === 0", polling=50)
    atlas_frame.evaluate("map_atlas.invalidateSize()")
    assert atlas_frame.evaluate("map_atlas.getSize().x") == 0
    page.evaluate(
        """dispatchEvent(new CustomEvent("corridor-atlas:select", {
            detail: { feature: "damascus", excerpt: null, serial: 1 },
        }))"""
    )
    expect(atlas_frame.locator("#card h2")).to_have_text("Damascus")
    frame.evaluate("(frame, style) => frame.setAttribute('style', style)", style)
    atlas_frame.wait_for_function("() => map_atlas.getSize().x > 100", polling=50)
    at_rest(atlas_frame)
    assert atlas_frame.evaluate("map_atlas.getCenter().lng") == pytest.approx(36.3, abs=0.1)
