"""A real Chromium over the real app, and over the page as a file.

Every request of every test is recorded; one to any host but this machine fails
the test that made it.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Frame,
    Page,
    Request,
    expect,
    sync_playwright,
)

from geo.checks import open_atlas
from geo.formats import ExportOptions, export
from tests.browser.screen import REST, box_at_rest

HOME = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
LOCAL = {"127.0.0.1", "localhost", ""}
# In ms, longer than the app lets a check or an export take.
PATIENCE = int(os.environ.get("PATIENCE", "150000"))
THROTTLE = float(os.environ.get("CPU_THROTTLE", "1"))  # so many times slower are the windows

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)  # None: Playwright's own
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*FLAGS])
        browser.on("context", treat)
        yield browser
        browser.close()


def treat(context: BrowserContext) -> None:
    """Give each window patience, and with CPU_THROTTLE a slow machine."""
    context.set_default_timeout(PATIENCE)
    if THROTTLE > 1:
        context.on("page", slow_down)


def slow_down(window: Page) -> None:
    """Slow a window down, and each frame in it that has a process of its own."""

    def throttle(place: Page | Frame) -> None:
        with suppress(Error):  # a frame in its parent's process, or gone
            session = window.context.new_cdp_session(place)
            session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})

    throttle(window)
    window.on("framenavigated", throttle)


@pytest.fixture(scope="session")
def app_url() -> Iterator[str]:
    """The address of the app, started once for all tests as a person would start it."""
    with serving() as url:
        yield url


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(port: int = 0, **environment: str) -> Iterator[str]:
    """Start the app, give its address, and stop it."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    options = ["--server.port", str(port), "--server.headless", "true"]
    server = subprocess.Popen(  # noqa: S603 – our own app
        [*command, *options],
        cwd=HOME,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
    )
    base = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "")
    url = f"http://localhost:{port}/{base}".rstrip("/")
    try:
        _wait_for(f"{url}/_stcore/health", server)
        yield url
    finally:
        server.terminate()
        server.wait(PATIENCE / 1000)


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE // 100):
        try:
            with urlopen(url) as answer:  # noqa: S310  our own server
                assert answer.status == 200
                return
        except URLError:
            assert server.poll() is None, "the app did not start"
            time.sleep(0.1)
    pytest.fail("the app did not answer")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window of 1440 × 900; no error in its console, no request to the outside."""
    with fresh_window(browser) as window:
        yield window


@contextmanager
def fresh_window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    window = context.new_page()
    requests: list[Request] = []
    errors: list[str] = []
    context.on("request", lambda request: requests.append(request))
    window.on("pageerror", lambda error: errors.append(str(error)))
    window.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    yield window
    context.close()
    outside = [r.url for r in requests if urlsplit(r.url).hostname not in {*LOCAL, None}]
    assert outside == []
    assert errors == []


@pytest.fixture
def atlas_frame(page: Page, app_url: str) -> Frame:
    """The page inside the app, ready to be used."""
    page.goto(app_url)
    frame = frame_of(page)
    settled(page)  # what the app adds below the page may still move it
    return frame


@pytest.fixture(scope="session")
def own_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Export the page as a file, and return its address on this disk."""
    return page_of(HOME, tmp_path_factory.mktemp("export"))


def page_of(folder: Path, into: Path) -> str:
    """Export the page of an atlas as a file, and return its address on this disk."""
    return export(open_atlas(folder), "html", into, ExportOptions()).as_uri()


def frame_of(page: Page) -> Frame:
    """Return the frame that the app shows the page in, once it is ready."""
    frame = inner_frame(page, "iframe[sandbox]")
    frame.wait_for_selector("body.ready")
    return frame


def inner_frame(window: Page | Frame, selector: str) -> Frame:
    """Return what a frame element shows, once it can be seen."""
    element = window.wait_for_selector(selector, state="visible")
    assert element is not None
    frame = element.content_frame()
    assert frame is not None
    return frame


def settled(page: Page) -> None:
    """Wait until the app's script has run to its end, so that its widgets stay where they are.

    One that was just asked to run may not yet have begun.
    """
    page.evaluate(
        f"""async () => {{
            {REST}
            const calm = "[data-testid=stApp][data-test-script-state=notRunning]";
            await rest(() => document.querySelector(calm) !== null);
        }}"""
    )


def choose_row(page: Page, words: str) -> None:
    """Search the evidence for words that stand in one row alone, and choose that row."""
    open_tab(page, "Evidence")
    search = page.get_by_label("Search what is said, and not said")
    search.fill(words)
    search.press("Enter")
    expect(page.get_by_text(re.compile(r"^1 of \d+ rows"))).to_be_visible()
    settled(page)
    page.locator("[data-testid=stDataFrame]").scroll_into_view_if_needed()
    x, y = box_at_rest(page, "[data-testid=stDataFrame] canvas")
    page.mouse.move(x + 16, y + 54, steps=4)  # the grid wants to see a hand
    page.mouse.down()
    page.mouse.up()


def open_tab(page: Page, name: str) -> None:
    """Open a panel below the page: a tab that is clicked while the script runs may not open."""
    settled(page)
    page.get_by_role("tab", name=name, exact=True).click()
