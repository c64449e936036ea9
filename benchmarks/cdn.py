"""What peers load from content delivery networks, from copies held in memory.

Without them nothing of folium draws when offline. Known by file name alone; they
answer with no network's delay, which favours the peers.
"""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page

_NODE = Path(__file__).parent / "node_modules"  # see package.json
_COPIES = {
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "marker-icon.png": "leaflet/dist/images/marker-icon.png",
    "marker-shadow.png": "leaflet/dist/images/marker-shadow.png",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "bootstrap.bundle.min.js": "bootstrap/dist/js/bootstrap.bundle.min.js",
    "bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    "all.min.css": "@fortawesome/fontawesome-free/css/all.min.css",
    "leaflet.awesome-markers.js": "leaflet.awesome-markers/dist/leaflet.awesome-markers.js",
    "leaflet.awesome-markers.css": "leaflet.awesome-markers/dist/leaflet.awesome-markers.css",
}
# Fonts of icons that nobody uses here, a basemap library without a basemap: empty, which is faster.
_EMPTY = {
    "bootstrap-glyphicons.css",
    "leaflet.awesome.rotate.min.css",
    "mapbox-gl.js",
    "maplibre-gl.css",
    "bootstrap-theme.min.css",
    "font-awesome.min.css",
    "stylesheet.css",
}
_TYPES = {".js": "text/javascript", ".css": "text/css", ".png": "image/png"}


def serve_copies(page: Page) -> None:
    """Answer the page's https requests, and only those, from the copies.

    Playwright's own routes would stop every request and turn the browser's cache
    off, also for what Streamlit serves from this machine.
    """
    session = page.context.new_cdp_session(page)
    session.on("Fetch.requestPaused", lambda paused: _answer(session, paused))
    session.send("Fetch.enable", {"patterns": [{"urlPattern": "https://*"}]})


def _answer(session: CDPSession, paused: dict[str, Any]) -> None:
    name = Path(urlsplit(paused["request"]["url"]).path).name
    body, status = (copy(name), 200) if name in _COPIES or name in _EMPTY else (b"", 404)
    headers = {
        "content-type": _TYPES.get(Path(name).suffix, "text/plain"),
        "access-control-allow-origin": "*",
    }
    answer = {
        "requestId": paused["requestId"],
        "responseCode": status,
        "responseHeaders": [{"name": key, "value": value} for key, value in headers.items()],
        "body": base64.b64encode(body).decode(),
    }
    session.send("Fetch.fulfillRequest", answer)


@cache
def copy(name: str) -> bytes:
    """Return the bytes of a file, read once."""
    return b"" if name in _EMPTY else place(name).read_bytes()


def place(name: str) -> Path:
    """Return where a copy is on the disk."""
    return _NODE / _COPIES[name]


def missing() -> list[str]:
    """Name the copies that npm has yet to install."""
    return [name for name, where in _COPIES.items() if not (_NODE / where).is_file()]
