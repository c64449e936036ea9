"""A ZIP that would harm who reads it harms a process of its own."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from geo.atlas.errors import AtlasError
from geo.jobs import check_upload
from geo.jobs.check_upload import MOST, unpack_checked
from geo.jobs.limits import CHECK, Limits, ran_out_of_time
from tests.jobs.test_unzip import PLAIN, packed

pytestmark = pytest.mark.slow
FORCES = "data/forces.geojson"


def problems_of(zip_file: io.BytesIO, folder: Path, limits: Limits = CHECK) -> list[str]:
    with pytest.raises(AtlasError) as refusal:
        unpack_checked(zip_file, folder, limits)
    return [str(problem) for problem in refusal.value.problems]


def test_what_is_in_order_is_unpacked(tmp_path: Path) -> None:
    unpack_checked(packed(PLAIN), tmp_path)
    assert (tmp_path / "data" / "atlas.json").read_bytes() == PLAIN["data/atlas.json"]


def test_problems_come_back_whole(tmp_path: Path) -> None:
    [problem] = problems_of(packed({**PLAIN, "data/\u202e.json": b"{}"}), tmp_path)
    assert "control character" in problem
    assert "→ rename it" in problem


def test_so_many_problems_are_told_and_the_others_counted(tmp_path: Path) -> None:
    many = b'{"type":"FeatureCollection","features":[' + b"{}," * 500 + b"{}]}"
    problems = problems_of(packed({**PLAIN, FORCES: many}), tmp_path)
    assert len(problems) == MOST + 1
    assert any("more problems" in problem for problem in problems)


def test_what_takes_too_much_memory_is_stopped(tmp_path: Path) -> None:
    """A few kilobytes of ZIP, of which the reader would make gigabytes."""
    bomb = b'{"type":"FeatureCollection","features":[' + b"{}," * 5_000_000 + b"{}]}"
    [problem] = problems_of(packed({**PLAIN, FORCES: bomb}), tmp_path / "bomb")
    assert "takes more than 1 GB of memory" in problem
    unpack_checked(
        packed(PLAIN), tmp_path / "plain", Limits(2**29, 60, 300)
    )  # what is in order takes less


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_what_takes_too_much_processor_time_is_stopped(tmp_path: Path) -> None:
    many = b'{"type":"FeatureCollection","features":[' + b"{}," * 2_000_000 + b"{}]}"
    [problem] = problems_of(packed({**PLAIN, FORCES: many}), tmp_path, Limits(2**32, 1, 300))
    assert "takes more than 1 s of processor time to check" in problem
    assert "make it smaller" in problem


def test_what_takes_too_long_on_the_clock_is_stopped(tmp_path: Path) -> None:
    [problem] = problems_of(packed(PLAIN), tmp_path, Limits(2**30, 60, 0.1))
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
    (tmp_path / "data").write_text("a file in the way")
    [problem] = problems_of(packed(PLAIN), tmp_path)
    assert "can't be unpacked here: " in problem
    assert "whoever runs this app" in problem


def test_a_fault_of_ours_is_said_to_be_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A fault of the program is no lack of memory, and a smaller atlas would not mend it."""
    monkeypatch.setattr(check_upload, "open_atlas", lambda folder: [][0])
    [problem] = check_upload._problems(tmp_path, packed(PLAIN))
    assert "can't be checked: this program has a fault (IndexError)" in problem.what
    assert "list index out of range" in capfd.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_it_ends_by_itself_when_nobody_waits_for_it_any_more(tmp_path: Path) -> None:
    endless = "from geo.jobs.limits import Limits; Limits(2**30, 1, 9).keep()\nwhile True: pass"
    orphan = subprocess.run([sys.executable, "-c", endless], timeout=60, check=False)  # noqa: S603
    assert ran_out_of_time(orphan.returncode)
