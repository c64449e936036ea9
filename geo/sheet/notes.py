"""The notes beside the map: the headline, the findings, the silences, and excerpts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Finding
from geo.atlas.model import Claim
from geo.export_options import one_line
from geo.sheet.column import Column
from geo.sheet.fonts import width_of
from geo.sheet.scene import Circle, Group, Item, Path, Stroke, Text, TextStyle
from geo.sheet.tags import compact, draw_tag, tag_width
from geo.sheet.wording import (
    directed_lines,
    joined,
    listed,
    location_key,
    modality_text,
    origin,
    wording_parts,
)
from geo.symbology import PALETTE
from geo.text.catalogue import digits, named, words

_SHORT, _HEDGE = TextStyle(8.4, bold=True), TextStyle(7.2)
_FINDING, _NUMBER = TextStyle(7.0), TextStyle(7.0, bold=True)
_QUOTE, _NOTE = TextStyle(6.8, italic=True), TextStyle(6.5, PALETTE.soft)
_SILENCE = TextStyle(6.6)
_INDENT, _HEADING = 11.0, 20.0
_KEPT = 0.17  # share of the column for what the article does not say


def draw_notes(atlas: Atlas, column: Column, language: str, drawn: frozenset[str]) -> Group:
    """Fill the column with notes; a share of it is kept for the silences.

    The excerpts are those of the layers that are `drawn`; others are only counted.
    """
    notes = _Notes(atlas, column, language)
    items = [*notes.headline(), *notes.findings(), *notes.silences()]
    items += [*notes.excerpts(drawn), *notes.languages()]
    return Group("Notes", tuple(items))


class _Tagged(NamedTuple):
    """A text, and the numbers of excerpts before it ("" for none)."""

    text: str
    tag: str


class _Quote(NamedTuple):
    """A quote in quotation marks, and where it stands and whose words it is."""

    text: str
    origin: str


@dataclass
class _Notes:
    """Writes the notes of an atlas into a column, from its top."""

    atlas: Atlas
    column: Column
    language: str
    other_languages: set[str] = field(default_factory=set)  # of sentences without a translation
    shown: set[str] = field(default_factory=set)  # ids of excerpts whose words are under a finding

    @property
    def number(self) -> Mapping[str, int]:
        """The number of each excerpt, by its id."""
        return self.atlas.excerpt_numbers

    def localised(self, texts: Mapping[str, str]) -> str:
        """Return a sentence in one line, in the reader's language where the atlas has it."""
        text, language = self.atlas.localised(texts, self.language)
        if language != self.language:
            self.other_languages.add(language)
        return one_line(text)

    def headline(self) -> Iterator[Item]:
        """Yield the headline, its hedge, its dispute, and the source."""
        column, headline = self.column, self.atlas.manifest.headline
        yield from column.heading(words(self.language, "inShort"))
        if headline:
            yield from column.paragraph(self.localised(headline.sentence), _SHORT)
            yield from column.paragraph(self.localised(headline.hedge), _HEDGE)
            if dispute := headline.dispute:
                label, sentence = words(self.language, "disputed"), self.localised(dispute.sentence)
                column.take(1.5)
                yield from column.paragraph(label, _NUMBER)
                yield from column.paragraph(sentence, _HEDGE)
        article = self.atlas.article
        if article.genre:
            self.localised(article.genre)
        column.take(1.5)
        facts = joined(origin(self.atlas, article, self.language), self.language)
        yield from column.paragraph(words(self.language, "oneSource", facts), _NOTE)

    def findings(self) -> Iterator[Item]:
        """Yield the findings by number, each with its words, while there is room for them."""
        column, findings = self.column, self.atlas.manifest.findings
        kept = column.box.height * _KEPT if self.atlas.manifest.silences else 0.0
        if not findings:
            return
        yield from column.heading(words(self.language, "findings"))
        for number, finding in enumerate(findings, 1):
            if self.height_of(finding) > column.room - kept:
                left = len(findings) - number + 1
                text = words(self.language, "furtherFindings", left)
                yield from column.paragraph(text, _NOTE)
                break
            yield from self.finding(number, finding)
            self.shown.update(*map(self.atlas.grounds, self.claims_of(finding)))

    def height_of(self, finding: Finding) -> float:
        column = self.column
        height = column.height_of(self.localised(finding.sentence), _FINDING, _INDENT)
        for line in self.wording(finding):
            height += column.height_of(line.text, _NOTE, _INDENT + tag_width(line.tag))
        return height + 2.5

    def finding(self, number: int, finding: Finding) -> Iterator[Item]:
        column = self.column
        label = digits(f"{number}", self.language)
        yield Text((column.start(0), column.top + 7.0), label, _NUMBER, column.anchor)
        yield from column.paragraph(self.localised(finding.sentence), _FINDING, _INDENT)
        for line in self.wording(finding):
            yield from self.tagged(line, _NOTE, _INDENT)
        column.take(2.5)

    def claims_of(self, finding: Finding) -> list[Claim]:
        """Return the claims of a finding, as far as they are shown."""
        known = self.atlas.claims
        return [known[claim] for claim in finding.claims if claim in known]

    def wording(self, finding: Finding) -> Iterator[_Tagged]:
        """Yield the words of each claim that a finding rests on, and the numbers of its excerpts.

        Claims of the same excerpts and the same modality are in one line.
        """
        alike: dict[tuple[str, str], list[Claim]] = {}
        for claim in self.claims_of(finding):
            alike.setdefault((modality_text(claim, self.language), self.tag(claim)), []).append(
                claim
            )
        for (_, tag), claims in alike.items():
            parts = wording_parts(claims, self.language)
            whole = joined(parts, self.language)
            room = self.column.box.width - _INDENT - tag_width(tag)
            fits = width_of(whole, _NOTE) <= room  # then it need not be broken by direction
            for number, text in enumerate(
                (whole,) if fits else directed_lines(parts, self.language)
            ):
                yield _Tagged(text, "" if number else tag)

    def tag(self, claim: Claim) -> str:
        """Return the numbers of a claim's excerpts."""
        numbers = (self.number[excerpt] for excerpt in self.atlas.grounds(claim))
        return compact(numbers, self.language)

    def tagged(self, line: _Tagged, style: TextStyle, indent: float) -> Iterator[Item]:
        """Write a text with its tag before it."""
        column, tag = self.column, line.tag
        if tag:
            start, end = column.start(indent), column.start(indent + tag_width(tag) - 2)
            yield from draw_tag(tag, (min(start, end), column.top + 4.4))
        yield from column.paragraph(line.text, style, indent + tag_width(tag), at_start=True)

    def silences(self) -> Iterator[Item]:
        """Yield the atlas' silences that there is room for; the rest is counted."""
        column, unsaid = self.column, self.atlas.manifest.silences
        room, chosen = column.room - _HEADING - 3 * _NOTE.size * 1.3, list[str]()
        for text in (self.localised(silence.sentence) for silence in unsaid):
            height = column.height_of(text, _SILENCE, 10) + 2
            if height <= room:
                room -= height
                chosen.append(text)
        if chosen:
            yield from column.heading(words(self.language, "silent"))
        for text in chosen:
            yield from _silence(text, column)
        if chosen and len(chosen) < len(unsaid):
            left = words(self.language, "furtherSilences", len(unsaid) - len(chosen))
            yield from column.paragraph(left, _NOTE, 10)

    def excerpts(self, drawn: frozenset[str]) -> Iterator[Item]:
        """Yield whole excerpts by number; those of the findings are chosen first."""
        column = self.column
        here = self.here(drawn)
        if not here and self.number:
            text = words(self.language, "notHere", len(self.number))
            yield from column.paragraph(text, _NOTE)
        room, chosen = column.room - _HEADING - 10, set[str]()
        for excerpt in filter(here.__contains__, self.by_weight()):
            height = self.height_of_excerpt(excerpt)
            if height <= room and not any(self.overlap(excerpt, other) for other in chosen):
                room -= height
                chosen.add(excerpt)
        if chosen:
            yield from column.heading(words(self.language, "excerpts"))
        for excerpt in sorted(chosen, key=self.number.__getitem__):
            yield from self.excerpt(excerpt)
        left = len(self.number.keys() - chosen - self.shown)
        if here and left:
            yield from column.paragraph(words(self.language, "further", left), _NOTE, 0)

    def here(self, drawn: frozenset[str]) -> set[str]:
        """Return the ids of the excerpts that are about features of drawn layers with a place."""
        atlas = self.atlas
        return {
            excerpt
            for feature in atlas.features.values()
            if atlas.places[feature.id] and feature.properties.layer in drawn
            for claim in feature.claims
            for excerpt in atlas.grounds(claim)
        }

    def by_weight(self) -> list[str]:
        """Return the excerpts of the findings, then the others, as numbered."""
        atlas = self.atlas
        claims = [claim for finding in atlas.manifest.findings for claim in finding.claims]
        first = [excerpt for claim in claims for excerpt in atlas.claims[claim].excerpts]
        return [*dict.fromkeys([*first, *sorted(self.number, key=self.number.__getitem__)])]

    def overlap(self, excerpt: str, other: str) -> bool:
        """Say whether two excerpts, by their ids, share words of one text."""
        a, b = self.atlas.excerpts[excerpt], self.atlas.excerpts[other]
        return a.source == b.source and (
            a.position.start < b.position.end and b.position.start < a.position.end
        )

    def quote(self, id_: str) -> _Quote:
        excerpt = self.atlas.excerpts[id_]
        number = self.atlas.paragraph_number(excerpt)
        facts = [words(self.language, location_key(number), number)]
        if whose := excerpt.attributed_to:
            printed = listed([quoted(one_line(whose))], self.language)
            facts.append(f"{words(self.language, 'attributedTo')}: {printed}")
        return _Quote(quoted(one_line(excerpt.quote.exact)), joined(facts, self.language))

    def height_of_excerpt(self, id_: str) -> float:
        quote, indent, column = self.quote(id_), tag_width(self.number_tag(id_)), self.column
        height = column.height_of(quote.text, _QUOTE, indent)
        return height + column.height_of(quote.origin, _NOTE, indent) + 3

    def number_tag(self, id_: str) -> str:
        """Return the number of an excerpt in the digits of the language."""
        return digits(str(self.number[id_]), self.language)

    def excerpt(self, id_: str) -> Iterator[Item]:
        quote, tag = self.quote(id_), self.number_tag(id_)
        yield from self.tagged(_Tagged(quote.text, tag), _QUOTE, 0)
        yield from self.column.paragraph(quote.origin, _NOTE, tag_width(tag))
        self.column.take(3)

    def languages(self) -> Iterator[Item]:
        """Yield a note on the languages of sentences without a translation, if there are any."""
        if self.other_languages:
            text = named(self.language, "untranslated", self.other_languages)
            yield from self.column.paragraph(text, _NOTE)


def _silence(text: str, column: Column) -> Iterator[Item]:
    """Yield a silence, under the sign of the empty set."""
    x, y = column.start(3), column.top + 5
    ring = Stroke(PALETTE.soft, 0.7)
    yield Circle((x, y), 2.3, stroke=ring)
    yield Path((((x - 2.6, y + 2.6), (x + 2.6, y - 2.6)),), stroke=ring)
    yield from column.paragraph(text, _SILENCE, 10)
    column.take(2)
