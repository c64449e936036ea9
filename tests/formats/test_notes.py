"""The briefer's notes are in what is drawn, and in no file of data, as its own reader reads it."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pypdf import PdfReader

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions, Note
from geo.formats import render
from tests.conftest import shipped
from tests.formats.test_pptx import said
from tests.sheet.conftest import MADE

TEXT = "Zebra crossing"
NOTES = (Note(at=(44.4, 33.3), text=TEXT), Note(at=(47, 36.5), to=(36.3, 33.5)))
BARE = ExportOptions(made=MADE)
NOTED = ExportOptions.model_validate(
    {"made": MADE, "notes": NOTES, "address": "https://example.org/atlas"}
)


def _geojson(data: bytes, _: Path) -> str:
    return json.dumps(json.loads(data), ensure_ascii=False)


def _gpkg(data: bytes, folder: Path) -> str:
    file = folder / "atlas.gpkg"
    file.write_bytes(data)
    with closing(sqlite3.connect(file)) as base:
        return "\n".join(base.iterdump())


def _kmz(data: bytes, _: Path) -> str:
    archive = ZipFile(io.BytesIO(data))
    return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def _xlsx(data: bytes, _: Path) -> str:
    archive = ZipFile(io.BytesIO(data))
    return "\n".join(archive.read(name).decode() for name in archive.namelist())


def _text(data: bytes, _: Path) -> str:
    return data.decode("utf-8-sig")


DATA: dict[str, Callable[[bytes, Path], str]] = {
    "geojson": _geojson,
    "gpkg": _gpkg,
    "kmz": _kmz,
    "csv": _text,
    "xlsx": _xlsx,
    "html": _text,
}


@pytest.mark.slow
@pytest.mark.parametrize("form", DATA)
def test_no_file_of_data_has_a_note(form: str, tmp_path: Path) -> None:
    atlas = shipped()
    read = DATA[form](render(atlas, form, NOTED), tmp_path)
    assert len(read) > 10_000
    assert TEXT not in read
    assert "47.0,36.5" not in read
    unaddressed = NOTED.model_copy(update={"address": None})
    assert render(atlas, form, unaddressed) == render(atlas, form, BARE)


def test_the_atlas_and_its_seal_are_the_same() -> None:
    before = shipped().digest
    render(shipped(), "svg", NOTED)
    assert shipped().digest == before
    assert before[:12] in render(shipped(), "svg", NOTED).decode()


@pytest.mark.slow
def test_the_sheet_the_briefing_and_the_slides_have_them() -> None:
    atlas = shipped()
    assert TEXT in render(atlas, "svg", NOTED).decode()
    assert render(atlas, "png", NOTED) != render(atlas, "png", BARE)
    pdf = PdfReader(io.BytesIO(render(atlas, "pdf", NOTED)))
    first = pdf.pages[0].extract_text()
    for words in (TEXT, "Note by the briefer", "Note by the briefer, not from the article"):
        assert "".join(words.split()) in "".join(first.split())
    slides = Presentation(io.BytesIO(render(atlas, "pptx", NOTED))).slides
    assert TEXT in said(slides[0])
    assert "Note by the briefer, not from the article" in said(slides[0])


def test_a_picture_s_alternative_has_their_words() -> None:
    """What can't see the map is told of its notes, which stand on no page of text."""
    pdf = render(shipped(), "pdf", NOTED)
    found = PdfReader(io.BytesIO(pdf)).root_object["/StructTreeRoot"]
    assert f"Note by the briefer {TEXT}" in " ".join(_alternatives(found))


def _alternatives(element: Any) -> Iterator[str]:
    """Yield the text alternatives in a tree of a PDF's structure."""
    element = element.get_object()
    if isinstance(element, list):
        for child in element:
            yield from _alternatives(child)
    elif isinstance(element, dict):
        if "/Alt" in element:
            yield str(element["/Alt"])
        if "/K" in element:
            yield from _alternatives(element["/K"])


def test_a_zip_s_manifest_makes_them_again(tiny: Atlas) -> None:
    archive = ZipFile(io.BytesIO(render(tiny, "zip", NOTED)))
    written = json.loads(archive.read("manifest.json"))["options"]
    assert ExportOptions.model_validate(written) == NOTED
