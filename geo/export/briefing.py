"""The briefing as plain values: what the pages behind the map say, for a template to lay out.

Every text is a value, none is markup. Excerpts have the numbers of the tour, as on the map;
sources are S1 (the article), S2 …: a letter of a grade's would be read as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from geo.atlas import Atlas
from geo.export.about import about
from geo.export.bidi import is_rightward
from geo.export.dissent import dissent
from geo.export.reasons import paragraph_of
from geo.export.words import untranslated, words
from geo.model import BASES, Claim, Feature, Source
from geo.order import Order, Part
from geo.sheet.words import is_rtl
from geo.tour import numbers, tour

Plain: TypeAlias = dict[str, Any]

_HEAD = 60  # characters of the title that a page's head has room for


# The parts of an order for which each list is there.
_PARTS: dict[str, set[Part]] = {
    "findings": {"findings"},
    "stretches": {"excerpts"},
    "dissent": {"dissent"},
    "background": {"background"},
    "sources": {"background", "dissent"},
}


def briefing(atlas: Atlas, order: Order) -> Plain:
    """Return all that the pages say, ready for JSON."""
    made = order.made
    told = _Briefing(atlas, order.view.language)
    said = about(atlas, order)
    whole = {
        "about": said,
        "head": said["title"] if len(said["title"]) <= _HEAD else f"{said['title'][:_HEAD]}…",
        "made": [made.year, made.month, made.day] if made else None,
        "words": dict(words(order.view.language)),
        "untranslated": untranslated(order.view.language, atlas.article.language),
        "rtl": is_rtl(order.view.language),
        "marking_rtl": is_rightward(order.marking),
        "alt": told.alt(said["as_of"]),
        "paper": "us-letter" if order.paper == "letter" else "a4",
        "findings": [told.claim(atlas.claims[one]) for one in atlas.manifest.findings],
        "stretches": told.stretches(),
        "dissent": [[told.several(side) for side in sides] for sides in dissent(atlas)],
        "not_said": [silence.sentence for silence in atlas.manifest.silences],
        "not_said_of": told.not_said_of(),
        "background": told.background(),
        "article": told.source(atlas.article),
        "bases": list(BASES),
        "sources": [told.source(one) for one in told.cited if one.kind == "background"],
        "gazetteers": [told.source(one) for one in told.cited if one.kind == "gazetteer"],
    }
    return whole | {key: [] for key, parts in _PARTS.items() if not parts & order.parts}


@dataclass(frozen=True)
class _Briefing:
    atlas: Atlas
    language: str

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
        first = dict.fromkeys(source for claim in self.claims for source in claim.sources)
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

    def alt(self, as_of: str) -> str:
        """Say in words what the map shows; the pages behind it say the rest."""
        layers = self.atlas.manifest.layers
        names = (self.atlas.look_of(layer).names[self.language] for layer in layers)
        title = self.atlas.manifest.title[self.language]
        return f"{words(self.language)['alt']}: {title} – {', '.join(names)}. {as_of}"

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
        said = [c for f in features for c in f.claims if c.basis != "background"]
        new = [e for e in dict.fromkeys(e for c in said for e in c.excerpts) if e not in met]
        again = dict.fromkeys(e for c in said for e in c.excerpts if e in met)
        met.update(new)
        marks = ({"name": self.name(f), "refs": self.refs(f.claims)} for f in features)
        return {
            "id": one,
            "placed": one != "unplaced",
            "title": self.name(segment) if segment else words(self.language)[one],
            "marks": [mark for mark in marks if mark["refs"]],
            "excerpts": [self.excerpt(one) for one in sorted(new, key=self.numbers.__getitem__)],
            "again": [self.excerpt(e, said) for e in sorted(again, key=self.numbers.__getitem__)],
            "bare": self.several(claim for claim in said if not claim.excerpts),
            "unsaid": [*dict.fromkeys(s.sentence for f in features for s in f.properties.silences)],
        }

    def refs(self, claims: Iterable[Claim]) -> list[int]:
        """Return the numbers of the excerpts that claims rest on."""
        return sorted({self.numbers[one] for claim in claims for one in claim.excerpts})

    def excerpt(self, one: str, said: Sequence[Claim] = ()) -> Plain:
        """Return an excerpt with the claims, or those of some, of which it is the first reason."""
        excerpt = self.atlas.excerpts[one]
        number = self.numbers[one]
        claims = [claim for claim in said or self.claims if one in claim.excerpts]
        firsts = {claim.id: self.refs([claim])[0] for claim in claims}
        return {
            "number": number,
            "quote": excerpt.quote.exact,
            "paragraph": paragraph_of(self.atlas, excerpt),
            "start": excerpt.position.start,
            "end": excerpt.position.end,
            "modality": excerpt.modality,
            "hedges": list(excerpt.hedges),
            "note": excerpt.note,
            "source": self.keys[excerpt.source],
            "grade": self.atlas.sources[excerpt.source].grade,
            "claims": self.several(claim for claim in claims if firsts[claim.id] == number),
            "also": sorted(set(firsts.values()) - {number}),
        }

    def claim(self, claim: Claim) -> Plain:
        return {
            "basis": claim.basis,
            "sentence": claim.sentence,
            "mark": self.name(self.marks[claim.id]),
            "verb": claim.verb,
            "note": claim.note,
            "as_of": claim.as_of,
            "refs": self.refs([claim]),
            "sources": [self.keys[source] for source in claim.sources],
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
            {"mark": self.name(feature), "sentences": [silence.sentence for silence in unsaid]}
            for features in tour(self.atlas).values()
            for feature in features
            if (unsaid := feature.properties.silences)
        ]

    def background(self) -> list[Plain]:
        """Return the marks that have background claims, with them, in the order of the tour."""
        return [
            {"mark": self.name(feature), "claims": [self.claim(claim) for claim in claims]}
            for features in tour(self.atlas).values()
            for feature in features
            if (claims := [claim for claim in feature.claims if claim.basis == "background"])
        ]

    def source(self, source: Source) -> Plain:
        return {"key": self.keys[source.id]} | source.model_dump(mode="json")
