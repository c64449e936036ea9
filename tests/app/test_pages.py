from __future__ import annotations

import gzip
import io
import json
import tempfile
import zipfile
from pathlib import Path

import pytest

from geo.app import pages
from geo.app.pages import OpenAtlas
from geo.atlas.atlas import Atlas
from geo.atlas.errors import AtlasError
from geo.page import TILES
from geo.starter import STARTER
from tests.conftest import Build
from tests.packed_page import readable


def html_of(page: pages.Page) -> str:
    found = pages.page(page.name)
    assert found is not None
    return gzip.decompress(found).decode()


def test_an_atlas_is_opened_once(build: Build) -> None:
    folder = build()
    assert isinstance(pages.opened(folder), OpenAtlas)
    assert pages.opened(folder) is pages.opened(folder)


def test_a_change_of_its_files_is_seen(build: Build) -> None:
    folder = build()
    pages.opened(folder)
    file = folder / "data/atlas.json"
    manifest = json.loads(file.read_text("utf-8"))
    manifest["title"]["en"] = "Another title"
    file.write_text(json.dumps(manifest), encoding="utf-8")
    home = pages.opened(folder)
    assert isinstance(home, OpenAtlas)
    assert home.atlas.manifest.title["en"] == "Another title"


def test_a_file_that_is_gone_again_is_no_crash(build: Build) -> None:
    folder = build()
    (folder / "data" / ".#excerpts.json").symlink_to("nowhere")  # an editor's, while it is open
    assert isinstance(pages.opened(folder), OpenAtlas)


def test_what_fails_its_checks_is_given_as_problems(build: Build) -> None:
    problems = pages.opened(build(("data/excerpts.json", "0.target.selector.1.start", 3)))
    assert isinstance(problems, tuple)
    assert "data/excerpts.json" in str(problems[0])


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


def zipped(folder: Path) -> io.BytesIO:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for path in sorted((*folder.glob("data/**/*.*"), *folder.glob("seeds/*"))):
            archive.write(path, path.relative_to(folder))
    into.seek(0)
    return into


@pytest.mark.slow
def test_an_uploaded_atlas_is_gone_with_the_one_who_holds_it() -> None:
    uploaded = pages.UploadedAtlas(zipped(STARTER))
    folder = uploaded.folder
    assert uploaded.atlas.manifest.id == "mail-boat"
    assert (folder / "data" / "atlas.json").is_file()
    del uploaded
    assert not folder.exists()


@pytest.mark.slow
def test_an_uploaded_atlas_that_is_closed_takes_nothing_of_others_with_it() -> None:
    home = pages.opened(STARTER)
    assert isinstance(home, OpenAtlas)
    uploaded, twin = pages.UploadedAtlas(zipped(STARTER)), pages.UploadedAtlas(zipped(STARTER))
    name = uploaded.page(None).name
    uploaded.close()
    assert not uploaded.folder.exists()
    assert pages.page(name) is None
    assert twin.folder.exists()
    for other in (home, twin):  # of the very same atlas
        assert '"guild-light"' in readable(html_of(other.page(None)))


@pytest.mark.slow
def test_an_uploaded_atlas_that_fails_its_checks_leaves_nothing(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = zipped(build(("data/excerpts.json", "0.target.selector.1.start", 3)))
    (empty := tmp_path / "empty").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(empty))
    with pytest.raises(AtlasError, match=r"data/excerpts\.json"):
        pages.UploadedAtlas(packed)
    assert list(empty.iterdir()) == []


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ATLAS", str(tmp_path))
    assert pages.folder() == tmp_path.resolve()
    monkeypatch.setenv("ATLAS", "")
    assert (pages.folder() / "app.py").is_file()
