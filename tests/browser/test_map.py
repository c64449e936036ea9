"""The map itself: what its colours say, how it stands out, and its window."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Literal

import numpy as np
import pytest
import shapely
from coloraide import Color
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from geo.atlas.reading import load_atlas
from geo.page.beside import lines_beside
from tests.browser.drawn import Picture, contrast, painted, rgb
from tests.browser.screen import boxes, follow, open_page, path_of
from tests.browser.test_vision import Eyes, seen_by

ATLAS = load_atlas()
CORRIDOR = shapely.union_all([one.shape for one in ATLAS.corridor])
BESIDE = shapely.MultiLineString(
    [run for shape in lines_beside(ATLAS).values() if shape for run in shape[1]]
)
ALONG = 44  # px from a line to the far side of two lines of text along it

# Places at which the map is looked at: on the corridor, and far from it.
PLACES = [(43.5, 34.3), (36.3, 33.5), (51.4, 35.7), (46.0, 31.0)]


def chroma(pixels: Picture) -> NDArray[np.float64]:
    """Return how far pixels are from grey: the difference of their channels."""
    return np.asarray(pixels.max(axis=-1) - pixels.min(axis=-1))


def hue(pixels: Picture) -> NDArray[np.float64]:
    """Return the hues of pixels in degrees; of grey ones, anything."""
    red, green, blue = np.moveaxis(pixels, -1, 0)
    x, y = red - (green + blue) / 2, (green - blue) * np.sqrt(3) / 2
    return np.asarray(np.degrees(np.arctan2(y, x)) % 360)


def near(
    lines: Iterable[shapely.MultiLineString], far: int, window: shapely.Polygon, like: Picture
) -> NDArray[np.bool_]:
    """Say of each pixel of a picture of the window whether it is near one of the lines."""
    left, top, *_ = window.bounds
    mask = Image.new("1", like.shape[1::-1])
    pen = ImageDraw.Draw(mask)
    for run in (run for line in lines for run in line.geoms):
        points = [(x - left, y - top) for x, y in run.coords]
        pen.line(points, 1, 2 * far)
        for x, y in points:
            pen.ellipse((x - far, y - far, x + far, y + far), 1)
    return np.asarray(mask)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_colour_of_a_part_lies_on_the_ground(
    page: Page, own_page: str, theme: Literal["light", "dark"]
) -> None:
    """Only the ribbon, the line beside it, and what is written there have one."""
    hues = [Color(part.hue).convert("srgb") for part in ATLAS.manifest.parts if part.stated]
    page.emulate_media(color_scheme=theme)
    page.goto(own_page)
    frame = page.main_frame
    coloured = []
    for zoom, (lon, lat) in product(range(4, 10), PLACES):
        follow(frame, f"at={lon},{lat},{zoom}")
        pixels = painted(frame)
        (window,) = boxes(frame, ".folium-map")
        own = [path_of(frame, line) for line in (CORRIDOR, BESIDE)]
        ground = pixels[~near(own, ALONG, window, pixels)]
        assert len(ground) > pixels.shape[0] * pixels.shape[1] / 3
        ground = ground[chroma(ground) > 45]  # boundaries are of a brown of less
        for colour in hues:
            of_part = hue(255 * np.array([colour.coords()]))
            away = np.abs((hue(ground) - of_part + 180) % 360 - 180)
            if np.any(away < 12):
                coloured.append((lon, lat, zoom, colour.to_string()))
    assert coloured == []


def test_the_ribbon_has_the_colour_that_is_looked_for(page: Page, own_page: str) -> None:
    open_page(page, own_page)
    pixels = painted(page.main_frame)
    (window,) = boxes(page.main_frame, ".folium-map")
    inside = near([path_of(page.main_frame, CORRIDOR)], 4, window, pixels)
    tied = Color(ATLAS.manifest.parts[0].hue).convert("srgb")
    away = np.abs(hue(pixels[inside]) - hue(255 * np.array([tied.coords()])))
    assert np.mean((away < 12) & (chroma(pixels[inside]) > 45)) > 0.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_at_most_three_hues_speak(
    page: Page, own_page: str, theme: Literal["light", "dark"]
) -> None:
    """Of well saturated pixels, but for the blues of water; its lists belong to the map."""
    page.emulate_media(color_scheme=theme)
    open_page(page, own_page)
    pixels = painted(page.main_frame, lists=True).reshape(-1, 3)
    speaking = pixels[chroma(pixels) > 60]
    hues = hue(speaking)
    hues = hues[(hues < 185) | (hues > 225)]
    counts, _ = np.histogram(hues, bins=36, range=(0, 360))
    is_there = counts > 40  # pixels: letters' edges have a few of any hue
    groups = np.count_nonzero(is_there & ~np.roll(is_there, 1))
    assert 1 <= groups <= 3, counts


ACROSS = np.arange(-3, 4)  # px across the ribbon: its middle may be one of its dots
EYES: list[tuple[Eyes, float]] = [("none", 4.5), ("achromatopsia", 4.0)]


@pytest.mark.parametrize(("eyes", "least"), EYES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ribbon_stands_out_from_the_land(
    page: Page, own_page: str, theme: Literal["light", "dark"], eyes: Eyes, least: float
) -> None:
    """The ribbon's pixels beside those that are there without it: shades and boundaries, too."""
    page.emulate_media(color_scheme=theme)
    open_page(page, own_page, "l=corridor")
    runs = path_of(page.main_frame, shapely.union_all([one.shape for one in ATLAS.corridor[:2]]))
    places = [runs.interpolate(step, normalized=True) for step in np.linspace(0.06, 0.94, 300)]
    middle = np.array([(round(place.y), round(place.x)) for place in places])
    rows, columns = middle[:, :1] + ACROSS, np.repeat(middle[:, 1:], len(ACROSS), axis=1)
    ribbon = seen_by(page, eyes)[rows, columns]
    follow(page.main_frame, "l=")
    bare = seen_by(page, eyes)[rows, columns]
    ratios = contrast(ribbon, bare).max(axis=-1)
    assert np.percentile(ratios, 10) >= least  # names and rivers lie on some


def test_in_forced_colours_the_pressed_filter_is_told_from_the_other(
    page: Page, own_page: str
) -> None:
    page.emulate_media(forced_colors="active")
    open_page(page, own_page)
    grounds = """() => ["whole-map", "article-only"].map(
        (id) => getComputedStyle(document.getElementById(id)).backgroundColor)"""
    pressed, other = page.evaluate(grounds)
    assert contrast(rgb(pressed), rgb(other)) >= 3
    page.click("#article-only")
    assert page.evaluate(grounds) == [other, pressed]


@pytest.mark.parametrize("size", [(844, 390), (1440, 360), (390, 400)], ids=str)
def test_a_low_window_scrolls_and_keeps_its_map(
    page: Page, own_page: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(page, own_page)
    (window,) = boxes(page.main_frame, ".folium-map")
    _, top, _, bottom = window.bounds
    assert bottom - top >= 180
    page.mouse.move(size[0] - 20, 20)  # on the header: on the map, a wheel zooms
    page.mouse.wheel(0, 1000)
    expect(page.locator("#foot")).to_be_in_viewport(ratio=0.5)
    assert page.evaluate("scrollY") > 0
