from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo.atlas.reading import load_atlas
from geo.atlas.view import View, narrowed
from geo.formats import ExportOptions, render
from geo.jobs.export_job import ExportJob
from geo.jobs.limits import EXPORT
from geo.jobs.progress import Progress
from tests.conftest import Build

pytestmark = pytest.mark.slow
OPTIONS = ExportOptions(
    view=View(layers=frozenset({"guards"})), made=date(2026, 1, 2), title="$x$ <b>"
)


def ended(job: ExportJob) -> ExportJob:
    """Wait for a job's end (a test that hangs is stopped by the job's own limit)."""
    while not job.done:
        time.sleep(0.02)
    return job


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where jobs keep what they write."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_a_job_makes_what_was_asked_for(build: Build) -> None:
    folder = build()
    job = ended(ExportJob(folder, ["html"], OPTIONS))
    assert job.fault == ""
    assert job.progress == Progress(format="html", number=1, total=1)
    assert job.files() == {"ferry.html": render(load_atlas(folder), "html", OPTIONS)}
    assert "ferry-west" not in narrowed(load_atlas(folder), OPTIONS.view).features
    job.cancel()


def test_a_job_that_is_over_leaves_nothing(build: Build, scratch: Path) -> None:
    job = ended(ExportJob(build(), ["html"], OPTIONS))
    assert list(scratch.iterdir())
    job.cancel()
    assert list(scratch.iterdir()) == []
    assert job.fault == ""  # it had ended well before


def test_a_job_that_is_cancelled_leaves_nothing(build: Build, scratch: Path) -> None:
    job = ExportJob(build(), ["html"], OPTIONS)
    job.cancel()
    assert job.done
    assert job.fault == "it was cancelled"
    assert job.progress is None
    assert list(scratch.iterdir()) == []


def test_a_job_that_nobody_holds_any_more_is_stopped(build: Build, scratch: Path) -> None:
    job = ExportJob(build(), ["html"], OPTIONS)
    process = job._held.process
    assert process
    del job
    assert process.poll() is not None
    assert list(scratch.iterdir()) == []


def test_a_job_that_takes_too_long_is_stopped(build: Build, scratch: Path) -> None:
    job = ended(ExportJob(build(), ["html"], OPTIONS, replace(EXPORT, clock_seconds=0)))
    assert "took too long" in job.fault
    assert list(scratch.iterdir()) == []


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have jobs run a line of shell in the place of Python."""

    def run(line: str) -> None:
        shell = tmp_path / "shell"
        shell.write_text(f"#!/bin/sh\n{line}\n")
        shell.chmod(0o755)
        monkeypatch.setattr("sys.executable", str(shell))

    return run


def test_a_job_that_is_killed_leaves_no_temporary_file(
    runs: Callable[[str], None], build: Build, scratch: Path
) -> None:
    runs('touch "${TMPDIR:?}/half-written"; exec sleep 60')
    job = ExportJob(build(), ["html"], OPTIONS, replace(EXPORT, clock_seconds=10))
    while not (found := list(scratch.rglob("half-written"))) and not job.done:
        time.sleep(0.02)
    assert found
    job.cancel()
    assert list(scratch.iterdir()) == []


def test_a_job_that_the_system_stops_says_so_in_our_words(
    runs: Callable[[str], None], build: Build
) -> None:
    runs("echo memory allocation failed, stack backtrace >&2; kill -ABRT $$")
    job = ended(ExportJob(build(), ["html"], OPTIONS))
    assert job.fault == "it was stopped by signal 6: it may have needed too much memory"
    job.cancel()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_a_job_whose_processor_time_is_used_up_says_so(
    runs: Callable[[str], None], build: Build
) -> None:
    runs("kill -XCPU $$")
    job = ended(ExportJob(build(), ["html"], OPTIONS))
    assert "took more than 120 s of processor time, and was stopped" in job.fault
    job.cancel()


def test_a_library_that_warns_moves_no_bar_and_is_no_caption(
    runs: Callable[[str], None], build: Build
) -> None:
    making = Progress(format="html", number=1, total=2)
    runs(
        "echo UserWarning: deprecated >&2; echo half of a thought; "
        f"echo '{making.line()}'; echo UserWarning: again >&2; echo '{{}}'"
    )
    job = ended(ExportJob(build(), ["html", "csv"], OPTIONS))
    assert job.progress == making
    assert job.fault == ""
    job.cancel()


def test_more_than_two_exports_wait_for_their_turn(
    runs: Callable[[str], None], build: Build, scratch: Path
) -> None:
    runs("exec sleep 60")
    folder = build()
    jobs = [ExportJob(folder, ["html"], OPTIONS) for _ in range(5)]
    assert [job.place for job in jobs] == [0, 0, 1, 2, 3]
    jobs[2].cancel()
    jobs[0].cancel()
    assert [job.place for job in jobs] == [0, 0, 0, 0, 1]
    assert jobs[3].began
    del jobs[1]  # a window that was shut, without a word
    assert jobs[-1].place == 0
    for job in jobs:
        job.cancel()
    assert list(scratch.iterdir()) == []


def test_a_disk_that_takes_no_more_is_said_and_leaves_nothing(
    build: Build, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        ExportJob(build(), ["html"], OPTIONS)
    assert list(scratch.iterdir()) == []


def test_a_process_that_can_t_be_started_is_a_fault_of_the_computer(
    build: Build, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    job = ended(ExportJob(build(), ["html"], OPTIONS))
    assert "has no room to begin it now" in job.fault
    job.cancel()
    assert list(scratch.iterdir()) == []


def test_a_job_that_fails_says_what_stood_on_stderr_and_no_progress(
    runs: Callable[[str], None], build: Build
) -> None:
    making = Progress(format="html", number=1, total=1)
    runs(f"echo '{making.line()}'; echo error: the disk is full >&2; exit 1")
    job = ended(ExportJob(build(), ["html"], OPTIONS))
    assert job.fault == "error: the disk is full"
    job.cancel()


def test_an_atlas_that_fails_its_checks_says_why(build: Build, scratch: Path) -> None:
    job = ended(ExportJob(build(("data/actors.json", "0.aliases", ["Nobody"])), ["html"], OPTIONS))
    assert "Nobody" in job.fault
    assert "Traceback" not in job.fault
    assert "making" not in job.fault
    assert job.files() == {}
    job.cancel()


def test_several_at_once_make_what_one_makes_alone(build: Build) -> None:
    folder = build()
    alone = ended(ExportJob(folder, ["html"], OPTIONS))
    together = [ended(job) for job in [ExportJob(folder, ["html"], OPTIONS) for _ in range(3)]]
    assert all(job.files() == alone.files() != {} for job in together)
    for job in [alone, *together]:
        job.cancel()
