"""The names on the map: which must be there, where they may stand, and how large they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from geo.atlas.reading import load_atlas
from tests.browser.drawn import written
from tests.browser.screen import at_rest

ATLAS = load_atlas()
LANGUAGES = ["en", "ar", "fa"]
SIZES = [(1440, 900), (1920, 1080), (1024, 768), (390, 844), (844, 390)]
NAMED = [
    one.properties.names
    for one in ATLAS.features.values()
    if one.properties.kind == "country" and one.properties.country in ATLAS.named_countries
]
EVERY = ",".join(layer.id for layer in ATLAS.manifest.layers)
SWITCHED = ["", "l=", f"l={EVERY}", "l=corridor", "b=stated", "b=", "l=irgc&b=inferred"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_each_country_of_the_corridor_is_named_whatever_is_on(
    page: Page, own_page: str, size: tuple[int, int], language: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    lacking = []
    for link in SWITCHED:
        page.goto("about:blank")
        page.goto(f"{own_page}#lang={language}&{link}")
        at_rest(page.main_frame)
        said = {text.text.casefold() for text in written(page.main_frame)}
        lacking += [(link[:20], one["en"]) for one in NAMED if one[language].casefold() not in said]
    assert lacking == []


# What of the ground beneath an area of the window is land, of the basemap's own canvas.
LAND = """([left, top, right, bottom]) => {
    const canvas = document.querySelector(".leaflet-basemap-pane canvas");
    const { x, y } = canvas.getBoundingClientRect();
    const box = [left - x, top - y, right - left, bottom - top].map(Math.round);
    const { data } = canvas.getContext("2d").getImageData(...box);
    let land = 0;
    for (let at = 0; at < data.length; at += 4) {
        land += data[at + 3] > 250 && data[at] >= data[at + 2];
    }
    return (land * 4) / data.length;
}"""
FROM_AFAR = 0.05  # of the text's box: an island


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("zoom", [4, 5, 6, 7])
def test_a_sea_is_named_on_its_water(page: Page, own_page: str, zoom: int, language: str) -> None:
    found, on_land = 0, []
    for lon, lat in ((34.0, 34.5), (51.5, 38.0), (50.5, 28.0), (36.0, 42.5)):
        page.goto("about:blank")
        page.goto(f"{own_page}#at={lon},{lat},{zoom}&lang={language}")
        at_rest(page.main_frame)
        for text in written(page.main_frame):
            if text.is_of_water and text.is_seen:
                found += 1
                if (share := page.evaluate(LAND, [*text.box.bounds])) > FROM_AFAR:
                    on_land.append((text.text, lon, lat, round(share, 2)))
    assert found
    assert on_land == []


ORIENTATION = 10.5  # px: names of countries that the article does not name, and are no statement


@pytest.mark.parametrize("link", ["", f"l={EVERY}", "lang=ar", "at=36.3,33.5,8"])
def test_no_text_on_the_map_is_too_small(page: Page, own_page: str, link: str) -> None:
    page.goto(f"{own_page}#{link}")
    at_rest(page.main_frame)
    texts = written(page.main_frame)
    assert texts
    small = {(one.text, one.size) for one in texts if one.size < 12}
    assert {size for _, size in small} <= {ORIENTATION}
    own = {one.properties.names["en"] for one in ATLAS.features.values()}
    assert not {text for text, _ in small} & own
    sizes = page.locator("#members").evaluate(
        """(root) => {
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const found = {};
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const { parentElement: parent } = node;
                if (!node.data.trim() || !parent.checkVisibility()) continue;
                found[node.data] = parseFloat(getComputedStyle(parent).fontSize);
            }
            return found;
        }"""
    )
    assert not {text: size for text, size in sizes.items() if size < 12}
