from __future__ import annotations

import re
from typing import Literal

import pytest

from geo.page import app_script
from geo.page.bundle import asset, bundle, leaflet


def test_a_module_comes_after_all_that_it_imports() -> None:
    joined = bundle()
    order = [
        joined.index(f"const ${name} = ")
        for name in ("map_geometry", "map_draw_features", "map_map")
    ]
    assert order == sorted(order)
    assert joined.index("const $map_map = ") < joined.index("mountMap(map_atlas")


def test_nothing_is_left_to_import_or_export() -> None:
    assert re.findall(r"^(?:import|export)\b.*", bundle(), re.MULTILINE) == []


def test_each_module_is_joined_once() -> None:
    modules = re.findall(r"^const \$(\w+) = ", bundle(), re.MULTILINE)
    assert len(modules) == len(set(modules)) > 10


@pytest.mark.parametrize("name", ["host", "select"])
def test_the_apps_side_keeps_the_export_that_streamlit_calls(
    name: Literal["host", "select"],
) -> None:
    exports = re.findall(r"^export .*?\(", app_script(name), re.MULTILINE)
    assert exports == ["export default function mount("]


@pytest.mark.parametrize("name", ["leaflet.js", "leaflet.css"])
def test_leaflet_is_there_and_loads_no_script(name: str) -> None:
    assert "leaflet" in leaflet(name)
    assert "</script" not in leaflet(name)


def test_leaflet_is_the_version_we_say() -> None:
    assert "Leaflet 1.9.4" in leaflet("leaflet.js")[:200]


def test_the_style_loads_nothing() -> None:
    assert "url(" not in asset("styles/page.css")
    assert "@import" not in asset("styles/page.css")
