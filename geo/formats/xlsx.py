"""Excel workbook (Office Open XML, ISO/IEC 29500): what it is, then the sheets of the evidence.

Each text is written as a string, never as a formula, a number or a link, and its cell is marked so
(`quotePrefix`) that typing in it makes none of these. What is longer than a cell, or a sheet, can
hold ends with words that say so.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

from geo.atlas.atlas import Atlas
from geo.atlas.evidence_table import citation
from geo.export_options import ExportOptions
from geo.formats.evidence_sheets import Sheet, evidence_sheets
from geo.formats.metadata import about
from geo.formats.zipped import zipped
from geo.symbology import PALETTE
from geo.text.bidi import without_isolates
from geo.text.catalogue import words
from geo.text.language import is_rtl

if TYPE_CHECKING:  # it takes a tenth of a second to import
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

CELL = 32_767  # UTF-16 units: the most that Excel shows of a text
ROWS = 1_048_576  # with the heading
_HEADER = 255  # characters of a printed header
_LETTER, _A4 = 1, 9  # of paper, as Excel numbers them
_STRINGS = "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the workbook; its date is that of the options, or 1970 without one."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    with Workbook(data, {"in_memory": True}) as book:
        writer = _Writer(book, options)
        writer.write(atlas)
    with ZipFile(data) as written:
        files = {name: written.read(name) for name in written.namelist()}
    return zipped({**files, _STRINGS: _shared_strings(writer.texts)}, options.made)


def _shared_strings(texts: Iterable[str]) -> bytes:
    """Return the workbook's table of texts.

    XlsxWriter's own would take a text of `<r>…</r>` for markup, and miss some escapes.
    """
    strings = (f'<si><t xml:space="preserve">{_escaped(text)}</t></si>' for text in texts)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<sst xmlns="{_MAIN}">{"".join(strings)}</sst>'.encode()


def _escaped(text: str) -> str:
    """Escape a text for XML, and a CR, which XML would turn, as ECMA-376 does (ST_Xstring)."""
    return escape(text.replace("_x", "_x005F_x").replace("\r", "_x000D_"))


def fitted(text: str, language: str) -> str:
    """Return a text as it is, or as much as a cell can hold with words that say where it ends."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CELL:
        return text
    note = f" … {without_isolates(words(language, 'cellCut', CELL))}"
    room = 2 * CELL - len(note.encode("utf-16-le"))
    return units[:room].decode("utf-16-le", "ignore") + note


class _Writer:
    """Writes the sheets of a workbook, all in one look.

    A cell of text is given the number of its text in `texts`, which are written apart.
    """

    def __init__(self, book: Workbook, options: ExportOptions) -> None:
        self.book, self.options, self.language = book, options, options.view.language
        self.texts: dict[str, int] = {}
        cell: dict[str, Any] = {"text_wrap": True, "valign": "top"}
        text = {**cell, "quote_prefix": True}
        self.number = book.add_format(cell)
        self.text = book.add_format(text)
        self.strong = book.add_format({**text, "bold": True})
        self.heading = book.add_format(
            {**text, "bold": True, "bg_color": PALETTE.other_land, "bottom": 1}
        )
        self.title = book.add_format({**text, "bold": True, "font_size": 16})

    def write(self, atlas: Atlas) -> None:
        metadata = about(atlas, self.options)
        made = self.options.made
        created = datetime(made.year, made.month, made.day) if made else datetime(1970, 1, 1)
        self.book.set_properties(
            {"title": metadata["title"], "comments": metadata["disclaimer"], "created": created}
        )
        first = self.sheet("sheetAbout")
        first.set_column(0, 0, 26)
        first.set_column(1, 1, 100)
        for row, (key, value) in enumerate(_about(atlas, self.options)):
            self.put(first, row, 0, self.say(key), self.strong)
            self.put(first, row, 1, value, self.text if row else self.title)
        for sheet in evidence_sheets(atlas, self.language):
            self.table(sheet)

    def table(self, sheet: Sheet) -> None:
        page = self.sheet(sheet.name)
        for column, (_, heading, width) in enumerate(sheet.columns):
            page.set_column(column, column, width)
            self.put(page, 0, column, self.say(heading), self.heading)
        rows, last = iter(sheet.rows), 0
        for last, row in zip(range(1, ROWS - 1), rows, strict=False):
            for column, (cell, _, _) in enumerate(sheet.columns):
                self.put(page, last, column, row.get(cell, ""), self.text)
        if left_out := sum(1 for _ in rows):
            last += 1
            self.put(page, last, 0, self.say("rowsCut", ROWS, left_out), self.strong)
        page.autofilter(0, 0, last, len(sheet.columns) - 1)
        page.freeze_panes(1, 1)
        page.repeat_rows(0)

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet that reads in the language's direction, marked on each printed page."""
        page = self.book.add_worksheet(self.say(name))
        if is_rtl(self.language):
            page.right_to_left()
        page.set_landscape()
        page.set_paper(_LETTER if self.options.paper == "letter" else _A4)
        page.fit_to_pages(1, 0)
        page.set_header(f"&C{_printed(self.options.marking)}")
        page.set_footer("&C&P / &N")
        page.ignore_errors({"number_stored_as_text": f"A1:XFD{ROWS}"})  # a year is a text here
        return page

    def put(self, page: Worksheet, row: int, column: int, value: str | float, look: Any) -> None:
        if value == "":
            page.write_blank(row, column, None, look)
        elif isinstance(value, str):
            number = self.texts.setdefault(fitted(value, self.language), len(self.texts))
            page.write_string(row, column, str(number), look)
        else:
            page.write_number(row, column, value, self.number)

    def say(self, key: str, *values: object) -> str:
        return without_isolates(words(self.language, key, *values))


def _about(atlas: Atlas, options: ExportOptions) -> Iterator[tuple[str, str]]:
    """Yield what the first sheet says: the key of a heading, and a text that is not empty."""
    metadata, language = about(atlas, options), options.view.language
    headline, article = atlas.manifest.headline, atlas.article
    dispute = headline.dispute if headline else None

    def own(texts: Any) -> str:
        return atlas.localised(texts, language).text if texts else ""

    rows = (
        ("cellTitle", metadata["title"]),
        ("cellMarking", metadata["marking"]),
        ("cellSubtitle", metadata["subtitle"]),
        ("inShort", own(headline and headline.sentence)),
        ("cellHedge", own(headline and headline.hedge)),
        ("disputed", own(dispute and dispute.sentence)),
        ("source", citation(article, language)),
        ("genre", own(article.genre)),
        ("cellGrade", f"{article.grade} – {own(article.grade_reason)}"),
        ("cellAsOf", metadata["as_of"]),
        ("cellDisclaimer", metadata["disclaimer"]),
        ("view", metadata["view"]),
        ("cellAddress", metadata["address"]),
        ("made", metadata["made"]),
        ("atlas", f"sha256 {metadata['atlas_sha256']}"),
        ("article", f"sha256 {metadata['article_sha256']}"),
    )
    return ((key, text) for key, text in rows if text)


def _printed(text: str) -> str:
    """Return a text for a printed header, in which & begins a code and && is one.

    One with so many that it grows too long for a header has them in their wide form.
    """
    doubled = text.replace("&", "&&")
    return doubled if len(doubled) + 2 <= _HEADER else text.replace("&", "＆")
