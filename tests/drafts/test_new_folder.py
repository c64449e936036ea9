"""A folder is made whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.drafts.new_folder import new_folder


@pytest.mark.parametrize("is_there", [False, True])
def test_it_appears_when_it_is_filled(is_there: bool, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "new"
    if is_there:
        folder.mkdir(parents=True)
    with new_folder(folder) as filled:
        (filled / "x").write_text("x")
        assert not (folder / "x").exists()
    assert [path.name for path in folder.iterdir()] == ["x"]
    assert [path.name for path in folder.parent.iterdir()] == ["new"]


def test_after_an_error_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), new_folder(tmp_path / "new") as filled:
        _break_off(filled)
    assert list(tmp_path.iterdir()) == []


def _break_off(filled: Path) -> None:
    (filled / "x").write_text("x")
    raise KeyboardInterrupt


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_there_is_left_alone(kind: str, tmp_path: Path) -> None:
    there = tmp_path / "new"
    held = there / "mine" if kind == "folder" else there
    held.parent.mkdir(exist_ok=True)
    held.write_text("mine")
    with pytest.raises(FileExistsError), new_folder(there):
        pass
    assert held.read_text() == "mine"
