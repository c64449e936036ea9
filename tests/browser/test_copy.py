"""Copy link, copy citation: what is on the clipboard leads back, and says where it is from."""

from __future__ import annotations

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import frame_of
from tests.browser.screen import at_rest, choose_words, open_page


def pasted(page: Page) -> str:
    """Return what a person would paste, by pasting it into a window of its own."""
    window = page.context.new_page()
    window.set_content("<textarea autofocus></textarea>")
    window.focus("textarea")
    window.keyboard.press("Control+v")
    text = window.input_value("textarea")
    window.close()
    return text


def test_a_link_copied_in_the_app_leads_back(page: Page, atlas_frame: Frame, app_url: str) -> None:
    choose_words(atlas_frame, "the regime army in Syria")
    at_rest(atlas_frame)
    atlas_frame.click("#share-button")
    atlas_frame.click("#copy-link")
    expect(atlas_frame.locator("#notice")).to_contain_text("Copied")
    link = pasted(page)
    assert link.startswith(f"{app_url}/?f=syrian-army-syria&x=")
    page.goto("about:blank")
    page.goto(link)
    expect(frame_of(page).locator("#card h2")).to_contain_text("Syrian")


def test_a_link_copied_in_the_file_leads_back(page: Page, own_page: str) -> None:
    open_page(page, own_page)
    choose_words(page.main_frame, "the regime army in Syria")
    at_rest(page.main_frame)
    page.click("#share-button")
    page.click("#copy-link")
    expect(page.locator("#notice")).to_contain_text("Copied")
    assert pasted(page).startswith(f"{page.url}&at=")
    assert page.url.startswith(f"{own_page}#f=syrian-army-syria")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_citation_says_all_that_it_takes_to_check_it(
    page: Page, atlas_frame: Frame, language: str
) -> None:
    atlas_frame.select_option("#language", language)
    choose_words(atlas_frame, "the regime army in Syria")
    at_rest(atlas_frame)
    quote = atlas_frame.locator("#card .quote[aria-pressed=true] q").inner_text()
    atlas_frame.click("#copy-citation")
    text = pasted(page)
    paragraph = f" {2 if language == 'en' else '٢'} "
    assert text.startswith(f"“{quote}” — ISIS flocks to Russia as Iran Consolidates")
    for words in ("29633ac6", "[syrian-army-syria]", "/?f=syrian-army-syria&x=", paragraph):
        assert words in text


def test_where_the_clipboard_is_shut_the_text_is_shown(page: Page, own_page: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.add_init_script("document.execCommand = () => false")
    open_page(page, own_page, "f=damascus")
    page.click("#share-button")
    page.click("#copy-link")
    expect(page.locator("#notice")).to_contain_text("#f=damascus")
