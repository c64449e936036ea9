"""A table that people fill in begins a draft: each row is anchored, or refused by its number."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from geo.atlas.errors import AtlasError
from geo.checks import open_atlas
from geo.drafts import commands
from geo.drafts.rows import bulk_of
from geo.drafts.table import COLUMNS, MAX_ROWS, read_table, template
from tests.conftest import TEXT

HEAD = "quote,place,lon,lat,actor,words,sentence,basis,modality\n"
GUARDS = (
    "The Harbour League guards Brunn,Brunn,15,2,Harbour League,guards Brunn,"
    "The League guards Brunn.,stated,asserted\n"
)
CALL = "Boats 🛶 call at Isle Rho,Isle Rho,,,,call at Isle Rho,Boats call.,stated,asserted\n"


def begun(tmp_path: Path, name: str, data: bytes) -> Path:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "story.txt").write_text(TEXT, "utf-8", newline="")
    out = tmp_path / "draft"
    commands.draft_of_table(tmp_path / name, tmp_path / "story.txt", out, "en", "M.K.")
    return out


def sheet(*rows: Sequence[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


CSV = (HEAD + GUARDS + ",,\n" + CALL).encode()
CELLS = [line.split(",") for line in (HEAD + GUARDS + CALL).splitlines()]
XLSX = sheet(*([float(cell) if cell in ("15", "2") else cell for cell in row] for row in CELLS))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("table.csv", CSV),
        ("table.csv", b"\xef\xbb\xbf" + CSV.replace(b"\n", b"\r\n")),
        ("table.csv", CSV.replace(b",", b";")),
        ("table.csv", CSV.replace(b",", b"\t")),
        ("table.xlsx", XLSX),
    ],
)
def test_a_table_becomes_an_atlas(name: str, data: bytes, tmp_path: Path) -> None:
    draft = begun(tmp_path, name, data)
    script = tmp_path / "acts.jsonl"
    script.write_text('{"do":"article","title":"The Amber Ferry"}', "utf-8")
    commands.decide(draft, script, "M.K.", None)
    commands.seal(draft, tmp_path / "atlas")
    atlas = open_atlas(tmp_path / "atlas")
    assert list(atlas.claims) == ["row-2", "row-4" if name == "table.csv" else "row-3"]
    assert atlas.claims["row-2"].actors == ("harbour-league",)
    assert [f.geometry is None for f in atlas.features.values()] == [False, True]
    assert [excerpt.quote.exact for excerpt in atlas.excerpts.values()][1][:7] == "Boats 🛶"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (GUARDS.replace("guards Brunn,B", "never guards Brunn,B"), "it is not in the text"),
        (GUARDS.replace("15", "east"), "its position is no two numbers: east, 2"),
        (GUARDS.replace("15", ""), "its position is no two numbers: None, 2"),
        (GUARDS.replace("15", "200"), "lon: 200.0 is more than 180"),
        (GUARDS.replace("15", "nan"), "lon"),
        (GUARDS.replace("stated", "sure"), "basis: Input should be 'stated'"),
        (GUARDS.replace("asserted", "shouted"), "modality: Input should be 'asserted'"),
        (GUARDS.replace(",Brunn,15", ",,15"), "it names no place"),
        (GUARDS + GUARDS.replace("15", "14"), "puts Brunn elsewhere"),
        ("Harbour League,Brunn,15,2,,,,,\n", "stands more than once"),
    ],
)
def test_a_row_that_cant_be_taken_is_named_and_nothing_is_begun(
    row: str, why: str, tmp_path: Path
) -> None:
    with pytest.raises(AtlasError) as error:
        begun(tmp_path, "table.csv", (HEAD + CALL + row).encode())
    number = 3 + row.count("\n") - 1
    assert f'table.csv: "row {number}": ' in str(error.value)
    assert why in str(error.value)
    assert not (tmp_path / "draft").exists()


def test_all_rows_at_fault_are_named_at_once(tmp_path: Path) -> None:
    rows = GUARDS.replace("15", "east") + CALL.replace("call at Isle", "row to Isle")
    with pytest.raises(AtlasError) as error:
        begun(tmp_path, "table.csv", (HEAD + rows).encode())
    assert {problem.feature for problem in error.value.problems} == {"row 2", "row 3"}


def test_a_text_of_ours_may_be_given_in_several_languages(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("quote,place,place_ar,sentence,sentence_fa\nBoats,Isle Rho,رو,So.,چنین\n")
    acts = bulk_of("table.csv", read_table(table), TEXT, "en").acts
    said = {one.do: one.model_dump(exclude_unset=True) for one in acts}
    assert said["feature"]["names"] == {"en": "Isle Rho", "ar": "رو"}
    assert said["claim"]["sentence"] == {"en": "So.", "fa": "چنین"}


def bomb() -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * 60_000_000)
    return into.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("t.csv", b"", "has 0 rows"),
        ("t.csv", HEAD.encode(), "has 0 rows"),
        ("t.csv", b"qoute\nx\n", 'did you mean "quote"?'),
        ("t.csv", b"quote,quote\nx,x\n", "twice"),
        ("t.csv", b"quote\n\xff\n", "is not UTF-8"),
        ("t.csv", b'quote\n"x\n', "is no CSV"),
        ("t.csv", b"quote\n" + b"x\n" * (MAX_ROWS + 1), f"has {MAX_ROWS + 1} rows"),
        ("t.xlsx", b"PK", "is no XLSX"),
        ("t.xlsx", bomb(), "too large once unpacked"),
        ("none.csv", None, "can't be read"),
    ],
)
def test_what_is_no_table_is_refused(
    name: str, data: bytes | None, why: str, tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(AtlasError) as error:
        read_table(tmp_path / name)
    assert why in str(error.value)
    assert name in str(error.value)


def test_the_template_has_all_columns(tmp_path: Path) -> None:
    commands.write_template(tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text("utf-8-sig").strip().split(",") == list(COLUMNS)
    (tmp_path / "t.csv").write_bytes(template() + b"Boats\r\n")
    assert [row.texts for row in read_table(tmp_path / "t.csv")] == [{"quote": "Boats"}]
    with pytest.raises(FileExistsError):
        commands.write_template(tmp_path / "t.csv")
