"""What holds for every format that the registry lists."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Collection
from datetime import date

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas
from geo.atlas.view import View
from geo.formats import FORMATS, ExportOptions, render
from tests.conftest import Build
from tests.formats import (
    test_any_text,
    test_languages,
    test_notes,
    test_quotes,
    test_unlocated,
)
from tests.formats.hostile import HOSTILE

ALONE = [form for form in FORMATS if form != "zip"]  # which is made of all the others
CHOICES = [
    ExportOptions(),
    ExportOptions(
        view=View(language="fa", layers=frozenset({"ferry", "guards"})),
        paper="letter",
        title="A title",
        marking="TLP:AMBER",
        made=date(2017, 12, 24),
    ),
]


OF_OTHERS = {"zip": "it is made of all the others"}
PICTURES = {"png": "it is the picture of the svg"}
SHEET = "test_sheet_and_briefing_have_one_word_for_a_basis reads what it is made of"
# By promise: the formats that a test reads, and why it leaves the others out.
READ: dict[str, tuple[Collection[str], dict[str, str]]] = {
    "any text stays text": (
        test_any_text.READERS,
        {**OF_OTHERS, **PICTURES, "html": "browser/test_hostile.py opens it in a browser"},
    ),
    "words of ours are the reader's": (
        test_languages.READERS,
        {
            **OF_OTHERS,
            **dict.fromkeys(("svg", "png", "pdf", "pptx"), SHEET),
            "html": "page/test_words.py asks its JavaScript",
            "csv": "its columns are named for programs",
            "geojson": "its keys are named for programs",
        },
    ),
    "what has no place gets none": (
        test_unlocated.READERS,
        {
            **OF_OTHERS,
            **dict.fromkeys(("svg", "png", "pdf", "pptx"), "sheet/test_sheet.py reads the sheet"),
            "html": "page/test_payload.py reads its data",
        },
    ),
    "no data has a briefer's note": (
        test_notes.DATA,
        {**OF_OTHERS, **dict.fromkeys(("svg", "png", "pdf", "pptx"), "they have them on purpose")},
    ),
    "a quote is the article's, to the letter": (
        test_quotes.READERS,
        {
            **OF_OTHERS,
            **dict.fromkeys(("svg", "png"), "they have words, and no excerpts"),
            **dict.fromkeys(("pdf", "pptx"), "briefing/test_content.py reads what they are set of"),
            "html": "page/test_offsets.py reads where they stand",
        },
    ),
}


@pytest.mark.parametrize("promise", READ)
def test_a_format_is_read_or_left_out_for_a_reason(promise: str) -> None:
    read, left_out = READ[promise]
    assert {*read, *left_out} == FORMATS.keys(), f"“{promise}” must hold for each format"
    assert set(read).isdisjoint(left_out)
    assert all(left_out.values())


@pytest.mark.parametrize("form", ALONE)
@pytest.mark.parametrize("options", CHOICES)
def test_the_same_atlas_and_options_give_the_same_bytes(
    tiny: Atlas, form: str, options: ExportOptions
) -> None:
    assert render(tiny, form, options) == render(tiny, form, options)


@pytest.mark.parametrize("form", ALONE)
def test_nothing_to_show_is_a_file_too(tiny: Atlas, form: str) -> None:
    view = View(layers=frozenset(), bases=frozenset({"background"}), extent=(0, 0, 1, 1))
    assert render(tiny, form, ExportOptions(view=view))


# Where an atlas holds free text, each kind of place with another of the hostile texts.
PLACES = (
    ("data/corridor.geojson", "features.0.properties.names.en"),
    ("data/corridor.geojson", "features.0.properties.claims.0.sentence.en"),
    ("data/corridor.geojson", "features.0.properties.claims.0.words"),
    ("data/corridor.geojson", "features.1.properties.claims.0.note.en"),
    ("data/sources.json", "1.title"),
    ("data/atlas.json", "silences.0.sentence.en"),
    ("data/actors.json", "1.names.en"),
)


@pytest.mark.parametrize("form", ALONE)
@pytest.mark.parametrize("turn", range(0, len(HOSTILE), 3))
def test_no_text_breaks_a_format(build: Build, form: str, turn: int) -> None:
    texts = (*HOSTILE[turn:], *HOSTILE[:turn])
    breaks = ((*place, text) for place, text in zip(PLACES, texts, strict=True))
    assert render(load_atlas(build(*breaks)), form, ExportOptions())


@pytest.mark.slow
def test_listing_the_formats_imports_no_heavy_library() -> None:
    heavy = "{'folium', 'geopandas', 'pandas', 'pyogrio', 'typst', 'PIL', 'xlsxwriter'}"
    code = f"import sys, geo.formats; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
