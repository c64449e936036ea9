"""The briefing as plain values: what the pages behind the map say, for a template to lay out.

Every text is a value, none is markup. Excerpts have the numbers of the tour, as on the map;
sources are S1 (the article), S2 …: a letter of a grade's would be read as one. A sentence of
ours comes with the language that it is in (see `Teller`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from geo.atlas.atlas import Atlas
from geo.atlas.itinerary import numbers, tour
from geo.atlas.manifest import Finding
from geo.atlas.model import BASES, Claim, Feature, Source
from geo.export_options import ExportOptions, Part
from geo.formats.briefing.dissent import dissent
from geo.formats.evidence_rows import paragraph_of, where
from geo.formats.localise import Plain, Teller
from geo.formats.metadata import about
from geo.formats.relations import related
from geo.formats.words import in_language, words
from geo.sheet.said import origin
from geo.sheet.words import digits, is_rtl
from geo.text.bidi import bare, is_rightward

_HEAD = 60  # characters of the title that a page's head has room for


# The parts asked for for which each list is there.
_PARTS: dict[str, set[Part]] = {
    "findings": {"findings"},
    "stretches": {"excerpts"},
    "dissent": {"dissent"},
    "background": {"background"},
    "sources": {"background", "dissent"},
}


def briefing(atlas: Atlas, options: ExportOptions) -> Plain:
    """Return all that the pages say, ready for JSON."""
    made, language = options.made, options.view.language
    told = _Briefing(atlas, language)
    said = about(atlas, options)
    whole = {
        "about": said,
        "head": said["title"] if len(said["title"]) <= _HEAD else f"{said['title'][:_HEAD]}…",
        "made": [made.year, made.month, made.day] if made else None,
        "words": dict(words(language)),
        "digits": list(digits("0123456789", language)),
        "language": language,
        "rtl": is_rtl(language),
        "marking_rtl": is_rightward(options.marking),
        "alt": told.alt(said["as_of"]),
        "paper": "us-letter" if options.paper == "letter" else "a4",
        "headline": told.headline(),
        "origin": [bare(one) for one in origin(atlas, atlas.article, language)],
        "findings": [told.finding(n, one) for n, one in enumerate(atlas.manifest.findings, 1)],
        "stretches": told.stretches(),
        "dissent": [[told.several(side) for side in sides] for sides in dissent(atlas)],
        "not_said": [told.tell(silence.sentence) for silence in atlas.manifest.silences],
        "not_said_of": told.not_said_of(),
        "background": told.background(),
        "article": told.source(atlas.article),
        "bases": list(BASES),
        "sources": [told.source(one) for one in told.cited if one.kind == "background"],
        "gazetteers": [told.source(one) for one in told.cited if one.kind == "gazetteer"],
    }
    return (
        whole
        | {key: [] for key, parts in _PARTS.items() if not parts & options.parts}
        | {"untranslated": told.untranslated(), "quotes_in": told.quotes_in()}
    )


@dataclass(frozen=True)
class _Briefing(Teller):
    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each excerpt, as on the map."""
        return numbers(self.atlas)

    @cached_property
    def marks(self) -> dict[str, Feature]:
        """The feature of each claim."""
        return {claim.id: feature for _, feature, claim in self.atlas.each_claim()}

    @cached_property
    def cited(self) -> list[Source]:
        """Background in the order in which claims cite it, then the gazetteers."""
        first = dict.fromkeys(claim.source for claim in self.claims if claim.source)
        cited = [self.atlas.sources[one] for one in first]
        gazetteers = [s for s in self.atlas.sources.values() if s.kind == "gazetteer"]
        return [s for s in cited if s.kind == "background"] + gazetteers

    @cached_property
    def keys(self) -> dict[str, str]:
        """What each source is cited by."""
        listed = [self.atlas.article, *self.cited]
        return {source.id: f"S{number}" for number, source in enumerate(listed, 1)}

    @cached_property
    def claims(self) -> list[Claim]:
        """All claims in the order of the tour."""
        features = (feature for features in tour(self.atlas).values() for feature in features)
        return [claim for feature in features for claim in feature.claims]

    def name(self, feature: Feature) -> str:
        return feature.properties.names[self.language]

    def untranslated(self) -> str:
        """Say in which language that stands which is not in the reader's; "" when all is."""
        return in_language(self.language, "untranslated", self.others)

    def quotes_in(self) -> str:
        """Say in which language the quotes stand, if that is not the reader's."""
        language, ours = self.atlas.article.language, self.language.split("-")[0]
        other = self.numbers and language.split("-")[0] != ours
        return in_language(self.language, "quotes_in", [language] if other else [])

    def alt(self, as_of: str) -> str:
        """Say in words what the map shows; the pages behind it say the rest."""
        layers = self.atlas.manifest.layers
        names = (self.atlas.look_of(layer).names[self.language] for layer in layers)
        title = self.atlas.manifest.title[self.language]
        return f"{words(self.language)['alt']}: {title} – {', '.join(names)}. {as_of}"

    def headline(self) -> Plain | None:
        """Return what a reader sees first, and who disputes it."""
        headline = self.atlas.manifest.headline
        if headline is None:
            return None
        dispute = self.finding(0, headline.dispute) if headline.dispute else None
        return self.finding(0, headline) | {
            "hedge": self.tell(headline.hedge),
            "dispute": dispute,
        }

    def finding(self, number: int, finding: Finding) -> Plain:
        known = self.atlas.claims
        return {
            "number": number,
            "sentence": self.tell(finding.sentence),
            "claims": [self.claim(known[one]) for one in finding.claims if one in known],
        }

    def stretches(self) -> list[Plain]:
        """Return the tour's stretches with the excerpts first met in each."""
        met: set[str] = set()
        return [
            self._stretch(one, features, met)
            for one, features in tour(self.atlas).items()
            if any(claim.basis != "background" for feature in features for claim in feature.claims)
        ]

    def _stretch(self, one: str, features: tuple[Feature, ...], met: set[str]) -> Plain:
        segment = next((f for f in self.atlas.corridor if f.id == one), None)
        shown = self.atlas.features.get(one)
        said = [c for f in features for c in f.claims if c.basis != "background"]
        cited = dict.fromkeys(e for c in said for e in self.atlas.grounds(c))
        new = [e for e in cited if e not in met]
        met.update(new)
        marks = ({"name": self.name(f), "refs": self.refs(f.claims)} for f in features)
        return {
            "id": one,
            "placed": one != "unplaced",
            "title": self.name(segment) if segment else words(self.language)[one],
            "marks": [mark for mark in marks if mark["refs"]],
            "excerpts": [self.excerpt(one) for one in sorted(new, key=self.numbers.__getitem__)],
            "wholes": self.wholes(shown) if shown and segment else [],
            "bare": self.several(claim for claim in said if claim.basis == "inferred"),
            "unsaid": self.unsaid(features),
        }

    def wholes(self, segment: Feature) -> list[Plain]:
        """Return what is said of each whole that a stretch is part of, and of what is within it."""
        found = []
        for whole in self.atlas.wholes(segment):
            members = self.atlas.members.get(whole.id, ())
            claims = [c for f in (whole, *members) for c in f.claims if c.basis != "background"]
            if claims:
                found.append({"name": self.name(whole), "claims": self.several(claims)})
        return found

    def unsaid(self, features: Iterable[Feature]) -> list[Plain]:
        found = [self.tell(s.sentence) for f in features for s in f.properties.silences]
        return list({one["text"]: one for one in found}.values())

    def refs(self, claims: Iterable[Claim]) -> list[int]:
        """Return the numbers of the excerpts that claims rest on."""
        grounds = (one for claim in claims for one in self.atlas.grounds(claim))
        return sorted({self.numbers[one] for one in grounds})

    def excerpt(self, one: str) -> Plain:
        """Return an excerpt with the claims of which it is the first reason."""
        excerpt = self.atlas.excerpts[one]
        number = self.numbers[one]
        claims = [c for c in self.claims if c.basis == "stated" and one in c.excerpts]
        firsts = {claim.id: self.refs([claim])[0] for claim in claims}
        source, paragraph = self.atlas.sources[excerpt.source], paragraph_of(self.atlas, excerpt)
        return {
            "number": number,
            "quote": excerpt.quote.exact,
            "language": source.language,
            "paragraph": paragraph,
            "where": where(paragraph),
            "start": excerpt.position.start,
            "end": excerpt.position.end,
            "attributed_to": excerpt.attributed_to,
            "note": self.maybe(excerpt.note),
            "source": self.keys[excerpt.source],
            "grade": source.grade,
            "claims": self.several(claim for claim in claims if firsts[claim.id] == number),
            "also": sorted(set(firsts.values()) - {number}),
        }

    def claim(self, claim: Claim) -> Plain:
        known = self.atlas.claims
        return {
            "basis": claim.basis,
            "sentence": self.tell(claim.sentence),
            "mark": self.name(self.marks[claim.id]),
            "words": claim.words,
            "modality": claim.modality,
            "hedges": list(claim.hedges),
            "note": self.maybe(claim.note),
            "at": self.date(claim.at),
            "said": self.date(claim.said),
            "refs": self.refs([claim]),
            "from": [self.tell(known[one].sentence) for one in claim.premises if one in known],
            "sources": [self.keys[claim.source]] if claim.source else [],
            "relations": [
                {
                    "key": key,
                    "on": f"on_{relation.on}" if relation.on else None,
                    "sentence": self.tell(other.sentence),
                    "refs": self.refs([other]),
                    "sources": [self.keys[other.source]] if other.source else [],
                    "note": self.maybe(relation.note),
                }
                for key, other, relation in related(self.atlas, claim)
            ],
        }

    def several(self, claims: Iterable[Claim]) -> list[Plain]:
        """Return claims with those that say the same of several marks as one."""
        found: dict[tuple[str, ...], Plain] = {}
        for plain in map(self.claim, claims):
            alike = tuple(str(value) for what, value in plain.items() if what != "mark")
            same = found.setdefault(alike, plain)
            if same is not plain:
                same["mark"] = f"{same['mark']} · {plain['mark']}"
        return list(found.values())

    def not_said_of(self) -> list[Plain]:
        """Return the marks of which something is not said, in the order of the tour."""
        return [
            {"mark": self.name(feature), "sentences": self.unsaid([feature])}
            for features in tour(self.atlas).values()
            for feature in features
            if feature.properties.silences
        ]

    def background(self) -> list[Plain]:
        """Return the marks that have background claims, with them, in the order of the tour."""
        return [
            {"mark": self.name(feature), "claims": self.several(claims)}
            for features in tour(self.atlas).values()
            for feature in features
            if (claims := [claim for claim in feature.claims if claim.basis == "background"])
        ]

    def source(self, source: Source) -> Plain:
        """Return a source with its date as printed, or ours with its reason."""
        dated = source.dated
        return {
            "key": self.keys[source.id],
            "id": source.id,
            "title": source.title,
            "author": source.author,
            "publisher": source.publisher,
            "published": self.date(source.published),
            "dated": {"at": self.date(dated.at), "note": self.tell(dated.note)} if dated else None,
            "genre": self.maybe(source.genre),
            "rests_on": [
                {"name": self.report(one.source, one.name), "how": one.how}
                | {"note": self.maybe(one.note)}
                for one in source.rests_on
            ],
            "url": source.url,
            "via": self.maybe(source.via),
            "language": source.language,
            "licence": source.licence,
            "read": self.tell(source.read),
            "grade": source.grade,
            "grade_reason": self.tell(source.grade_reason),
        }

    def report(self, source: str | None, name: str | None) -> str:
        known = self.atlas.sources.get(source or "")
        return name or self.keys.get(source or "") or (known.title if known else source or "")
