"""Layers are told apart without colours: Chromium shows the page as other eyes see it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from itertools import combinations, product
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page

from geo.atlas.model import BASES
from geo.atlas.reading import load_atlas

Eyes: TypeAlias = Literal["none", "achromatopsia", "deuteranopia", "protanopia", "tritanopia"]
Picture: TypeAlias = NDArray[np.float64]

EYES: tuple[Eyes, ...] = ("none", "achromatopsia", "deuteranopia", "protanopia", "tritanopia")
LEAST = 8  # of 255, on average over all pixels: so far apart two shades can be told
TILE = 8  # px after which a pattern repeats
ATLAS = load_atlas()


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


def alike(pictures: Mapping[str, Picture]) -> list[tuple[str, str]]:
    return [
        (one, other)
        for one, other in combinations(pictures, 2)
        if distance(pictures[one], pictures[other]) < LEAST
    ]


def swatches(page: Page, eyes: Eyes) -> dict[str, Picture]:
    """Return what stands before each layer's name in the panel."""
    window = seen_by(page, eyes)
    rows: dict[str, Any] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#layers [data-layer]")].map(
            (row) => [row.dataset.layer, row.querySelector(".swatch").getBoundingClientRect()]))"""
    )
    return {layer: cut(window, box) for layer, box in rows.items()}


@pytest.mark.parametrize("eyes", EYES)
def test_no_two_swatches_look_alike(page: Page, own_page: str, eyes: Eyes) -> None:
    page.set_viewport_size({"width": 1440, "height": 1200})
    page.goto(own_page)
    found = swatches(page, eyes)
    assert len(found) == page.locator("#layers .row .code").count()
    assert alike(found) == []


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_two_bases_look_alike(
    page: Page, own_page: str, eyes: Eyes, theme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": 1440, "height": 2400})
    page.emulate_media(color_scheme=theme)
    page.goto(own_page)
    window = seen_by(page, eyes)
    boxes = map(Locator.bounding_box, page.locator(".line-sample").all())
    samples = [cut(window, box) for box in boxes if box]
    assert len(samples) == len(BASES)
    for one, other in combinations(samples, 2):
        assert np.abs(one - other).mean() >= LEAST


def test_red_and_green_of_one_pattern_are_found_alike(
    page: Page, own_page: str, tmp_path: Path
) -> None:
    """What is asserted above can fail: two colours that are one grey."""
    html = Path(own_page.removeprefix("file://")).read_text("utf-8")
    route = next(layer.symbol for layer in ATLAS.manifest.layers if layer.id == "route-tanf")
    assert route is not None
    assert route.pattern == ATLAS.actors["isis"].pattern
    html = html.replace(route.colour, "#00720f").replace(ATLAS.actors["isis"].colour, "#b0301f")
    (tmp_path / "page.html").write_text(html, "utf-8")
    page.set_viewport_size({"width": 1440, "height": 1200})
    page.goto((tmp_path / "page.html").as_uri())
    pair = ("isis", "route-tanf")
    assert pair not in alike(swatches(page, "none"))
    assert pair in alike(swatches(page, "achromatopsia"))
