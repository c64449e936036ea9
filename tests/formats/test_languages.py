"""A file made in Arabic has no word of ours in English: in its Latin letters is the atlas alone."""

from __future__ import annotations

import io
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from geo.atlas.atlas import Atlas
from geo.atlas.model import BASES
from geo.atlas.view import View
from geo.formats import ExportOptions, render
from geo.formats.briefing.content import make_briefing
from geo.sheet import draw_sheet
from geo.sheet.scene import texts
from geo.text.catalogue import words
from tests.conftest import TINY

ORDER = ExportOptions(view=View(language="ar"))
# The format's own words for these are shown in ours; a record has them as codes.
CODES = {"basis", "modality", "about", "how", "on", "kind", "group", "part"}
SIGNS = {"sha256", "as", "of"}  # a checksum's name; the tiny atlas' "as_of" in the three languages


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (s for key, one in value.items() if key not in CODES for s in strings(one))
    elif isinstance(value, list):
        yield from (s for one in value for s in strings(one))


def latin(*found: str) -> set[str]:
    """Return the words in Latin letters, but for the digits of a checksum."""
    return set(re.findall(r"[a-z]{2,}\w*", re.sub(r"[0-9a-f]{64}", "", "\n".join(found)).lower()))


OF_THE_ATLAS = latin(*strings(list(TINY.values()))) | SIGNS


def said_by_kmz(atlas: Atlas, _: Path) -> Iterator[str]:
    with ZipFile(io.BytesIO(render(atlas, "kmz", ORDER))) as archive:
        root = ET.fromstring(archive.read("doc.kml"))  # noqa: S314  our own
    tags = {
        f"{{http://www.opengis.net/kml/2.2}}{tag}" for tag in ("name", "Snippet", "description")
    }
    for element in root.iter():
        if element.tag in tags and element.text:
            yield re.sub(r"<[^>]*>|&\w+;", " ", element.text)


def said_by_gpkg(atlas: Atlas, folder: Path) -> Iterator[str]:
    file = folder / "atlas.gpkg"
    file.write_bytes(render(atlas, "gpkg", ORDER))
    with closing(sqlite3.connect(file)) as base:
        ours = "SELECT table_name, description FROM gpkg_contents WHERE data_type != 'tiles'"
        for table, description in base.execute(ours).fetchall():
            yield description or ""
            columns = {row[1] for row in base.execute(f'PRAGMA table_info("{table}")')}
            for column in columns & {"account", "position_note", "published", "rests_on"}:
                query = f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL'  # noqa: S608
                yield from (row[0] for row in base.execute(query))
        yield base.execute("SELECT value FROM about WHERE what = 'view'").fetchone()[0]


def said_by_xlsx(atlas: Atlas, _: Path) -> Iterator[str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(render(atlas, "xlsx", ORDER)))
    for name in book.sheet_names:
        yield name
        for row in book.get_sheet_by_name(name).to_python():
            yield from (cell for cell in row if isinstance(cell, str))


READERS = {
    "kmz": said_by_kmz,
    "gpkg": said_by_gpkg,
    "xlsx": said_by_xlsx,
}  # a new format: see `test_formats.py`


@pytest.mark.parametrize(
    ("form", "key"), [("kmz", "words"), ("gpkg", "tableEvidence"), ("xlsx", "cellPrecision")]
)
def test_a_file_has_no_english_of_ours(tiny: Atlas, tmp_path: Path, form: str, key: str) -> None:
    found = list(READERS[form](tiny, tmp_path))
    assert words("ar", key) in "".join(found)
    assert latin(*found) - OF_THE_ATLAS == set()


@pytest.mark.parametrize("language", ["ar", "fa", "en"])
def test_sheet_and_briefing_have_one_word_for_a_basis(tiny: Atlas, language: str) -> None:
    options = ExportOptions(view=View(language=language))
    on_paper = "\n".join(text.text for text in texts(draw_sheet(tiny, options).children))
    assert words(language, "stated") in on_paper  # in the key, of the layers that are drawn
    for basis in BASES:
        assert make_briefing(tiny, options).words[basis] == words(language, basis)
