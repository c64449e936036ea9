"""Untrusted text is text: hostile strings in every free text of an atlas run nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.atlas import load_atlas
from geo.page import build_page
from tests.conftest import broken

STRINGS = [
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "<svg onload='window.hacked = 1'>",
    "{{ 7 * 7 }} {% for %} ${window.hacked = 1} `${window.hacked = 1}`",
    "\u2028window.hacked = 1//",
    "\u202etxt.exe \u200f",
    "'\"><a href='javascript:window.hacked = 1'>x</a>",
    "W" * 10_000,
]
URL = "javascript:window.hacked = 1"


def page_of(text: str, folder: Path) -> str:
    """Write the tiny atlas with `text` wherever a text is free, and return the page's address."""
    corridor, sources = "data/corridor.geojson", "data/sources.json"
    claim = "features.1.properties.claims.1"
    files = broken(
        ("data/atlas.json", "title.en", text),
        ("data/atlas.json", "as_of.en", text),
        ("data/atlas.json", "layers.0.names.en", text),
        ("data/atlas.json", "silences.0.sentence", text),
        ("data/actors.json", "0.names.en", text),
        (sources, "1.title", text),
        (sources, "1.publisher", text),
        (sources, "1.url", URL),
        (corridor, "features.1.properties.names.en", text),
        (corridor, "features.1.properties.kind", text),
        (corridor, f"{claim}.sentence", text),
        (corridor, f"{claim}.note", text),
        ("data/basemap/countries.geojson", "features.0.properties.names.en", text),
    )
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        written = content if isinstance(content, str) else json.dumps(content)
        (folder / name).write_text(written, encoding="utf-8", newline="")
    page = folder / "page.html"
    page.write_text(build_page(load_atlas(folder)), encoding="utf-8")
    return page.as_uri()


@pytest.mark.parametrize("text", STRINGS, ids=range(len(STRINGS)))
def test_hostile_text_is_shown_and_runs_nothing(page: Page, tmp_path: Path, text: str) -> None:
    page.goto(page_of(text, tmp_path) + "#f=ferry-east")
    expect(page.locator("body.ready")).to_be_visible()
    assert page.locator("#title").evaluate("(title) => title.textContent") == text
    shown = page.locator("#card .claim .sentence").all_text_contents()
    assert text in shown
    page.fill("#find", text[:200])
    page.select_option("#language", "ar")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, svg, a[href^=javascript]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
