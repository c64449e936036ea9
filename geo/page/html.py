"""The page: a folium map with our panels round it, completed with data and scripts.

No text of an atlas passes through folium or Jinja, which would run it as a
template: folium renders constants, and the data is put in afterwards.
"""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

import folium
from jinja2 import Template

from geo.atlas.atlas import Atlas
from geo.page.bundle import asset, bundle, condensed_style, leaflet, stylesheet
from geo.page.packing import packed
from geo.page.payload import payload
from geo.page.style import custom_properties
from geo.page.tiles import Tiles

_OPTIONS: dict[str, float] = {
    "minZoom": 3.5,
    "maxZoom": 10,
    "zoomSnap": 0.25,
    "zoomDelta": 0.75,
    "wheelPxPerZoomLevel": 90,
    "maxBoundsViscosity": 1,
    "trackResize": False,  # the page sees to it: a frame changes its size without its window
}


class _PageMap(folium.Map):
    """A folium map with our page as its template, and nothing loaded from elsewhere."""

    _template = Template(asset("page.html.j2"))

    def __init__(self, tiles: Tiles | None) -> None:
        super().__init__(tiles=None)
        self._id = "atlas"
        self.default_js, self.default_css = [], []
        self.options = {**_OPTIONS, "attributionControl": tiles is not None}
        if tiles:
            layer = folium.TileLayer(tiles.url, attr=tiles.attribution, max_zoom=10)
            layer._id = "online"
            self.add_child(layer)


def build_page(atlas: Atlas, tiles: Tiles | None = None, in_app: bool = False) -> str:
    """Return the page as one self-contained HTML text.

    It contacts no host, but for that of `tiles` when given; its content security
    policy allows just the scripts and styles it holds. `in_app` tells the page that the
    frame it may be in is the app's, which then keeps its address.
    """
    rendered = _PageMap(tiles).get_root().render()
    head = (
        f"<style>{condensed_style(leaflet('leaflet.css'))}</style>\n"
        f"<style>{custom_properties()}</style>\n"
        f'<style media="screen">{stylesheet("base")}{stylesheet("page")}</style>\n'
        f'<style media="screen">{stylesheet("notes")}{stylesheet("share")}</style>\n'
        f'<style media="print">{stylesheet("print")}</style>\n'
        f"<style>{stylesheet('help')}</style>\n"
        f"<script>{leaflet('leaflet.js')}</script>\n"
    )
    data = "\n".join(
        f'<script type="application/json" id="atlas-{name}">{text}</script>'
        for name, text in packed(payload(atlas, tiles is not None)).items()
    )
    tail = f'{data}\n<script type="module">{bundle()}</script>\n'
    root = '<html lang="en" data-host="app">' if in_app else '<html lang="en">'
    page = rendered.replace("<html>", root, 1)
    page = page.replace("</head>", f"{head}</head>", 1)
    page = page.replace("</html>", f"{tail}</html>", 1)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{content_policy(page, tiles)}">'
    return page.replace("<head>", f"<head>\n{policy}", 1)


def content_policy(page: str, tiles: Tiles | None = None) -> str:
    """Return the policy: only what stands in the page runs, and nothing is fetched."""
    found = _InlineCode()
    found.feed(page)
    scripts, styles = (" ".join(map(_hash, found.code[tag])) for tag in ("script", "style"))
    images = f"data: {tiles.origin}" if tiles else "data:"
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class _InlineCode(HTMLParser):
    """Collects the text of the script and style elements that run."""

    def __init__(self) -> None:
        super().__init__()
        self.code: dict[str, list[str]] = {"script": [], "style": []}
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.code and ("type", "application/json") not in attrs:
            self._open = tag
            self.code[tag].append("")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.code[self._open][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = None
