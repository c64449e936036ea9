"""The page of atlases that lack, or have, what the shipped one has, or lacks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import page_of
from tests.browser.screen import open_page
from tests.other_atlases import (
    Change,
    arabic_article,
    areas,
    bare,
    many_marks,
    only_in_english,
    only_one_mark,
    other_atlas,
)

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
# Texts that are cut off: wider than their boxes, which hide the rest without a sign.
CUT = """() => [...document.querySelectorAll("#top *, #side *, #layers *")].filter((one) => {
    const { overflowX, textOverflow } = getComputedStyle(one);
    const isWide = one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1;
    return isWide && ["hidden", "clip"].includes(overflowX) && textOverflow !== "ellipsis";
}).map((one) => one.textContent)"""
SPILT = """() => [...document.querySelectorAll(".holder:not([hidden])")]
    .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.textContent)"""

Open = Callable[..., Page]


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Open:
    def open_changed(*changes: Change, size: dict[str, int] = DESK, link: str = "") -> Page:
        page.emulate_media(reduced_motion="reduce")
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        folder = other_atlas(tmp_path / "atlas", *changes)
        open_page(page, page_of(folder, tmp_path) + link)
        return page

    return open_changed


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    "change",
    [bare, only_one_mark, many_marks, areas, only_in_english, arabic_article],
    ids=lambda change: change.__name__,
)
def test_nothing_is_cut_or_spilt(opened: Open, change: Change, size: dict[str, int]) -> None:
    page = opened(change, size=size)
    expect(page.locator("#card h2").first).to_be_visible()
    assert page.evaluate(CUT) == []
    assert page.evaluate(SPILT) == []
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= size["width"]


def test_without_parts_a_list_has_no_sign_of_one(opened: Open) -> None:
    page = opened(bare, size=PHONE)
    expect(page.locator(".holder").first).to_be_visible()
    expect(page.locator(".fold .sign")).to_have_count(0)


def test_a_tour_without_findings_shows_a_mark_at_each_stop(opened: Open) -> None:
    page = opened(bare, link="#t=1")
    expect(page.locator("#card .claim").first).to_be_visible()
    before = page.locator("#card h2").inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#card h2")).not_to_have_text(before)


def test_a_tour_can_be_read_on_a_phone(opened: Open) -> None:
    page = opened(size=PHONE, link="#t=2")
    expect(page.locator("#card h2")).to_be_visible()
    expect(page.locator("#card .quote")).to_be_visible()


def test_on_a_phone_the_details_of_a_mark_have_all_the_room_below(opened: Open) -> None:
    page = opened(size=PHONE, link="#f=cape-wren")
    card, foot = (page.locator(one).bounding_box() for one in ("#card", "#foot"))
    assert card is not None
    assert foot is not None
    assert card["y"] + card["height"] == pytest.approx(foot["y"], abs=2)


@pytest.mark.parametrize("reader", ["en", "ar"])
def test_an_arabic_article_reads_from_the_right_whatever_its_first_word(
    opened: Open, reader: str
) -> None:
    page = opened(arabic_article, link=f"#f=guild-light&lang={reader}")
    for one in ("#article", "#card .quote q", ".holder q"):
        found = page.locator(one).first
        expect(found).to_have_attribute("dir", "rtl")
        expect(found).to_have_attribute("lang", "ar")
    direction = "(one) => getComputedStyle(one).direction"
    assert page.locator("#article p").first.evaluate(direction) == "rtl"


def test_a_sentence_reads_as_its_language_does(opened: Open) -> None:
    page = opened(arabic_article, link="#lang=ar")
    directions = page.eval_on_selector_all(".finding [dir]", "(all) => all.map((one) => one.dir)")
    assert set(directions) == {"rtl"}
