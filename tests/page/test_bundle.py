from __future__ import annotations

import json
import re
import subprocess
from typing import Literal

import pytest

from geo.atlas.atlas import HOME
from geo.page import app_script
from geo.page.bundle import asset, bundle, condensed, leaflet
from tests.conftest import node

ASSETS = HOME / "geo" / "page" / "assets"
WORKBENCH = HOME / "geo" / "workbench" / "assets"


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


def test_modules_of_another_folder_are_joined_too() -> None:
    joined = bundle("../../workbench/assets/main")
    assert "const $page_assets_core_dom = " in joined
    assert "const $workbench_assets_bench = " in joined
    assert re.findall(r"^(?:import|export)\b.*", joined, re.MULTILINE) == []


def test_each_module_is_joined_once() -> None:
    modules = re.findall(r"^const \$(\w+) = ", bundle(), re.MULTILINE)
    assert len(modules) == len(set(modules)) > 10


@pytest.mark.parametrize("name", ["host", "select", "report", "presets", "handover"])
def test_the_apps_side_keeps_the_export_that_streamlit_calls(
    name: Literal["host", "select", "report", "presets", "handover"],
) -> None:
    exports = re.findall(r"^export .*?\(", app_script(name), re.MULTILINE)
    assert exports == ["export default function mount("]


def test_only_comments_and_indentation_are_left_out() -> None:
    """The TypeScript compiler, which knows what a comment is, leaves the same code."""
    files = [*ASSETS.rglob("*.js"), *WORKBENCH.rglob("*.js")]
    modules = [file for file in files if "default function" not in file.read_text("utf-8")]
    script = (
        "const ts = require('typescript'), fs = require('fs');"
        "const bare = (text) => ts.transpileModule(text, {compilerOptions: "
        "{target: 'esnext', module: 'esnext', removeComments: true}}).outputText;"
        "console.log(JSON.stringify(JSON.parse(fs.readFileSync(0)).map(bare)));"
    )
    texts = [file.read_text("utf-8") for file in modules]
    texts += [condensed(text) for text in texts]
    run = subprocess.run(  # noqa: S603  our own
        [node(), "-e", script],
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=HOME,
    )
    bare = json.loads(run.stdout)
    assert len(modules) > 50
    assert bare[len(modules) :] == bare[: len(modules)]
    assert "/**" not in bundle()


@pytest.mark.parametrize("name", ["leaflet.js", "leaflet.css"])
def test_leaflet_is_there_and_loads_no_script(name: str) -> None:
    assert "leaflet" in leaflet(name)
    assert "</script" not in leaflet(name)


def test_leaflet_is_the_version_we_say() -> None:
    assert "Leaflet 1.9.4" in leaflet("leaflet.js")[:200]


def test_the_style_loads_nothing() -> None:
    assert "url(" not in asset("styles/page.css")
    assert "@import" not in asset("styles/page.css")
