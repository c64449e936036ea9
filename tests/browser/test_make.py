"""The Briefing panel: files of what the page shows, made apart from the app."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import frame_of, settled


def open_panel(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # the tab's panel is brought up at once
    settled(page)
    page.get_by_role("tab", name="Briefing").click()
    expect(page.get_by_role("button", name="Make the files")).to_be_visible()
    settled(page)


def choose_formats(page: Page, *names: str) -> None:
    page.get_by_role("button", name="Clear all").first.click()
    settled(page)
    box = page.get_by_role("combobox", name="Formats")
    for name in names:
        box.fill(name)
        option = page.get_by_role("option", name=name, exact=True)
        option.click()
        expect(option).to_have_count(0)  # the list holds what is not chosen yet
    box.press("Tab")  # shuts the list, which hides what lies below it
    settled(page)


def made(page: Page) -> Path:
    """Press the button, and return where the browser put the file."""
    settled(page)
    page.get_by_role("button", name="Make the files").press("Enter")
    button = page.get_by_role("button", name="Download")
    expect(button).to_be_visible(timeout=30_000)
    with page.expect_download() as download:
        button.click()
    return Path(download.value.path())


def test_a_file_holds_what_the_page_shows_and_no_more(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.click("#none")
    atlas_frame.click("label[for=layer-pmf]")
    open_panel(page)
    choose_formats(page, "html")
    text = made(page).read_text("utf-8")
    assert '"id":"pmf-iraq"' in text
    assert '"id":"irgc-corridor"' not in text


def test_a_typed_title_outlives_a_change_of_language(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    title = page.get_by_label("Title", exact=True)
    title.fill("Roads and rumours")
    title.press("Enter")
    settled(page)
    page.get_by_role("combobox", name="Language").click()
    page.get_by_role("option", name="ar").click()
    expect(page.get_by_label("Subtitle")).to_have_attribute("placeholder", re.compile("مقال"))
    expect(title).to_have_value("Roads and rumours")


def test_the_panel_follows_the_page_while_it_is_open(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    choose_formats(page, "html")
    atlas_frame.click("#none")
    atlas_frame.click("label[for=layer-irgc]")
    page.wait_for_timeout(600)  # the page is told to have come to rest after 400 ms
    text = made(page).read_text("utf-8")
    assert '"id":"irgc-corridor"' in text
    assert '"id":"pmf-iraq"' not in text


def test_while_it_is_shut_nobody_is_told(page: Page, app_url: str) -> None:
    sent: list[str | bytes] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda one: sent.append(one)))
    page.goto(app_url)
    frame = frame_of(page)
    open_panel(page)
    page.get_by_role("tab", name="Checks").click()
    settled(page)
    page.wait_for_timeout(600)
    before = len(sent)
    assert before
    frame.click("label[for=layer-pmf]")
    page.wait_for_timeout(900)
    assert len(sent) == before


def test_what_cant_be_made_says_why(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    address = page.get_by_label("Address of the map")
    address.fill("javascript:alert(1)")
    address.press("Enter")
    expect(page.get_by_text("URL scheme")).to_be_visible()
    expect(page.get_by_role("button", name="Make the files")).to_be_hidden()
