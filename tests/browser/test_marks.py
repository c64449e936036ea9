"""Marks as they are drawn: none is too small to be seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from geo.checks import open_atlas
from geo.export import Order, export
from tests.conftest import Build, line, square

# Degrees: a screen's pixel is a thousandth of one at the closest.
TINY_SHAPES = [line((15, 1), (15.0002, 1)), square(15, 1, 0.0001), square(15, 1, 0.003)]


@pytest.mark.parametrize("shape", TINY_SHAPES, ids=["line", "square", "larger square"])
def test_what_is_too_small_for_a_line_is_a_point(
    page: Page, build: Build, tmp_path: Path, shape: dict[str, Any]
) -> None:
    folder = build(("data/forces.geojson", "features.0.geometry", shape))
    page.goto(export(open_atlas(folder), "html", tmp_path / "out", Order()).as_uri())
    page.wait_for_selector("body.ready")
    drawn = """() => {
        const canvas = document.querySelector(".leaflet-layer-guards-pane canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((value, at) => at % 4 === 3 && value > 200).length;
    }"""
    assert page.evaluate(drawn) > 100  # pixels: a point of 13 across has some 130
