"""The workbook, read by calamine, a reader of its own, and by its raw XML."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas
from geo.atlas.view import View
from geo.formats import ExportOptions, render, xlsx
from geo.text.catalogue import locales, words
from tests.conftest import WHOLE, Build, shipped, texts
from tests.formats.hostile import HOSTILE

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEETS = ("sheetAbout", "sheetClaims", "sheetExcerpts", "sources", "sheetSilences")
FORMULAS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "{=1}", "'=1", "1e5"),
    *("http://example.invalid/", "mailto:x@example.invalid", "internal:'Sheet1'!A1", "file:///x"),
    *("_x000D_", "_x005F_", "2017-12", "007", "TRUE"),
    *HOSTILE,
)


def read(data: bytes, sheet: str, language: str = "en") -> list[dict[str, Any]]:
    """Return a sheet's rows, by the keys of its headings."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    head, *rows = book.get_sheet_by_name(words(language, sheet)).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def pages(data: bytes) -> Iterator[ET.Element]:
    """Yield the raw XML of each sheet."""
    with ZipFile(io.BytesIO(data)) as book:
        for name in sorted(book.namelist()):
            if name.startswith("xl/worksheets/sheet"):
                yield ET.fromstring(book.read(name))  # noqa: S314  our own


def looks(data: bytes) -> list[ET.Element]:
    """Return the formats of cells, by their number."""
    with ZipFile(io.BytesIO(data)) as book:
        styles = ET.fromstring(book.read("xl/styles.xml"))  # noqa: S314  our own
    return list(styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf"))


@pytest.mark.parametrize("text", FORMULAS, ids=range(len(FORMULAS)))
def test_no_text_becomes_a_formula_a_number_or_a_link(build: Build, text: str) -> None:
    atlas = load_atlas(
        build(
            ("data/corridor.geojson", "features.0.properties.names.en", text),
            ("data/corridor.geojson", "features.0.properties.claims.0.sentence.en", text),
            ("data/sources.json", "1.url", text),
            ("data/atlas.json", "silences.0.sentence.en", text),
        )
    )
    data = render(atlas, "xlsx", ExportOptions(title=text[:200]))
    assert read(data, "sheetClaims")[0]["Claim"] == text
    assert read(data, "sheetClaims")[0]["Mark"] == text
    assert read(data, "sources")[1]["Address"] == text
    assert read(data, "sheetSilences")[0]["Not said"] == text
    assert_only_texts_and_numbers(data)


def assert_only_texts_and_numbers(data: bytes) -> None:
    guarded = [look.get("quotePrefix") == "1" for look in looks(data)]
    for page in pages(data):
        assert not [one for one in page.iter() if one.tag in (f"{MAIN}f", f"{MAIN}hyperlinks")]
        for cell in page.iter(f"{MAIN}c"):
            kind = cell.get("t", "n")
            assert kind in {"s", "n"}
            if kind == "s":
                assert guarded[int(cell.get("s", "0"))], "typing in it must make no formula either"
    with ZipFile(io.BytesIO(data)) as book:
        assert not [name for name in book.namelist() if "external" in name.lower()]
        relations = [book.read(name) for name in book.namelist() if name.endswith(".rels")]
    assert not [one for one in relations if b'TargetMode="External"' in one]


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
def test_sheets_are_made_to_be_read(tiny: Atlas, language: str) -> None:
    data = render(tiny, "xlsx", ExportOptions(view=View(language=language)))
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == [words(language, name) for name in SHEETS]
    wrapped = [look.find(f"{MAIN}alignment[@wrapText='1']") is not None for look in looks(data)]
    for number, page in enumerate(pages(data)):
        view = page.find(f"{MAIN}sheetViews/{MAIN}sheetView")
        assert view is not None
        assert (view.get("rightToLeft") == "1") == (language != "en")
        assert all(wrapped[int(cell.get("s", "0"))] for cell in page.iter(f"{MAIN}c"))
        assert len(list(page.iter(f"{MAIN}col"))) > 1
        if number:  # the first is no table
            head = view.find(f"{MAIN}pane[@state='frozen']")
            assert head is not None
            assert head.get("ySplit") == "1"
            assert page.find(f"{MAIN}autoFilter") is not None


@pytest.mark.parametrize("language", locales())
def test_the_names_of_sheets_are_such_as_excel_takes(language: str) -> None:
    names = [words(language, name) for name in SHEETS]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\'")


def test_the_first_sheet_says_what_this_is_and_what_it_is_worth() -> None:
    atlas = shipped()
    data = render(atlas, "xlsx", ExportOptions(marking="TLP:AMBER", made=date(2017, 12, 24)))
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = book.get_sheet_by_index(0).to_python()
    said = {str(label): str(text) for label, text, *_ in rows}
    headline = atlas.manifest.headline
    assert headline is not None
    assert headline.dispute is not None
    assert said["Title"] == atlas.manifest.title["en"]
    assert said["Marking"] == "TLP:AMBER"
    assert said["In short"] == headline.sentence["en"]
    assert said["Hedge"] == headline.hedge["en"]
    assert said["Disputed"] == headline.dispute.sentence["en"]
    assert atlas.article.title in said["Source"]
    assert said["Grade"].startswith(f"{atlas.article.grade} – ")
    assert said["As of"] == atlas.manifest.as_of["en"]
    assert said["Please note"] == atlas.manifest.disclaimer["en"]
    assert said["Made"] == "2017-12-24"
    assert atlas.digest in said["Atlas"]


def test_claims_have_their_place_their_reasons_and_their_words(build: Build) -> None:
    data = render(load_atlas(build(*WHOLE)), "xlsx", ExportOptions())
    rows = {row["Claim id"]: row for row in read(data, "sheetClaims")}
    west, east, watch = rows["c-west"], rows["c-east"], rows["c-watch"]
    assert (west["Basis"], west["Hedge as printed"]) == ("stated", "suggest")
    assert (west["Longitude"], west["Latitude"]) == (12.0, 1.5)
    assert west["Precision of the position"] == "representative point of a line"
    assert (east["Inferred from"], east["Excerpts"]) == ("So it is.", west["Excerpts"])
    assert "Disputes: So it is." in rows["c-depth"]["How it stands to other claims"]
    assert (watch["Named with"], watch["Longitude"], watch["Latitude"]) == ("brunn", "", "")
    (first, *_) = read(data, "sheetExcerpts")
    assert (first["No."], str(first["Claims"]).split()[:1]) == (1.0, ["c-west"])
    assert first["Quote, as printed"] == "the Salt Guild runs a ferry from Aldport"


def test_a_mark_without_a_claim_of_its_own_is_a_row_too(build: Build) -> None:
    atlas = load_atlas(build(*WHOLE, ("data/corridor.geojson", "features.1.properties.claims", [])))
    rows = read(render(atlas, "xlsx", ExportOptions()), "sheetClaims")
    (east,) = [row for row in rows if row["Mark id"] == "ferry-east"]
    assert (east["Claim"], east["Longitude"]) == ("", 14.5)


def test_what_is_longer_than_a_cell_says_so(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "CELL", 100)
    whole, long = "🛶" * 50, "🛶" * 51  # two UTF-16 units each
    atlas = load_atlas(
        build(
            ("data/atlas.json", "silences.0.sentence", texts(long)),
            ("data/corridor.geojson", "features.0.properties.silences.0.sentence", texts(whole)),
        )
    )
    cut, kept = (
        str(row["Not said"])
        for row in read(render(atlas, "xlsx", ExportOptions()), "sheetSilences")
    )
    assert kept == whole
    assert cut.startswith("🛶")
    assert cut.endswith("[Cut here: a cell of Excel holds 100 characters. The CSV has it whole.]")
    assert len(cut.encode("utf-16-le")) <= 200


def test_more_rows_than_a_sheet_holds_are_counted(
    tiny: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 4)
    rows = read(render(tiny, "xlsx", ExportOptions()), "sheetClaims")
    assert [row["Claim id"] for row in rows] == ["c-west", "c-east", ""]
    assert rows[-1]["Mark"].endswith("holds 4 rows. Rows left out here, which the CSV has: 3")


@pytest.mark.parametrize("marking", ["TLP:AMBER & friends", "&" * 200, ""])
def test_the_marking_is_printed_on_each_page(tiny: Atlas, marking: str) -> None:
    for page in pages(render(tiny, "xlsx", ExportOptions(marking=marking))):
        header = page.findtext(f"{MAIN}headerFooter/{MAIN}oddHeader", "")
        assert header.startswith("&C")
        assert header[2:].replace("&&", "&").replace("＆", "&") == marking
