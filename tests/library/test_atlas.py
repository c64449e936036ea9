"""The package's front door, and what its docstrings say of it."""

from __future__ import annotations

import doctest
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest

import geo
import geo.library
from geo import ExportOptions, View, export, open_atlas, render
from geo.library import atlas, files
from tests.conftest import Build

HEAVY = {"folium", "geopandas", "pandas", "shapely", "pydantic", "numpy", "streamlit", "typst"}


@pytest.mark.slow
def test_to_import_it_is_quick() -> None:
    code = "import sys, geo; print(*sys.modules)"
    run = subprocess.run(  # noqa: S603  our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(run.stdout.split())


def test_its_names_are_those_of_the_library() -> None:
    assert sorted(geo.__all__) == sorted(geo.library.__all__)
    assert all(getattr(geo, name) is getattr(geo.library, name) for name in geo.__all__)
    assert set(geo.__all__) <= set(dir(geo))
    with pytest.raises(AttributeError, match="no attribute 'open_map'"):
        _ = geo.open_map


@pytest.mark.slow
@pytest.mark.parametrize("module", [geo, atlas, files])
def test_examples_are_true(
    module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # some write files
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


def test_each_public_function_has_an_example() -> None:
    methods = [getattr(geo.Atlas, name) for name in ("gdf", "evidence", "select", "explore")]
    for public in (open_atlas, export, render, *methods):
        assert ">>> from geo import" in (public.__doc__ or ""), public
        assert "Raises:" in (public.__doc__ or ""), public


class Frame(HTMLParser):
    """The attributes of the one element of a notebook's cell."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not hasattr(self, "attrs"), "there is one element"
        self.tag, self.attrs = tag, dict(attrs)


def test_a_notebook_shows_the_page_in_a_sandbox(build: Build) -> None:
    ferry = open_atlas(build())
    cell = Frame()
    cell.feed(ferry._repr_html_())
    assert cell.tag == "iframe"
    assert cell.attrs["srcdoc"] == geo.build_page(ferry)
    allowed = str(cell.attrs["sandbox"]).split()
    assert "allow-scripts" in allowed
    assert "allow-same-origin" not in allowed


def test_a_file_takes_a_plain_path(build: Build, tmp_path: Path) -> None:
    ferry = open_atlas(str(build()))
    path = export(ferry, "csv", str(tmp_path / "out"))
    assert path.read_bytes() == render(ferry, "csv")


@pytest.mark.parametrize(
    ("form", "view", "words"),
    [
        ("doc", View(), "there is no format 'doc'; there are html, svg"),
        ("csv", View(layers=frozenset({"x"})), "the atlas has no layer x (there are ferry"),
        ("csv", View(language="xx"), "the atlas has no language xx (there are en"),
    ],
)
def test_what_cant_be_made_says_what_can(
    form: str, view: View, words: str, build: Build, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="there are") as caught:
        export(open_atlas(build()), form, tmp_path / "out", ExportOptions(view=view))
    assert str(caught.value).startswith(words)
    assert not (tmp_path / "out").exists()
