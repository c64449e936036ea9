"""The slides of the atlas that ships, read back by python-pptx."""

from __future__ import annotations

from typing import Any

import pytest
from pptx.util import Pt

from geo.atlas.anchoring import quoted
from geo.atlas.view import View
from geo.text.bidi import without_isolates
from geo.text.catalogue import named
from tests.conftest import shipped
from tests.formats.test_pptx import deck, paragraphs, said, walk, way

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def slides() -> Any:
    return deck(shipped(), style="dossier")


def test_it_is_16_to_9_with_a_title_on_each_slide(slides: Any) -> None:
    assert (slides.slide_width, slides.slide_height) == (Pt(960), Pt(540))
    titles = [slide.shapes.title.text_frame.text for slide in slides.slides]
    assert titles[0].startswith("Reports suggest that Iran has already started using")
    assert titles[1].startswith("In short")
    first, *_ = (title for title in titles[1:] if not title.startswith("In short"))
    assert first.startswith("Iran stretch")
    assert [t for t in titles if t.startswith("Who says what")]
    assert [t for t in titles if t.startswith("What the article does not say")]
    assert titles[-1].startswith("Sources")
    assert all(titles)


def test_the_map_is_of_real_shapes_in_groups_by_layer(slides: Any) -> None:
    shapes = walk(slides.slides[0].shapes)
    groups = {s.name.rsplit(" ", 1)[0]: s for s in shapes if s.shape_type.name == "GROUP"}
    for name in ("irgc", "corridor", "places", "Map", "Key", "Labels"):
        assert name in groups
    assert "Basemap" not in groups  # it is a picture
    assert not {"pmf", "iraqi-army", "russia", "isis"} & set(groups)  # which have no place to draw
    assert groups["irgc"]._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr") == ["irgc"]


def test_every_shape_has_an_id_of_its_own_and_lies_on_the_slide(slides: Any) -> None:
    for slide in slides.slides:
        shapes = walk(slide.shapes)
        ids = [shape.shape_id for shape in shapes]
        assert len(ids) == len(set(ids))
        for shape in shapes:
            assert shape.left >= -Pt(4)
            assert shape.top >= -Pt(4)
            assert shape.left + shape.width <= slides.slide_width + Pt(4), shape.name
            assert shape.top + shape.height <= slides.slide_height + Pt(4), shape.name


def test_every_excerpt_is_in_full_on_a_slide_and_in_its_notes(slides: Any) -> None:
    shown = "\n".join(said(slide) for slide in slides.slides)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides.slides)
    for one, number in shipped().excerpt_numbers.items():
        quote = shipped().excerpts[one].quote.exact
        assert quoted(quote) in shown
        assert f"[{number}] {quoted(quote)}" in notes


def test_what_is_said_on_every_slide() -> None:
    marked = deck(shipped(), marking="TLP:RED", style="briefing")
    for slide in marked.slides:
        text = said(slide)
        assert text.count("TLP:RED") == 2
        assert "As reported, December 2017" in text
        assert "29633ac69937" in text
        assert "imply no endorsement" in text


def test_the_theme_holds_the_fonts(slides: Any) -> None:
    named = {
        font.get("typeface")
        for slide in slides.slides
        for font in slide.shapes._spTree.xpath(".//a:rPr/a:latin")
    }
    assert named == {"+mj-lt"}  # the theme's first is for the article's words


def test_what_is_hidden_is_on_no_slide(slides: Any) -> None:
    hidden = ("“supervising the corridor”", "Damascus is one end of")
    narrow = deck(shipped(), view=View(layers=frozenset({"pmf"})), style="dossier")
    everything = "\n".join(said(slide) for slide in narrow.slides)
    full = "\n".join(said(slide) for slide in slides.slides)
    assert [text for text in hidden if text not in full] == []
    assert [text for text in hidden if text in everything] == []
    assert "“guaranteed by the Popular Mobilization Forces in Iraq”" in everything


def test_what_is_not_asked_for_is_left_out() -> None:
    short = deck(shipped(), parts=["findings"], style="dossier")
    titles = [slide.shapes.title.text_frame.text for slide in short.slides]
    assert [t for t in titles if t.startswith("What the article does not say")]  # never left out
    assert not [title for title in titles if title.startswith(("Iran stretch", "Who says"))]


@pytest.fixture(scope="module", params=["ar", "fa"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def turned(language: str) -> Any:
    view = View(language=language)
    return deck(shipped(), view=view, marking="SECRET <b> نص", style="dossier")


def test_a_deck_from_right_to_left_is_laid_out_so(turned: Any) -> None:
    for slide in turned.slides:
        title = slide.shapes.title
        assert abs(title.left + title.width - (turned.slide_width - Pt(22))) <= 1
        assert way(title.text_frame.paragraphs[0]._p) == ("1", "r")
        maps = [s for s in slide.shapes if s.shape_type and s.name.startswith("Map ")]
        assert all(s.left + s.width > turned.slide_width * 0.9 for s in maps)


def test_each_paragraph_reads_its_own_way(turned: Any, language: str) -> None:
    quotes = {quoted(one.quote.exact) for one in shipped().excerpts.values()}
    claims = shipped().claims.values()
    sentences = {claim.sentence[language] for claim in claims if language in claim.sentence}
    english = {claim.sentence["en"] for claim in claims}
    kinds = ("quote", "claim", "english", "marking")
    ways: dict[str, set[tuple[str, str]]] = {kind: set() for kind in kinds}
    for slide in turned.slides:
        for one in paragraphs(slide):
            if one.text in quotes:
                ways["quote"].add(way(one))
            elif one.text.partition(": ")[2] in sentences:
                ways["claim"].add(way(one))
            elif one.text.partition(": ")[2] in english:
                ways["english"].add(way(one))
            elif one.text == "SECRET <b> نص":
                ways["marking"].add(way(one))
    left, right = ("0", "l"), ("1", "r")
    assert ways["english"] <= {left}  # what is not translated, if anything
    assert ways | {"english": set()} == {
        "quote": {left},
        "claim": {right},
        "english": set(),
        "marking": {("0", "r")},
    }


def test_it_says_once_in_which_language_that_stands_which_is_not_the_readers(
    turned: Any, slides: Any, language: str
) -> None:
    first, *rest = map(said, turned.slides)
    quotes = without_isolates(named(language, "quotesIn", ["en"]))
    assert quotes in first
    assert not [text for text in rest if quotes in text]
    assert "Quotes stand as printed" not in "".join(map(said, slides.slides))


def test_a_stretch_without_a_new_excerpt_has_what_is_said_of_its_wholes(slides: Any) -> None:
    stretch = "Syria stretch, west"
    shown = [s for s in slides.slides if stretch in s.shapes.title.text_frame.text]
    text = "\n".join(map(said, shown))
    assert "No excerpt is met here for the first time." in text
    assert "Said of the whole: The land corridor, as a whole" in text
    assert "to consolidate its land corridor” · presupposed, hedged: “bid” · [1]" in text
    assert "“supervising the corridor” · reported: “Reports this week suggest” · [10]" in text
    assert "inferred by us: The “supply lines”, the “supply line” and the land corridor are" in text
    assert "Said of the whole: The Tehran–Damascus route" not in text
    silences = shipped().features["corridor-syria-west"].properties.silences
    assert silences
    assert all(silence.sentence["en"] in text for silence in silences)


def test_what_is_not_on_the_map_stands_under_a_heading_of_its_own() -> None:
    window = View(layers=frozenset({"places"}), extent=(0, 0, 5, 5))
    first, short, second, *_ = deck(shipped(), view=window, style="dossier").slides
    assert short.shapes.title.text_frame.text == "In short"  # of which source it all is
    assert "Source: opinion column" in said(short)
    assert "numbered along the corridor" not in said(first)
    assert "Layers" not in said(first)
    assert second.shapes.title.text_frame.text.startswith("Not placed on the map")
