from __future__ import annotations

import pytest

from geo.sheet.fonts import is_slanted
from geo.sheet.prose import Span, broken, quoting, set_line, spans_of
from geo.sheet.scene import TextStyle
from tests.conftest import shipped

STYLE = TextStyle(10)
FULL = "Unnamed “Reports this week” suggest it; “no such words” do not."


def test_the_articles_words_and_no_others_stand_in_a_serif() -> None:
    spans = spans_of(FULL, STYLE, shipped())
    assert "".join(span.text for span in spans) == FULL
    assert [span.text for span in spans if span.style.serif] == ["“Reports this week”"]
    assert [span.language for span in spans if span.style.serif] == ["en"]


@pytest.mark.parametrize("room", [40.0, 90.0, 400.0])
def test_lines_fit_their_room_and_lose_nothing(room: float) -> None:
    lines = broken(spans_of(FULL, STYLE, shipped()), room)
    assert all(line.width <= room for line in lines)
    said = "".join(span.text for line in lines for _, span in line.spans)
    assert said.replace(" ", "") == FULL.replace(" ", "")


@pytest.mark.parametrize("rtl", [False, True])
def test_the_first_span_is_where_the_line_begins(rtl: bool) -> None:
    spans = [Span("one ", STYLE), Span("two", quoting(STYLE))]
    (line,) = broken(spans, 400)
    first, second = set_line(line, (100, 10), rtl=rtl)
    assert (first.text, second.text) == ("one", "two")
    assert (first.at[0] > second.at[0]) == rtl


def test_a_word_that_is_wider_than_its_line_is_broken() -> None:
    lines = broken([Span("W" * 300, STYLE)], 100)
    assert sum(span.text.count("W") for line in lines for _, span in line.spans) == 300


def test_arabic_has_no_italics() -> None:
    assert is_slanted("words", quoting(STYLE))
    assert not is_slanted("كلمات", quoting(STYLE))
