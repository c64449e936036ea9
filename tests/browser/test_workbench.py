"""The workbench, by keyboard, in the real app: from an article to a sealed atlas."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from geo.atlas.summary import seal_summary
from geo.checks import open_atlas
from tests.browser.conftest import frame_of, open_tab, serving
from tests.workbench.conftest import FERRY

HOSTILE = """<img src=x onerror=alert(1)> {{ 7 * 7 }}

Boats <script>alert(2)</script> left Puno for e\u0301cole Lima 🛶 at قارب night. Lima is far.
"""


@pytest.fixture(scope="module")
def own_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app that keeps its drafts in a folder of these tests."""
    with serving(ATLAS_DRAFTS=str(tmp_path_factory.mktemp("drafts"))) as url:
        yield url


@pytest.fixture
def bench(page: Page, own_app: str) -> Frame:
    """The workbench, opened as a person opens it."""
    page.goto(own_app)
    frame_of(page)
    open_tab(page, "Open")
    page.get_by_role("button", name="New from an article").click()
    handle = page.wait_for_selector("iframe[title=Workbench]")
    assert handle is not None
    frame = handle.content_frame()
    assert frame is not None
    frame.wait_for_selector("#start form")
    return frame


def begin(bench: Frame, text: str) -> None:
    """Begin a draft, and wait until the article has been read for proposals."""
    bench.fill("[name=text]", text)
    bench.fill("[name=by]", "M. Karimi")
    bench.fill("[name=published]", "2026-03-03")
    bench.get_by_role("button", name="Begin the draft").click()
    expect(bench.locator(".item").first).to_be_visible()
    expect(bench.locator("#told")).to_be_empty()


def press(page: Page, bench: Frame, *keys: str) -> None:
    """Press keys, each when the one before has changed what is seen."""
    for key in keys:
        before = bench.locator("#list").inner_html()
        page.keyboard.press(key)
        expect(bench.locator("#list")).not_to_have_js_property("innerHTML", before)


def claim(page: Page, bench: Frame, feature: str, first: int, length: int, how: str) -> None:
    """Make a claim of the chosen excerpt, with keys alone."""
    press(page, bench, "c")
    expect(bench.locator("[name=feature]")).to_be_focused()
    page.keyboard.type(feature)
    page.keyboard.press("Tab")
    page.keyboard.press("Control+Home")
    for _ in range(first):
        page.keyboard.press("ArrowRight")
    for _ in range(length):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.type(f"The notice says this of {feature}.")
    page.keyboard.press("Tab")
    page.keyboard.press(how)
    before = bench.locator(".item.accepted").count()
    page.keyboard.press("Control+Enter")
    expect(bench.locator(".item.accepted")).to_have_count(before + 1)


def test_an_article_becomes_a_sealed_atlas_by_keyboard(
    page: Page, bench: Frame, tmp_path: Path
) -> None:
    begin(bench, FERRY)
    # Titicaca is named, Copacabana is placed, Bolivia speaks, Peru is neither
    press(page, bench, "u", "1", "g", "1", "x", "a", "u", "x")
    expect(bench.get_by_text("Left to decide: 0 of 8")).to_be_visible()
    press(page, bench, ".", "x", "a", "x", "x")
    press(page, bench, ".", "x", "x", "a", "a", "x", "]", "a", "Space", "x")
    expect(bench.get_by_text("Left to decide: 0 of 8")).to_be_visible()
    press(page, bench, ".")
    claim(page, bench, "Copacabana", 25, 38, "3")
    claim(page, bench, "Puno", 34, 40, "4")
    claim(page, bench, "Juliaca", 22, 28, "2")
    press(page, bench, ".", ".")
    bench.get_by_role("button", name="Take out what nothing is claimed of").press("Enter")
    bench.get_by_role("button", name="Seal it").press("Enter")
    with page.expect_download() as download:
        bench.get_by_role("button", name="Download the atlas").press("Enter")
    with zipfile.ZipFile(download.value.path()) as packed:
        packed.extractall(tmp_path / "atlas")
    atlas = open_atlas(tmp_path / "atlas")
    assert [one.words for one in atlas.claims.values()] == [
        "wants lights at the pier of Copacabana",
        "escort boats between Puno and Copacabana",
        "two barges 🛶 wait at Juliaca",
    ]
    assert [one.modality for one in atlas.claims.values()] == [
        "attributed",
        "conditional",
        "reported",
    ]
    assert "6 proposed and accepted, 0 unjudged" in seal_summary(atlas)
    bench.get_by_role("button", name="Open it in the app").press("Enter")
    shown = page.frame_locator("iframe[title='Map, layers and article']")
    expect(shown.locator("#title")).to_have_text(re.compile("Ferry crews refuse"))


def test_nothing_is_preselected_and_an_undo_takes_a_decision_back(page: Page, bench: Frame) -> None:
    begin(bench, FERRY)
    expect(bench.locator(".candidates [aria-pressed=true]")).to_have_count(0)
    press(page, bench, "j", "1")  # Copacabana
    expect(bench.locator(".item.accepted")).to_have_count(1)
    page.keyboard.press("z")
    expect(bench.locator(".item.accepted")).to_have_count(0)
    press(page, bench, ".", ".", "a", ".", "c")
    expect(bench.locator("[name=modality]:checked")).to_have_count(0)
    expect(bench.locator("[name=sentence]")).to_have_value("")
    expect(bench.locator("[name=feature]")).to_have_value("")


def test_text_is_text_and_a_selection_is_exact(page: Page, bench: Frame) -> None:
    begin(bench, HOSTILE)
    article = bench.locator("#article")
    expect(article).to_have_text(HOSTILE.strip(), use_inner_text=False)
    expect(article.locator("img, script")).to_have_count(0)
    press(page, bench, ".", ".")
    for words in ("e\u0301cole Lima 🛶", "🛶 at قارب", "<script>alert(2)</script> left"):
        bench.evaluate(SELECT, words)
        page.keyboard.press("n")
        expect(bench.locator(".item.now.accepted blockquote")).to_have_text(words)


SELECT = """(words) => {
    const article = document.getElementById("article");
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let at = 0; walker.nextNode(); at += walker.currentNode.length)
        nodes.push([walker.currentNode, at]);
    const start = article.textContent.indexOf(words);
    const end = start + words.length;
    const [first, last] = [start, end - 1].map((at) => nodes.findLast(([, from]) => from <= at));
    getSelection().setBaseAndExtent(first[0], start - first[1], last[0], end - last[1]);
}"""


def test_a_draft_is_there_after_the_window_was_loaded_again(
    page: Page, bench: Frame, own_app: str
) -> None:
    begin(bench, FERRY.replace("Ferry crews refuse", "Crews refuse", 1))
    press(page, bench, "j", "1")
    page.goto(own_app)
    frame_of(page)
    open_tab(page, "Open")
    page.get_by_role("button", name="New from an article").click()
    again = page.frame_locator("iframe[title=Workbench]")
    again.locator("[name=by]").fill("A. Reader")
    again.get_by_role("button", name=re.compile("^Crews refuse")).click()
    expect(again.locator(".item.accepted")).to_have_count(1)
