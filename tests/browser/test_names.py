"""The texts on the map: which must be there, where they may stand, and how well they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

import numpy as np
import pytest
import shapely
from playwright.sync_api import Browser, Page

from geo.atlas.reading import load_atlas
from tests.browser.conftest import fresh_window
from tests.browser.drawn import Written, contrast, grounds, printed, rgb, written
from tests.browser.screen import LANGUAGES, SIZES, boxes, follow, open_page

ATLAS = load_atlas()
NAMED = [
    one.properties.names
    for one in ATLAS.features.values()
    if one.properties.kind == "country" and one.properties.country in ATLAS.named_countries
]
EVERY = ",".join(layer.id for layer in ATLAS.manifest.layers)
SWITCHED = ["", "l=", f"l={EVERY}", "l=corridor", "b=stated", "b=", "l=irgc&b=inferred"]
ORIENTATION = 10.5  # px: names of countries that the article does not name, and are no statement


@dataclass(frozen=True)
class Look:
    """The map with the view of a link: its texts on the canvas and above, and what lies on it."""

    link: str
    language: str
    texts: list[Written]
    above: list[Written]
    covers: list[shapely.Polygon]


@pytest.fixture(scope="module", params=product(SIZES, LANGUAGES), ids=str)
def looks(request: pytest.FixtureRequest, browser: Browser, own_page: str) -> Iterator[list[Look]]:
    """The map in a window of a size and a language, with several views."""
    (width, height), language = request.param
    with fresh_window(browser) as page:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(own_page)
        yield [look(page, link, language) for link in SWITCHED]


def look(page: Page, link: str, language: str) -> Look:
    frame = page.main_frame
    follow(frame, f"lang={language}&{link}")
    covers = boxes(frame, "#members .holder, #tools > *, #layers, .leaflet-control")
    return Look(link[:20], language, written(frame), printed(frame), covers)


def test_each_country_of_the_corridor_is_named_whatever_is_on(looks: list[Look]) -> None:
    lacking = []
    for one in looks:
        said = {text.text.casefold() for text in one.texts if text.is_seen}
        names = [name[one.language] for name in NAMED]
        lacking += [(one.link, name) for name in names if name.casefold() not in said]
    assert lacking == []


def test_no_text_lies_on_another_nor_below_a_list_or_control(looks: list[Look]) -> None:
    covered = []
    for one in looks:
        areas = [(text.text, text.box.buffer(-1)) for text in one.texts]  # px: of rounding
        pairs = combinations(areas, 2)
        covered += [(one.link, a, b) for (a, box), (b, other) in pairs if box.intersects(other)]
        on = product(areas, one.covers)
        covered += [(one.link, text, "below") for (text, box), area in on if box.intersects(area)]
    assert covered == []


def test_no_leader_strikes_a_text_through(looks: list[Look]) -> None:
    inner = [(one.link, text, text.box.buffer(-2)) for one in looks for text in one.texts]
    assert not [(link, text.text) for link, text, box in inner if box.intersects(text.lines)]


def test_no_text_on_the_map_is_too_small(looks: list[Look]) -> None:
    own = {name for one in ATLAS.features.values() for name in one.properties.names.values()}
    for one in looks:
        assert one.texts
        assert one.above
        small = {(text.text, text.size) for text in one.texts if text.size < 12}
        assert {size for _, size in small} <= {ORIENTATION}
        assert not {text for text, _ in small} & own
        assert not {(text.text, text.size) for text in one.above if text.size < 12}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_text_on_the_map_stands_out(
    page: Page, own_page: str, theme: Literal["light", "dark"], language: str
) -> None:
    """Letters beside the pixels that they lie on: halos, boxes and whatever is below them."""
    page.emulate_media(color_scheme=theme)
    open_page(page, own_page)
    faint = []
    for link in ("", f"l={EVERY}", "at=44,33,6", "at=36.3,33.5,8"):
        follow(page.main_frame, f"lang={language}&{link}")
        texts = [*written(page.main_frame), *printed(page.main_frame)]
        found = grounds(page.main_frame, texts)
        assert len(found) > 20
        for text, ground in found:
            ratio = np.median(contrast(rgb(text.colour), ground)) if len(ground) else 0
            if ratio < 4.5:
                faint.append((link[:20], text.text, text.colour, round(float(ratio), 2)))
    assert faint == []


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
SEAS = [(34.0, 34.5), (51.5, 38.0), (50.5, 28.0), (36.0, 42.5)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sea_is_named_on_its_water(page: Page, own_page: str, language: str) -> None:
    open_page(page, own_page)
    on_land = []
    for zoom in range(4, 8):
        found = 0
        for lon, lat in SEAS:
            follow(page.main_frame, f"at={lon},{lat},{zoom}&lang={language}")
            for text in written(page.main_frame):
                if text.is_of_water and text.is_seen:
                    found += 1
                    if (share := page.evaluate(LAND, [*text.box.bounds])) > FROM_AFAR:
                        on_land.append((text.text, lon, lat, zoom, round(share, 2)))
        assert found
    assert on_land == []
