"""The text of one page: the findings by number, forces without a place, what is not said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Finding
from geo.atlas.model import Claim
from geo.export_options import one_line
from geo.sheet.blocks import Flowed, Section, flow
from geo.sheet.card import Form, card
from geo.sheet.column import Column
from geo.sheet.disc import RADIUS, draw_disc
from geo.sheet.hosts import Host
from geo.sheet.prose import Span, printed, spans_of
from geo.sheet.scene import Box, Circle, Group, Item, Path, Stroke, TextStyle
from geo.sheet.wording import location_key, modality_label, modality_text
from geo.symbology import PALETTE
from geo.text.bidi import without_isolates
from geo.text.catalogue import digits, named, words
from geo.text.language import is_rtl

_SENTENCE, _QUOTE, _NOTE = TextStyle(8.6), TextStyle(8.6), TextStyle(8, PALETTE.soft)
_SILENCE, _INDENT = TextStyle(8.2), 17.0
_KEPT = 70.0  # points that the silences are to have, before findings are said at length


class _Length(NamedTuple):
    """Whether findings are said in whole sentences, and with the hedges of their words."""

    sentences: bool
    hedges: bool


_LENGTHS = (_Length(True, True), _Length(False, True), _Length(False, False))


def draw_notes(
    atlas: Atlas, boxes: Sequence[Box], language: str, *, rtl: bool, hosts: Sequence[Host]
) -> tuple[Group, int]:
    """Write the notes over columns: at length where there is room, in short where there is not.

    `hosts` are countries whose cards found no room on the map. What is left out is counted:
    how many of these are, is returned.
    """
    for length in _LENGTHS:
        notes = _Notes(atlas, language, length)
        sections = [*notes.findings(), *notes.cards(hosts)]
        columns = [Column(box, rtl) for box in boxes]
        flowed = flow(sections, columns, language)
        if not any(flowed.left) and _rest(flowed, columns) >= _KEPT:
            break
    silences = flow([*notes.silences(), *notes.languages()], _after(flowed, columns), language)
    return Group("Notes", (*flowed.items, *silences.items)), flowed.left[-1] if hosts else 0


def _rest(flowed: Flowed, columns: Sequence[Column]) -> float:
    return sum(column.room for column in _after(flowed, columns))


def _after(flowed: Flowed, columns: Sequence[Column]) -> list[Column]:
    """Return the columns from the last that has been written in."""
    begun = [n for n, column in enumerate(columns) if column.top > column.box.y]
    return list(columns[begun[-1] if begun else 0 :])


@dataclass
class _Notes:
    """The sections of the notes, with the languages of sentences that lack a translation."""

    atlas: Atlas
    language: str
    length: _Length
    other_languages: set[str] = field(default_factory=set)

    def localised(self, texts: Mapping[str, str]) -> str:
        """Return a sentence in one line, in the reader's language where the atlas has it."""
        text, language = self.atlas.localised(texts, self.language)
        if language != self.language:
            self.other_languages.add(language)
        return one_line(text)

    def said(self, finding: Finding) -> str:
        """Return a finding's sentence, or its short form."""
        is_short = finding.short and not self.length.sentences
        return self.localised(finding.short if is_short and finding.short else finding.sentence)

    def findings(self) -> Iterator[Section]:
        """Yield the findings by number, each with the article's words."""
        blocks = tuple(
            _FindingBlock(
                digits(str(number), self.language),
                spans_of(self.said(finding), _SENTENCE, self.atlas),
                list(self.wording(finding)),
            )
            for number, finding in enumerate(self.atlas.manifest.findings, 1)
        )
        if blocks:
            yield Section(words(self.language, "said"), blocks)

    def wording(self, finding: Finding) -> Iterator[list[Span]]:
        """Yield the words of the claims that a finding rests on, those said alike together."""
        known, alike = self.atlas.claims, dict[str, list[Claim]]()
        for claim in (known[one] for one in finding.claims if one in known):
            alike.setdefault(self.manner(claim), []).append(claim)
        for manner, claims in alike.items():
            quotes = [printed(claim.words, _QUOTE, self.atlas) for claim in claims if claim.words]
            lines = [[quote] for quote in quotes]
            if not self.turns:
                dot = Span(" · ", _NOTE)
                lines = [[span for quote in quotes for span in (dot, quote)][1:]]
            if manner:
                text = f"{' · ' if quotes else ''}{manner}"
                lines = [*lines[:-1], [*(lines or [[]])[-1], *spans_of(text, _NOTE, self.atlas)]]
            yield from filter(None, lines)

    @property
    def turns(self) -> bool:
        """Whether the article reads the other way: then two quotes in a line can't be followed."""
        return is_rtl(self.language) != is_rtl(self.atlas.article.language)

    def manner(self, claim: Claim) -> str:
        """Say how a claim is said, in which paragraph; or else that it is not the article's."""
        basis = "" if claim.basis == "stated" else words(self.language, claim.basis)
        if not self.length.hedges:
            how = modality_label(claim, self.language) if claim.modality != "asserted" else ""
            return " · ".join(filter(None, (basis, how)))
        numbers = [
            self.atlas.paragraph_number(self.atlas.excerpts[id_]) for id_ in claim.excerpts[:1]
        ]
        places = [words(self.language, location_key(number), number) for number in numbers]
        facts = (basis, modality_text(claim, self.language), *places)
        return without_isolates(" · ".join(filter(None, facts))).replace("\u00a0", " ")

    def cards(self, hosts: Sequence[Host]) -> Iterator[Section]:
        """Yield the forces in countries whose cards found no room on the map."""
        blocks = tuple(_CardBlock(self.atlas, host, self.language) for host in hosts)
        if blocks:
            yield Section("", blocks)

    def silences(self) -> Iterator[Section]:
        """Yield what the article doesn't say."""
        unsaid = self.atlas.manifest.silences
        blocks = tuple(
            _Silence(spans_of(self.localised(silence.sentence), _SILENCE, self.atlas))
            for silence in unsaid
        )
        if blocks:
            yield Section(words(self.language, "silent"), blocks)

    def languages(self) -> Iterator[Section]:
        """Yield a note on the languages of sentences without a translation, if there are any."""
        if self.other_languages:
            text = named(self.language, "untranslated", self.other_languages)
            yield Section("", (_Paragraph([Span(text, _NOTE)]),), counts=False)


@dataclass(frozen=True)
class _Paragraph:
    spans: list[Span]

    def write(self, column: Column) -> Iterator[Item]:
        yield from column.paragraph(self.spans)


@dataclass(frozen=True)
class _FindingBlock:
    """A finding: its number, its sentence, and the words that it rests on."""

    number: str
    sentence: list[Span]
    wording: list[list[Span]]

    def write(self, column: Column) -> Iterator[Item]:
        at = (column.start(RADIUS), column.top + 6.0)
        yield from draw_disc(self.number, at)
        yield from column.paragraph(self.sentence, _INDENT)
        column.take(0.8)
        for spans in self.wording:
            yield from column.paragraph(spans, _INDENT)
        column.take(5)


@dataclass(frozen=True)
class _CardBlock:
    """A country's card, as wide as the column."""

    atlas: Atlas
    host: Host
    language: str

    def write(self, column: Column) -> Iterator[Item]:
        drawn = card(self.atlas, self.host, self.language, Form(column.box.width))
        top = column.take(drawn.height + 6)
        yield from drawn.draw(Box(column.box.x, top, drawn.width, drawn.height))


@dataclass(frozen=True)
class _Silence:
    """A silence, under the sign of the empty set."""

    spans: list[Span]

    def write(self, column: Column) -> Iterator[Item]:
        x, y, ring = column.start(4), column.top + 5.6, Stroke(PALETTE.soft, 0.8)
        yield Circle((x, y), 2.7, stroke=ring)
        yield Path((((x - 3.1, y + 3.1), (x + 3.1, y - 3.1)),), stroke=ring)
        yield from column.paragraph(self.spans, 12)
        column.take(2.5)
