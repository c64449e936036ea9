"""The key of the map: a switch for each part of what is shown, and for each layer in it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from geo.atlas.reading import load_atlas
from tests.browser.screen import at_rest, boxes, open_page, switch, unfold

ATLAS = load_atlas()
TIED = "#group-tied"  # of what is tied to the corridor
MIXED = "(box) => box.indeterminate"


@pytest.fixture
def key(page: Page, own_page: str) -> Page:
    open_page(page, own_page)
    return page


def shown(page: Page) -> set[str]:
    """Return the layers whose switch is on, folded away or not."""
    rows = page.locator("#layers .row[data-layer]:has(input:checked)")
    layers: list[str] = rows.evaluate_all("(rows) => rows.map(({ dataset }) => dataset.layer)")
    return set(layers)


def of_group(page: Page, group: str) -> set[str]:
    rows = page.locator(f"#layers-of-{group} .row")
    layers: list[str] = rows.evaluate_all("(rows) => rows.map(({ dataset }) => dataset.layer)")
    return set(layers)


def test_a_part_is_on_off_or_between(key: Page) -> None:
    tied = of_group(key, "tied")
    assert len(tied) > 1
    expect(key.locator(TIED)).to_be_checked()
    switch(key.main_frame, "pmf")
    assert key.locator(TIED).evaluate(MIXED)
    key.click(f"label[for={TIED[1:]}]")  # from between, all of it
    assert tied <= shown(key)
    assert not key.locator(TIED).evaluate(MIXED)
    key.click(f"label[for={TIED[1:]}]")
    assert not tied & shown(key)
    expect(key.locator(TIED)).not_to_be_checked()
    switch(key.main_frame, "pmf")
    assert key.locator(TIED).evaluate(MIXED)
    assert shown(key) & tied == {"pmf"}


def test_a_row_comes_out_at_the_press_of_its_button_and_stays(key: Page) -> None:
    row = key.locator("label[for=layer-pmf]")
    expect(row).to_be_hidden()
    fold = key.locator(".group:has(#layer-pmf) .unfold")
    fold.press("Enter")
    expect(row).to_be_visible()
    expect(fold).to_have_attribute("aria-expanded", "true")
    key.select_option("#language", "fa")
    expect(row).to_be_visible()
    fold.press("Enter")
    expect(row).to_be_hidden()


def test_one_part_alone_or_one_layer(key: Page) -> None:
    only = key.locator(".group:has(#group-watch) > .row > .only")
    only.focus()
    only.press("Enter")
    assert shown(key) == of_group(key, "watch")
    unfold(key.main_frame, "pmf")
    alone = key.locator(".row[data-layer=pmf] .only")
    alone.focus()
    alone.press("Enter")
    assert shown(key) == {"pmf"}


def test_all_none_and_the_way_back(key: Page) -> None:
    at_rest(key.main_frame)
    opening = shown(key)
    camera = "[map_atlas.getZoom(), map_atlas.getCenter().lng, map_atlas.getCenter().lat]"
    before = key.evaluate(camera)
    placed = {layer.id for layer in ATLAS.manifest.layers if layer.group != "unplaced"}
    key.click("#all")
    assert shown(key) == placed
    key.click("#none")
    assert shown(key) == set()
    expect(key.locator("#layers .count")).to_have_text("Marks shown: 0")
    key.click("#article-only")
    key.evaluate("void map_atlas.setView([33, 43], 8, { animate: false })")
    key.click("#reset")
    assert shown(key) == opening
    expect(key.locator("#whole-map")).to_have_attribute("aria-pressed", "true")
    assert key.evaluate(camera) == pytest.approx(before, abs=0.02)  # Leaflet pans by whole pixels
    expect(key).not_to_have_url(re.compile("at="))
    assert "l=" not in key.url


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)], ids=str)
def test_the_key_opens_and_shuts(page: Page, own_page: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(page, own_page)
    button, close = page.locator("#drawer"), page.locator("#layers .close")
    for _ in range(2):
        is_open = button.get_attribute("aria-expanded") == "true"
        assert len(boxes(page.main_frame, "#layers")) == is_open
        (close if is_open else button).press("Enter")
        expect(button).to_have_attribute("aria-expanded", str(not is_open).lower())
