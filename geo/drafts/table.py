"""Tables that people fill in with a spreadsheet: CSV and XLSX, as rows of texts by column."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from geo.atlas.json_file import JsonFileError, decode, read_bytes
from geo.drafts.refusal import refused

# The columns. Those in LOCALISED may come again for another language: "sentence_ar".
COLUMNS = (
    *("quote", "start", "place", "lon", "lat", "actor", "words", "sentence", "basis", "modality"),
    *("hedges", "about", "attributed_to", "note", "from", "source", "id"),
)
LOCALISED = ("place", "actor", "sentence", "note")
MAX_ROWS = 1000
_MAX_UNPACKED = 50_000_000  # bytes of what an XLSX holds, which is a ZIP
_DELIMITERS = ",;\t"


class Row(NamedTuple):
    """A row that is not blank: its number, as a spreadsheet shows it, and its texts by column."""

    number: int
    texts: dict[str, str]

    def get(self, column: str) -> str | None:
        """Return the text in a column; None where it is empty."""
        return self.texts.get(column)

    def each(self, column: str) -> list[str] | None:
        """Return the texts in a column, parted at semicolons."""
        text = self.texts.get(column)
        return [part.strip() for part in text.split(";") if part.strip()] if text else None


def template() -> bytes:
    """Return a table that has only its columns, as CSV that spreadsheets take for UTF-8."""
    return ("\ufeff" + ",".join(COLUMNS) + "\r\n").encode()


def read_table(path: Path) -> list[Row]:
    """Read a table by its ending, .csv or .xlsx; raises AtlasError where it is none."""
    try:
        data = read_bytes(path)
        cells = _sheet(data) if path.suffix.lower() == ".xlsx" else _csv(data)
        header, *body = cells or [[]]
    except JsonFileError as error:
        raise refused(path.name, "", error.what, error.fix) from None
    columns = [_text(cell).lower() for cell in header]
    _refuse_columns(path.name, columns)
    rows = [Row(number, _texts(columns, cells)) for number, cells in enumerate(body, 2)]
    filled = [row for row in rows if row.texts]
    if not 0 < len(filled) <= MAX_ROWS:
        what = f"has {len(filled)} rows, and a draft is begun with 1 to {MAX_ROWS}"
        raise refused(path.name, "", what, "put a claim in each row")
    return filled


def _texts(columns: Sequence[str], cells: Sequence[Any]) -> dict[str, str]:
    found = zip(columns, map(_text, cells), strict=False)
    return {column: text for column, text in found if column and text}


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


def _csv(data: bytes) -> list[list[Any]]:
    text = decode(data).removeprefix("\ufeff")
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise JsonFileError(f"is no CSV ({error})", "save it as CSV anew") from None


def _sheet(data: bytes) -> list[list[Any]]:
    """Return the cells of a workbook's first sheet; a formula counts as its last result."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > _MAX_UNPACKED:
            raise JsonFileError("is too large once unpacked", "save only this table in it")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return [list(cells) for cells in _first(book.worksheets[0].iter_rows(values_only=True))]
    except JsonFileError:
        raise
    except Exception as error:  # a damaged file makes openpyxl raise errors of any class
        what = f"is no XLSX that can be read ({type(error).__name__})"
        raise JsonFileError(what, "save it as XLSX or CSV anew") from None


def _first(rows: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """Yield rows, and end after some more than a table may have: a sheet has a million."""
    for number, row in enumerate(rows):
        if number > 2 * MAX_ROWS:
            return
        yield row


def _refuse_columns(name: str, columns: Sequence[str]) -> None:
    known = [column for column in columns if column]
    for column in known:
        stem, _, tag = column.partition("_")
        if column not in COLUMNS and not (stem in LOCALISED and tag.isalpha()):
            near = get_close_matches(column, COLUMNS, n=1)
            fix = f'did you mean "{near[0]}"?' if near else f"there are: {', '.join(COLUMNS)}"
            raise refused(name, "", f'has a column "{column}"', fix)
        if known.count(column) > 1:
            raise refused(name, "", f'has the column "{column}" twice', "keep one of them")
