"""The starter: a whole atlas of another subject, in another language, on another ocean."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.checks import open_atlas
from geo.export import FORMATS, Order, render
from geo.page import build_page
from geo.starter import STARTER, write_starter
from geo.tour import tour


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for part in ("seeds", "data")
        for path in (folder / part).rglob("*.*")
    }


def test_what_is_written_is_a_sound_atlas(tmp_path: Path) -> None:
    write_starter(tmp_path / "mine")
    assert files(tmp_path / "mine") == files(STARTER)
    assert open_atlas(tmp_path / "mine").manifest.languages == ("en", "es")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(FileExistsError, match="already there"):
        write_starter(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_it_is_met_along_its_own_course() -> None:
    stages = tour(open_atlas(STARTER))
    assert list(stages) == ["course-west", "course-east", "unplaced"]
    assert stages["course-west"][0].id == "alder-harbour"
    assert "rook-bay" in [one.id for one in stages["course-east"]]


def test_its_page_says_nothing_of_another_atlas() -> None:
    page = build_page(open_atlas(STARTER))
    data = page[page.index("atlas-data") : page.index("</script>", page.index("atlas-data"))]
    for word in ("Iran", "Tehran", "Damascus", "Syria", "Mediterranean"):
        assert word not in data


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_it_can_be_taken_away_in_every_format(form: str, language: str) -> None:
    order = Order.model_validate({"view": {"language": language}})
    assert render(open_atlas(STARTER), form, order)
