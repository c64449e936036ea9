"""An uploaded atlas: read by jobs alone, and gone with the window."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from geo.app import pages
from geo.app.uploaded import UploadedAtlas
from geo.atlas.errors import AtlasError
from geo.jobs.upload_jobs import CheckJob
from geo.page import TILES
from geo.starter import STARTER
from tests.conftest import TINY, broken
from tests.jobs.test_upload_jobs import done
from tests.packed_page import readable
from tests.strangers import zipped

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where jobs keep what they write."""
    (folder := tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def uploaded(packed: bytes = zipped(TINY)) -> UploadedAtlas:
    job = CheckJob(packed)
    done(job)
    return UploadedAtlas(job)


def text_of(page: pages.Page) -> str:
    return readable(gzip.decompress(page.html).decode())


def test_it_is_gone_with_the_one_who_holds_it(scratch: Path) -> None:
    atlas = uploaded()
    assert atlas.cover.id == "ferry"
    assert (atlas.folder / "data" / "atlas.json").is_file()
    del atlas
    assert list(scratch.iterdir()) == []


def test_one_that_is_closed_takes_nothing_of_others_with_it() -> None:
    home = pages.opened(STARTER).shown
    assert home
    atlas, twin = uploaded(), uploaded()
    name = atlas.page(None).name
    atlas.close()
    assert not atlas.folder.exists()
    assert pages.page(name) is None
    assert twin.folder.exists()
    assert '"ferry-west"' in text_of(twin.page(None))
    assert '"guild-light"' in text_of(home.page(None))


def test_one_that_fails_its_checks_leaves_nothing(scratch: Path) -> None:
    packed = zipped(broken(("data/excerpts.json", "0.target.selector.1.start", 3)))
    with pytest.raises(AtlasError, match=r"data/excerpts\.json"):
        uploaded(packed)
    assert list(scratch.iterdir()) == []


def test_it_is_drawn_and_searched_without_being_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    atlas = uploaded()
    for module in ("geo.checks", "geo.app.pages", "geo.atlas.reading"):
        for name in ("open_atlas", "load_atlas", "read_atlas"):
            monkeypatch.delattr(f"{module}.{name}", raising=False)
    over_tiles = atlas.page(TILES[0])
    assert TILES[0].host in gzip.decompress(over_tiles.html).decode()
    assert atlas.page(TILES[0]) is over_tiles
    assert atlas.search("guild").number == 2


def test_what_can_t_be_drawn_leaves_the_page_before(monkeypatch: pytest.MonkeyPatch) -> None:
    atlas = uploaded()
    before = atlas.page(None)
    monkeypatch.setattr("geo.jobs.upload_jobs.MOST_BYTES", 10)
    with pytest.raises(AtlasError, match="makes more than"):
        atlas.page(TILES[0])
    assert atlas.page_before is before
