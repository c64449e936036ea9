"""The briefing, read by pypdf and, where there is poppler, by its tools."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader

from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas
from geo.atlas.view import View
from geo.export_options import Paper, Style
from geo.formats import PAPERS, ExportOptions, pages_of, render
from tests.conftest import Build, texts
from tests.formats.hostile import HOSTILE

LONG = max(HOSTILE, key=len)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed"
)


def made(atlas: Atlas, options: ExportOptions | None = None) -> PdfReader:
    return PdfReader(
        io.BytesIO(
            render(atlas, "pdf", options or ExportOptions(made=date(2017, 12, 24), style="dossier"))
        )
    )


def words(reader: PdfReader) -> str:
    """Return all text with single blanks, for lines break where they will."""
    text = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(text.replace("\u200b", "").split())


def poppler(tool: str, data: bytes, path: Path, *options: str) -> str:
    path.write_bytes(data)
    command = [str(shutil.which(tool)), *options, str(path)]
    return subprocess.run(  # noqa: S603
        [*command, "-"] if tool == "pdftotext" else command,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_options_without_a_date_give_none(tiny: Atlas) -> None:
    metadata = made(tiny, ExportOptions(style="dossier")).metadata
    assert metadata is not None
    assert metadata.creation_date is None


@pytest.mark.parametrize("paper", PAPERS)
def test_one_page_is_one_page_with_no_word_too_small(tiny: Atlas, paper: Paper) -> None:
    sizes: set[float] = set()

    def see(text: str, _: object, matrix: list[float], font: object, size: float) -> None:
        if text.strip() and font:
            sizes.add(round(size * abs(matrix[3]), 1))

    (page,) = made(tiny, ExportOptions(paper=paper)).pages
    page.extract_text(visitor_text=see)
    assert min(sizes) >= 7


def test_the_outline_leads_through_it(tiny: Atlas) -> None:
    outline = [one.title for one in made(tiny).outline if not isinstance(one, list)]
    assert outline == [
        *("What the article says, along the corridor", "Not placed on the map"),
        *("Who says what", "What the article does not say", "Background: not in the article"),
        *("Sources", "Method and limits"),
    ]


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        ("wide", (960, 540)),
        ("a4", (842, 595)),
        ("a4-portrait", (595, 842)),
        ("letter", (792, 612)),
        ("letter-portrait", (612, 792)),
    ],
)
@pytest.mark.parametrize("style", ["briefing", "dossier"])
def test_all_pages_are_of_one_size(
    tiny: Atlas, paper: Paper, size: tuple[int, int], style: Style
) -> None:
    assert paper in PAPERS
    pages = made(tiny, ExportOptions(paper=paper, style=style)).pages
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages}
    assert sizes == {size}
    assert len(pages) > 1


@pytest.mark.parametrize(
    "options",
    [
        {"style": "map"},
        {"style": "one-page", "paper": "a4"},
        {"style": "briefing", "paper": "a4-portrait"},
        {"style": "briefing", "title": "W" * 200, "marking": "M" * 200},
        {"style": "dossier", "paper": "letter"},
        {"style": "dossier", "view": {"language": "ar"}, "parts": ["findings"]},
    ],
)
@pytest.mark.parametrize("form", ["pdf", "pptx"])
def test_the_pages_are_counted_before_they_are_made(
    tiny: Atlas, form: str, options: dict[str, Any]
) -> None:
    asked = ExportOptions.model_validate(options)
    file = io.BytesIO(render(tiny, form, asked))
    counted = PdfReader(file).pages if form == "pdf" else Presentation(file).slides
    assert pages_of(tiny, form, asked) == len(counted)


@pytest.mark.parametrize(("form", "pages"), [("svg", 1), ("png", 1), ("csv", 0), ("html", 0)])
def test_a_picture_is_a_page_and_data_has_none(tiny: Atlas, form: str, pages: int) -> None:
    assert pages_of(tiny, form, ExportOptions()) == pages


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_is_never_markup(build: Build, text: str) -> None:
    atlas = load_atlas(build(("data/atlas.json", "silences.0.sentence.en", text)))
    shown = words(made(atlas))
    expected = text.replace("\u202e", "[U+202E]").replace("\u2069", "[U+2069]")
    expected = expected.replace("🛶", "[canoe]")
    if len(text) > 1000:
        assert shown.count("W") >= len(text)  # page heads stand between
    elif expected.isascii():  # what is in Arabic script comes back in the order of its glyphs
        assert "".join(expected.split()) in "".join(shown.split())
    else:
        assert "[U+202E]txt.exe[U+2069]" in shown
        assert "[canoe]" in shown


def test_what_the_view_leaves_out_is_not_in_it(tiny: Atlas) -> None:
    view = View(bases=frozenset({"stated"}))
    text = words(made(tiny, ExportOptions(view=view, style="dossier")))
    assert "almanac" not in text
    assert "It has to land." not in text
    assert "the Salt Guild runs a ferry from Aldport" in text


@needs_poppler
@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("corridor.geojson", "features.0.properties.claims.0.sentence.en"),
        ("corridor.geojson", "features.0.properties.claims.0.words"),
        ("corridor.geojson", "features.1.properties.claims.0.note.en"),
        ("corridor.geojson", "features.0.properties.names.en"),
        ("corridor.geojson", "features.0.properties.silences.0.sentence.en"),
        ("excerpts.json", "0.note.en"),
        ("sources.json", "1.read.en"),
    ],
)
def test_no_text_is_so_long_that_it_leaves_the_page(
    build: Build, tmp_path: Path, file: str, place: str
) -> None:
    noted = ("data/excerpts.json", "0.note", texts("a note"))
    atlas = load_atlas(build(noted, (f"data/{file}", place, LONG)))
    data = render(atlas, "pdf", ExportOptions(marking="M" * 200, title="T" * 200, style="dossier"))
    pages = poppler("pdftotext", data, tmp_path / "a.pdf", "-bbox", "-f", "2").split("<page ")[1:]
    for page in pages:
        (width, height), *_ = re.findall(r'width="(.+?)" height="(.+?)"', page)
        for x, y, right, foot in re.findall(
            r'Min="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)"', page
        ):
            assert min(float(x), float(y)) >= 0
            assert float(right) <= float(width)
            assert float(foot) <= float(height)
    assert sum(page.count("W") for page in pages) >= len(LONG)


@needs_poppler
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_marking_is_cut_or_turned_round(tiny: Atlas, language: str, tmp_path: Path) -> None:
    marking = f"SECRET <b> {'for named persons only ' * 8}END"
    options = ExportOptions(marking=marking, view=View(language=language), style="dossier")
    text = poppler("pdftotext", render(tiny, "pdf", options), tmp_path / "a.pdf", "-l", "2")
    flat = "".join(c for c in text if c not in "\u202a\u202b\u202c\u200b")
    assert " ".join(flat.split()).count(" ".join(marking.split())) == 4  # head and foot, two pages


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("pt-BR", "pt-BR"),
        ("zh-Hant", "zh"),
        ("es-419", "es"),
        ("sr-Latn-RS", "sr-RS"),
        ("en-x-gb", "en"),
        ("aaaaa", "und"),
    ],
)
def test_a_language_is_named_as_far_as_typst_has_words_for_it(
    tag: str, written: str, build: Build
) -> None:
    folder = build()
    for path in folder.rglob("*.*json"):
        path.write_text(path.read_text("utf-8").replace('"fa"', f'"{tag}"'), "utf-8")
    options = ExportOptions(view=View(language=tag), made=date(2026, 1, 31), style="dossier")
    assert str(made(load_atlas(folder), options).root_object["/Lang"]) == written


def test_a_word_is_never_too_long(build: Build) -> None:
    at = ("data/corridor.geojson", "features.0.properties.claims.0.sentence.en", "W" * 20_000)
    assert words(made(load_atlas(build(at)))).count("W") >= 20_000
