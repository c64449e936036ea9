"""The page in the frame of another site, as a file and as the app."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, Frame, FrameLocator, Page, expect

from tests.browser.conftest import inner_frame, serving
from tests.browser.screen import at_rest
from tests.browser.test_copy import pasted
from tests.browser.test_share import choose, saved

SANDBOX = "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"

HEAD = "<!DOCTYPE html><meta charset=utf-8><title>News</title>"


class Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # a browser asks for it unbidden
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def site(folder: Path, host: str) -> Iterator[str]:
    """Serve a folder, and give its address: localhost and 127.0.0.1 are two sites."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://{host}:{server.server_port}"
        server.shutdown()


@pytest.fixture
def outer(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Another site: a folder, whose index.html is to be written, and its address."""
    with site(tmp_path, "127.0.0.1") as address:
        yield tmp_path, address


@pytest.fixture
def address(own_page: str) -> Iterator[str]:
    """The exported file, at an address of its own."""
    file = Path(url2pathname(urlsplit(own_page).path))
    with site(file.parent, "localhost") as url:
        yield f"{url}/{file.name}"


def embed(page: Page, outer: tuple[Path, str], src: str, more: str = "") -> Frame:
    """Open a long page of the other site with a frame in it."""
    folder, url = outer
    more = f'style="width:1000px;height:600px" allow="clipboard-write" {more}'
    frame = f'<iframe src="{escape(src)}" {more}></iframe>'
    text = f"{HEAD}<p>Before</p>{frame}<p style='height:3000px'>After"
    (folder / "index.html").write_text(text, "utf-8")
    page.goto(url)
    return inner_frame(page, "iframe")


def ready(frame: Frame) -> Frame:
    frame.wait_for_selector("body.ready")
    at_rest(frame)
    return frame


@pytest.mark.parametrize("sandbox", ["", f'sandbox="{SANDBOX}"'])
def test_a_file_reads_and_writes_its_own_fragment(
    page: Page, outer: tuple[Path, str], address: str, sandbox: str
) -> None:
    frame = ready(embed(page, outer, f"{address}#f=damascus&lang=en&at=40,33,6", sandbox))
    expect(frame.locator("#card h2")).to_have_text("Damascus")
    assert frame.evaluate("map_atlas.getZoom()") == 6
    steps = page.evaluate("history.length")
    frame.fill("#find", "tehran")
    frame.press("#find", "Enter")
    expect(frame.locator("#card h2")).to_have_text("Tehran")
    at_rest(frame)
    assert re.search("#f=tehran&", frame.evaluate("location.href"))
    assert page.url == f"{outer[1]}/"
    assert page.evaluate("history.length") == steps  # no steps in the other site's history
    choose(frame, "copy-link")
    expect(frame.locator("#notice")).to_contain_text("Copied")
    link = pasted(page)
    assert link.startswith(f"{address}#f=tehran&")
    page.goto(link)
    expect(page.locator("#card h2")).to_have_text("Tehran")


def test_the_code_that_is_copied_embeds_the_view(
    page: Page, outer: tuple[Path, str], address: str
) -> None:
    page.goto(f"{address}#f=damascus")
    ready(page.main_frame)
    choose(page, "copy-embed")
    expect(page.locator("#notice")).to_contain_text("Copied")
    code = pasted(page)
    (outer[0] / "index.html").write_text(f"{HEAD}{code}", "utf-8")
    page.goto(outer[1])
    frame: FrameLocator = page.frame_locator("iframe")
    expect(frame.locator("#card h2")).to_have_text("Damascus")
    inner = page.frames[1]
    assert inner.evaluate("self.origin") == "null"  # it reaches nothing of the other site
    assert saved(page, inner, "save-csv")[0].endswith("-claims.csv")


def test_the_wheel_scrolls_the_other_site(
    page: Page, outer: tuple[Path, str], address: str
) -> None:
    frame = ready(embed(page, outer, address))
    zoom = frame.evaluate("map_atlas.getZoom()")
    page.mouse.move(300, 450)
    page.mouse.wheel(0, 120)
    page.wait_for_function("scrollY > 50")
    expect(frame.locator("#hint")).to_contain_text("Ctrl")
    assert frame.evaluate("map_atlas.getZoom()") == zoom
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.keyboard.up("Control")
    frame.wait_for_function("(zoom) => map_atlas.getZoom() > zoom", arg=zoom, polling=50)
    assert page.evaluate("scrollY") == 0


def test_the_wheel_zooms_a_page_that_stands_alone(page: Page, own_page: str) -> None:
    page.goto(own_page)
    frame = ready(page.main_frame)
    zoom = frame.evaluate("map_atlas.getZoom()")
    page.mouse.move(400, 500)
    page.mouse.wheel(0, -240)
    frame.wait_for_function("(zoom) => map_atlas.getZoom() > zoom", arg=zoom, polling=50)
    assert frame.locator("#hint").count() == 0


@pytest.mark.parametrize(
    ("language", "word"), [("en", "two fingers"), ("ar", "إصبعين"), ("fa", "دو انگشت")]
)
def test_one_finger_scrolls_the_other_site(
    browser: Browser, outer: tuple[Path, str], address: str, language: str, word: str
) -> None:
    size = {"width": 390, "height": 844}
    with browser.new_context(viewport=size, has_touch=True, is_mobile=True) as phone:  # type: ignore[arg-type]
        frame = ready(embed(phone.new_page(), outer, f"{address}#lang={language}"))
        assert not frame.evaluate("map_atlas.dragging.enabled()")
        assert frame.evaluate("map_atlas.touchZoom.enabled()")
        map_style = "getComputedStyle(map_atlas.getContainer()).touchAction"
        assert "pan-y" in frame.evaluate(map_style)
        frame.evaluate(
            """() => {
                const target = map_atlas.getContainer();
                const touch = new Touch({ identifier: 1, target, clientX: 5, clientY: 5 });
                target.dispatchEvent(new TouchEvent("touchmove", { touches: [touch] }));
            }"""
        )
        expect(frame.locator("#hint")).to_contain_text(word)


def test_a_page_in_a_notebook_has_no_address_to_copy(
    page: Page, outer: tuple[Path, str], own_page: str
) -> None:
    text = Path(url2pathname(urlsplit(own_page).path)).read_text("utf-8")
    srcdoc = f'srcdoc="{escape(text)}" sandbox="{SANDBOX}"'
    frame = ready(embed(page, outer, "about:blank", srcdoc))
    frame.fill("#find", "tehran")
    frame.press("#find", "Enter")
    expect(frame.locator("#card h2")).to_have_text("Tehran")
    frame.click("#share-button")
    expect(frame.locator("#cite-apa")).to_be_visible()
    assert frame.locator("#copy-link, #copy-embed, #open-briefing").count() == 0


def test_no_other_site_has_the_app_in_a_frame(
    browser: Browser, outer: tuple[Path, str], app_url: str
) -> None:
    with browser.new_context() as context:  # its console says that the frame was refused
        window = context.new_page()
        said: list[str] = []
        window.on("console", lambda line: said.append(line.text))
        frame = embed(window, outer, app_url)
        window.wait_for_load_state()
        assert frame.url.startswith("chrome-error:")
        assert any("frame-ancestors 'self'" in line for line in said)


def test_a_site_that_the_operator_names_has_the_app_in_a_frame(
    page: Page, outer: tuple[Path, str]
) -> None:
    with serving(0, ATLAS_EMBED_IN=outer[1]) as url:
        app = embed(page, outer, f"{url}/?f=damascus")
        inner = ready(inner_frame(app, "iframe[sandbox]"))
        expect(inner.locator("#card h2")).to_have_text("Damascus")
        choose(inner, "copy-link")
        expect(inner.locator("#notice")).to_contain_text("Copied")
        assert pasted(page).startswith(f"{url}/?f=damascus&")
        zoom = inner.evaluate("map_atlas.getZoom()")
        page.mouse.move(300, 450)
        page.mouse.wheel(0, -60)
        expect(inner.locator("#hint")).to_contain_text("Ctrl")
        assert inner.evaluate("map_atlas.getZoom()") == zoom
        page.goto("about:blank")  # before the app is gone
