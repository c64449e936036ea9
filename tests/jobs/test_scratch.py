"""What is written goes with who holds it, also when that was killed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.atlas.atlas import HOME
from geo.jobs.scratch import PREFIX, Scratch, remove_left

HOLDS = """if True:
    import tempfile, time
    from geo.jobs.scratch import Scratch
    tempfile.tempdir = {folder!r}
    held = Scratch()
    print(held.folder, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (folder := tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def other(temporary: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Another app, which holds a folder."""
    code = HOLDS.format(folder=str(temporary))
    app = subprocess.Popen(  # noqa: S603  our own interpreter and code
        [sys.executable, "-c", code], cwd=HOME, stdout=subprocess.PIPE, text=True
    )
    assert app.stdout
    yield app, Path(app.stdout.readline().strip())
    app.kill()
    app.wait()
    app.stdout.close()


def test_a_folder_is_for_its_user_alone_and_goes(temporary: Path) -> None:
    held = Scratch()
    (held.folder / "data").mkdir()
    assert held.folder.stat().st_mode & 0o077 == 0
    remove_left()
    assert held.folder.exists()
    held.remove()
    held.remove()
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
def test_what_a_killed_app_left_goes(
    temporary: Path, other: tuple[subprocess.Popen[str], Path]
) -> None:
    app, folder = other
    remove_left()
    assert folder.exists()  # it is at work
    app.kill()
    app.wait()
    remove_left()
    assert list(temporary.iterdir()) == []


def test_one_that_can_t_be_removed_stops_no_other(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (temporary / f"{PREFIX}{name}").mkdir()
        (temporary / f"{PREFIX}{name}" / "lock").touch()
    rmtree = shutil.rmtree

    def stumbles(folder: Path) -> None:
        if folder.name.endswith(("a", "b")):
            raise RecursionError if folder.name.endswith("a") else OSError
        rmtree(folder)

    monkeypatch.setattr(shutil, "rmtree", stumbles)
    remove_left()
    assert sorted(folder.name[-1] for folder in temporary.iterdir()) == ["a", "b"]
    monkeypatch.undo()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    remove_left()
    assert list(temporary.iterdir()) == []


def test_what_is_not_ours_stays(temporary: Path, tmp_path: Path) -> None:
    (theirs := tmp_path / "theirs").mkdir()
    (theirs / "lock").touch()
    (temporary / f"{PREFIX}link").symlink_to(theirs)
    (temporary / "atlas-of-mine").mkdir()
    (new := temporary / f"{PREFIX}new").mkdir()  # its lock is about to be made
    remove_left()
    assert (theirs / "lock").exists()
    assert len(list(temporary.iterdir())) == 3
    os.utime(new, (0, 0))
    remove_left()
    assert not new.exists()


def test_a_folder_so_deep_that_it_can_t_be_walked_is_left_in_peace(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Scratch()

    def stumbles(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(shutil, "rmtree", stumbles)
    held.remove()  # raises nothing, for others wait for their turn
    monkeypatch.undo()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    remove_left()
    assert list(temporary.iterdir()) == []


def test_without_a_temporary_folder_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> str:
        raise FileNotFoundError("No usable temporary directory")

    monkeypatch.setattr("tempfile.gettempdir", none)
    remove_left()
