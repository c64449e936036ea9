"""One table says how the map looks: the screen, the sheet and the files all take it from there."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree

import pytest

from geo.atlas import model
from geo.atlas.atlas import HOME
from geo.atlas.manifest import Layer
from geo.atlas.model import BASES, Basis
from geo.page.payload import payload
from geo.sheet import Scene, to_svg
from geo.sheet.scene import Box, Hatch, Stroke, rectangle
from geo.symbology import (
    BASEMAP,
    GROUPS,
    LINE_STYLES,
    PALETTE,
    PAPER,
    PATTERNS,
    SCREEN,
    TLP,
    dash_of,
)
from tests.conftest import node, shipped

CODE = Path(model.__file__).parents[1]
WIDTHS = [0.7, 1.0, 1.4, 1.8, 2.5, 4.0]
SVG = "{http://www.w3.org/2000/svg}"
LAYERS = [layer for layer in shipped().manifest.layers if layer.group != "unplaced"]


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(payload(shipped())["texts"])
    return data


@pytest.fixture(scope="module")
def page_dashes(page: dict[str, Any]) -> dict[str, list[list[float]]]:
    """Return the dash of each basis at each of `WIDTHS`, from the page's own JavaScript."""
    script = Path(__file__).parent / "js" / "dashes.js"
    asked = json.dumps({"symbology": page["symbology"], "widths": WIDTHS})
    run = subprocess.run(  # noqa: S603  our own
        [node(), str(script)], input=asked, capture_output=True, encoding="utf-8", check=True
    )
    dashes: dict[str, list[list[float]]] = json.loads(run.stdout)
    return dashes


def test_each_value_of_the_contract_has_a_style() -> None:
    assert set(PATTERNS) == set(get_args(model.Pattern))
    assert tuple(LINE_STYLES) == BASES
    groups = get_args(Layer.model_fields["group"].annotation)
    assert {*GROUPS, "unplaced"} == set(groups)


def test_styles_of_one_kind_differ() -> None:
    for styles in (PATTERNS, LINE_STYLES):
        assert len(set(styles.values())) == len(styles)
    names = [pattern.drawingml for pattern in PATTERNS.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_screen_and_paper_take_the_same_look(
    page: dict[str, Any], page_dashes: dict[str, list[list[float]]], layer: Layer, basis: Basis
) -> None:
    symbol = shipped().style_of(layer).symbol
    (shown,) = (one for one in page["layers"] if one["id"] == layer.id)
    assert (shown["colour"], shown["pattern"]) == (symbol.colour, symbol.pattern)
    for width, on_screen in zip(WIDTHS, page_dashes[basis], strict=True):
        edge = Stroke(symbol.colour, width, dash_of(basis, width))
        area = rectangle(Box(0, 0, 9, 9), Hatch(symbol.pattern, symbol.colour), edge)
        root = ElementTree.fromstring(to_svg(Scene(9, 9, "", "", (area,))))  # noqa: S314  our own
        (path,) = root.findall(f"{SVG}path")
        assert path.get("stroke") == shown["colour"]
        assert numbers(path.get("stroke-dasharray", "")) == pytest.approx(on_screen, abs=0.01)
        assert ink(root) == page_ink(page["symbology"]["patterns"][shown["pattern"]])


def ink(root: ElementTree.Element) -> list[list[float]]:
    """Return the strokes and the dots of a picture's patterns."""
    runs = [path.get("d", "") for path in root.iterfind(f".//{SVG}pattern/{SVG}path")]
    strokes = [numbers(run) for path in runs for run in path.split("M")[1:]]
    circles = root.iterfind(f".//{SVG}pattern/{SVG}circle")
    dots = [
        [*(float(one.get(key, "")) for key in ("cx", "cy", "r")), one.get("fill") != "none"]
        for one in circles
    ]
    return strokes + dots


def page_ink(pattern: dict[str, Any]) -> list[list[float]]:
    return [*pattern["strokes"], *pattern["dots"]]


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", text)]


def test_both_media_have_a_size_for_all_that_they_draw() -> None:
    kinds = {style.kind for style in BASEMAP}
    assert set(SCREEN.basemap) == set(PAPER.basemap) == kinds
    assert set(PAPER.lines) <= set(SCREEN.lines)
    assert set(SCREEN.corners) <= set(PAPER.corners)


@pytest.mark.parametrize("kind", ["crossing", "garrison"])
def test_a_points_symbol_has_one_shape(kind: str) -> None:
    """The corners differ by one factor, but for the rounding to a fifth of a point."""
    factor = 5.5 / 8
    for (x, y), (on_x, on_y) in zip(SCREEN.corners[kind], PAPER.corners[kind], strict=True):
        assert (on_x, on_y) == pytest.approx((x * factor, y * factor), abs=0.2)


def test_the_app_has_the_palette_s_ink() -> None:
    config = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["theme"]["primaryColor"] == PALETTE.ink


LITERAL = re.compile(r"#[0-9a-f]{6}\b|#[0-9a-f]{3}\b", re.IGNORECASE)
SOURCES = sorted(
    path
    for end in ("py", "js", "j2", "css", "typ")
    for path in CODE.rglob(f"*.{end}")
    if path.name != "symbology.py"
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_colour_of_the_palette_stands_elsewhere(path: Path) -> None:
    ours = {*asdict(PALETTE).values(), *TLP.values()}
    found = {full(literal) for literal in LITERAL.findall(path.read_text("utf-8"))}
    assert not found & ours, f"{path}: take it from geo/symbology.py"


def full(literal: str) -> str:
    """Return a colour in six digits: "#FFF" is "#ffffff"."""
    digits = literal.removeprefix("#").lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def test_a_colour_in_three_digits_would_be_found() -> None:
    assert [full(literal) for literal in LITERAL.findall("a { color: #FFF }")] == [PALETTE.paper]
