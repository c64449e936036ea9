"""Equal access: axe-core over the page in each language, and the keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.screen import (
    LANGUAGES,
    at_rest,
    choose_words,
    follow,
    open_article,
    open_page,
)

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = ["", "f=pmf-iraq", "t=1", "t=4"]  # the opening one, a mark, stops of the tour


def violations(frame: Frame, within: str = "html") -> list[str]:
    """Return what axe-core finds against WCAG 2.2 AA: rule, elements, why."""
    frame.evaluate(AXE.read_text("utf-8"))
    found: list[str] = frame.evaluate(
        """async ([within, rules]) => {
            const { violations } = await axe.run(within, { runOnly: rules });
            return violations.flatMap(({ id, nodes }) =>
                nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
        }""",
        [within, RULES],
    )
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [None, "Tehran-Damascus route"])
def test_axe_finds_nothing(atlas_frame: Frame, language: str, words: str | None) -> None:
    atlas_frame.select_option("#language", language)
    if words:
        choose_words(atlas_frame, words)
        at_rest(atlas_frame)
    assert violations(atlas_frame) == []


@pytest.mark.parametrize("media", [{"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_other_colours(
    page: Page, own_page: str, language: str, media: dict[str, Any]
) -> None:
    page.emulate_media(**media)
    open_page(page, own_page)
    for view in VIEWS:
        follow(page.main_frame, f"lang={language}&{view}")
        assert violations(page.main_frame) == [], view


def test_axe_finds_nothing_in_a_briefing(page: Page, own_page: str) -> None:
    open_page(page, own_page, "t=3")
    assert violations(page.main_frame) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_phone(page: Page, own_page: str, language: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, own_page, f"lang={language}")
    for tab in ("layers", "card", "reader"):
        page.click(f"#tabs [data-tab={tab}]")
        assert violations(page.main_frame) == [], tab


def test_axe_is_listening(atlas_frame: Frame) -> None:
    atlas_frame.evaluate("document.getElementById('find').removeAttribute('aria-label')")
    atlas_frame.evaluate("document.getElementById('find').removeAttribute('placeholder')")
    assert any("#find" in found for found in violations(atlas_frame))


def test_search_by_keyboard_alone(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.focus("#card")
    page.keyboard.press("Control+k")
    page.keyboard.press("ArrowDown")  # nothing to go to yet
    page.keyboard.type("دمشق")
    expect(atlas_frame.locator("#found [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(atlas_frame.locator("#card h2")).to_have_text("Damascus")
    expect(atlas_frame.locator("#found")).to_be_hidden()


def test_excerpts_are_gone_through_by_keyboard(page: Page, atlas_frame: Frame) -> None:
    open_article(atlas_frame)
    atlas_frame.locator(".piece", has_text="the regime army in Syria").first.press("Enter")
    atlas_frame.focus("#stepper button[aria-label=Next]")
    before = atlas_frame.locator("#stepper [role=status]").inner_text()
    page.keyboard.press("Enter")
    expect(atlas_frame.locator("#stepper [role=status]")).not_to_have_text(before)
    expect(atlas_frame.locator("#stepper button[aria-label=Next]")).to_be_focused()
    atlas_frame.locator("#card .quote").first.press("Enter")
    expect(atlas_frame.locator("#card .quote").first).to_be_focused()
    expect(atlas_frame.locator("#card .quote").first).to_have_attribute("aria-pressed", "true")


def test_the_matches_in_the_text_are_counted_and_marked(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.fill("#find", "supply line")
    expect(atlas_frame.locator("#found-words")).to_have_text("In the article: 3")
    assert atlas_frame.evaluate("CSS.highlights.get('found').size") == 3


def test_the_same_said_of_several_marks_is_found_for_each(atlas_frame: Frame) -> None:
    atlas_frame.fill("#find", "syria")
    found = atlas_frame.locator("#found [role=option]:not([id$=-more])").all_inner_texts()
    assert len(found) > 2
    assert len(set(found)) == len(found)


def test_a_list_that_is_shut_takes_no_key(atlas_frame: Frame) -> None:
    atlas_frame.fill("#find", "damas")
    atlas_frame.press("#find", "Escape")
    atlas_frame.press("#find", "Enter")
    expect(atlas_frame.locator("#card h2")).not_to_contain_text("Damascus")
    atlas_frame.press("#find", "ArrowDown")
    expect(atlas_frame.locator("#found")).to_be_visible()


def test_the_keyboard_stays_at_the_steps_when_one_can_not_be_taken(
    page: Page, own_page: str
) -> None:
    open_page(page, own_page, "f=tehran")
    before, after = page.locator("#stepper button").nth(0), page.locator("#stepper button").nth(1)
    while before.is_enabled():
        before.press("Enter")
    after.press("Enter")
    before.press("Enter")
    expect(before).to_be_disabled()
    expect(after).to_be_focused()
