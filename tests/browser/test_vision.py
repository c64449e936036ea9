"""Layers are told apart without colours: Chromium shows the page as other eyes see it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from itertools import combinations, product
from typing import Any, Literal, TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page

from geo.atlas.model import BASES
from tests.browser.screen import open_page, unfold

Eyes: TypeAlias = Literal["none", "achromatopsia", "deuteranopia", "protanopia", "tritanopia"]
Picture: TypeAlias = NDArray[np.float64]

EYES: tuple[Eyes, ...] = ("none", "achromatopsia", "deuteranopia", "protanopia", "tritanopia")
LEAST = 8  # of 255, on average over all pixels: so far apart two shades can be told
TILE = 8  # px after which a pattern repeats


def seen_by(page: Page, eyes: Eyes) -> Picture:
    """Return the window as those eyes see it."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setEmulatedVisionDeficiency", {"type": eyes})
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    session.detach()
    return np.asarray(picture, dtype=float)


def cut(picture: Picture, box: FloatRect | Mapping[str, float]) -> Picture:
    x, y = round(box["x"]), round(box["y"])
    return picture[y : y + round(box["height"]), x : x + round(box["width"])]


def distance(one: Picture, other: Picture) -> float:
    """Return how far apart two pieces are, however their patterns happen to lie."""
    height, width = one.shape[0] - TILE, one.shape[1] - TILE
    middle = one[TILE // 2 :, TILE // 2 :][:height, :width]
    shifts = product(range(TILE), repeat=2)
    pieces = (other[dy : dy + height, dx : dx + width] for dx, dy in shifts)
    return float(min(np.abs(middle - piece).mean() for piece in pieces))


def alike(pictures: Mapping[str, Picture], least: float = LEAST) -> list[tuple[str, str]]:
    return [
        (one, other)
        for one, other in combinations(pictures, 2)
        if distance(pictures[one], pictures[other]) < least
    ]


GROUPS = "#layers .group > .row label > :first-child"
ROWS = "#layers .members-of-group .row:not(:has(.sign)) label > :first-child"
# The middles of samples, by the ids of their switches.
MIDDLES = """(samples) => Object.fromEntries(samples.map((sample) => {
    const { x, y, width, height } = sample.getBoundingClientRect();
    const [left, top] = [x + width / 2, y + height / 2];
    return [sample.parentElement.htmlFor, { x: left - 12, y: top - 9, width: 24, height: 18 }];
}))"""


def samples(page: Page, eyes: Eyes, which: str) -> dict[str, Picture]:
    """Return what stands before each name in the map's key."""
    window = seen_by(page, eyes)
    found: dict[str, Any] = page.locator(f"{which} >> visible=true").evaluate_all(MIDDLES)
    return {switch: cut(window, box) for switch, box in found.items()}


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_two_samples_look_alike(
    page: Page, own_page: str, eyes: Eyes, theme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=theme)
    open_page(page, own_page)
    found = samples(page, eyes, GROUPS)
    assert len(found) == page.locator("#layers .unfold").count() > 4
    assert alike(found) == []


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_two_bases_look_alike(
    page: Page, own_page: str, eyes: Eyes, theme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": 1440, "height": 2400})
    page.emulate_media(color_scheme=theme)
    open_page(page, own_page)
    window = seen_by(page, eyes)
    boxes = map(Locator.bounding_box, page.locator(".bases-key summary .line-sample").all())
    samples = [cut(window, box) for box in boxes if box]
    assert len(samples) == len(BASES)
    for one, other in combinations(samples, 2):
        assert np.abs(one - other).mean() >= LEAST


def test_red_and_green_of_one_form_are_found_alike(page: Page, own_page: str) -> None:
    """What is asserted above can fail: two colours that are one grey."""
    open_page(page, own_page)
    unfold(page.main_frame, "route-tanf")
    pair = ("layer-route-northern", "layer-route-tanf")
    for switch, colour in zip(pair, ("#00720f", "#b0301f"), strict=True):
        page.locator(f"label[for={switch}] .sample").evaluate(
            "(sample, colour) => sample.style.setProperty('--c', colour)", colour
        )
    told, grey = (
        {tuple(sorted(one)) for one in alike(samples(page, eyes, ROWS), least=4)}
        for eyes in ("none", "achromatopsia")
    )
    assert pair not in told
    assert pair in grey
