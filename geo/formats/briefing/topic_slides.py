"""The slides of a briefing after its first: a topic each, who says what, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats.briefing import slide_frame
from geo.formats.briefing.blocks import Block, Paragraph, text_paragraph
from geo.formats.briefing.column import SlideColumn, beside
from geo.formats.briefing.document import (
    Briefing,
    ClaimEntry,
    DisputeEntry,
    ForceEntry,
    QuoteEntry,
    TopicEntry,
)
from geo.formats.briefing.excerpts import bold, note_paragraphs
from geo.formats.briefing.slide_frame import BODY, PAGE, SOFT, Slide
from geo.formats.briefing.slide_map import MapRequest
from geo.sheet.card import draw_shape
from geo.sheet.scene import Box, Group, Item, Stroke, TextStyle, rectangle
from geo.sheet.wording import modality_label
from geo.symbology import PALETTE
from geo.text.bidi import without_isolates
from geo.text.catalogue import words

_MAP, _ZOOM, _CHIP = 0.6, 1.25, 15.0
_QUOTE, _SHORT_QUOTE = TextStyle(18, serif=True), TextStyle(22, serif=True)
_QUOTE_HIGH = 100.0  # points that a whole excerpt may take, before it is said in short


def topic_slides(atlas: Atlas, options: ExportOptions, briefing: Briefing) -> Iterator[Slide]:
    """Yield a slide for each topic, then those of who says what and of the sources."""
    beyond = next((topic for topic in reversed(briefing.topics) if topic.silences), None)
    for topic in briefing.topics:
        yield _topic(topic, atlas, briefing, with_silences=topic is beyond)
    if beyond is None and briefing.silences:
        yield _unsaid(atlas, briefing)
    if briefing.disputes:
        yield _disputes(atlas, briefing)
    yield _sources(atlas, briefing)


def _topic(topic: TopicEntry, atlas: Atlas, briefing: Briefing, *, with_silences: bool) -> Slide:
    title, above = slide_frame.headed(topic.label, topic.title.text, atlas, briefing)
    left, right = beside(PAGE, 0.5 if with_silences else _MAP)
    if with_silences:
        left, below = replace(left, height=214), replace(left, y=left.y + 224, height=164)
    column = SlideColumn(below if with_silences else right, briefing.language, briefing.rtl)
    for quote in topic.quotes:
        _quote(quote, briefing, column)
    lost = _forces(topic, briefing, column)
    lost += column.list([[_sentence(one, atlas)] for one in _findings(topic)])
    column.more(lost)
    items = [*column.items]
    if with_silences:
        items += _silences(topic, atlas, briefing, right)
    frame = slide_frame.flipped(left, briefing.rtl)
    map_ = MapRequest(
        frame, topic.map.bounds, frozenset(topic.map.layers), _ZOOM, alt=topic.map.alt
    )
    return Slide(title, (*above, map_, *items), _notes(topic.excerpt_numbers, briefing))


def _findings(topic: TopicEntry) -> Iterator[tuple[str, bool]]:
    """Yield the first finding in full, for its short form is the title; the others in short."""
    for number, finding in enumerate(topic.findings):
        said = finding.short if number else finding.sentence
        yield said.text, said.rtl


def _sentence(said: tuple[str, bool], atlas: Atlas) -> Paragraph:
    return slide_frame.sentence(said[0], BODY, atlas, said[1])


def _quote(quote: QuoteEntry, briefing: Briefing, column: SlideColumn) -> None:
    """Write a whole excerpt, or what it is cited for, and where that stands."""
    whole = slide_frame.quote(quote.text, briefing, _QUOTE)
    if column.height_of([whole]) > _QUOTE_HIGH:
        whole = slide_frame.quote(quote.short, briefing, _QUOTE)
    column.add([whole], 1)
    column.add([text_paragraph(quote.where, SOFT, briefing.rtl)], 9)


def _forces(topic: TopicEntry, briefing: Briefing, column: SlideColumn) -> int:
    """Write the forces by their part, as on a card; count those that find no room."""
    lost = 0
    if topic.forces:
        note = replace(text_paragraph(topic.note, SOFT), anchor=slide_frame.start(briefing))
        column.add([note], 3)
    for part, forces in groupby(topic.forces, key=lambda force: (force.part, force.hue)):
        heading = text_paragraph(part[0], TextStyle(12, part[1], bold=True))
        headed = not part[0] or column.add([heading], 1)
        for force in forces:
            lost += not (headed and _force(force, briefing, column))
    column.top += 5 if topic.forces else 0
    return lost


def _force(force: ForceEntry, briefing: Briefing, column: SlideColumn) -> bool:
    """Write a force beside the shape of its part, with the article's words."""
    lines = [text_paragraph(force.name, bold(BODY))]
    how = f" · {force.how}" if force.words and force.how else force.how
    if force.words:
        printed = slide_frame.quote(force.words, briefing, BODY)
        lines.append(
            printed if briefing.rtl else replace(printed, runs=(*printed.runs, (how, SOFT)))
        )
    if how and (briefing.rtl or not force.words):
        lines[:1] = [replace(lines[0], runs=(*lines[0].runs, (f" · {force.how}", SOFT)))]
    top = column.top
    if not column.add(lines, 2, _CHIP):
        return False
    x = slide_frame.flipped(Box(column.box.x, 0, 9, 0), briefing.rtl).centre[0]
    column.items.append(Group(force.part, tuple(draw_shape(force.shape, (x, top + 8), force.hue))))
    return True


def _silences(topic: TopicEntry, atlas: Atlas, briefing: Briefing, box: Box) -> list[Item | Block]:
    """Return what is not said of a topic's stretches, then of the article, as far as it fits."""
    column = SlideColumn(box, briefing.language, briefing.rtl)
    column.heading(briefing.words["silent"])
    entries = [
        [slide_frame.sentence(one.text, BODY, atlas, one.rtl)]
        for one in (*briefing.silences, *topic.silences)
    ]
    column.more(column.list(entries, 5))
    return [*column.items]


def _unsaid(atlas: Atlas, briefing: Briefing) -> Slide:
    text = briefing.words["silent"]
    title = slide_frame.title(text, atlas, briefing, 50)
    left, right = beside(PAGE, 0.5, 24)
    entries = [[slide_frame.sentence(one.text, BODY, atlas, one.rtl)] for one in briefing.silences]
    items = list[Item | Block]()
    for number, box in enumerate((left, right)):
        column = SlideColumn(box, briefing.language, briefing.rtl)
        done = len(entries) - column.list(entries)
        entries = entries[done:]
        if number:
            column.more(len(entries))
        items += column.items
    return Slide(title, tuple(items))


def _disputes(atlas: Atlas, briefing: Briefing) -> Slide:
    """Return the disputes side by side, that of the headline first; those left out are counted."""
    headline, label = briefing.headline, briefing.words["dissent"]
    text = label
    if headline and headline.dispute:
        text = f"{briefing.words['disputed']}: {headline.dispute.short.text}"
    title, above = slide_frame.headed(label, text, atlas, briefing)
    items, y, lost = list[Item | Block](), PAGE.y, 0
    for dispute in briefing.disputes:
        room = replace(PAGE, y=y, height=PAGE.bottom - y)
        columns = [*_sides(dispute, briefing, room, atlas)] if not lost else []
        if not columns:
            lost += 1
            continue
        rule = rectangle(replace(PAGE, y=y - 4, height=0.01), None, Stroke(PALETTE.line, 0.8))
        items += [rule, *(item for column in columns for item in column.items)]
        y = max(column.top for column in columns) + 6
    last = SlideColumn(
        replace(PAGE, y=y, height=PAGE.bottom + 2 - y), briefing.language, briefing.rtl
    )
    last.more(lost)
    return Slide(title, (*above, *items, *last.items))


def _sides(
    dispute: DisputeEntry, briefing: Briefing, room: Box, atlas: Atlas
) -> Iterator[SlideColumn]:
    """Yield the two sides of a dispute as columns, or nothing if one has no room."""
    columns = []
    for claims, box in zip(
        (dispute.disputed, dispute.disputing), beside(room, 0.5, 24), strict=True
    ):
        column = SlideColumn(box, briefing.language, briefing.rtl)
        if column.list([_voice(claim, briefing, atlas) for claim in claims], 5):
            return
        columns.append(column)
    yield from columns


def _voice(claim: ClaimEntry, briefing: Briefing, atlas: Atlas) -> list[Paragraph]:
    """Return a claim, its basis if it is not stated, and its source with its date."""
    said = claim.sentence
    say = partial(words, briefing.language)
    by_key = {one.key: one for one in (briefing.article, *briefing.sources)}
    sources = [by_key[key] for key in claim.source_keys if key in by_key]
    named = [
        f"{one.publisher or one.title}, {without_isolates(say('grade', one.grade))}"
        for one in sources
    ]
    basis = briefing.words[claim.basis]
    how = modality_label(claim, briefing.language) if claim.modality else ""
    time = f"{briefing.words['saidOn']}: {claim.said}" if claim.said else ""
    return [
        slide_frame.sentence(said.text, BODY, atlas, said.rtl),
        slide_frame.facts([basis, how, *named, time], SOFT, briefing.rtl),
    ]


def _sources(atlas: Atlas, briefing: Briefing) -> Slide:
    """Return the article with its grade and why, other sources as far as they fit, the method."""
    say, article = briefing.words, briefing.article
    label = say["sources"]
    text = without_isolates(words(briefing.language, "oneSource", briefing.origin[0]))
    title, above = slide_frame.headed(label, text, atlas, briefing)
    left, right = beside(PAGE, 0.5, 24)
    first = SlideColumn(left, briefing.language, briefing.rtl)
    printed = text_paragraph(article.title, bold(BODY))
    grade, read, reason = briefing.origin[-1], article.read, article.grade_reason
    entries = [
        [printed, slide_frame.facts([*briefing.origin[1:-1]], SOFT, briefing.rtl)],
        [slide_frame.sentence(f"{_capital(grade)}: {reason.text}", BODY, atlas, reason.rtl)],
        [slide_frame.sentence(f"{say['read']}: {read.text}", BODY, atlas, read.rtl)],
    ]
    if article.dating:
        note = article.dating.note
        entries.append(
            [slide_frame.sentence(f"{say['dateOfArticle']}: {note.text}", BODY, atlas, note.rtl)]
        )
    lost = first.list(entries)
    others = [
        [text_paragraph(f"{one.key} {one.publisher or one.title}", BODY)]
        for one in briefing.sources
    ]
    if others and first.room > 60:
        first.heading(say["backgroundHead"])
        lost += first.list(others, 1)
    else:
        lost += len(others)
    first.more(lost)
    second = SlideColumn(right, briefing.language, briefing.rtl)
    second.heading(say["method"])
    method = [[text_paragraph(say[f"method_{n}"], BODY, briefing.rtl)] for n in range(1, 5)]
    second.more(second.list(method))
    told = {number for topic in briefing.topics for number in topic.excerpt_numbers}
    every = {one.number for stretch in briefing.stretches for one in stretch.excerpts}
    rest = _notes(every - told, briefing)
    return Slide(title, (*above, *first.items, *second.items), rest)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _notes(numbers: Iterable[int], briefing: Briefing) -> tuple[Paragraph, ...]:
    """Return the excerpts of these numbers in full, for the speaker."""
    wanted = set(numbers)
    return tuple(
        line
        for stretch in briefing.stretches
        for excerpt in stretch.excerpts
        if excerpt.number in wanted
        for line in note_paragraphs(excerpt, briefing)
    )
