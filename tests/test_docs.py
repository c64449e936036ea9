"""The guide to the library is true: its Python runs as it stands; README lists each format."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from geo.atlas.atlas import HOME
from geo.cli import COMMANDS
from geo.formats import FORMATS

GUIDE = (HOME / "docs" / "library.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.mark.slow
def test_every_block_of_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    blocks = [code for language, code in BLOCKS if language == "python"]
    assert len(blocks) == GUIDE.count("```python")
    for number, code in enumerate(blocks, 1):
        exec(compile(code, f"docs/library.md, block {number}", "exec"), names)  # noqa: S102
    written = {path.name for path in tmp_path.rglob("*.*")}
    assert written == {"corridor.gpkg", "explore.html", "iranian-land-corridor.pdf"}


def test_the_other_block_installs_what_the_wheel_is_called() -> None:
    (shell,) = (code for language, code in BLOCKS if language != "python")
    assert re.findall(r"^pip install '?([\w-]+)", shell, re.MULTILINE) == ["corridor-atlas"] * 2


def test_the_readme_has_a_row_for_each_format() -> None:
    readme = (HOME / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| ", readme, re.MULTILINE)
    named = [form for row in rows for form in re.findall(r"\w+", row)]
    assert sorted(named) == sorted(FORMATS)


def test_its_commands_are_there() -> None:
    (sentence,) = re.findall(r"`corridor-atlas check`.*?are", GUIDE, re.DOTALL)
    named = re.findall(r"`(?:corridor-atlas )?(\w+)`", sentence)
    assert sorted(named) == sorted(command.name for command in COMMANDS)
