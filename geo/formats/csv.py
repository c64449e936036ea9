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
from geo.formats.evidence_rows import COLUMNS, reasons
from geo.formats.metadata import about

# A formula's first characters, their full-width forms too, also after blanks that a program
# may trim; and the apostrophe, which is ours.
_GUARDED = re.compile(r"'|[\t\r\n]|\s*[=+\-@＝＋－＠]")


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return all reasons and all that is not said, one a row (see `geo.formats.evidence_rows`)."""
    said = about(atlas, options)
    last = {  # a table travels alone
        "as_of": said["as_of"],
        "marking": said["marking"],
        "view": said["view"],
        "disclaimer": said["disclaimer"],
        "atlas_sha256": said["atlas_sha256"],
    }
    text = io.StringIO(newline="")
    table = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow([*COLUMNS, *last])
    for row in reasons(atlas, options.view.language):
        table.writerow([guarded(str(cell)) for cell in [*row.values(), *last.values()]])
    return BOM_UTF8 + text.getvalue().encode()


def guarded(cell: str) -> str:
    """Return the cell in a form that no spreadsheet runs."""
    return f"'{cell}" if _GUARDED.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell as it was before `guarded`."""
    return cell.removeprefix("'")
