"""A mark's account of itself in plain words, for formats whose readers show one text a mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.atlas.evidence_table import citation
from geo.atlas.model import Claim, Excerpt, Feature, Source
from geo.formats.evidence_rows import paragraph_of, where
from geo.formats.relations import related
from geo.formats.words import words
from geo.sheet.said import wording
from geo.sheet.words import digits, written_time


def account(atlas: Atlas, feature: Feature, language: str) -> Iterator[list[str]]:
    """Yield paragraphs, each as its lines.

    The claims; what is said of the wholes that it is a part of, as theirs; what is not said; and
    where it is drawn.
    """
    told = _Account(atlas, language)
    for claim in feature.claims:
        yield list(told.claim(claim))
    yield from told.wholes(feature)
    for silence in feature.properties.silences:
        yield [f"{told.words['not_said'].upper()} · {told.text(silence.sentence)}"]
    yield [told.position(feature)]


def account_text(atlas: Atlas, feature: Feature, language: str) -> str:
    """Return the account as one text: a blank line between paragraphs."""
    return "\n\n".join("\n".join(lines) for lines in account(atlas, feature, language))


@dataclass(frozen=True)
class _Account:
    atlas: Atlas
    language: str

    @cached_property
    def words(self) -> Mapping[str, str]:
        return words(self.language)

    def text(self, texts: Mapping[str, str]) -> str:
        return self.atlas.told(texts, self.language).text

    def fact(self, key: str, value: str) -> str:
        return f"{self.words[key]}: {value}"

    def claim(self, claim: Claim) -> Iterator[str]:
        atlas = self.atlas
        yield self.said(claim)
        if claim.words:
            yield self.fact("words", wording(claim, self.language))
        for one in claim.premises:
            if one in atlas.claims:
                yield self.fact("from", self.text(atlas.claims[one].sentence))
        for one in atlas.grounds(claim):
            yield self.excerpt(atlas.excerpts[one])
        if claim.source:
            yield self.source(atlas.sources[claim.source])
        if claim.note:
            yield self.fact("note", self.text(claim.note))
        if claim.at:
            yield self.fact("refers_to", written_time(claim.at, self.language))
        if claim.said:
            yield self.fact("said_when", written_time(claim.said, self.language))
        yield from self.relations(claim)

    def said(self, claim: Claim) -> str:
        return f"{self.words[claim.basis].upper()} · {self.text(claim.sentence)}"

    def relations(self, claim: Claim) -> Iterator[str]:
        for key, other, relation in related(self.atlas, claim):
            on = f" ({self.words['on']} {self.words[f'on_{relation.on}']})" if relation.on else ""
            note = f" – {self.text(relation.note)}" if relation.note else ""
            yield f"{self.words[key]}{on}: {self.text(other.sentence)}{note}"

    def wholes(self, feature: Feature) -> Iterator[list[str]]:
        """Yield what is said of each whole, and of what is within it, with its words."""
        for whole in self.atlas.wholes(feature):
            name = whole.properties.names[self.language]
            lines = [self.words["said_of_whole"].format(name)]
            for one in (whole, *self.atlas.members.get(whole.id, ())):
                for claim in one.claims:
                    printed = wording(claim, self.language)
                    lines.append(" – ".join(filter(None, (self.said(claim), printed))))
            yield lines

    def position(self, feature: Feature) -> str:
        position = feature.properties.position
        source = f" ({citation(self.atlas.sources[position.source])})" if position.source else ""
        where = self.words["drawn" if feature.shape is not None else "not_placed"]
        return f"{where} ({self.words[position.basis]}): {self.text(position.note)}{source}"

    def excerpt(self, excerpt: Excerpt) -> str:
        number = paragraph_of(self.atlas, excerpt)
        counted = digits(f" {number}", self.language) if number else ""
        whose = excerpt.attributed_to
        parts = (
            f"{self.words[where(number)]}{counted}",
            self.fact("attributed_to", quoted(whose)) if whose else "",
            excerpt.id,
        )
        return f"{quoted(excerpt.quote.exact)} ({'; '.join(filter(None, parts))})"

    def source(self, source: Source) -> str:
        url = f", {source.url}" if source.url else ""
        grade = f"{self.words['grade']} {source.grade}"
        read = self.fact("read", self.text(source.read))
        return f"{self.fact('source', citation(source))}{url} ({grade}; {read})"
