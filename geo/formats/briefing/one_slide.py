"""The map on a slide of its own; and one slide of the finding, the map, and what is not said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats.briefing import slide_frame
from geo.formats.briefing.blocks import Block, Paragraph, fitted, text_paragraph
from geo.formats.briefing.column import SlideColumn, beside
from geo.formats.briefing.document import Briefing
from geo.formats.briefing.excerpts import bold, note_paragraphs
from geo.formats.briefing.slide_frame import BODY, EDGE, SOFT, WIDTH, Slide
from geo.formats.briefing.slide_map import MapRequest
from geo.sheet.extent import bounds_for
from geo.sheet.scene import Box, TextStyle
from geo.symbology import PALETTE
from geo.text.catalogue import digits, words

_SOURCE = TextStyle(9.5, PALETTE.soft)
_HEADLINE = 54.0  # points, at most
_MAP = 0.595  # of the slide's width
_BOTTOM = 482.0


def map_slide(atlas: Atlas, options: ExportOptions, briefing: Briefing) -> Slide:
    """Return the map alone, under the headline."""
    title, below, y = _head(atlas, options, briefing)
    frame = Box(EDGE, y, WIDTH - 2 * EDGE, _BOTTOM - y)
    return Slide(title, (*below, _map(atlas, options, briefing, frame)), notes(atlas, briefing))


def one_slide(atlas: Atlas, options: ExportOptions, briefing: Briefing) -> Slide:
    """Return the headline, the map, the findings by number, and what is not said."""
    title, below, y = _head(atlas, options, briefing)
    whole = Box(EDGE, y, WIDTH - 2 * EDGE, _BOTTOM - y)
    left, right = beside(whole, _MAP, 16)
    column = SlideColumn(right, briefing.language, briefing.rtl)
    if briefing.findings:
        column.heading(words(briefing.language, "said"))
    lost = 0
    for finding in briefing.findings:
        said = finding.short
        number = digits(str(finding.number), briefing.language)
        text = slide_frame.sentence(said.text, BODY, atlas, said.rtl)
        lost += not column.numbered(number, [text], 4)
    column.more(lost)
    _silences(atlas, briefing, column)
    frame = slide_frame.flipped(left, briefing.rtl)
    map_ = _map(atlas, options, briefing, frame, numbered=bool(briefing.findings))
    return Slide(title, (*below, map_, *column.items), notes(atlas, briefing))


def _silences(atlas: Atlas, briefing: Briefing, column: SlideColumn) -> None:
    """Write what the article does not say, as far as there is room."""
    entries = [[slide_frame.sentence(one.text, BODY, atlas, one.rtl)] for one in briefing.silences]
    if entries and column.room > 50:
        column.heading(words(briefing.language, "silent"))
        column.more(column.list(entries, 3))


def _map(
    atlas: Atlas,
    options: ExportOptions,
    briefing: Briefing,
    frame: Box,
    *,
    numbered: bool = False,
) -> MapRequest:
    bounds = bounds_for(atlas, options)
    return MapRequest(frame, bounds, numbered=numbered, alt=briefing.alt)


def _head(
    atlas: Atlas, options: ExportOptions, briefing: Briefing
) -> tuple[Block, tuple[Block, ...], float]:
    """Return the headline or a title of the briefer's own, what stands below, and its bottom."""
    headline, about = briefing.headline, briefing.about
    text = headline.sentence.text if headline and not options.title else about["title"]
    deck = headline.hedge.text if headline and not options.subtitle else about["subtitle"]
    title = slide_frame.title(text, atlas, briefing, _HEADLINE)
    paragraphs = [slide_frame.sentence(deck, BODY, atlas)]
    if headline and headline.dispute:
        paragraphs.append(_dispute(atlas, briefing, headline.dispute.short.text))
    paragraphs += _origins(briefing)
    anchor = slide_frame.start(briefing)
    lines = tuple(replace(one, anchor=anchor) for one in paragraphs if one.text)
    y = max(title.y + title.height, slide_frame.below_stamp(briefing)) + 1
    below = fitted(Block(EDGE, y, WIDTH - 2 * EDGE, lines), 84)
    return title, (slide_frame.mirrored(below, briefing.rtl),), y + below.height + 6


def _dispute(atlas: Atlas, briefing: Briefing, text: str) -> Paragraph:
    paragraph = slide_frame.sentence(text, BODY, atlas)
    return replace(
        paragraph, runs=((f"{briefing.words['disputed']}: ", bold(BODY)), *paragraph.runs)
    )


def _origins(briefing: Briefing) -> Iterator[Paragraph]:
    """Yield the one source with its grade, and in which languages texts stand."""
    label, *rest = briefing.origin
    first = words(briefing.language, "oneSource", label)
    parts = [first, *rest, briefing.quotes_in, briefing.untranslated]
    yield slide_frame.facts(parts, _SOURCE, briefing.rtl)


def notes(atlas: Atlas, briefing: Briefing) -> tuple[Paragraph, ...]:
    """Return what a speaker may be asked for: the findings in full, and every excerpt."""
    findings = [
        slide_frame.sentence(finding.sentence.text, SOFT, atlas, finding.sentence.rtl)
        for finding in briefing.findings
    ]
    silences = [text_paragraph(one.text, BODY, one.rtl) for one in briefing.silences]
    heads = [text_paragraph(briefing.words["silent"], bold(BODY))] if silences else []
    excerpts = [
        line
        for stretch in briefing.stretches
        for excerpt in stretch.excerpts
        for line in note_paragraphs(excerpt, briefing)
    ]
    return (*_origins(briefing), *findings, *heads, *silences, *excerpts)
