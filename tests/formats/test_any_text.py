"""Any text of an atlas is text in each format, read back by a reader of that format."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias
from unicodedata import normalize
from xml.etree import ElementTree as ET

import pyogrio
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pptx import Presentation
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from geo.atlas.anchoring import seal
from geo.atlas.atlas import Atlas
from geo.atlas.model import Excerpt, Feature, Target
from geo.atlas.source_text import SourceText
from geo.formats import ExportOptions, export, render
from geo.formats.csv import unguarded
from tests.conftest import examples
from tests.formats.hostile import HOSTILE


class Said(NamedTuple):
    """What a stranger may have put into an atlas."""

    name: str
    sentence: str
    quote: str


Given: TypeAlias = Callable[[Callable[..., None]], Callable[..., None]]

# What the contract lets through: no control characters, no noncharacters, not empty.
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=40,
)
# What a PDF's reader gives back in the order in which it was written, and typst has a use for.
PLAIN = st.text(st.characters(max_codepoint=0x17F, exclude_categories=("Cc", "Cf")), min_size=1)
MARKUP = st.lists(st.sampled_from([*"#$*_`@<>[]{}\\/=-+~\"'", "#let", "//", "/*", "x"]), min_size=1)


def few(share: float, text: st.SearchStrategy[str] = TEXT) -> Given:
    """Try a share of the profile's examples, and hostile texts in each run."""
    said = st.builds(Said, text, text, text)
    hostile = example(Said(*HOSTILE[:3]))
    return lambda test: examples(share)(hostile(given(said)(test)))


def saying(atlas: Atlas, said: Said) -> Atlas:
    """Return the tiny atlas with these texts in it, the quote sealed at the article's end."""
    quote = normalize("NFC", said.quote)
    text = f"{atlas.source_texts['story'].text}\n{quote}"
    target = Target(source="story", selector=seal(text, quote, len(text) - len(quote)))
    feature, *others = atlas.collections["data/corridor.geojson"]
    whole: dict[str, Any] = feature.model_dump(by_alias=True)
    properties = whole["properties"]
    properties["names"] = dict.fromkeys(properties["names"], said.name)
    properties["claims"][0]["sentence"] = {"en": said.sentence}
    named = Feature.model_validate(whole)
    return replace(
        atlas,
        source_texts={"story": SourceText(text, "")},
        excerpts={**atlas.excerpts, "e-ferry": Excerpt(id="e-ferry", target=target)},
        collections={**atlas.collections, "data/corridor.geojson": (named, *others)},
        corridor=(named, *others),
    )


def solid(text: str) -> str:
    """Return the text without blanks, for lines break where they will."""
    return "".join(text.replace("\u200b", "").split())


@few(0.5)
def test_what_is_written_as_text_keeps_every_character(tiny: Atlas, said: Said) -> None:
    atlas, options = saying(tiny, said), ExportOptions(title=said.name)
    text = render(atlas, "csv", options).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert any(unguarded(row["claim"]) == said.sentence for row in rows)
    features = json.loads(render(atlas, "geojson", options))["features"]
    assert any(feature["properties"]["title"] == said.name for feature in features)
    ET.fromstring(render(atlas, "svg", options))  # noqa: S314  our own
    with zipfile.ZipFile(io.BytesIO(render(atlas, "kmz", options))) as kmz:
        ET.fromstring(kmz.read("doc.kml"))  # noqa: S314


@few(0.5)
def test_a_workbook_keeps_every_character(tiny: Atlas, said: Said) -> None:
    options = ExportOptions(title=said.name)
    data = render(saying(tiny, said), "xlsx", options)
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(data))
    about, claims, excerpts, *_ = (sheets.get_sheet_by_index(n).to_python() for n in range(5))
    assert about[0][1] == (options.title or "title")
    assert claims[1][0] == said.name
    assert said.sentence in claims[1]
    assert normalize("NFC", said.quote) in [row[1] for row in excerpts]


@few(0.2)
def test_a_geopackage_keeps_every_character(
    tiny: Atlas, tmp_path_factory: pytest.TempPathFactory, said: Said
) -> None:
    folder: Path = tmp_path_factory.mktemp("gpkg")
    path = export(saying(tiny, said), "gpkg", folder, ExportOptions(title=said.name))
    assert said.name in list(pyogrio.read_dataframe(path, layer="lines_ferry")["name"])
    evidence = pyogrio.read_dataframe(path, layer="evidence")
    assert said.sentence in list(evidence["claim"])
    assert normalize("NFC", said.quote) in list(evidence["quote"])


@few(0.2)
def test_slides_show_every_character(tiny: Atlas, said: Said) -> None:
    options = ExportOptions(title=said.name, marking=said.sentence)
    deck = Presentation(io.BytesIO(render(saying(tiny, said), "pptx", options)))
    texts = [
        shape.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    shown = solid("".join(texts))
    notes = solid("".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides))
    assert solid(options.title) in shown
    assert solid(options.marking) in shown
    assert solid(normalize("NFC", said.quote)) in notes


@few(0.1, PLAIN | MARKUP.map("".join))
def test_a_pdf_shows_every_character(tiny: Atlas, said: Said) -> None:
    options = ExportOptions(style="dossier", title=said.name, marking=said.sentence)
    reader = PdfReader(io.BytesIO(render(saying(tiny, said), "pdf", options)))
    shown = solid("".join(page.extract_text() for page in reader.pages))
    assert solid(options.title) in shown
    assert solid(options.marking) in shown
    assert solid(normalize("NFC", said.quote)) in shown


# By format, the test that reads it back: see `test_formats.py`.
READERS = {
    **dict.fromkeys(
        ("csv", "geojson", "svg", "kmz"), test_what_is_written_as_text_keeps_every_character
    ),
    "xlsx": test_a_workbook_keeps_every_character,
    "gpkg": test_a_geopackage_keeps_every_character,
    "pptx": test_slides_show_every_character,
    "pdf": test_a_pdf_shows_every_character,
}
