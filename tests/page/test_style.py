"""The symbology in the page: as custom properties for its CSS, and as data for its canvases."""

from __future__ import annotations

import json
import re

import pytest

from geo.atlas.atlas import Atlas
from geo.page import build_page
from geo.page.bundle import asset, bundle, stylesheet
from geo.page.style import canvas_style, custom_properties
from geo.symbology import LINE_STYLES, PALETTE, SCREEN

SHEETS = [f"styles/{name}.css" for name in ("base", "page", "print", "help", "notes", "share")]


def properties(css: str) -> set[str]:
    return set(re.findall(r"(--[\w-]+):", css))


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_property_that_the_css_uses_is_set(sheet: str) -> None:
    by_script = set(re.findall(r'setProperty\("(--[\w-]+)"', bundle()))
    ours = {*properties(asset(sheet)), *properties(asset("styles/base.css"))}
    known = properties(custom_properties()) | ours | by_script
    assert set(re.findall(r"var\((--[\w-]+)", asset(sheet))) <= known


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("--ink", PALETTE.ink),
        ("--country-name", PALETTE.country_name),
        ("--line-inferred", LINE_STYLES["inferred"].css),
    ],
)
def test_a_property_has_the_symbology_s_value(name: str, value: str) -> None:
    assert f"{name}: {value};" in custom_properties()


def test_a_dark_screen_may_set_others_for_the_properties(tiny: Atlas) -> None:
    page = build_page(tiny)
    assert page.index(custom_properties()) < page.index(stylesheet("page"))


def test_the_canvases_get_the_screen_s_sizes() -> None:
    sizes = json.loads(json.dumps(canvas_style()))["sizes"]
    assert sizes["lines"]["used"] == [*SCREEN.lines["used"]]
    assert sizes["corners"]["crossing"] == [[*at] for at in SCREEN.corners["crossing"]]
