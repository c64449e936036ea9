"""Our texts in a sealed atlas: by language, and none in a language that it is not in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from geo.drafts.wording import our_texts
from geo.text import catalogue


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the file of a further language, which has one word."""
    folder = copytree(catalogue.FOLDER, tmp_path / "locales")
    monkeypatch.setattr(catalogue, "FOLDER", folder)
    catalogue._read.cache_clear()
    file = folder / "de.json"
    file.write_text(json.dumps({"draft": {"draftGenre": "Artikel"}}), "utf-8")
    yield file
    catalogue._read.cache_clear()


def test_a_language_has_the_texts_that_are_translated_alone(german: Path) -> None:
    assert our_texts("draftGenre")["de"] == "Artikel"
    assert list(our_texts("draftUndated")) == ["ar", "en", "fa"]
