"""A feature's description in words, for formats whose readers show one text a feature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.atlas.evidence_table import citation
from geo.atlas.model import Claim, Excerpt, Feature, Source
from geo.formats.relations import relation_lines
from geo.sheet.wording import location_key, wording
from geo.text.catalogue import words
from geo.text.written_time import written_time


def description_paragraphs(atlas: Atlas, feature: Feature, language: str) -> Iterator[list[str]]:
    """Yield the paragraphs, each as its lines.

    They are its claims; the claims of the wholes that it is a part of, under their names; what
    the article does not say of it; and where it is drawn.
    """
    description = _Description(atlas, language)
    for claim in feature.claims:
        yield list(description.claim(claim))
    yield from description.wholes(feature)
    for silence in feature.properties.silences:
        label = description.say("silent").upper()
        yield [f"{label} · {description.text(silence.sentence)}"]
    yield [description.position(feature)]


def description_text(atlas: Atlas, feature: Feature, language: str) -> str:
    """Return the description as one text, with a blank line between paragraphs."""
    paragraphs = description_paragraphs(atlas, feature, language)
    return "\n\n".join("\n".join(lines) for lines in paragraphs)


@dataclass(frozen=True)
class _Description:
    atlas: Atlas
    language: str

    def say(self, key: str, *values: object) -> str:
        return words(self.language, key, *values)

    def text(self, texts: Mapping[str, str]) -> str:
        return self.atlas.localised(texts, self.language).text

    def fact(self, key: str, value: str) -> str:
        return f"{self.say(key)}: {value}"

    def claim(self, claim: Claim) -> Iterator[str]:
        atlas = self.atlas
        yield self.sentence(claim)
        if claim.words:
            yield self.fact("words", wording(claim, self.language))
        for premise in claim.premises:
            if premise in atlas.claims:
                yield self.fact("inferredFrom", self.text(atlas.claims[premise].sentence))
        for excerpt in atlas.grounds(claim):
            yield self.excerpt(atlas.excerpts[excerpt])
        if claim.source:
            yield self.source(atlas.sources[claim.source])
        if claim.note:
            yield self.fact("note", self.text(claim.note))
        if claim.at:
            yield self.fact("refersTo", written_time(claim.at, self.language))
        if claim.said:
            yield self.fact("saidOn", written_time(claim.said, self.language))
        yield from relation_lines(atlas, claim, self.language)

    def sentence(self, claim: Claim) -> str:
        return f"{self.say(claim.basis).upper()} · {self.text(claim.sentence)}"

    def wholes(self, feature: Feature) -> Iterator[list[str]]:
        """Yield the claims of each whole and of its members, with their words as printed."""
        for whole in self.atlas.wholes(feature):
            name = whole.properties.names[self.language]
            lines = [self.say("saidOfWhole", name)]
            for subject in (whole, *self.atlas.members.get(whole.id, ())):
                for claim in subject.claims:
                    printed = wording(claim, self.language)
                    lines.append(" – ".join(filter(None, (self.sentence(claim), printed))))
            yield lines

    def position(self, feature: Feature) -> str:
        position = feature.properties.position
        source = (
            f" ({citation(self.atlas.sources[position.source], self.language)})"
            if position.source
            else ""
        )
        label = self.say("position" if feature.shape is not None else "notPlaced")
        return f"{label} ({self.say(position.basis)}): {self.text(position.note)}{source}"

    def excerpt(self, excerpt: Excerpt) -> str:
        number = self.atlas.paragraph_number(excerpt)
        whose = excerpt.attributed_to
        parts = (
            self.say(location_key(number), number),
            self.fact("attributedTo", quoted(whose)) if whose else "",
            excerpt.id,
        )
        return f"{quoted(excerpt.quote.exact)} ({'; '.join(filter(None, parts))})"

    def source(self, source: Source) -> str:
        url = f", {source.url}" if source.url else ""
        grade = self.say("grade", source.grade)
        read = self.fact("read", self.text(source.read))
        return f"{self.fact('source', citation(source, self.language))}{url} ({grade}; {read})"
