"""The app round the page: its panels, its frame, and whom it talks to."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Frame, Page, Request, Route, expect

from geo.page import TILES, Tiles
from tests.browser.conftest import LOCAL, choose_row, frame_of, open_tab
from tests.browser.screen import click_place

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def test_the_page_has_an_origin_of_its_own(atlas_frame: Frame) -> None:
    assert atlas_frame.evaluate("self.origin") == "null"


def test_no_request_leaves_this_machine(page: Page, app_url: str) -> None:
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    page.goto(app_url)
    frame_of(page).click("#all")
    open_tab(page, "Checks")
    assert hosts <= {"localhost", "127.0.0.1", None}
    assert "localhost" in hosts  # what is asserted above was listened to


def test_a_row_of_the_evidence_table_selects_its_mark(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.evaluate("window.stillTheSamePage = true")
    choose_row(page, "Hezbollah upstage")
    expect(atlas_frame.locator("#card h2")).to_have_text("Lebanon")
    expect(atlas_frame.locator("#stepper")).to_be_visible()
    assert atlas_frame.evaluate("window.stillTheSamePage")


def test_the_table_has_no_download_round_the_guard_of_the_csv(
    page: Page, atlas_frame: Frame
) -> None:
    open_tab(page, "Evidence")
    page.locator("[data-testid=stDataFrame]").hover()
    tools = page.locator("[data-testid=stElementToolbar]").get_by_role("button")
    expect(tools.first).to_be_visible()
    assert not [name for one in tools.all() if "ownload" in (name := one.aria_snapshot())]


def test_a_tab_brings_its_panel_into_the_window(page: Page, atlas_frame: Frame) -> None:
    open_tab(page, "Checks")
    expect(page.locator("[data-testid=stText]").last).to_be_in_viewport(ratio=0.9)


def test_the_checks_panel_shows_the_seal(page: Page, atlas_frame: Frame) -> None:
    open_tab(page, "Checks")
    seal = page.locator("[data-testid=stText]").last
    expect(seal).to_contain_text("29633ac6")
    expect(seal).to_contain_text("51")


@pytest.mark.parametrize("tiles", TILES, ids=lambda tiles: tiles.host)
def test_online_tiles_contact_the_one_server_they_name(
    browser: Browser, app_url: str, tiles: Tiles
) -> None:
    asked: list[str] = []

    def answer(route: Route, request: Request) -> None:
        asked.append(str(urlsplit(request.url).hostname))
        route.fulfill(body=PIXEL, content_type="image/png")

    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.route(lambda url: urlsplit(url).hostname not in LOCAL, answer)
        page.goto(app_url)
        frame = frame_of(page)
        click_place(page, frame, 36.3, 33.5)
        assert asked == []
        open_tab(page, "Basemap")
        page.get_by_role("radio", name=tiles.host).press(" ")
        online = page.frame_locator("iframe[sandbox]")  # in place of the one before
        expect(online.locator(".leaflet-tile-loaded").first).to_be_visible()
        assert set(asked) == {tiles.host}
        expect(online.locator("#card h2")).to_contain_text("Damascus")  # the view was kept
