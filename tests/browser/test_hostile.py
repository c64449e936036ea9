"""Untrusted text is text: hostile strings in every free text of an atlas run nothing."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.checks import open_atlas
from geo.page import build_page
from tests.browser.conftest import frame_of, open_tab, serving
from tests.conftest import TEXT, Files, broken, texts

STRINGS = [
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "<svg onload='window.hacked = 1'>",
    "{{ 7 * 7 }} {% for %} ${window.hacked = 1} `${window.hacked = 1}`",
    "\u2028window.hacked = 1//",
    "\u202etxt.exe \u200f",
    "'\"><a href='javascript:window.hacked = 1'>x</a>",
    "[x](javascript:window.hacked=1) ![x](https://example.invalid/x.png) $x^2$ :material/home:",
    "constructor",  # a property that every object has
    "W" * 10_000,
]
# The app takes seconds to open: there they come together, each still whole.
MIXED = [" ".join(STRINGS[:4]), " ".join(STRINGS[4:8]), STRINGS[-1]]
URL = "javascript:window.hacked = 1"
CLAIM = "features.1.properties.claims.1"


def hostile(text: str) -> Files:
    """Return the tiny atlas with `text` wherever a text is free."""
    manifest, corridor = "data/atlas.json", "data/corridor.geojson"
    sources, basemap = "data/sources.json", "data/basemap/countries.geojson"
    story = f"{TEXT}\n{text}\n"
    names = [
        *((manifest, what) for what in ("title", "subtitle", "as_of", "disclaimer")),
        (manifest, "layers.0.names"),
        ("data/actors.json", "0.names"),
        (corridor, "features.1.properties.names"),
        (basemap, "features.0.properties.names"),
    ]
    return broken(
        ("seeds/story.txt", "", story),
        (sources, "0.sha256", hashlib.sha256(story.encode()).hexdigest()),
        (sources, "1.url", URL),
        *((sources, f"1.{what}", text) for what in ("title", "publisher")),
        *((sources, f"1.{what}.en", text) for what in ("read", "grade_reason")),
        *((file, f"{path}.{tag}", text) for file, path in names for tag in ("en", "ar", "fa")),
        (manifest, "silences.0.sentence.en", text),
        ("data/actors.json", "0.kind", text),
        ("data/excerpts.json", "0.note", texts(text)),
        (corridor, "features.0.properties.silences.0.sentence.en", text),
        (corridor, "features.1.properties.kind", text),
        (corridor, "features.1.properties.position.note.en", text),
        (corridor, f"{CLAIM}.sentence.en", text),
        (corridor, f"{CLAIM}.note", texts(text)),
    )


def write(folder: Path, files: Files) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        written = content if isinstance(content, str) else json.dumps(content)
        (folder / name).write_text(written, encoding="utf-8", newline="")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one folder that the app below looks at: what it holds changes under it."""
    folder = tmp_path_factory.mktemp("atlas")
    write(folder, broken())  # without an atlas it wouldn't start
    return folder


@pytest.fixture(scope="module")
def hostile_url(folder: Path) -> Iterator[str]:
    with serving(ATLAS=str(folder)) as url:
        yield url


@pytest.mark.parametrize("text", STRINGS, ids=range(len(STRINGS)))
def test_in_the_file_it_is_shown_and_runs_nothing(page: Page, tmp_path: Path, text: str) -> None:
    write(tmp_path, hostile(text))
    file = tmp_path / "page.html"
    file.write_text(build_page(open_atlas(tmp_path)), encoding="utf-8")
    page.goto(f"{file.as_uri()}#f=ferry-east")
    expect(page.locator("body.ready")).to_be_visible()
    assert page.locator("#title").evaluate("(title) => title.textContent") == text
    assert text in page.locator("#card .claim .sentence").all_text_contents()
    page.click("#views [data-view=table]")
    assert text in page.locator("#table tbody td:nth-child(3)").all_text_contents()
    page.fill("#find", text[:200])
    page.select_option("#language", "ar")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, svg, a[href^=javascript]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("text", MIXED, ids=range(len(MIXED)))
def test_in_the_app_it_is_shown_and_runs_nothing(
    page: Page, folder: Path, hostile_url: str, text: str
) -> None:
    write(folder, hostile(text))
    page.goto(f"{hostile_url}/?f=ferry-east")
    frame = frame_of(page)
    assert frame.locator("#title").evaluate("(title) => title.textContent") == text
    assert text in frame.locator("#card .claim .sentence").all_text_contents()
    expect(page.locator("[data-testid=stText]").last).to_be_visible()  # Checks, open at the start
    open_tab(page, "Evidence")
    page.get_by_label("Search what is said, and not said").fill(text[:200])
    page.get_by_label("Search what is said, and not said").press("Enter")
    expect(page.get_by_text(re.compile(r"^(\d+) of (?!\1 )"))).to_be_visible()
    cells = page.locator("[data-testid=stDataFrame] canvas td")  # the grid's, for screen readers
    expect(cells.filter(has_text=text[:5]).first).to_be_attached()
    open_tab(page, "Briefing")
    expect(page.get_by_label("Title", exact=True)).to_have_attribute("placeholder", text)
    for window in (page, frame):
        assert window.evaluate("window.hacked") is None
        assert window.locator("a[href^=javascript], img[src*='example.invalid']").count() == 0
        assert window.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_in_a_problem_of_the_atlas_it_is_text(page: Page, folder: Path, hostile_url: str) -> None:
    files = hostile(MIXED[0])
    files["data/excerpts.json"][0]["target"]["selector"][0]["exact"] = MIXED[0]
    write(folder, files)
    page.goto(hostile_url)
    expect(page.locator("[data-testid=stCode]")).to_contain_text("data/excerpts.json")
    assert page.evaluate("window.hacked") is None


LINKS = [
    ("https://example.org/a?b#c", True),
    ("http://example.org", True),
    ("javascript:alert(1)", False),
    (" JavaScript:alert(1)", False),
    ("data:text/html,<script>alert(1)</script>", False),
    ("//example.org", False),
    ("file:///etc/passwd", False),
]


@pytest.mark.parametrize(("url", "linked"), LINKS)
def test_a_link_leads_to_the_web_alone_and_tells_nobody(
    page: Page, tmp_path: Path, url: str, linked: bool
) -> None:
    write(tmp_path, broken(("data/sources.json", "1.url", url)))
    file = tmp_path / "page.html"
    file.write_text(build_page(open_atlas(tmp_path)), encoding="utf-8")
    page.goto(f"{file.as_uri()}#f=ferry-east")
    expect(page.locator("#card")).to_contain_text("almanac")
    links = page.locator("#card a").all()
    assert bool(links) is linked
    for link in links:
        expect(link).to_have_attribute("href", url)
        expect(link).to_have_attribute("rel", "noopener noreferrer")
