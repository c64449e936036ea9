"""An Arabic article's quotes read from the right, also when their first word is Latin."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.view import View
from geo.checks import open_atlas
from geo.export_options import ExportOptions
from geo.formats import render
from tests.other_atlases import QUOTES, arabic_article, other_atlas


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return open_atlas(other_atlas(tmp_path_factory.mktemp("arabic") / "atlas", arabic_article))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_slides_each_quote_is_a_paragraph_from_the_right(arabic: Atlas, language: str) -> None:
    options = ExportOptions(view=View(language=language), style="dossier")
    with zipfile.ZipFile(io.BytesIO(render(arabic, "pptx", options))) as slides:
        pages = [slides.read(n).decode() for n in slides.namelist() if "/slides/slide" in n]
    paragraphs = [p for page in pages for p in re.findall(r"<a:p>.*?</a:p>", page)]
    for quote in (QUOTES["e1"], QUOTES["e5"]):
        found = [p for p in paragraphs if f">“{quote}”<" in p]
        assert found
        assert all('rtl="1"' in paragraph for paragraph in found)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_a_sheet_quotes_have_their_own_direction(arabic: Atlas, language: str) -> None:
    options = ExportOptions(view=View(language=language), style="one-page")
    sheet = render(arabic, "svg", options).decode()
    assert f"\u2067“{QUOTES['e2']}”\u2069" in sheet


def test_an_atlas_in_english_has_no_mark_of_direction(tmp_path: Path) -> None:
    sheet = render(open_atlas(other_atlas(tmp_path / "atlas")), "svg", ExportOptions()).decode()
    assert "\u2067" not in sheet
