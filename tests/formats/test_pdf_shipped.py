"""The briefing of the atlas that ships, read by pypdf and, where there is poppler, by its tools."""

from __future__ import annotations

import io
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from geo.atlas.view import View, narrowed
from geo.export_options import PAPERS, Paper
from geo.formats import ExportOptions, pages_of, render
from geo.formats.briefing.content import make_briefing
from tests.conftest import shipped
from tests.formats.test_pdf import needs_poppler, poppler

pytestmark = pytest.mark.slow


@cache
def briefing(language: str) -> bytes:
    """Return the briefing of the atlas that ships."""
    options = ExportOptions(
        view=View(language=language), made=date(2026, 1, 31), marking="TLP:AMBER", style="dossier"
    )
    return render(shipped(), "pdf", options)


def test_it_says_that_it_is_pdf_a_and_pdf_ua() -> None:
    reader = PdfReader(io.BytesIO(briefing("en")))
    xmp = reader.xmp_metadata
    assert xmp is not None
    raw = xmp.stream.get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in raw
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in raw
    assert "<pdfuaid:part>1</pdfuaid:part>" in raw
    catalog = reader.root_object
    assert str(catalog["/Lang"]) == "en"
    assert "'/Marked': True" in str(catalog["/MarkInfo"])
    assert reader.metadata is not None
    assert reader.metadata.title == "Iran’s land corridor, as one article reports it"


@cache
def shipped_pages() -> list[str]:
    """Return the text of each page in English, with single blanks."""
    reader = PdfReader(io.BytesIO(briefing("en")))
    return [" ".join(page.extract_text().replace("\u200b", "").split()) for page in reader.pages]


def test_every_excerpt_shown_is_there_in_full_with_what_weakens_it() -> None:
    text = "".join(" ".join(shipped_pages()).split())  # lines break where they will
    atlas = shipped()
    shown = narrowed(atlas, View())
    missing = [e.id for e in shown.excerpts.values() if _solid(e.quote.exact) not in text]
    assert missing == []
    for phrase in (
        "Words as printed: “supervising the corridor” · reported: “Reports this week suggest”",
        "“ISIS flocks to Russia” headline · characters 0–21",
        "No date and no author are printed in the text.",
        "Boundaries and names shown imply no endorsement.",
        atlas.digest,
        atlas.article.sha256 or "",
    ):
        assert _solid(phrase) in text


def _solid(text: str) -> str:
    return "".join(text.split())


def test_every_page_is_marked_and_numbered() -> None:
    pages = shipped_pages()
    for number, text in enumerate(pages, 1):
        assert text.count("TLP:AMBER") == 2  # head and foot
        assert number == 1 or f"Page {number} / {len(pages)}" in text


@needs_poppler
@pytest.mark.parametrize("language", ["en", "ar", "fa"])
def test_poppler_finds_all_fonts_embedded_and_the_tags(language: str, tmp_path: Path) -> None:
    fonts = poppler("pdffonts", briefing(language), tmp_path / "a.pdf").splitlines()[2:]
    assert fonts
    assert all(" yes yes yes " in font for font in fonts)  # embedded, a subset, with its letters
    assert "Tagged:          yes" in poppler("pdfinfo", briefing(language), tmp_path / "a.pdf")


@needs_poppler
@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        ("en", ["Iran’s land corridor, as one article reports it", "2017-12-16"]),
        # poppler turns round the letters of a ligature, and so these words have none; an Arabic
        # date runs from right to left, and it gives the parts of one from left to right
        ("ar", ["الممر", "المقال", "طهران", "دمشق", "١٦-١٢-٢٠١٧"]),
        ("fa", ["مکان به مکان", "مقاله", "کریدور", "تهران", "دمشق", "۲۰۱۷-۱۲-۱۶"]),
    ],
)
def test_its_text_can_be_found_in_every_language(
    language: str, phrases: list[str], tmp_path: Path
) -> None:
    text = poppler("pdftotext", briefing(language), tmp_path / "a.pdf")
    plain = " ".join("".join(c for c in text if c not in "\u202a\u202b\u202c\u200b").split())
    assert [phrase for phrase in phrases if phrase not in plain] == []
    assert "Reports this week suggest Iran has already started using" in plain
    assert ("Note:" in plain) == (language == "en")


@needs_poppler
def test_the_alternative_text_of_the_map_names_what_it_shows(tmp_path: Path) -> None:
    tags = poppler("pdfinfo", briefing("en"), tmp_path / "a.pdf", "-struct")
    assert "Figure" in tags
    assert "Popular Mobilization Forces" in make_briefing(shipped(), ExportOptions()).alt


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "ar", "fa"])
def test_a_briefing_is_of_a_few_pages(paper: Paper, language: str) -> None:
    options = ExportOptions(style="briefing", paper=paper, view=View(language=language))
    assert pages_of(shipped(), "pdf", options) in range(4, 7)


def test_a_basis_is_printed_only_where_it_is_not_stated() -> None:
    text = " ".join(shipped_pages()[1:])
    assert text.count("What has no tag is stated: the article says so.") == 1
    assert len(re.findall(r"\bstated\b", text)) < text.count("inferred") + text.count("background")
