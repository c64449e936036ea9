"""What holds for the slides of each style, as read out of the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.checks import open_atlas
from geo.export_options import ExportOptions, Note
from geo.formats import FORMATS, render
from geo.starter import STARTER
from tests.conftest import shipped
from tests.formats.test_pptx import said, texts, walk

STYLES = FORMATS["pptx"].styles
LANGUAGES = ("en", "ar", "fa")
FOOT = Pt(488)  # where the foot of a slide begins
MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

pytestmark = pytest.mark.slow


@cache
def made(style: str, language: str = "en", starter: bool = False) -> Any:
    options = ExportOptions.model_validate({"style": style, "view": {"language": language}})
    atlas: Atlas = open_atlas(STARTER) if starter else shipped()
    return Presentation(io.BytesIO(render(atlas, "pptx", options)))


def decks() -> Iterator[Any]:
    for style in STYLES:
        yield pytest.param(style, "en", True, id=f"{style}-starter")
        for language in LANGUAGES if style in {"one-page", "briefing"} else ("en",):
            yield pytest.param(style, language, False, id=f"{style}-{language}")


each_deck = pytest.mark.parametrize(("style", "language", "starter"), list(decks()))


def sizes(shape: Any) -> list[float]:
    return [int(run.get("sz")) / 100 for run in shape._element.iter(f"{MAIN}rPr")]


@each_deck
def test_no_text_is_too_small_to_read(style: str, language: str, starter: bool) -> None:
    for slide in made(style, language, starter).slides:
        for shape in (one for one in walk(slide.shapes) if one.has_text_frame):
            least = 7 if shape.top >= FOOT else 7.2  # Arabic is set a tenth smaller than measured
            assert min(sizes(shape), default=12) >= least, shape.name


@each_deck
def test_nothing_leaves_the_slide_and_no_text_lies_on_another(
    style: str, language: str, starter: bool
) -> None:
    deck = made(style, language, starter)
    for slide in deck.slides:
        for shape in walk(slide.shapes):
            assert shape.left >= -Pt(4), shape.name
            assert shape.top >= -Pt(4), shape.name
            assert shape.left + shape.width <= deck.slide_width + Pt(4), shape.name
            assert shape.top + shape.height <= deck.slide_height + Pt(4), shape.name
        for a, b in combinations([slide.shapes.title, *texts(slide)], 2):
            across = min(a.left + a.width, b.left + b.width) - max(a.left, b.left)
            down = min(a.top + a.height, b.top + b.height) - max(a.top, b.top)
            assert across <= Pt(1) or down <= Pt(1), f"{a.name} lies on {b.name}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", ["one-page", "briefing"])
def test_body_text_is_to_be_read_from_afar(style: str, language: str) -> None:
    for number, slide in enumerate(made(style, language).slides):
        for shape in texts(slide):
            is_frame = shape.top >= FOOT or shape.width < Pt(150)  # the foot, and the date
            if not is_frame:
                least = sorted(set(sizes(shape)))[0]
                assert least >= (9 if number == 0 else 11.9), shape.name  # the source, on the first


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_topic_has_a_quote_in_large_letters_in_its_own_language(language: str) -> None:
    slides = list(made("briefing", language).slides)
    topics = [slide for slide in slides[1:] if pictures(slide)]
    assert len(topics) >= 5
    for slide in topics:
        large = [
            run
            for shape in texts(slide)
            for run in shape._element.iter(f"{MAIN}rPr")
            if run.find(f"{MAIN}latin") is not None and int(run.get("sz")) >= 1800
        ]
        assert large
        assert {run.get("lang") for run in large} == {shipped().article.language}
        assert {run.get("i") for run in large} == {"0"}


def pictures(slide: Any) -> list[Any]:
    return [s for s in walk(slide.shapes) if s.shape_type and s.shape_type.name == "PICTURE"]


@each_deck
def test_a_ground_is_one_picture_with_words_in_its_place(
    style: str, language: str, starter: bool
) -> None:
    deck = made(style, language, starter)
    assert deck.part._element.sldSz.get("type") is None
    assert pictures(deck.slides[0])
    for slide in deck.slides:
        assert len(pictures(slide)) <= 1
        assert len(walk(slide.shapes)) < 400
        assert all(p._element.nvPicPr.cNvPr.get("descr") for p in pictures(slide))


@pytest.mark.parametrize("style", STYLES)
def test_every_excerpt_is_in_the_notes(style: str) -> None:
    notes = "\n".join(s.notes_slide.notes_text_frame.text for s in made(style).slides)
    for one, number in shipped().excerpt_numbers.items():
        assert f"[{number}] {quoted(shipped().excerpts[one].quote.exact)}" in notes


def test_one_slide_tells_the_finding_its_hedge_its_dispute_and_its_source() -> None:
    (slide,) = made("one-page").slides
    headline = shipped().manifest.headline
    assert headline is not None
    assert slide.shapes.title.text_frame.text == headline.sentence["en"]
    assert headline.dispute is not None
    shown = said(slide)
    short = [finding.short["en"] for finding in shipped().manifest.findings if finding.short]
    assert [text for text in (headline.hedge["en"], *short) if text not in shown] == []
    assert f"Disputed: {(headline.dispute.short or {})['en']}" in shown
    assert "One source: opinion column on a contributor platform" in shown
    assert "grade C" in shown
    assert "What the article does not say" in shown
    assert "more in the dossier" in shown


def test_a_title_of_the_briefer_s_own_replaces_the_headline() -> None:
    options = ExportOptions(title="Mine", subtitle="And more", style="one-page")
    (slide,) = Presentation(io.BytesIO(render(shipped(), "pptx", options))).slides
    assert slide.shapes.title.text_frame.text == "Mine"
    assert "And more" in said(slide)


def test_each_topic_of_a_briefing_is_found_in_the_atlas() -> None:
    titles = [slide.shapes.title.text_frame.text for slide in made("briefing").slides]
    shown = [said(slide) for slide in made("briefing").slides]
    labels = ("The Tehran–Damascus route", "In Iraq", "In Syria", "Iranian Revolutionary Guards")
    assert all(label in text for label, text in zip(labels, shown[1:5], strict=True))
    assert titles[6].startswith("Beyond Damascus no use is reported")
    assert titles[7].startswith("Disputed: James Mattis")
    assert "Method and limits" in shown[8]
    assert len(titles) == 9


def test_the_numbers_on_a_map_are_explained_beside_it() -> None:
    for slide in made("briefing").slides:
        discs = [g for g in walk(slide.shapes) if g.name.startswith("Number ")]
        on_map = [
            shape
            for group in slide.shapes
            if group.name.startswith("Map ")
            for shape in walk(group.shapes)
            if shape.has_text_frame and shape.text_frame.text.isdigit() and len(shape.name) < 7
        ]
        numbers = {s.text_frame.text for s in on_map if sizes(s) == [8.0]} - {"0"}
        assert numbers <= {group.name.split()[1] for group in discs}


def test_a_note_by_the_briefer_is_a_group_set_apart() -> None:
    options = ExportOptions(notes=(Note(at=(44.4, 33.3), text="Zebra"),), style="one-page")
    (slide,) = Presentation(io.BytesIO(render(shipped(), "pptx", options))).slides
    (group,) = [shape for shape in slide.shapes if shape.name.startswith("Note by the briefer")]
    assert "Zebra" in "".join(s.text_frame.text for s in walk([group]) if s.has_text_frame)
