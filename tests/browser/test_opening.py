"""The Open panel: a stranger's atlas, in one window alone."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Frame, Page, Route, expect

from geo.starter import STARTER
from tests.browser.conftest import frame_of, open_tab, serving, settled
from tests.browser.screen import choose_words
from tests.browser.test_make import choose_kind, content, download, entitle
from tests.packed_page import readable

MAIL_BOAT = "The mail boat of the Linden Isles"
CORRIDOR = "Iran’s land corridor, as one article reports it"


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    file = tmp_path / "mail boat.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted((*STARTER.glob("data/**/*.*"), *STARTER.glob("seeds/*"))):
            archive.write(path, path.relative_to(STARTER))
    return file


def upload(page: Page, file: Path) -> None:
    page.emulate_media(reduced_motion="reduce")  # the window goes to the panel, and back, at once
    open_tab(page, "Open")
    page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(file)


def opened(page: Page, file: Path) -> Frame:
    """Open an atlas that is in order, and return the frame that shows it."""
    upload(page, file)
    expect(page.frame_locator("iframe[sandbox]").locator("#title")).to_have_text(MAIL_BOAT)
    expect(page.locator("iframe[sandbox]")).to_be_in_viewport(ratio=0.9)  # not the panel below
    return frame_of(page)


def title(page: Page) -> str:
    return frame_of(page).locator("#title").inner_text()


def test_an_atlas_is_opened_in_this_window_alone(
    page: Page, browser: Browser, app_url: str, packed: Path
) -> None:
    page.goto(f"{app_url}/?f=tehran")
    assert title(page) == CORRIDOR
    frame = opened(page, packed)
    expect(page.get_by_text("Opened in this window:")).to_be_visible()
    expect(frame.locator("#notice")).to_be_hidden()  # nobody asks it for Tehran
    choose_words(frame, "keeps the light on Gannet Rock")
    expect(frame.locator("#card h2")).to_contain_text("Fishers’ Guild")
    expect(page).to_have_url(re.compile(r"\?uploaded=1&f=guild-light"))
    other = browser.new_context()
    window = other.new_page()
    window.goto(app_url)
    assert title(window) == CORRIDOR
    other.close()


def test_its_files_are_made_of_it(page: Page, atlas_frame: Frame, packed: Path) -> None:
    opened(page, packed)
    open_tab(page, "Briefing")
    expect(page.get_by_role("button", name="Download")).to_be_visible()
    choose_kind(page, "Web page or data")
    entitle(page, "Nobody else's business")
    text = readable(content(download(page)).decode())
    assert '"course-west"' in text
    assert "tehran" not in text.lower()
    kept = page.evaluate("Object.keys(localStorage).filter((key) => key.includes('corridor'))")
    assert kept == []  # it leaves nothing in the browser


def test_taking_it_away_brings_the_first_one_back(
    page: Page, atlas_frame: Frame, packed: Path
) -> None:
    opened(page, packed)
    page.get_by_role("button", name="Close it").press("Enter")
    heading = page.frame_locator("iframe[sandbox]").locator("#title")
    expect(heading).to_have_text(CORRIDOR)
    expect(page).not_to_have_url(re.compile("uploaded"))


def test_a_reload_says_that_it_is_gone(page: Page, atlas_frame: Frame, packed: Path) -> None:
    frame = opened(page, packed)
    expect(page).to_have_url(re.compile("uploaded=1"))
    choose_words(frame, "keeps the light on Gannet Rock")
    frame.evaluate("void map_atlas.setZoom(8, { animate: false })")
    expect(page).to_have_url(re.compile("at=.*,8"))
    page.reload()
    assert title(page) == CORRIDOR
    expect(page.get_by_text("Open its ZIP once more")).to_be_visible()
    assert urlsplit(page.url).query == ""  # the view was of the other atlas
    expect(frame_of(page).locator("#notice")).to_be_hidden()


def test_a_shut_window_leaves_nothing(page: Page, packed: Path, tmp_path: Path) -> None:
    (disk := tmp_path / "disk").mkdir()
    with serving(STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="2", TMPDIR=str(disk)) as url:
        page.goto(url)
        frame_of(page)
        opened(page, packed)
        assert list(disk.glob("corridor-atlas-*/work/atlas/data/atlas.json"))
        page.goto("about:blank")
        ends = time.monotonic() + 60
        while list(disk.iterdir()):
            assert time.monotonic() < ends, "the uploaded atlas is still there"
            time.sleep(0.2)


def test_back_and_forward_stay_in_the_atlas_that_is_open(
    page: Page, app_url: str, packed: Path
) -> None:
    page.goto(f"{app_url}/?embed=true")
    choose_words(frame_of(page), "the regime army in Syria")
    expect(page).to_have_url(re.compile("f=syrian-army-syria"))
    frame = opened(page, packed)
    expect(page).to_have_url(re.compile(r"\?embed=true&uploaded=1$"))
    choose_words(frame, "keeps the light on Gannet Rock")
    expect(page).to_have_url(re.compile(r"&uploaded=1&f=guild-light"))
    page.go_back()
    expect(page).to_have_url(re.compile("uploaded=1$"))
    page.go_back()  # to where another atlas was open
    expect(page).to_have_url(re.compile("uploaded=1$"))
    expect(frame.locator("#notice")).to_be_hidden()
    page.go_forward()
    page.go_forward()
    expect(page).to_have_url(re.compile(r"&uploaded=1&f=guild-light"))
    expect(frame.locator("#card h2")).to_contain_text("Fishers’ Guild")
    page.get_by_role("button", name="Close it").press("Enter")
    expect(page).to_have_url(re.compile(r"\?embed=true$"))
    page.go_back()  # to where it was open
    expect(page).to_have_url(re.compile(r"\?embed=true$"))
    assert title(page) == CORRIDOR
    expect(page.get_by_text("Open its ZIP once more")).to_have_count(0)


def test_a_panel_that_is_touched_keeps_the_view_of_an_upload(
    page: Page, atlas_frame: Frame, packed: Path
) -> None:
    frame = opened(page, packed)
    choose_words(frame, "keeps the light on Gannet Rock")
    expect(page).to_have_url(re.compile("f=guild-light"))
    for panel in ("Evidence", "Checks"):
        open_tab(page, panel)
        settled(page)
    assert "?uploaded=1&f=guild-light" in page.url


def test_a_panel_that_is_touched_while_it_is_sent_loses_no_upload(
    page: Page, atlas_frame: Frame, packed: Path
) -> None:
    held: list[Route] = []
    page.route("**/_stcore/upload_file/**", lambda route: held.append(route))
    with page.expect_request("**/_stcore/upload_file/**"):
        upload(page, packed)
    page.get_by_role("tab", name="Checks").click()
    expect(page.get_by_text("Every quote stands exactly")).to_be_visible()
    settled(page)
    held[0].continue_()
    expect(page.frame_locator("iframe[sandbox]").locator("#title")).to_have_text(MAIL_BOAT)
    expect(page).to_have_url(re.compile("uploaded=1"))


def test_a_panel_that_is_touched_while_it_is_opened_loses_no_upload(
    page: Page, atlas_frame: Frame, packed: Path
) -> None:
    upload(page, packed)
    page.wait_for_selector(".st-key-opening :text('Opening the atlas')")
    page.get_by_role("tab", name="Checks").click()
    expect(page.frame_locator("iframe[sandbox]").locator("#title")).to_have_text(MAIL_BOAT)
    expect(page).to_have_url(re.compile("uploaded=1"))


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("data/../../evil.json", b"{}", "leads out of its folder"),
        ("data/ATLAS.json", b"{}", "has the name of another file"),
        ("data/bomb.json", b" " * 25_000_000, "larger than 20 MB"),
    ],
    ids=["slip", "alike", "bomb"],
)
def test_a_hostile_zip_is_refused_with_its_reason(
    page: Page, atlas_frame: Frame, packed: Path, name: str, content: bytes, what: str
) -> None:
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    upload(page, packed)
    expect(page.get_by_text("can't be opened")).to_be_visible()
    expect(page.locator("[data-testid=stCode]")).to_contain_text(what)
    assert title(page) == CORRIDOR


def test_a_broken_atlas_is_refused_with_all_its_problems(
    page: Page, atlas_frame: Frame, packed: Path, tmp_path: Path
) -> None:
    into = io.BytesIO()
    with zipfile.ZipFile(packed) as good, zipfile.ZipFile(into, "w") as bad:
        for entry in good.infolist():
            text = good.read(entry).replace(b"Cape Wren", b"Cape <b>Wren</b>")
            bad.writestr(entry.filename, text)
    packed.write_bytes(into.getvalue())
    upload(page, packed)
    problems = page.locator("[data-testid=stCode]")
    expect(problems).to_contain_text("seeds/notice.txt")
    expect(problems).to_contain_text("data/excerpts.json")
    expect(page.locator("[data-testid=stCode] b")).to_have_count(0)
