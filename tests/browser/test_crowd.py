"""Thousands of marks: counted where they crowd, in pages, their text where it is looked at."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import shapely
from playwright.sync_api import Page, expect

from benchmarks.synthetic import write_synthetic
from geo.checks import open_atlas
from tests.browser.conftest import page_of
from tests.browser.screen import at_rest, click_place, open_article, open_page

MARKS = 5_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("large")
    write_synthetic(folder / "atlas", MARKS)
    return page_of(folder / "atlas", folder)


@pytest.fixture
def opened(page: Page, large: str) -> Page:
    page.emulate_media(reduced_motion="reduce")
    open_page(page, large)
    return page


def tip_after_moving(page: Page) -> str:
    """Point at places of the map in turns, until a group says how many marks it has."""
    box = page.locator(".folium-map").bounding_box()
    assert box is not None
    for step in range(400):
        x, y = box["x"] + 200 + step % 20 * 7, box["y"] + 200 + step // 20 * 5
        page.mouse.move(x, y)
        if "marks here" in (page.text_content("#tip") or ""):
            return page.inner_text("#tip")
    raise AssertionError("no group was met")


def test_a_group_says_how_many_and_leads_closer(opened: Page) -> None:
    number = re.search(r"(\d+) marks here", tip_after_moving(opened))
    assert number is not None
    assert int(number[1]) > 3
    before = opened.evaluate("map_atlas.getZoom()")
    opened.mouse.down()
    opened.mouse.up()
    at_rest(opened.main_frame)
    assert opened.evaluate("map_atlas.getZoom()") > before
    expect(opened.locator("#card h2")).not_to_have_text(re.compile("Place"))  # nothing is chosen


def test_every_click_finds_a_mark_under_the_pointer(opened: Page, large: str) -> None:
    opened.evaluate("void map_atlas.setView([33, 44], 8.5, { animate: false })")
    atlas = open_atlas(Path(urlsplit(large).path).parent / "atlas")
    west, south, east, north = opened.evaluate(
        "map_atlas.getBounds().pad(-0.2).toBBoxString().split(',').map(Number)"
    )
    window = shapely.box(west, south, east, north)
    shapes = {one.id: one.shape for one in atlas.features.values() if one.shape}
    seen = [one for one in shapes.values() if window.contains(one)]
    assert len(seen) > 20
    pixel = (east - west) / opened.evaluate("map_atlas.getSize().x * 0.6")  # degrees
    for shape in seen:
        at = shapely.Point(shapely.get_coordinates(shape)[0])
        click_place(opened, opened.main_frame, at.x, at.y)
        [chosen] = re.findall(r"f=(f\d+)", opened.evaluate("location.hash"))
        assert shapely.distance(shapes[chosen], at) < 14 * pixel


def test_the_table_goes_by_pages(opened: Page) -> None:
    opened.click("#views [data-view=table]")
    expect(opened.locator("#table caption")).to_have_text(f"Marks on the map ({MARKS})")
    expect(opened.locator("#table tbody tr")).to_have_count(200)
    opened.get_by_role("button", name="The rows after").click()
    expect(opened.locator(".pages")).to_contain_text(f"201–400 of {MARKS}")
    opened.evaluate("location.hash = '#f=f4000'")
    opened.evaluate("window.dispatchEvent(new PopStateEvent('popstate'))")
    expect(opened.locator("#table [aria-current]")).to_contain_text(", 4000")


def test_a_page_is_turned_by_keyboard(opened: Page) -> None:
    opened.click("#views [data-view=table]")
    before, after = (
        opened.get_by_role("button", name=f"The rows {way}") for way in ("before", "after")
    )
    after.focus()
    opened.keyboard.press("Enter")
    expect(opened.locator(".pages")).to_contain_text(f"201–400 of {MARKS}")
    expect(after).to_be_focused()
    before.focus()
    opened.keyboard.press("Enter")
    expect(opened.locator(".pages")).to_contain_text(f"1–200 of {MARKS}")
    expect(after).to_be_focused()  # there is no page before: what can't be pressed has no focus


def test_words_far_down_are_shown_and_marked(opened: Page) -> None:
    open_article(opened.main_frame)
    expect(opened.locator(".piece").first).to_be_visible()
    assert opened.locator(".piece").count() < 500  # of a thousand
    opened.fill("#find", "Report 000990")
    opened.get_by_role("option", name=re.compile("Report 000990")).first.click()
    piece = opened.locator(".piece.chosen")
    expect(piece).to_be_in_viewport()
    expect(piece).to_contain_text("Report 000990")


def test_the_whole_text_is_there_to_be_searched_by_the_browser(opened: Page) -> None:
    text = opened.locator("#article").evaluate("(article) => article.textContent")
    assert text.count("Report 000") == 1_000


def test_what_is_found_stays_marked_where_the_text_is_laid_out_later(opened: Page) -> None:
    open_article(opened.main_frame)
    opened.fill("#find", "Report 000")
    opened.locator("#article").evaluate("(article) => article.scrollTo(0, 1e9)")
    expect(opened.locator(".piece").last).to_contain_text("Report 000999")
    found = opened.evaluate(
        """Array.from(CSS.highlights.get("found"), (marked) => {
          const range = new Range();
          range.setStart(marked.startContainer, marked.startOffset);
          range.setEnd(marked.endContainer, marked.endOffset);
          return String(range);
        })"""
    )
    assert found == ["Report 000"] * 1_000


def test_words_that_are_looked_for_make_no_print_slow(opened: Page) -> None:
    opened.fill("#find", "rep")
    marked = opened.evaluate(
        """async () => {
          let times = 0;
          const set = CSS.highlights.set;
          CSS.highlights.set = (...given) => (times++, set.apply(CSS.highlights, given));
          window.dispatchEvent(new Event("beforeprint"));
          await Promise.resolve();
          return times;
        }"""
    )
    assert marked == 1  # once for all blocks


def test_paper_gets_every_excerpt_marked(opened: Page) -> None:
    opened.evaluate("void window.dispatchEvent(new Event('beforeprint'))")
    assert opened.locator(".piece").count() >= 1_000
