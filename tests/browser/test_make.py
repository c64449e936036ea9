"""The Briefing panel: a file of what the page shows, made apart from the app."""

from __future__ import annotations

import io
import re
from pathlib import Path, PureWindowsPath

import pytest
from PIL import Image
from playwright.sync_api import Browser, Download, Frame, Page, expect
from pptx import Presentation
from pypdf import PdfReader

from tests.browser.conftest import frame_of, fresh_window, open_tab, settled
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
COUNT = "window.touches = 0; addEventListener('pointerdown', () => window.touches++, true);"


def open_panel(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # the tab's panel is brought up at once
    page.evaluate(LISTEN)
    open_tab(page, "Briefing")
    expect(page.get_by_role("button", name="Download")).to_be_visible()
    page.wait_for_function("window.told")  # which draws the panel anew
    settled(page)


def choose_kind(page: Page, name: str) -> None:
    page.get_by_role("tabpanel", name="Briefing").get_by_text(name, exact=True).click()
    settled(page)


def choose_format(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).click()
    settled(page)


def choose(page: Page, field: str, name: str) -> None:
    page.get_by_role("combobox", name=field).click()
    page.get_by_role("option", name=name, exact=True).click()
    settled(page)


def entitle(page: Page, title: str) -> None:
    field = page.get_by_label("Title", exact=True)
    field.fill(title)
    field.press("Enter")
    settled(page)


def download(page: Page) -> Download:
    """Press the button once, by its key, and return what the browser puts on the disk."""
    button = page.get_by_role("button", name="Download")
    expect(button).to_be_enabled()  # else the key would go to what has the focus
    with page.expect_download() as made:
        button.press("Enter")
    return made.value


def content(made: Download) -> bytes:
    return Path(made.path()).read_bytes()


def pages(data: bytes, ending: str) -> int:
    """Count the pages of a file with its own reader."""
    match ending:
        case "pdf":
            return len(PdfReader(io.BytesIO(data)).pages)
        case "pptx":
            return len(Presentation(io.BytesIO(data)).slides)
        case _:
            with Image.open(io.BytesIO(data)) as picture:
                picture.load()
                assert picture.format == "PNG"
            return 1


@pytest.mark.parametrize(
    ("name", "ending"), [("PDF", "pdf"), ("PowerPoint", "pptx"), ("PNG", "png")]
)
def test_six_clicks_at_most_lead_from_the_opening_view_to_a_file(
    browser: Browser, app_url: str, name: str, ending: str
) -> None:
    with fresh_window(browser) as page:
        page.context.add_init_script(COUNT)
        page.goto(app_url)
        frame = frame_of(page)
        settled(page)
        frame.click("#share-button")
        frame.click("#open-briefing")
        button = page.get_by_role("button", name="Download")
        expect(button).to_be_enabled()
        if name != "PDF":
            choose_format(page, name)
        with page.expect_download() as saved:
            button.click()
        made = saved.value
        clicks = sum(one.evaluate("window.touches ?? 0") for one in page.frames)
        assert 3 <= clicks <= 6
        assert made.suggested_filename.endswith(f".{ending}")
        assert pages(content(made), ending) == 1


def test_each_style_says_how_long_it_is_before_it_is_made(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    choose_kind(page, "Briefing")
    caption = page.get_by_text(re.compile(r"^(\d+) pages or (\d+) slides · a few pages"))
    numbers = re.findall(r"\d+", caption.inner_text())
    shown = page.locator("[data-testid=stImage] img")
    expect(shown).to_have_count(int(numbers[0]))
    expect(page.get_by_text(f"Page {numbers[0]} of {numbers[0]}")).to_be_visible()
    assert pages(content(download(page)), "pdf") == int(numbers[0])
    choose_format(page, "PowerPoint")
    expect(shown).to_have_count(int(numbers[1]))
    expect(page.get_by_text(f"Slide {numbers[1]} of {numbers[1]}")).to_be_visible()
    assert pages(content(download(page)), "pptx") == int(numbers[1])


def test_a_dossier_shows_its_first_page_and_the_others_when_asked(
    page: Page, atlas_frame: Frame
) -> None:
    atlas_frame.click("#none")
    switch(atlas_frame, "pmf")
    open_panel(page)
    choose_kind(page, "Dossier")
    shown = page.locator("[data-testid=stImage] img")
    more = page.get_by_role("button", name=re.compile("^Show all"))
    expect(more).to_be_visible()
    expect(shown).to_have_count(1)
    (number,) = re.findall(r"\d+", more.inner_text())
    expect(page.get_by_text(f"Page 1 of {number}")).to_be_visible()
    more.click()
    expect(shown).to_have_count(int(number))


def test_slides_have_no_paper(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    paper = page.get_by_role("combobox", name="Paper")
    expect(paper).to_be_visible()
    choose_format(page, "PowerPoint")
    expect(paper).to_have_count(0)
    assert "wide" not in download(page).suggested_filename


def test_what_is_chosen_is_there_again_at_the_next_visit(browser: Browser, app_url: str) -> None:
    with fresh_window(browser) as page:
        page.goto(app_url)
        frame_of(page)
        open_panel(page)
        choose(page, "Marking", "TLP:RED")
        choose(page, "Language", "فارسی")
        entitle(page, "Roads & rumours")
        choose(page, "Paper", "A4, portrait")
        choose_kind(page, "Briefing")
        expect(page.get_by_text("Page 1 of")).to_be_visible()
        assert "Roads" not in page.url
        page.reload()
        frame_of(page)
        open_panel(page)
        expect(page.get_by_role("combobox", name="Marking")).to_have_value("TLP:RED")
        expect(page.get_by_role("combobox", name="Language")).to_have_value("فارسی")
        expect(page.get_by_role("combobox", name="Paper")).to_have_value("A4, portrait")
        expect(page.get_by_label("Title", exact=True)).to_have_value("Roads & rumours")
        expect(page.get_by_role("radio", name="Briefing")).to_be_checked()
        name = download(page).suggested_filename
        assert name == "roads-rumours-briefing-fa-a4-portrait-TLP-RED.pdf"
        assert not PureWindowsPath(name).is_reserved()


@pytest.mark.parametrize(
    "kept", ["{", "[]", '{"style": "poster", "form": "exe", "paper": "<b>", "language": "xx"}']
)
def test_what_a_browser_kept_and_is_no_choice_is_dropped(
    browser: Browser, app_url: str, kept: str
) -> None:
    with fresh_window(browser) as page:
        page.goto(app_url)
        frame_of(page)
        page.evaluate(
            "(kept) => localStorage.setItem('corridor-atlas:export:iranian-land-corridor', kept)",
            kept,
        )
        open_panel(page)
        expect(page.get_by_role("radio", name="One page, or one slide")).to_be_checked()
        expect(page.get_by_role("combobox", name="Paper")).to_have_value("Screen, 16:9")
        expect(page.get_by_text("Page 1 of 1")).to_be_visible()


def test_neither_a_title_nor_a_file_s_name_is_asked_of_the_server(
    page: Page, atlas_frame: Frame
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_panel(page)
    entitle(page, "Secretariat")
    assert download(page).suggested_filename.startswith("secretariat-")
    assert asked
    assert [url for url in asked if "secretariat" in url.lower()] == []


def test_a_file_holds_what_the_page_shows_and_no_more(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.click("#none")
    switch(atlas_frame, "pmf")
    open_panel(page)
    choose_kind(page, "Web page or data")
    text = readable(content(download(page)).decode())
    assert '"pmf-iraq"' in text
    assert '"irgc-corridor"' not in text


def test_the_panel_follows_the_page_while_it_is_open(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    choose_kind(page, "Web page or data")
    atlas_frame.click("#none")
    switch(atlas_frame, "irgc")
    text = readable(content(download(page)).decode())  # at once: the app hasn't been told of it yet
    assert '"irgc-corridor"' in text
    assert '"pmf-iraq"' not in text


@pytest.mark.parametrize(("language", "word"), [("ar", "تنزيل"), ("fa", "دانلود")])
def test_the_panel_speaks_the_language_of_the_page(
    page: Page, atlas_frame: Frame, language: str, word: str
) -> None:
    atlas_frame.select_option("#language", language)
    page.emulate_media(reduced_motion="reduce")
    open_tab(page, "Briefing")
    button = page.get_by_role("button", name=word)
    expect(button).to_be_visible()
    assert button.evaluate("(one) => getComputedStyle(one).direction") == "rtl"


def test_a_typed_title_outlives_a_change_of_language(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    entitle(page, "Roads and rumours")
    choose(page, "Language", "العربية")
    title = page.get_by_label("Title", exact=True)
    expect(title).to_have_attribute("placeholder", re.compile("مقال"))
    expect(title).to_have_value("Roads and rumours")


def test_what_was_asked_for_outlives_another_panel(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    choose_format(page, "PNG")
    choose(page, "Marking", "TLP:RED")
    choose(page, "Paper", "A4, portrait")
    open_tab(page, "Evidence")
    settled(page)
    open_panel(page)
    expect(page.get_by_role("combobox", name="Marking")).to_have_value("TLP:RED")
    expect(page.get_by_role("combobox", name="Paper")).to_have_value("A4, portrait")
    expect(page.get_by_role("radio", name="PNG")).to_be_checked()


def test_a_file_is_saved_once_and_again_when_asked(page: Page, atlas_frame: Frame) -> None:
    saved: list[str] = []
    page.on("download", lambda made: saved.append(made.suggested_filename))
    open_panel(page)
    choose_kind(page, "Web page or data")
    choose_format(page, "CSV")
    download(page)
    open_tab(page, "Evidence")
    settled(page)
    open_panel(page)  # the file is still there, and not saved anew
    assert len(saved) == 1
    download(page)
    assert len(saved) == 2
    choose(page, "Marking", "TLP:RED")
    expect(page.get_by_text("Made and handed to your browser")).to_have_count(0)


def test_one_export_is_made_at_a_time(page: Page, atlas_frame: Frame) -> None:
    open_panel(page)
    choose_kind(page, "Dossier")
    button = page.get_by_role("button", name="Download")
    button.dblclick()
    cancel = page.get_by_role("button", name="Cancel")
    expect(cancel).to_be_visible()
    expect(button).to_be_disabled()
    cancel.click()
    expect(button).to_be_enabled()
    expect(page.get_by_text("No file was made")).to_have_count(0)  # it was cancelled, no more


def test_while_it_is_shut_nobody_is_told(page: Page, app_url: str) -> None:
    sent: list[str | bytes] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda one: sent.append(one)))
    page.goto(app_url)
    frame = frame_of(page)
    open_panel(page)
    open_tab(page, "Checks")
    expect(page.get_by_role("button", name="Download")).to_have_count(0)
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
    page.get_by_text("More choices").click()
    address = page.get_by_role("textbox", name="Address of the map")
    address.fill("javascript:alert(1)")
    address.press("Enter")
    expect(page.get_by_text("begins with http:// or https://")).to_be_visible()
    expect(page.get_by_role("button", name="Download")).to_be_disabled()
