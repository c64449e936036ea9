"""The slides, read back by python-pptx."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from geo.atlas.atlas import Atlas
from geo.atlas.view import View
from geo.export_options import ExportOptions
from geo.formats import render
from geo.text.bidi import without_isolates
from geo.text.catalogue import named

MADE = date(2026, 1, 2)


def deck(atlas: Atlas, **asked: Any) -> Any:
    options = ExportOptions.model_validate({"made": MADE, **asked})
    return Presentation(io.BytesIO(render(atlas, "pptx", options)))


def walk(shapes: Any) -> list[Any]:
    found = []
    for shape in shapes:
        found.append(shape)
        if shape.shape_type is not None and shape.shape_type.name == "GROUP":
            found += walk(shape.shapes)
    return found


def said(slide: Any) -> str:
    texts = (shape.text_frame.text for shape in walk(slide.shapes) if shape.has_text_frame)
    return "\n".join(texts)


HOSTILE = ["</a:t><a:t>x", "]]>&amp;<!--", "=cmd|' /C calc'!A0", "W" * 200, "\u202egnp", "#$\\{}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str, tiny: Atlas) -> None:
    options = ExportOptions(title=text, marking=text)
    slides = deck(tiny, title=text, marking=text)
    assert slides.slides[0].shapes.title.text_frame.text == options.title
    assert slides.core_properties.title == options.title


def test_the_same_options_give_the_same_bytes(tiny: Atlas) -> None:
    options = ExportOptions(made=MADE)
    assert render(tiny, "pptx", options) == render(tiny, "pptx", options)


def paragraphs(slide: Any) -> list[Any]:
    """Return the paragraphs of the title and of the blocks that wrap, without the map's labels."""
    found = slide.shapes._spTree.xpath("./p:sp[p:txBody/a:bodyPr/@wrap='square']/p:txBody/a:p")
    return [one for one in found if one.text.strip()]


def texts(slide: Any) -> list[Any]:
    """Return the shapes of texts that wrap, but for the title."""
    shapes = (shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text)
    return [s for s in shapes if s.text_frame.word_wrap and s != slide.shapes.title]


def way(paragraph: Any) -> tuple[str, str]:
    return paragraph.pPr.get("rtl"), paragraph.pPr.get("algn")


def test_a_sentence_that_is_not_translated_reads_its_own_way_and_is_said_to_be(
    tiny: Atlas,
) -> None:
    made = deck(tiny, view=View(language="ar"), style="dossier")
    found = [p for s in made.slides for p in paragraphs(s) if p.text.endswith(": So it is.")]
    assert {way(one) for one in found} == {("0", "l")}
    untranslated = without_isolates(named("ar", "untranslated", ["en"]))
    assert untranslated in said(made.slides[0])


@pytest.mark.parametrize("text", ["a word " * 28, "W" * 200, "سرّي " * 40])
def test_no_length_cuts_the_title_or_the_marking(text: str, tiny: Atlas) -> None:
    options = ExportOptions(title=text, marking=text)
    made = deck(tiny, title=text, marking=text)
    title = made.slides[0].shapes.title
    below = min(s.top for s in texts(made.slides[0]) if s.top > title.top and s.width > Pt(200))
    assert title.top + title.height <= below
    assert title.text_frame.text == options.title
    for slide in made.slides:
        marks = [
            s for s in slide.shapes if s.has_text_frame and s.text_frame.text == options.marking
        ]
        marks = [shape for shape in marks if shape != title]
        assert len(marks) == 2
        assert all(shape.height <= Pt(20) for shape in marks)
