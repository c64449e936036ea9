"""The slides, read back by python-pptx."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from geo.atlas import Atlas, load_atlas
from geo.export import render
from geo.order import Order
from geo.tour import numbers
from geo.view import View

MADE = date(2026, 1, 2)


def deck(atlas: Atlas, **asked: Any) -> Any:
    order = Order.model_validate({"made": MADE, **asked})
    return Presentation(io.BytesIO(render(atlas, "pptx", order)))


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


@pytest.fixture(scope="module")
def shipped() -> Atlas:
    return load_atlas()


@pytest.fixture(scope="module")
def slides(shipped: Atlas) -> Any:
    return deck(shipped)


def test_it_is_16_to_9_with_a_title_on_each_slide(slides: Any) -> None:
    assert (slides.slide_width, slides.slide_height) == (Pt(960), Pt(540))
    titles = [slide.shapes.title.text_frame.text for slide in slides.slides]
    assert titles[0] == "The Iranian land corridor"
    assert titles[1].startswith("Iran stretch")
    assert [t for t in titles if t.startswith("Who says what")]
    assert "What the article does not say" in titles
    assert titles[-1].startswith("Sources")
    assert all(titles)


def test_the_map_is_of_real_shapes_in_groups_by_layer(slides: Any) -> None:
    shapes = walk(slides.slides[0].shapes)
    assert not [
        shape for shape in shapes if shape.shape_type and shape.shape_type.name == "PICTURE"
    ]
    groups = {s.name.rsplit(" ", 1)[0]: s for s in shapes if s.shape_type.name == "GROUP"}
    for name in ("pmf", "irgc", "corridor", "places", "Basemap", "Legend"):
        assert name in groups
    assert groups["pmf"]._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr") == ["pmf"]
    assert len(groups["Basemap"].shapes) > 20


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


def test_every_excerpt_is_in_full_on_a_slide_and_in_its_notes(slides: Any, shipped: Atlas) -> None:
    shown = "\n".join(said(slide) for slide in slides.slides)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides.slides)
    for one, number in numbers(shipped).items():
        quote = shipped.excerpts[one].quote.exact
        assert f"“{quote}”" in shown
        assert f"[{number}] “{quote}”" in notes


def test_what_is_said_on_every_slide(shipped: Atlas) -> None:
    marked = deck(shipped, marking="TLP:RED")
    for slide in marked.slides:
        text = said(slide)
        assert text.count("TLP:RED") == 2
        assert "As reported, December 2017" in text
        assert "29633ac69937" in text
        assert "imply no endorsement" in text


def test_the_theme_holds_the_font(slides: Any) -> None:
    runs = slides.slides[1].shapes._spTree.xpath(".//a:rPr/a:latin")
    assert runs == []  # text is in the theme's font


def test_what_is_hidden_is_on_no_slide(shipped: Atlas) -> None:
    narrow = deck(shipped, view=View(layers=frozenset({"pmf"})))
    everything = "\n".join(said(slide) for slide in narrow.slides)
    assert "IRGC “supervising" not in everything
    assert "Tehran as one end" not in everything
    assert "PMF" in everything


def test_what_is_not_asked_for_is_left_out(shipped: Atlas) -> None:
    short = deck(shipped, parts=["findings"])
    titles = [slide.shapes.title.text_frame.text for slide in short.slides]
    assert len(short.slides) < 5
    assert "What the article does not say" in titles  # that is never left out
    assert not [title for title in titles if title.startswith(("Iran stretch", "Who says"))]


HOSTILE = ["</a:t><a:t>x", "]]>&amp;<!--", "=cmd|' /C calc'!A0", "W" * 200, "\u202egnp", "#$\\{}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str, tiny: Atlas) -> None:
    order = Order(title=text, marking=text)
    slides = deck(tiny, title=text, marking=text)
    assert slides.slides[0].shapes.title.text_frame.text == order.title
    assert slides.core_properties.title == order.title


def test_the_same_order_gives_the_same_bytes(tiny: Atlas) -> None:
    order = Order(made=MADE)
    assert render(tiny, "pptx", order) == render(tiny, "pptx", order)
