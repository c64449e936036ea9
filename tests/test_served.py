from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo import served
from geo.atlas import Atlas
from geo.page import TILES
from tests.conftest import Build


@pytest.fixture(autouse=True)
def nothing_yet() -> Iterator[None]:
    served._pages.clear()
    yield
    served._pages.clear()


def page_at(address: str) -> str:
    route, name = address.split("/")
    assert route == served.ROUTE
    found = served.page(name)
    assert found is not None
    return gzip.decompress(found).decode()


def test_an_atlas_is_opened_once(build: Build) -> None:
    folder = build()
    assert isinstance(served.opened(folder), Atlas)
    assert served.opened(folder) is served.opened(folder)


def test_a_change_of_its_files_is_seen(build: Build) -> None:
    folder = build()
    served.opened(folder)
    file = folder / "data/atlas.json"
    manifest = json.loads(file.read_text("utf-8"))
    manifest["title"]["en"] = "Another title"
    file.write_text(json.dumps(manifest), encoding="utf-8")
    atlas = served.opened(folder)
    assert isinstance(atlas, Atlas)
    assert atlas.manifest.title["en"] == "Another title"


def test_what_fails_its_checks_is_given_as_problems(build: Build) -> None:
    problems = served.opened(build(("data/excerpts.json", "0.target.selector.1.start", 3)))
    assert isinstance(problems, tuple)
    assert "data/excerpts.json" in str(problems[0])


def test_a_page_is_built_once_and_served_under_one_address(
    tiny: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = served.page_address(tiny, None)
    assert '"id":"ferry-west"' in page_at(address)
    monkeypatch.setattr(served, "build_page", None)  # would be called in vain
    assert served.page_address(tiny, None) == address


def test_a_page_with_tiles_is_another_page(tiny: Atlas) -> None:
    offline, online = served.page_address(tiny, None), served.page_address(tiny, TILES[0])
    assert TILES[0].host not in page_at(offline)
    assert TILES[0].host in page_at(online)


def test_an_address_tells_nothing_of_the_atlas(tiny: Atlas) -> None:
    assert tiny.digest not in served.page_address(tiny, None)
    assert served.page(tiny.digest) is None


def test_old_pages_make_room_for_new_ones(tiny: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served, "_KEPT", 1)
    first = served.page_address(tiny, None)
    served.page_address(tiny, TILES[0])
    assert len(served._pages) == 1
    assert '"id":"ferry-west"' in page_at(served.page_address(tiny, None))
    assert served.page_address(tiny, None) == first


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ATLAS", str(tmp_path))
    assert served.folder() == tmp_path.resolve()
    monkeypatch.setenv("ATLAS", "")
    assert (served.folder() / "app.py").is_file()
