from __future__ import annotations

from pathlib import Path

from geo.atlas.atlas import Atlas
from geo.formats import ExportOptions, export, render
from geo.page import build_page
from tests.conftest import shipped


def test_the_file_is_the_apps_own_page(tiny: Atlas, tmp_path: Path) -> None:
    path = export(tiny, "html", tmp_path / "out", ExportOptions())
    assert path == tmp_path / "out" / "ferry.html"
    assert path.read_text("utf-8") == build_page(tiny)


def test_the_file_of_the_atlas_that_ships_can_be_mailed() -> None:
    assert len(render(shipped(), "html", ExportOptions())) < 1_500_000
