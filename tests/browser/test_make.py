"""The Briefing panel: files of what the page shows, made apart from the app."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import frame_of, open_tab, settled
from tests.browser.screen import switch
from tests.packed_page import readable

# Notes when the panel has asked what the page shows, and the server has been told.
LISTEN = """() => {
    const { send } = WebSocket.prototype;
    let asked = false;
    window.told = false;
    window.addEventListener("corridor-atlas:ask", () => (asked = true), { once: true });
    WebSocket.prototype.send = function (message) {
        window.told ||= asked && new TextDecoder().decode(message).includes('"extent"');
        return send.call(this, message);
    };
}"""


def open_panel(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # the tab's panel is brought up at once
    page.evaluate(LISTEN)
    open_tab(page, "Briefing")
    expect(page.get_by_role("button", name="Make the files")).to_be_visible()
    page.wait_for_function("window.told")  # which draws the panel anew
    settled(page)
    expect(page.get_by_text("The sheet, with what the map above shows.")).to_be_visible()


def choose_formats(page: Page, *names: str) -> None:
    for name in sorted({"PDF", "PPTX"} ^ set(names)):  # the two that are chosen at first
        pill = page.get_by_role("button", name=name, exact=True)
        pill.click()
        expect(pill).to_have_attribute("aria-pressed", str(name in names).lower())
        settled(page)


def choose(page: Page, field: str, name: str) -> None:
    page.get_by_role("combobox", name=field).click()
    page.get_by_role("option", name=name, exact=True).click()
    settled(page)


def made(page: Page) -> Path:
    """Press the button, and return where the browser put the file."""
    make = page.get_by_role("button", name="Make the files")
    expect(make).to_be_enabled()  # else the key would go to what has the focus
    make.press("Enter")
    button = page.get_by_role("button", name="Download")
    expect(button).to_be_visible()
    with page.expect_download() as download:
        button.click()
    return Path(download.value.path())


def test_a_file_holds_what_the_page_shows_and_no_more(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.click("#none")
    switch(atlas_frame, "pmf")
    open_panel(page)
    choose_formats(page, "HTML")
    text = readable(made(page).read_text("utf-8"))
    assert '"pmf-iraq"' in text
    assert '"irgc-corridor"' not in text


def test_a_typed_title_outlives_a_change_of_language(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    title = page.get_by_label("Title", exact=True)
    title.fill("Roads and rumours")
    title.press("Enter")
    settled(page)
    choose(page, "Language", "العربية")
    expect(page.get_by_label("Subtitle")).to_have_attribute("placeholder", re.compile("مقال"))
    expect(title).to_have_value("Roads and rumours")


def test_the_panel_follows_the_page_while_it_is_open(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    choose_formats(page, "HTML")
    atlas_frame.click("#none")
    switch(atlas_frame, "irgc")
    text = readable(made(page).read_text("utf-8"))  # at once: the app hasn't been told of it yet
    assert '"irgc-corridor"' in text
    assert '"pmf-iraq"' not in text


def test_what_was_asked_for_outlives_another_panel(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    choose_formats(page, "CSV", "PDF", "PPTX")
    choose(page, "Marking", "TLP:RED")
    choose(page, "Paper", "A4 portrait")
    open_tab(page, "Evidence")
    settled(page)
    open_panel(page)
    expect(page.get_by_role("combobox", name="Marking")).to_have_value("TLP:RED")
    expect(page.get_by_role("combobox", name="Paper")).to_have_value("A4 portrait")
    expect(page.get_by_role("button", name="CSV")).to_have_attribute("aria-pressed", "true")


def test_files_of_other_options_are_not_offered(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    choose_formats(page, "CSV")
    choose(page, "Marking", "TLP:RED")
    made(page)
    download = page.get_by_role("button", name="Download")
    expect(download).to_have_text(re.compile("en-wide-TLP-RED.csv"))
    choose(page, "Marking", "TLP:CLEAR")
    expect(download).to_have_count(0)
    expect(page.get_by_text("make the files again")).to_be_visible()
    made(page)
    atlas_frame.click("#none")
    expect(download).to_have_count(0)


def test_one_export_is_made_at_a_time(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    make = page.get_by_role("button", name="Make the files")
    make.dblclick()
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()
    expect(make).to_be_disabled()
    page.get_by_role("button", name="Cancel").click()
    expect(make).to_be_enabled()
    expect(page.get_by_text("No file was made")).to_have_count(0)  # it was cancelled, no more


def test_while_it_is_shut_nobody_is_told(page: Page, app_url: str) -> None:
    sent: list[str | bytes] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda one: sent.append(one)))
    page.goto(app_url)
    frame = frame_of(page)
    open_panel(page)
    open_tab(page, "Checks")
    expect(page.get_by_role("button", name="Make the files")).to_have_count(0)
    settled(page)
    before = len(sent)
    assert before
    page.evaluate(
        """addEventListener("corridor-atlas:view", () => {
            setTimeout(() => (window.rested = true), 800);
        })"""
    )
    switch(frame, "pmf")
    page.wait_for_function("window.rested")  # twice as long as it would wait to tell
    assert len(sent) == before


def test_what_cant_be_made_says_why(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    address = page.get_by_label("Address of the map")
    address.fill("javascript:alert(1)")
    address.press("Enter")
    expect(page.get_by_text("begins with http:// or https://")).to_be_visible()
    expect(page.get_by_role("button", name="Make the files")).to_be_disabled()
