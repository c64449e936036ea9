from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo.formats.files import write_whole


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.txt"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_file_is_as_private_as_the_user_has_it(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_whole(tmp_path / "file.txt", b"one")
    finally:
        os.umask(before)
    assert (tmp_path / "file.txt").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "file.txt"
    write_whole(path, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    target, name = (os, "fsync") if step == "fsync" else (Path, "replace")
    monkeypatch.setattr(target, name, full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


WRITER = """
import sys
from itertools import cycle
from pathlib import Path
from geo.formats.files import write_whole
for byte in cycle((b"a", b"b")):
    write_whole(Path(sys.argv[1]), byte * 1_000_000)
    print(flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("wait", [0, 0.003, 0.007, 0.013, 0.021])
def test_a_writer_that_is_killed_leaves_a_whole_file(tmp_path: Path, wait: float) -> None:
    path = tmp_path / "file.txt"
    with subprocess.Popen(  # noqa: S603  our own interpreter
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(wait)
        writer.kill()
    text = path.read_bytes()
    assert len(text) == 1_000_000
    assert len(set(text)) == 1
