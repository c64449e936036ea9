"""A ZIP that would harm who reads it harms a process of its own."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo.atlas.errors import AtlasError
from geo.jobs import upload_work
from geo.jobs.limits import CHECK, Limits, ran_out_of_time
from geo.jobs.upload_jobs import CheckJob, DrawJob, SearchJob, UploadJob
from geo.jobs.upload_work import MOST
from geo.page import TILES
from tests.jobs.test_unzip import PLAIN, packed
from tests.strangers import amplified, crowded, zipped

pytestmark = pytest.mark.slow
FORCES = "data/forces.geojson"


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where jobs keep what they write."""
    (folder := tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def done(job: UploadJob) -> None:
    """Wait for a job's end (a test that hangs is stopped by the job's own limit)."""
    while not job.done:
        time.sleep(0.02)


def checked(packed_atlas: io.BytesIO | bytes, limits: Limits = CHECK) -> CheckJob:
    whole = packed_atlas if isinstance(packed_atlas, bytes) else packed_atlas.getvalue()
    job = CheckJob(whole, limits)
    done(job)
    return job


def problems_of(zip_file: io.BytesIO | bytes, limits: Limits = CHECK) -> list[str]:
    with pytest.raises(AtlasError) as refusal:
        checked(zip_file, limits).raise_problems()
    return [str(problem) for problem in refusal.value.problems]


def test_what_is_in_order_is_unpacked_and_drawn() -> None:
    job = checked(packed(PLAIN))
    job.raise_problems()
    assert (job.atlas / "data" / "atlas.json").read_bytes() == PLAIN["data/atlas.json"]
    assert job.cover().id == "mail-boat"
    assert "article" in job.cover().seal
    assert gzip.decompress(job.page()).startswith(b"<!DOCTYPE html>")


def test_it_is_drawn_over_tiles_and_searched_apart_from_the_app() -> None:
    check = checked(packed(PLAIN))
    drawing = DrawJob(check.atlas, TILES[0].name)
    searching = SearchJob(check.atlas, "wren")
    done(drawing)
    done(searching)
    assert TILES[0].host.encode() in gzip.decompress(drawing.page())
    assert 0 < searching.found().number < searching.found().total


def test_all_of_it_goes_with_the_job(scratch: Path) -> None:
    job = checked(packed(PLAIN))
    assert job.atlas.is_relative_to(scratch)
    del job
    assert list(scratch.iterdir()) == []


def test_many_segments_beside_many_marks_are_drawn() -> None:
    """150 kB of ZIP; each segment was measured against each mark, in the app's own process."""
    checked(zipped(crowded(segments=800, marks=800))).raise_problems()


def test_many_claims_on_many_long_quotes_take_no_memory() -> None:
    """44 kB of ZIP, of whose rows the app made 3.4 GB."""
    check = checked(zipped(amplified(claims=100, excerpts=100, length=20_000)))
    check.raise_problems()
    job = SearchJob(check.atlas, "", Limits(150 << 20, 60, 300))
    done(job)
    job.raise_problems()
    assert len(job.found().rows) == job.found().number


def test_what_is_made_of_it_may_not_be_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.jobs.upload_jobs.MOST_BYTES", 1000)
    job = checked(packed(PLAIN))
    with pytest.raises(AtlasError, match="makes more than 0 MB"):
        job.page()


def test_problems_come_back_whole() -> None:
    [problem] = problems_of(packed({**PLAIN, "data/\u202e.json": b"{}"}))
    assert "control character" in problem
    assert "→ rename it" in problem


def test_so_many_problems_are_told_and_the_others_counted() -> None:
    many = b'{"type":"FeatureCollection","features":[' + b"{}," * 500 + b"{}]}"
    problems = problems_of(packed({**PLAIN, FORCES: many}))
    assert len(problems) == MOST + 1
    assert any("more problems" in problem for problem in problems)


def test_what_takes_too_much_memory_is_stopped() -> None:
    """A few kilobytes of ZIP, of which the reader would make gigabytes."""
    bomb = b'{"type":"FeatureCollection","features":[' + b"{}," * 5_000_000 + b"{}]}"
    [problem] = problems_of(packed({**PLAIN, FORCES: bomb}))
    assert "takes more than 1 GB of memory" in problem
    checked(packed(PLAIN), Limits(2**29, 60, 300)).raise_problems()  # what is in order takes less


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_what_takes_too_much_processor_time_is_stopped() -> None:
    many = b'{"type":"FeatureCollection","features":[' + b"{}," * 2_000_000 + b"{}]}"
    [problem] = problems_of(packed({**PLAIN, FORCES: many}), Limits(2**32, 1, 300))
    assert "takes more than 1 s of processor time to check" in problem
    assert "make it smaller" in problem


def test_what_takes_too_long_on_the_clock_is_stopped() -> None:
    [problem] = problems_of(packed(PLAIN), Limits(2**30, 60, 0.1))
    assert "takes more than 0.1 s to check here" in problem
    assert "when this computer is less busy" in problem


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_time_that_others_take_is_not_counted() -> None:
    """A process that waits, as on a busy machine, goes on past its processor time on the clock."""
    waits = (
        "from geo.jobs.limits import Limits; Limits(2**30, 1, 9).keep()\nimport time\ntime.sleep(2)"
    )
    subprocess.run([sys.executable, "-c", waits], timeout=60, check=True)  # noqa: S603


def test_what_the_disk_refuses_is_no_fault_of_the_atlas(tmp_path: Path) -> None:
    (tmp_path / "atlas").write_text("a file in the way")
    zip_file = tmp_path / "packed.zip"
    zip_file.write_bytes(packed(PLAIN).getvalue())
    [problem] = upload_work._problems("check", tmp_path, str(zip_file), str(tmp_path / "atlas"))
    assert "can't be unpacked here: " in str(problem)
    assert "whoever runs this app" in problem.fix


def test_a_disk_that_takes_not_even_the_problems_is_said_to_be_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(upload_work.WORK, "check", lambda out: None)
    with pytest.raises(SystemExit) as left:
        upload_work.main("check", tmp_path / "not there")
    assert left.value.code == upload_work.NO_ROOM
    job = checked(packed(PLAIN))
    monkeypatch.setattr(CheckJob, "code", upload_work.NO_ROOM)
    with pytest.raises(AtlasError, match="the disk takes no more"):
        job.raise_problems()


def test_a_fault_of_ours_is_said_to_be_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A fault of the program is no lack of memory, and a smaller atlas would not mend it."""
    monkeypatch.setitem(upload_work.WORK, "check", lambda out: [][0])
    [problem] = upload_work._problems("check", tmp_path)
    assert "can't be checked: this program has a fault (IndexError)" in problem.what
    assert "list index out of range" in capfd.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_it_ends_by_itself_when_its_time_is_up() -> None:
    endless = "from geo.jobs.limits import Limits; Limits(2**30, 1, 9).keep()\nwhile True: pass"
    orphan = subprocess.run([sys.executable, "-c", endless], timeout=60, check=False)  # noqa: S603
    assert ran_out_of_time(orphan.returncode)
