from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from geo.app import pages
from geo.app.pages import OpenAtlas
from geo.atlas.atlas import Atlas
from geo.page import TILES
from tests.conftest import Build
from tests.packed_page import readable


def html_of(page: pages.Page) -> str:
    found = pages.page(page.name)
    assert found is not None
    return gzip.decompress(found).decode()


def shown_of(folder: Path) -> OpenAtlas:
    opened = pages.opened(folder)
    assert opened.shown
    assert opened.problems == ()
    return opened.shown


def retitle(folder: Path, title: object) -> None:
    file = folder / "data/atlas.json"
    manifest = json.loads(file.read_text("utf-8"))
    manifest["title"]["en"] = title
    file.write_text(json.dumps(manifest), encoding="utf-8")


def test_an_atlas_is_opened_once(build: Build) -> None:
    folder = build()
    assert shown_of(folder) is shown_of(folder)


def test_a_change_of_its_files_is_seen(build: Build) -> None:
    folder = build()
    shown_of(folder)
    retitle(folder, "Another title")
    assert shown_of(folder).cover.title["en"] == "Another title"


def test_while_somebody_is_at_work_on_it_it_is_the_atlas_before(build: Build) -> None:
    folder = build()
    before = shown_of(folder)
    retitle(folder, 5)
    during = pages.opened(folder)
    assert during.shown is before
    assert "data/atlas.json" in str(during.problems[0])
    retitle(folder, "Done")
    assert shown_of(folder).cover.title["en"] == "Done"


def test_a_folder_that_is_gone_leaves_the_atlas_that_was_there(build: Build) -> None:
    folder = build()
    before = shown_of(folder)
    shutil.rmtree(folder / "data")
    assert pages.opened(folder).shown is before
    assert pages.opened(folder).problems


def test_a_file_that_may_not_be_read_is_a_problem(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(folder: Path) -> Atlas:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(pages, "open_atlas", refused)
    opened = pages.opened(build())
    assert opened.shown is None
    assert "can't be read: Permission denied" in str(opened.problems[0])


def test_a_file_that_is_gone_again_is_no_crash(build: Build) -> None:
    folder = build()
    (folder / "data" / ".#excerpts.json").symlink_to("nowhere")  # an editor's, while it is open
    assert shown_of(folder)


def test_what_fails_its_checks_is_given_as_problems(build: Build) -> None:
    opened = pages.opened(build(("data/excerpts.json", "0.target.selector.1.start", 3)))
    assert opened.shown is None
    assert "data/excerpts.json" in str(opened.problems[0])


def test_a_page_is_built_once_for_all_who_look_at_it(tiny: Atlas) -> None:
    home = OpenAtlas(Path(), tiny)
    assert home.page(None) is home.page(None)
    assert '"ferry-west"' in readable(html_of(home.page(None)))


def test_a_page_with_tiles_is_another_page(tiny: Atlas) -> None:
    home = OpenAtlas(Path(), tiny)
    assert TILES[0].host not in html_of(home.page(None))
    assert TILES[0].host in html_of(home.page(TILES[0]))


def test_a_page_goes_with_what_it_was_made_of(tiny: Atlas) -> None:
    home = OpenAtlas(Path(), tiny)
    name = home.page(None).name
    assert pages.page(name) is not None
    del home
    assert pages.page(name) is None


def test_an_address_tells_nothing_of_the_atlas(tiny: Atlas) -> None:
    assert tiny.digest not in OpenAtlas(Path(), tiny).page(None).address
    assert pages.page(tiny.digest) is None


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ATLAS", str(tmp_path))
    assert pages.folder() == tmp_path.resolve()
    monkeypatch.setenv("ATLAS", "")
    assert (pages.folder() / "app.py").is_file()
