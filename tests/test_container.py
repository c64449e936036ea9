"""The container holds all that the app needs. No Docker here: its steps are followed by hand."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo.atlas.atlas import HOME

DOCKERFILE = (HOME / "Dockerfile").read_text("utf-8")
COPIED = re.findall(r"^COPY (\S+) \./", DOCKERFILE, re.MULTILINE)
ALLOWED = re.findall(r"^!(\S+)$", (HOME / ".dockerignore").read_text("utf-8"), re.MULTILINE)


def test_what_is_copied_is_what_is_handed_over() -> None:
    assert sorted(COPIED) == sorted(ALLOWED)
    assert {".streamlit", "docs/icon.png"} <= set(COPIED)  # without which it would start, too


@pytest.mark.slow
def test_what_is_copied_is_a_whole_app(tmp_path: Path) -> None:
    for name in COPIED:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        copy = shutil.copytree if (HOME / name).is_dir() else shutil.copy
        copy(HOME / name, tmp_path / name)
    for command in (["-m", "geo", "check"], ["-c", "import app, geo.app.main"]):
        subprocess.run([sys.executable, *command], cwd=tmp_path, check=True)  # noqa: S603
