"""The help: what it says, that it fits a screen, and that a keyboard is enough."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from geo.text.catalogue import words
from tests.browser.conftest import page_of
from tests.browser.screen import open_page
from tests.browser.test_access import violations
from tests.conftest import Build

FITS = """(element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const seen = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
    return seen && element.scrollWidth <= element.clientWidth;
}"""


@pytest.fixture
def opened(page: Page, own_page: str) -> Page:
    open_page(page, own_page)
    return page


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
@pytest.mark.parametrize("dark", [False, True])
def test_it_is_a_screen_and_axe_finds_nothing(opened: Page, language: str, dark: bool) -> None:
    opened.emulate_media(color_scheme="dark" if dark else "light")
    opened.select_option("#language", language)
    opened.click("#help")
    guide = opened.locator("#guide")
    expect(guide.locator("h2")).to_have_text(words(language, "help"))
    assert guide.evaluate(FITS)
    assert guide.evaluate("(element) => element.scrollHeight <= element.clientHeight")
    assert violations(opened.main_frame, "#guide") == []


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
def test_on_a_phone_it_scrolls(opened: Page, language: str) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.click("#more")
    opened.select_option("#language", language)
    opened.click("#help")
    guide = opened.locator("#guide")
    assert guide.evaluate(FITS)
    last = guide.locator(".shortcut").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    expect(guide.locator(".close")).to_be_in_viewport()
    assert violations(opened.main_frame, "#guide") == []


def test_a_key_opens_it_and_escape_gives_the_focus_back(opened: Page) -> None:
    opened.locator("#article-only").focus()
    opened.keyboard.press("?")
    guide = opened.locator("#guide")
    expect(guide.locator(".close")).to_be_focused()
    for _ in range(3):
        opened.keyboard.press("Tab")
        assert opened.evaluate(
            "document.activeElement === document.body"  # on the way through the browser's own
            " || document.getElementById('guide').contains(document.activeElement)"
        )
    opened.keyboard.press("Escape")
    expect(guide).to_be_hidden()
    expect(opened.locator("#article-only")).to_be_focused()


def test_the_arabic_question_mark_opens_and_closes_it(opened: Page) -> None:
    press = """() => document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key: "\\u061f", bubbles: true }))"""
    opened.evaluate(press)
    expect(opened.locator("#guide")).to_be_visible()
    opened.evaluate(press)
    expect(opened.locator("#guide")).to_be_hidden()


def test_a_question_mark_that_is_typed_opens_nothing(opened: Page) -> None:
    opened.focus("#find")
    opened.keyboard.press("?")
    expect(opened.locator("#find")).to_have_value("?")
    expect(opened.locator("#guide")).to_be_hidden()


def test_closing_it_leaves_the_guided_tour_alone(page: Page, own_page: str) -> None:
    open_page(page, own_page, "f=pmf-iraq&t=1")
    page.keyboard.press("?")
    expect(page.locator("#guide")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator("#guide")).to_be_hidden()
    assert "f=pmf-iraq&" in page.evaluate("location.hash")
    assert page.locator("body.guided-tour").count() == 1


def test_its_samples_are_painted(opened: Page) -> None:
    opened.click("#help")
    painted = opened.locator("#guide canvas").evaluate_all(
        """(all) => all.map((one) => one.getContext("2d")
            .getImageData(0, 0, one.width, one.height).data.some(Boolean))"""
    )
    assert len(painted) == 7  # three ribbons, a bracket, three bases
    assert all(painted)


def test_it_is_in_the_app_too(atlas_frame: Frame) -> None:
    atlas_frame.click("#help")
    expect(atlas_frame.locator("#guide")).to_be_visible()
    assert atlas_frame.locator("#guide").evaluate(FITS)
    atlas_frame.press("#guide .close", "Enter")
    expect(atlas_frame.locator("#guide")).to_be_hidden()
    expect(atlas_frame.locator("#help")).to_be_focused()


def test_on_paper_it_stands_alone(opened: Page) -> None:
    opened.click("#help")
    opened.emulate_media(media="print")
    expect(opened.locator("#app")).to_be_hidden()
    expect(opened.locator("#guide h3").first).to_be_visible()
    expect(opened.locator("#guide .close")).to_be_hidden()
    opened.emulate_media(media="screen")
    opened.keyboard.press("Escape")
    opened.emulate_media(media="print")
    expect(opened.locator("#app")).to_be_visible()
    expect(opened.locator("#guide")).to_be_hidden()


def test_an_atlas_is_told_only_of_what_it_has(page: Page, build: Build, tmp_path: Path) -> None:
    open_page(page, page_of(build(), tmp_path / "out"))
    page.click("#help")
    headings = page.locator("#guide h3").all_inner_texts()
    assert {words("en", "basis"), words("en", "method")} <= {*headings}
    assert not {words("en", "helpLines"), words("en", "parts")} & {*headings}
    expect(page.locator("#guide .ordinal")).to_have_count(0)
