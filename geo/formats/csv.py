"""The evidence as one table: CSV (RFC 4180), UTF-8 with a byte order mark, all cells quoted.

A cell that a spreadsheet would take for a formula is guarded (OWASP, "CSV Injection"):
an apostrophe is put before it, and before a cell that starts with an apostrophe itself,
so that `unguarded` gives back every cell as it was, to the character.
"""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats.metadata import about
from geo.formats.reason_rows import COLUMNS, reason_rows

# A formula's first characters, their full-width forms too, also after blanks that a program
# may trim; and the apostrophe, which is ours.
_GUARDED = re.compile(r"'|[\t\r\n]|\s*[=+\-@＝＋－＠]")


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return all reasons and all that is not said, one a row (see `geo.formats.reason_rows`)."""
    metadata = about(atlas, options)
    last = {  # in every row: a table is copied without its file
        "as_of": metadata["as_of"],
        "marking": metadata["marking"],
        "view": metadata["view"],
        "disclaimer": metadata["disclaimer"],
        "atlas_sha256": metadata["atlas_sha256"],
    }
    text = io.StringIO(newline="")
    table = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow([*COLUMNS, *last])
    for row in reason_rows(atlas, options.view.language):
        table.writerow([_cell(cell) for cell in [*row.values(), *last.values()]])
    return BOM_UTF8 + text.getvalue().encode()


def _cell(value: str | int | float) -> str:
    """Return a value as a cell: a number is no formula, below zero either."""
    return guarded(value) if isinstance(value, str) else str(value)


def guarded(cell: str) -> str:
    """Return the cell in a form that no spreadsheet runs."""
    return f"'{cell}" if _GUARDED.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell as it was before `guarded`."""
    return cell.removeprefix("'")
