"""Prose: lines of our words with those of the article among them, which stand in a serif.

What stands in quotation marks is the article's if the article has it, letter for letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.export_options import one_line
from geo.sheet.fonts import is_arabic, pieces, width_of
from geo.sheet.scene import Point, Text, TextStyle

_QUOTED = re.compile("(“[^“”]*”)")
_DOTS = " .,;:!?’”“"


class Span(NamedTuple):
    """Words of one style; `language` is that of a source's words, "" is the page's."""

    text: str
    style: TextStyle
    language: str = ""


Word: TypeAlias = tuple[Span, ...]  # spans with no blank between them


class Line(NamedTuple):
    """The spans of a line, each with the blank before it, and their width in points."""

    spans: tuple[tuple[float, Span], ...]
    width: float


def printed(text: str, style: TextStyle, atlas: Atlas) -> Span:
    """Return words of the article, between quotation marks."""
    return Span(quoted(one_line(text)), quoting(style), atlas.article.language)


def quoting(style: TextStyle) -> TextStyle:
    """Return how the article's words are set beside words of ours."""
    return replace(style, serif=True, italic=True, bold=False)


def spans_of(text: str, style: TextStyle, atlas: Atlas) -> list[Span]:
    """Return a text of ours in spans; what it quotes from the article is the article's."""
    found = list[Span]()
    for part in filter(None, _QUOTED.split(text)):
        is_quote = part.startswith("“") and part.strip(_DOTS) in _words_of(atlas)
        found.append(
            Span(part, quoting(style), atlas.article.language) if is_quote else Span(part, style)
        )
    return found


def _words_of(atlas: Atlas) -> str:
    sealed = atlas.source_texts.get(atlas.article.id)
    return sealed.text if sealed else ""


def broken(spans: Sequence[Span], room: float) -> tuple[Line, ...]:
    """Break spans to lines that fit `room` (points). A word longer than a line is broken.

    A paragraph is measured more than once before it is set, so what was broken is kept.
    """
    return _broken(tuple(spans), room)


@lru_cache(maxsize=1024)
def _broken(spans: tuple[Span, ...], room: float) -> tuple[Line, ...]:
    lines, line = list[Line](), list[Word]()
    for word in _words(spans, room):
        if line and _line([*line, word]).width > room:
            lines.append(_line(line))
            line = []
        line.append(word)
    return (*lines, _line(line)) if line else tuple(lines)


def set_line(
    line: Line, at: Point, *, rtl: bool, halo: str | None = None, from_right: bool | None = None
) -> Iterator[Text]:
    """Yield the texts of a line that begins at a point of its baseline.

    From right to left, the first span is the rightmost. `from_right` says that the point is the
    line's right end, which it is by itself where the line reads from right to left.
    """
    x, y = at
    at_right = rtl if from_right is None else from_right
    if at_right != rtl:
        x += -line.width if at_right else line.width
    for blank, (text, style, language) in line.spans:
        wide = width_of(text, style)
        x += -blank if rtl else blank
        yield Text((x, y), text, style, "end" if rtl else "start", halo=halo, language=language)
        x += -wide if rtl else wide


def _words(spans: Sequence[Span], room: float) -> Iterator[Word]:
    """Yield the words: parts of spans that follow each other without a blank."""
    word = list[Span]()
    for span in spans:
        for number, part in enumerate(span.text.split(" ")):
            if number and word:
                yield tuple(word)
                word = []
            cut = list(pieces(part, span.style, room)) if part else []
            for piece in cut[:-1]:
                yield (*word, span._replace(text=piece))
                word = []
            word += [span._replace(text=piece) for piece in cut[-1:]]
    if word:
        yield tuple(word)


def _line(words: Sequence[Word]) -> Line:
    """Return words as a line, with those of one style in one span."""
    spans, width = list[tuple[float, Span]](), 0.0
    for number, word in enumerate(words):
        for place, span in enumerate(word):
            begins = number > 0 and place == 0
            last = spans[-1][1] if spans else None
            if last and last[1:] == span[1:]:
                text = f"{last.text}{' ' if begins else ''}{span.text}"
                spans[-1] = (spans[-1][0], last._replace(text=text))
            else:
                blank = width_of(" ", replace(span.style, serif=False, italic=False, bold=False))
                spans.append((blank if begins else 0.0, span))
    width = sum(blank + width_of(span.text, span.style) for blank, span in spans)
    return Line(tuple(spans), width)


def reads_from_right(spans: Sequence[Span], rtl: bool) -> bool:
    """Say whether a paragraph on a page is set from the right: not one with no Arabic letter."""
    return rtl and any(is_arabic(span.text) for span in spans)
