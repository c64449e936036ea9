"""The server itself: who it answers, and what its answers carry."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Error, Frame, Page

from tests.browser.conftest import frame_of, serving

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}


def status(url: str, host: str | None = None) -> int:
    request = Request(url, headers={"Host": host} if host else {})  # noqa: S310  our own server
    try:
        with urlopen(request) as answer:  # noqa: S310
            return int(answer.status)
    except HTTPError as error:
        return error.code


def handshake(url: str, origin: str) -> int:
    """Ask for a WebSocket, as a browser does for a page of that origin."""
    with closing(HTTPConnection(urlsplit(url).netloc)) as connection:
        connection.request("GET", "/_stcore/stream", headers={"Origin": origin, **UPGRADE})
        return connection.getresponse().status


def test_it_says_that_it_is_well(app_url: str) -> None:
    assert status(f"{app_url}/_stcore/health") == 200


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/stream", "/page/x"])
@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "10.0.0.1:8501"])
def test_another_host_s_name_is_refused(app_url: str, path: str, host: str) -> None:
    assert status(app_url + path, host) == 400


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/page/x", "/static/none.js"])
@pytest.mark.parametrize("host", [None, "evil.example"])
def test_every_answer_carries_the_same_headers(app_url: str, path: str, host: str | None) -> None:
    with closing(HTTPConnection(urlsplit(app_url).netloc)) as connection:
        connection.request("GET", path, headers={"Host": host} if host else {})
        headers = connection.getresponse().headers
    assert headers.get_all("Content-Security-Policy") == ["frame-ancestors 'self'"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_it_works_below_the_root_of_a_site(page: Page) -> None:
    with serving(0, STREAMLIT_SERVER_BASE_URL_PATH="atlas/here") as url:
        page.goto(url)
        assert "/atlas/here/page/" in frame_of(page).url
        page.goto("about:blank")  # before the app is gone


@pytest.fixture
def proxy() -> Iterator[socket.socket]:
    """A door to the outside, where a request of the server's own would wait to be let out."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setblocking(False)
        yield door


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])  # noqa: S104
def test_it_looks_nothing_up_outside(proxy: socket.socket, address: str) -> None:
    outside = f"http://127.0.0.1:{proxy.getsockname()[1]}"
    proxies = {"http_proxy": outside, "https_proxy": outside, "no_proxy": ""}
    with serving(0, **proxies, STREAMLIT_SERVER_ADDRESS=address) as url:
        assert handshake(url, url) == 101
        for origin in ("http://evil.example", "https://localhost.evil.example", "null", "http://["):
            assert handshake(url, origin) == 403
    with pytest.raises(BlockingIOError):  # nobody knocked
        proxy.accept()


def test_it_listens_on_this_machine_alone(app_url: str) -> None:
    port = urlsplit(app_url).port
    assert port
    with socket.socket() as other:
        other.bind(("127.0.0.2", port))  # free, so it doesn't listen on every address


def test_a_page_can_t_be_guessed(app_url: str) -> None:
    for name in ("x", "index.html", "a" * 22):
        assert status(f"{app_url}/page/{name}") == 404
    for name in ("%00", "../app.py", "%2e%2e/app.py", "..%2f..%2fetc/passwd"):
        assert status(f"{app_url}/page/{name}") in {400, 404}


def test_a_page_opened_by_itself_is_alone_too(page: Page, atlas_frame: Frame) -> None:
    page.goto(atlas_frame.url)
    assert page.evaluate("self.origin") == "null"
    with pytest.raises(Error, match="sandboxed"):
        page.evaluate("document.cookie")
