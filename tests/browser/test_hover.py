"""Pointing at one side shows what belongs to it on the other."""

from __future__ import annotations

from playwright.sync_api import Frame, Page, expect

from tests.browser.screen import NOWHERE, PMF, at_rest, open_article, picture, point_of

WORDS = "the Popular Mobilization Forces in Iraq"


def test_a_mark_that_is_pointed_at_shows_its_words(page: Page, atlas_frame: Frame) -> None:
    open_article(atlas_frame)
    hovered = atlas_frame.locator(".piece.hovered")
    atlas_frame.hover(PMF)
    expect(atlas_frame.locator(".piece.hovered", has_text=WORDS)).to_have_count(1)
    assert hovered.count() > 1
    page.mouse.move(*point_of(atlas_frame, *NOWHERE))
    expect(hovered).to_have_count(0)
    expect(atlas_frame.locator("#stepper")).to_be_hidden()  # pointing chooses nothing


def test_words_that_are_pointed_at_show_their_marks(page: Page, atlas_frame: Frame) -> None:
    open_article(atlas_frame)
    piece = atlas_frame.locator(".piece", has_text=WORDS).first
    piece.scroll_into_view_if_needed()
    page.mouse.move(*point_of(atlas_frame, *NOWHERE))
    at_rest(atlas_frame)
    before = picture(atlas_frame)
    piece.hover()
    expect(atlas_frame.locator(PMF)).to_have_class("member hovered")
    assert picture(atlas_frame) != before
    page.mouse.move(*point_of(atlas_frame, *NOWHERE))
    assert picture(atlas_frame) == before


def test_the_keyboard_points_too(page: Page, atlas_frame: Frame) -> None:
    open_article(atlas_frame)
    at_rest(atlas_frame)
    before = picture(atlas_frame)
    atlas_frame.locator(".piece", has_text=WORDS).first.focus()
    expect(atlas_frame.locator(PMF)).to_have_class("member hovered")
    assert picture(atlas_frame) != before
