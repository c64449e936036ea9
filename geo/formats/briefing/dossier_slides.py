"""The slides of a dossier: every excerpt in full along the corridor, who says what, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from geo.atlas.atlas import Atlas
from geo.formats.briefing import slide_frame
from geo.formats.briefing.blocks import Block, Paragraph, fitted, flow, stacked, text_paragraph
from geo.formats.briefing.document import Briefing, MapEntry, StretchEntry
from geo.formats.briefing.excerpts import (
    bold,
    claim_paragraphs,
    excerpt_paragraphs,
    finding_paragraphs,
    note_paragraphs,
    whole_paragraphs,
)
from geo.formats.briefing.slide_frame import Slide
from geo.formats.briefing.slide_map import MapRequest
from geo.sheet.scene import Box, Item, Stroke, TextStyle, rectangle
from geo.symbology import PALETTE
from geo.text.bidi import without_isolates
from geo.text.catalogue import digits, words

_BODY, _SMALL = TextStyle(12), TextStyle(10, PALETTE.soft)
_PAGE = Box(22, 72, 916, 410)
_MAP = Box(22, 72, 400, 404)
_BESIDE = Box(440, 72, 498, 410)
_TAG = 26.0  # the room for a number beside its excerpt


def dossier_slides(atlas: Atlas, briefing: Briefing) -> list[Slide]:
    """Return the slides after the first: all that the atlas says, over as many as it takes."""
    return [
        *_columns(briefing.words["inShort"], _in_short(briefing), atlas, briefing),
        *_stretches(atlas, briefing),
        *_disputes(atlas, briefing),
        *_columns(briefing.words["silent"], _silences(briefing), atlas, briefing),
        *_columns(briefing.words["sources"], _sources(briefing), atlas, briefing),
    ]


def _in_short(briefing: Briefing) -> Iterator[tuple[Paragraph, ...]]:
    """Yield the headline, its hedge, who disputes it, the source; then the findings by number."""
    if headline := briefing.headline:
        hedge = text_paragraph(headline.hedge.text, _BODY, headline.hedge.rtl)
        yield (*finding_paragraphs(headline, briefing, bold(TextStyle(15)))[:1], hedge)
        if dispute := headline.dispute:
            label = text_paragraph(briefing.words["disputed"], bold(_BODY))
            yield (label, *finding_paragraphs(dispute, briefing, _BODY))
    yield (_origin(briefing),)
    for finding in briefing.findings:
        yield finding_paragraphs(finding, briefing, _BODY)
    if briefing.findings:
        meanings = (
            f"{briefing.words[basis]}: {briefing.words[f'{basis}Means']}"
            for basis in briefing.bases
        )
        yield tuple(text_paragraph(meaning, _SMALL) for meaning in meanings)


def _origin(briefing: Briefing) -> Paragraph:
    label, *rest = briefing.origin
    return slide_frame.facts([f"{briefing.words['source']}: {label}", *rest], _SMALL, briefing.rtl)


def _silences(briefing: Briefing) -> Iterator[tuple[Paragraph, ...]]:
    """Yield the silences of the article, then those of single marks."""
    for sentence in briefing.silences:
        yield (text_paragraph(sentence.text, _BODY, sentence.rtl),)
    for silences in briefing.mark_silences:
        sentences = (
            text_paragraph(sentence.text, _BODY, sentence.rtl) for sentence in silences.sentences
        )
        yield (text_paragraph(silences.mark, bold(_SMALL)), *sentences)


def _sources(briefing: Briefing) -> Iterator[tuple[Paragraph, ...]]:
    for source in (briefing.article, *briefing.sources, *briefing.gazetteers):
        title = text_paragraph(source.title, _BODY)
        head = replace(title, runs=((f"{source.key} ", bold(_BODY)), *title.runs))
        published = source.published or briefing.words["noDate"]
        facts = [
            ", ".join(filter(None, [source.publisher, published])),
            f"{briefing.words['dated']}: {source.dating.at}" if source.dating else "",
            source.genre.text if source.genre else "",
            without_isolates(words(briefing.language, "grade", source.grade)),
            source.licence or "",
            source.url or "",
        ]
        yield head, slide_frame.facts(facts, _SMALL, title.rtl)


def _stretches(atlas: Atlas, briefing: Briefing) -> Iterator[Slide]:
    """Yield one slide or more a stretch: its map, if it has a place, and its entries."""
    for stretch in briefing.stretches:
        map_ = [_map(stretch.map, briefing)] if stretch.map else []
        room = _BESIDE if map_ else _PAGE
        blocks = [
            Block(room.x + _TAG, 0, room.width - _TAG, entry.paragraphs, entry.number)
            for entry in _entries(stretch, briefing)
        ]
        notes = tuple(p for excerpt in stretch.excerpts for p in note_paragraphs(excerpt, briefing))
        notes = notes or (text_paragraph(briefing.words["nothingNew"], _BODY),)
        pages = [
            [replace(b, y=b.y + room.y) for b in page] for page in flow(blocks, 9, room.height)
        ]
        yield from _numbered(
            stretch.title, ([*map_, *page] for page in pages), atlas, briefing, notes
        )


@dataclass(frozen=True)
class _Entry:
    """A block of a stretch's slide; that of an excerpt has a `number` beside it."""

    paragraphs: tuple[Paragraph, ...]
    number: str = ""


def _entries(stretch: StretchEntry, briefing: Briefing) -> Iterator[_Entry]:
    """Yield its excerpts, inferred claims, claims of wholes that it is part of, and silences."""
    if not stretch.excerpts:
        yield _Entry((text_paragraph(briefing.words["nothingNew"], _SMALL),))
    for excerpt in stretch.excerpts:
        number = digits(str(excerpt.number), briefing.language)
        yield _Entry(excerpt_paragraphs(excerpt, briefing), number)
    for claim in stretch.inferred:
        yield _Entry(tuple(claim_paragraphs([claim], briefing)))
    for whole in stretch.wholes:
        yield _Entry(tuple(whole_paragraphs(whole, briefing)))
    if stretch.silences and stretch.placed:
        sentences = (
            text_paragraph(sentence.text, _BODY, sentence.rtl) for sentence in stretch.silences
        )
        yield _Entry((text_paragraph(briefing.words["silent"], bold(_BODY)), *sentences))


def _map(asked: MapEntry, briefing: Briefing) -> MapRequest:
    frame = slide_frame.flipped(_MAP, briefing.rtl)
    return MapRequest(frame, asked.bounds, frozenset(asked.layers), alt=asked.alt)


def _disputes(atlas: Atlas, briefing: Briefing) -> Iterator[Slide]:
    """Yield the disputes: disputed claims on one side, those that dispute them on the other."""
    half = (_PAGE.width - 24) / 2
    rows = [
        [
            fitted(Block(_PAGE.x + x, 0, half, tuple(claim_paragraphs(claims, briefing))), 400)
            for x, claims in ((0, dispute.disputed), (half + 24, dispute.disputing))
        ]
        for dispute in briefing.disputes
    ]
    pages = []
    heights = [max(block.height for block in row) for row in rows]
    for stack in stacked(heights, 14, _PAGE.height):
        items: list[Item | Block] = []
        for index, y in stack:
            rule = Box(_PAGE.x, _PAGE.y + y - 5, _PAGE.width, 0.01)
            items.append(rectangle(rule, None, Stroke(PALETTE.line, 0.8)))
            items += [replace(block, y=_PAGE.y + y) for block in rows[index]]
        pages.append(items)
    yield from _numbered(briefing.words["dissent"], pages, atlas, briefing)


def _columns(
    title: str, entries: Iterable[tuple[Paragraph, ...]], atlas: Atlas, briefing: Briefing
) -> Iterator[Slide]:
    """Yield entries in two columns, over as many slides as they take."""
    half = (_PAGE.width - 24) / 2
    columns = flow([Block(_PAGE.x, 0, half, entry) for entry in entries], 8, _PAGE.height, by=2)
    pages = [
        [
            replace(block, x=block.x + side * (half + 24), y=block.y + _PAGE.y)
            for side, column in enumerate(columns[first : first + 2])
            for block in column
        ]
        for first in range(0, len(columns), 2)
    ]
    yield from _numbered(title, pages, atlas, briefing)


def _numbered(
    title: str,
    pages: Iterable[Iterable[Item | Block | MapRequest]],
    atlas: Atlas,
    briefing: Briefing,
    notes: tuple[Paragraph, ...] = (),
) -> Iterator[Slide]:
    """Yield slides of one title, with its part where it has several, as the deck reads."""
    known = list(pages)
    for part, items in enumerate(known, 1):
        part_of = digits(f"({part}/{len(known)})", briefing.language)
        name = title if len(known) == 1 else f"{title} {part_of}"
        turned = (
            slide_frame.mirrored(item, briefing.rtl) if isinstance(item, Block) else item
            for item in items
        )
        yield Slide(slide_frame.title(name, atlas, briefing, 46), tuple(turned), notes)
