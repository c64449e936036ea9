"""The notes beside the map: in short, what stands out, what the article does not say, excerpts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.atlas.itinerary import numbers
from geo.atlas.manifest import Finding
from geo.atlas.model import Claim
from geo.export_options import one_line
from geo.sheet.column import Column
from geo.sheet.fonts import width_of
from geo.sheet.said import joined, origin, runs, spoken, voice
from geo.sheet.scene import Circle, Group, Item, Look, Path, Stroke, Text
from geo.sheet.tags import compact, draw_tag, tag_width
from geo.text.catalogue import digits, named, words

_SHORT, _HEDGE = Look(8.4, bold=True), Look(7.2)
_FINDING, _NUMBER = Look(7.0), Look(7.0, bold=True)
_QUOTE, _NOTE = Look(6.8, italic=True), Look(6.5, "#4d5866")
_SILENCE = Look(6.6)
_INDENT, _HEADING = 11.0, 20.0
_KEPT = 0.17  # of the column's room, for what the article does not say


def draw_notes(atlas: Atlas, column: Column, language: str, drawn: frozenset[str]) -> Group:
    """Fill the column; a part of it is kept for what is not said.

    The excerpts are those of the layers that are `drawn`; others are only counted.
    """
    notes = _Notes(atlas, column, language)
    items = [*notes.headline(), *notes.findings(), *notes.silences()]
    items += [*notes.excerpts(drawn), *notes.languages()]
    return Group("Notes", tuple(items))


@dataclass
class _Notes:
    atlas: Atlas
    column: Column
    language: str
    others: set[str] = field(default_factory=set)  # the languages of what is not translated
    shown: set[str] = field(default_factory=set)  # the excerpts whose words stand under a finding

    @cached_property
    def number(self) -> dict[str, int]:
        return numbers(self.atlas)

    def told(self, texts: Mapping[str, str]) -> str:
        found = self.atlas.told(texts, self.language)
        if found.language != self.language:
            self.others.add(found.language)
        return one_line(found.text)

    def headline(self) -> Iterator[Item]:
        """Yield the finding above all others, its hedge, who disputes it, and the source."""
        column, headline = self.column, self.atlas.manifest.headline
        yield from column.heading(words(self.language, "inShort"))
        if headline:
            yield from column.paragraph(self.told(headline.sentence), _SHORT)
            yield from column.paragraph(self.told(headline.hedge), _HEDGE)
            if dispute := headline.dispute:
                label, sentence = words(self.language, "disputed"), self.told(dispute.sentence)
                column.take(1.5)
                yield from column.paragraph(label, _NUMBER)
                yield from column.paragraph(sentence, _HEDGE)
        article = self.atlas.article
        if article.genre:
            self.told(article.genre)
        column.take(1.5)
        facts = joined(origin(self.atlas, article, self.language), self.language)
        said = words(self.language, "oneSource", facts)
        yield from column.paragraph(said, _NOTE)

    def findings(self) -> Iterator[Item]:
        """Yield the findings by number, each with its words, while there is room for them."""
        column, found = self.column, self.atlas.manifest.findings
        known = self.atlas.claims
        kept = column.box.height * _KEPT if self.atlas.manifest.silences else 0.0
        if not found:
            return
        yield from column.heading(words(self.language, "findings"))
        for number, finding in enumerate(found, 1):
            if self.height_of(finding) > column.room - kept:
                left = len(found) - number + 1
                text = words(self.language, "furtherFindings", left)
                yield from column.paragraph(text, _NOTE)
                break
            yield from self.finding(number, finding)
            self.shown.update(
                *(self.atlas.grounds(known[one]) for one in finding.claims if one in known)
            )

    def height_of(self, finding: Finding) -> float:
        column = self.column
        high = column.height_of(self.told(finding.sentence), _FINDING, _INDENT)
        for said, tag in self.said(finding):
            high += column.height_of(said, _NOTE, _INDENT + tag_width(tag))
        return high + 2.5

    def finding(self, number: int, finding: Finding) -> Iterator[Item]:
        column = self.column
        label = digits(f"{number}", self.language)
        yield Text((column.start(0), column.top + 7.0), label, _NUMBER, column.anchor)
        yield from column.paragraph(self.told(finding.sentence), _FINDING, _INDENT)
        for said, tag in self.said(finding):
            yield from self.tagged(said, tag, _NOTE, _INDENT)
        column.take(2.5)

    def said(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """Yield the words of each claim that a finding rests on, and the numbers of its excerpts.

        Claims that rest on the same excerpts, said in the same way, stand together.
        """
        known = self.atlas.claims
        alike: dict[tuple[str, str], list[Claim]] = {}
        for claim in (known[one] for one in finding.claims if one in known):
            alike.setdefault((voice(claim, self.language), self.tag(claim)), []).append(claim)
        for (_, tag), claims in alike.items():
            parts = spoken(claims, self.language)
            whole = joined(parts, self.language)
            room = self.column.box.width - _INDENT - tag_width(tag)
            fits = width_of(whole, _NOTE) <= room  # on one line nothing is torn apart
            for number, text in enumerate((whole,) if fits else runs(parts, self.language)):
                yield text, "" if number else tag

    def tag(self, claim: Claim) -> str:
        return compact((self.number[one] for one in self.atlas.grounds(claim)), self.language)

    def tagged(self, text: str, tag: str, look: Look, indent: float) -> Iterator[Item]:
        """Write a text with a tag before it."""
        column = self.column
        if tag:
            start, end = column.start(indent), column.start(indent + tag_width(tag) - 2)
            yield from draw_tag(tag, (min(start, end), column.top + 4.4))
        yield from column.paragraph(text, look, indent + tag_width(tag), at_start=True)

    def silences(self) -> Iterator[Item]:
        """Yield the atlas' silences that there is room for; the rest is counted."""
        column, unsaid = self.column, self.atlas.manifest.silences
        room, chosen = column.room - _HEADING - 3 * _NOTE.size * 1.3, list[str]()
        for text in (self.told(silence.sentence) for silence in unsaid):
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
        """Yield whole excerpts, those of the findings first in, in the order of their numbers."""
        column = self.column
        here = self.here(drawn)
        if not here and self.number:
            text = words(self.language, "notHere", len(self.number))
            yield from column.paragraph(text, _NOTE)
        room, chosen = column.room - _HEADING - 10, set[str]()
        for one in filter(here.__contains__, self.by_weight()):
            high = self.height_of_excerpt(one)
            if high <= room and not any(self.share(one, other) for other in chosen):
                room -= high
                chosen.add(one)
        if chosen:
            yield from column.heading(words(self.language, "excerpts"))
        for one in sorted(chosen, key=self.number.__getitem__):
            yield from self.excerpt(one)
        left = len(self.number.keys() - chosen - self.shown)
        if here and left:
            yield from column.paragraph(words(self.language, "further", left), _NOTE, 0)

    def here(self, drawn: frozenset[str]) -> set[str]:
        atlas = self.atlas
        return {
            one
            for feature in atlas.features.values()
            if atlas.places[feature.id] and feature.properties.layer in drawn
            for claim in feature.claims
            for one in atlas.grounds(claim)
        }

    def by_weight(self) -> list[str]:
        """Return the excerpts of the findings, then the others, as numbered."""
        atlas = self.atlas
        claims = [one for finding in atlas.manifest.findings for one in finding.claims]
        first = [one for claim in claims for one in atlas.claims[claim].excerpts]
        return [*dict.fromkeys([*first, *sorted(self.number, key=self.number.__getitem__)])]

    def share(self, one: str, other: str) -> bool:
        """Say whether two excerpts hold words of one another."""
        a, b = self.atlas.excerpts[one], self.atlas.excerpts[other]
        return a.source == b.source and (
            a.position.start < b.position.end and b.position.start < a.position.end
        )

    def quote(self, one: str) -> tuple[str, str]:
        """Return the quote, and where it stands and whose the words are."""
        excerpt = self.atlas.excerpts[one]
        paragraph = self.atlas.seeds[excerpt.source].paragraph_at(excerpt.position.start)
        number = paragraph.number if paragraph else None
        key = "paragraph" if number else "outsideBody" if number is None else "headline"
        whose = quoted(excerpt.attributed_to) if excerpt.attributed_to else ""
        how = (words(self.language, key, number), one_line(whose))
        return quoted(one_line(excerpt.quote.exact)), joined(how, self.language)

    def height_of_excerpt(self, one: str) -> float:
        quote, how = self.quote(one)
        indent = tag_width(self.of(one))
        column = self.column
        return column.height_of(quote, _QUOTE, indent) + column.height_of(how, _NOTE, indent) + 3

    def of(self, one: str) -> str:
        return digits(str(self.number[one]), self.language)

    def excerpt(self, one: str) -> Iterator[Item]:
        quote, how = self.quote(one)
        yield from self.tagged(quote, self.of(one), _QUOTE, 0)
        yield from self.column.paragraph(how, _NOTE, tag_width(self.of(one)))
        self.column.take(3)

    def languages(self) -> Iterator[Item]:
        """Say once in which language that stands which is not translated."""
        if self.others:
            text = named(self.language, "untranslated", self.others)
            yield from self.column.paragraph(text, _NOTE)


def _silence(text: str, column: Column) -> Iterator[Item]:
    """Yield a silence, under the sign of the empty set."""
    x, y = column.start(3), column.top + 5
    ring = Stroke("#4d5866", 0.7)
    yield Circle((x, y), 2.3, stroke=ring)
    yield Path((((x - 2.6, y + 2.6), (x + 2.6, y - 2.6)),), stroke=ring)
    yield from column.paragraph(text, _SILENCE, 10)
    column.take(2)
