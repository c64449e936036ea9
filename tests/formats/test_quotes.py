"""An excerpt copied from any file of data is the sealed text, to the character."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pyogrio
import pytest
from python_calamine import CalamineWorkbook

from geo.atlas.atlas import Atlas
from geo.atlas.view import View
from geo.formats import ExportOptions, render
from geo.formats.csv import unguarded
from geo.text.catalogue import words
from tests.conftest import shipped
from tests.formats.hostile import HOSTILE
from tests.formats.test_any_text import Said, saying

KML = "{http://www.opengis.net/kml/2.2}"
Quotes: TypeAlias = dict[str, str]  # of each excerpt, by its id

# What a writer may trim, turn or take for its own.
SEALED = (
    *("first\r\nsecond", "first\rsecond", "first\n\n third", "\ta tab ", "  blanks   "),
    *("_x000D_", "_x005F_x000D_", "=1+1", "'quoted'", "''", "+", "007", "1e5", "TRUE", "null"),
    *("\u00a0no-break\u202f", "e\u0301 \u00e9", "\u0651\u064e", "a\u00adb\u200d", "\u2028"),
    *("<r><t>x</t></r>", "<r></t></si></r>", "<r> & </r>", "_x0041_x0042_x0043_\r"),
    *("<b>&amp;</b>", "$[name]", '"a","b"', "\ufeff", "\U0001f6f6"),
    *HOSTILE,
)


def in_csv(data: bytes, _: Path) -> Quotes:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return {row["excerpt_id"]: unguarded(row["quote"]) for row in rows if row["excerpt_id"]}


def in_xlsx(data: bytes, _: Path) -> Quotes:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(2)
    head, *rows = sheet.to_python()
    quote, one = (head.index(words("en", key)) for key in ("cellQuote", "cellExcerptId"))
    return {str(row[one]): str(row[quote]) for row in rows}


def in_geojson(data: bytes, _: Path) -> Quotes:
    claims = [one for f in json.loads(data)["features"] for one in f["properties"]["claims"]]
    return {one["id"]: one["quote"] for claim in claims for one in claim["excerpts"]}


def in_gpkg(data: bytes, folder: Path) -> Quotes:
    path = folder / "atlas.gpkg"
    path.write_bytes(data)
    rows = pyogrio.read_dataframe(path, layer="evidence").dropna(subset="excerpt_id")
    return dict(zip(rows["excerpt_id"], rows["quote"], strict=True))


def in_kmz(data: bytes, _: Path) -> Quotes:
    root = ET.fromstring(ZipFile(io.BytesIO(data)).read("doc.kml"))  # noqa: S314  our own
    found = {
        one.get("name", ""): one.findtext(f"{KML}value", "") for one in root.iter(f"{KML}Data")
    }
    return {
        name.removeprefix("quote:"): text
        for name, text in found.items()
        if name.startswith("quote:")
    }


READERS: dict[str, Callable[[bytes, Path], Quotes]] = {
    "csv": in_csv,
    "xlsx": in_xlsx,
    "geojson": in_geojson,
    "gpkg": in_gpkg,
    "kmz": in_kmz,
}


@pytest.mark.parametrize("form", READERS)
def test_each_excerpt_of_the_atlas_that_ships_is_the_article_s(form: str, tmp_path: Path) -> None:
    atlas = shipped()
    every = View(layers=frozenset(layer.id for layer in atlas.manifest.layers))
    found = READERS[form](render(atlas, form, ExportOptions(view=every)), tmp_path)
    assert found.keys() == atlas.excerpts.keys()
    for one, quote in found.items():
        excerpt = atlas.excerpts[one]
        text = atlas.source_texts[excerpt.source].text
        assert quote == text[excerpt.position.start : excerpt.position.end]


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("quote", SEALED, ids=range(len(SEALED)))
def test_no_file_turns_a_character_of_a_quote(
    tiny: Atlas, form: str, quote: str, tmp_path: Path
) -> None:
    atlas = saying(tiny, Said("a name", "a sentence", quote))
    found = READERS[form](render(atlas, form, ExportOptions()), tmp_path)
    assert found["e-ferry"] == atlas.excerpts["e-ferry"].quote.exact
