"""A connection drops, a server starts anew: what is kept, and what is said to be lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, WebSocketRoute, expect

from tests.browser.conftest import frame_of, free_port, open_tab, serving, settled
from tests.browser.screen import box_at_rest, choose_words
from tests.browser.test_opening import CORRIDOR, MAIL_BOAT, packed, upload

__all__ = ["packed"]  # a fixture
VIEW = "f=syrian-army-syria&l=pmf"
CONNECTED = "[data-test-connection-state=CONNECTED]"


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window whose console may say that there is no server: for a while there is none."""
    window = browser.new_page(viewport={"width": 1440, "height": 900})
    window.emulate_media(reduced_motion="reduce")
    yield window
    window.close()


def tick_first_row(window: Page) -> None:
    x, y = box_at_rest(window, "[data-testid=stDataFrame]")
    window.mouse.click(x + 20, y + 52)  # below the header, on a canvas


def foot_line(window: Page) -> str:
    """Return what is written at the foot of the window by its style, or "none"."""
    app = window.locator("[data-testid=stApp]")
    content: str = app.evaluate("(app) => getComputedStyle(app, '::after').content")
    return content


def test_a_restart_keeps_the_view_and_the_first_tick_counts(window: Page) -> None:
    port = free_port()
    with serving(port) as url:
        window.goto(f"{url}/?{VIEW}")
        card = frame_of(window).locator("#card h2")
        expect(card).to_contain_text("Syrian army")
        open_tab(window, "Evidence")
        search = window.get_by_label("Search what is said, and not said")
        search.fill("already started using")
        search.press("Enter")
        expect(window.get_by_text(re.compile(r"^\d of \d+ rows"))).to_be_visible()
        settled(window)
    expect(window.locator(CONNECTED)).to_have_count(0)
    expect(card).to_contain_text("Syrian army")  # the page needs no server
    assert "No connection to the app" in foot_line(window)
    with serving(port):
        expect(window.locator(CONNECTED)).to_have_count(1)
        assert foot_line(window) == "none"
        tick_first_row(window)
        page = window.frame_locator("iframe[sandbox]")
        expect(page.locator("#card h2")).to_contain_text("Tehran–Damascus route")
        expect(window).to_have_url(re.compile(r"f=tehran-damascus-route&.*l=pmf"))
        expect(search).to_have_value("already started using")


def heading(window: Page) -> Locator:
    return window.frame_locator("iframe[sandbox]").locator("#title")


def open_upload(window: Page, packed: Path) -> None:
    upload(window, packed)
    expect(heading(window)).to_have_text(MAIL_BOAT)
    expect(window).to_have_url(re.compile("uploaded=1"))


def test_a_restart_takes_an_upload_away_and_says_so(window: Page, packed: Path) -> None:
    port = free_port()
    with serving(port) as url:
        window.goto(f"{url}/?{VIEW}")
        open_upload(window, packed)
    expect(window.locator(CONNECTED)).to_have_count(0)
    with serving(port):
        expect(window.locator(CONNECTED)).to_have_count(1)
        open_tab(window, "Checks")
        expect(window.get_by_text("Open its ZIP once more")).to_be_visible()
        expect(heading(window)).to_have_text(CORRIDOR)
        assert urlsplit(window.url).query == ""  # the view was of the other atlas


def test_a_dropped_connection_loses_nothing(window: Page, app_url: str, packed: Path) -> None:
    sockets: list[WebSocketRoute] = []

    def pass_on(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        socket.connect_to_server()

    window.route_web_socket(re.compile("/_stcore/stream"), pass_on)
    window.goto(app_url)
    open_upload(window, packed)
    frame = frame_of(window)
    choose_words(frame, "keeps the light on Gannet Rock")
    sockets[0].close(code=1012)
    expect(window.locator(CONNECTED)).to_have_count(0)
    expect(window.locator(CONNECTED)).to_have_count(1)
    open_tab(window, "Checks")
    expect(window.get_by_text(re.compile("^Every quote stands exactly"))).to_be_visible()
    assert len(sockets) == 2
    assert frame_of(window) == frame
    expect(frame.locator("#card h2")).to_contain_text("Fishers’ Guild")
    settled(window)
    assert "?uploaded=1&f=guild-light" in window.url
