"""A process of a job keeps its limits, and ends with the app."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from geo.atlas.atlas import HOME
from geo.jobs.child import Task
from geo.jobs.limits import CHECK, Limits

pytestmark = pytest.mark.slow

SERVE = ["0", "--bind", "127.0.0.1"]  # it never ends of itself


def child(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  our own interpreter and module
        [sys.executable, "-m", "geo.jobs.child", *arguments],
        cwd=HOME,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def task(folder: Path, module: str, *arguments: str) -> str:
    for name in ("stdout", "stderr"):
        (folder / name).touch()
    return Task(module, [*arguments], CHECK.written(), str(folder)).written()


def test_limits_are_written_and_read() -> None:
    assert Limits.read(CHECK.written()) == CHECK


def test_it_ends_when_the_app_does(tmp_path: Path) -> None:
    """An app that is killed can stop nothing: its end of the pipe goes with it."""
    process = child(task(tmp_path, "http.server", *SERVE))
    process.communicate(timeout=120)
    assert process.returncode == 1


@pytest.mark.parametrize("has_task", [False, True])
def test_one_that_waits_for_a_task_ends_with_the_app_too(tmp_path: Path, has_task: bool) -> None:
    line = f"{task(tmp_path, 'http.server', *SERVE)}\n" if has_task else ""
    process = child()
    process.communicate(line.encode(), timeout=120)
    assert process.returncode == has_task


def test_what_one_that_waited_says_is_in_the_folder_of_its_task(tmp_path: Path) -> None:
    with child() as process:
        assert process.stdin
        process.stdin.write(f"{task(tmp_path, 'no_such_module')}\n".encode())
        process.stdin.flush()
        assert process.wait(120) == 1
    assert "No module named no_such_module" in (tmp_path / "stderr").read_text()
    assert (tmp_path / "stdout").read_bytes() == b""
