"""The table: what the map shows, for who does not look at it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Frame, Page, expect

from geo.atlas.reading import load_atlas
from tests.browser.screen import choose_words, open_page, switch
from tests.browser.test_access import violations

ATLAS = load_atlas()
PMF = ATLAS.features["pmf-iraq"]
NAME = PMF.properties.names["en"]
LEBANON = "Lebanon stretch"


def rows(frame: Frame) -> list[str]:
    """Return the names in the table, from top to bottom."""
    return frame.locator("#table tbody th").all_inner_texts()


@pytest.fixture
def table(atlas_frame: Frame) -> Frame:
    atlas_frame.click("#views [data-view=table]")
    return atlas_frame


def test_it_is_a_table_of_all_that_is_shown(table: Frame) -> None:
    shown = table.locator("#layers .count").inner_text().removeprefix("Marks shown: ")
    expect(table.get_by_role("table", name=f"Marks on the map ({shown})")).to_be_visible()
    expect(table.get_by_role("columnheader")).to_have_count(6)
    expect(table.get_by_role("rowheader")).to_have_count(int(shown))
    row = table.get_by_role("row", name=NAME)
    first = PMF.claims[0].sentence["en"]
    for words in ("PMF", "force", "stated", "Iraq", first):
        expect(row).to_contain_text(words)


def test_rows_come_as_a_traveller_comes_to_them(table: Frame) -> None:
    stops = [one.properties.names["en"] for stage in ATLAS.itinerary.values() for one in stage]
    seen = rows(table)
    assert seen == [name for name in stops if name in seen]
    stretches = [name.split()[0] for name in seen if "stretch" in name]
    assert stretches == ["Iran", "Iraq", "Syria", "Syria", "Lebanon"]
    expect(table.locator("#table tr", has_text=LEBANON)).to_contain_text("5 of 5")
    whole = ATLAS.features["corridor"].properties.names["en"]
    row = table.get_by_role("row").filter(has=table.get_by_role("rowheader", name=whole))
    expect(row.locator("td").nth(3)).to_have_text("stretches: 5")


def test_it_follows_layers_filter_and_language(table: Frame) -> None:
    table.click("#views [data-view=map]")  # the key is the map's
    switch(table, "pmf")
    table.click("#views [data-view=table]")
    assert NAME not in rows(table)
    assert any("Iraqi army" in name for name in rows(table))
    table.click("#article-only")
    assert not any("Iraqi army" in name for name in rows(table))
    expect(table.locator("#table .badge:not(.stated)")).to_have_count(0)
    stretch = table.locator("#table tr", has_text=LEBANON)  # what is stated is so of the whole
    expect(stretch.locator("td").nth(2)).to_contain_text("Said of the whole: ")
    table.select_option("#language", "ar")
    expect(table.locator("#table")).to_have_attribute("dir", "rtl")
    expect(table.locator("#table thead th").first).to_have_text("الاسم")
    table.click("#views [data-view=map]")
    table.click("#none")
    table.click("#views [data-view=table]")
    assert rows(table) == []
    expect(table.locator("#table tbody td")).to_have_count(1)


def test_a_mark_is_chosen_by_keyboard_and_said_aloud(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.focus("#views [data-view=table]")
    page.keyboard.press("Enter")
    name = atlas_frame.get_by_role("button", name=NAME)
    name.focus()
    page.keyboard.press("Enter")
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")
    expect(atlas_frame.locator("#table > [role=status]")).to_contain_text(f"Selected: {NAME}")
    expect(atlas_frame.locator("#table [aria-current=true] th")).to_have_text(NAME)
    expect(name).to_be_focused()
    atlas_frame.click("#table >> text=Damascus")
    expect(atlas_frame.locator("#table [aria-current=true]")).to_have_count(1)


def test_words_of_the_article_bring_their_row_into_sight(table: Frame) -> None:
    choose_words(table, "the regime army in Syria")
    expect(table.locator("#table [aria-current=true] th")).to_contain_text("Syrian army")
    expect(table.locator("#table [aria-current=true]")).to_be_in_viewport(ratio=1)


def test_the_map_is_out_of_reach_while_the_table_stands_in_its_place(table: Frame) -> None:
    expect(table.locator("#full-extent")).to_be_hidden()
    table.click("#views [data-view=map]")
    expect(table.locator("#full-extent")).to_be_visible()
    expect(table.locator("#table")).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)], ids=str)
def test_axe_finds_nothing(page: Page, own_page: str, language: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(page, own_page, f"lang={language}&f=pmf-iraq")
    page.click("#views [data-view=table]")
    expect(page.locator("#table [aria-current]")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert violations(page.main_frame) == []


def test_axe_finds_nothing_in_the_dark(page: Page, own_page: str) -> None:
    page.emulate_media(color_scheme="dark")
    open_page(page, own_page, "f=pmf-iraq")
    page.click("#views [data-view=table]")
    assert violations(page.main_frame) == []
