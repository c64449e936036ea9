"""The stretches of the itinerary, each with the excerpts and claims of the article about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.atlas.itinerary import ELSEWHERE, UNPLACED
from geo.atlas.model import Claim, Feature
from geo.formats.briefing.citations import Citations
from geo.formats.briefing.claim_entries import ClaimEntries
from geo.formats.briefing.document import (
    ExcerptEntry,
    MapEntry,
    MarkClaims,
    MarkEntry,
    StretchEntry,
)
from geo.formats.briefing.extents import extent_around
from geo.formats.localise import Localiser, LocalText
from geo.sheet.wording import location_key
from geo.text.catalogue import words

# The titles of what lies beside the stretches: keys of the words.
_TITLES = {ELSEWHERE: "group_elsewhere", UNPLACED: "group_unplaced"}


@dataclass(frozen=True)
class Stretches:
    """Makes the entries of the stretches, in the language of a localiser."""

    atlas: Atlas
    localiser: Localiser
    citations: Citations
    claims: ClaimEntries

    def entries(self) -> Iterator[StretchEntry]:
        """Yield the stretches with claims that rest on the article, in order.

        Each excerpt is in the first stretch that cites it.
        """
        met: set[str] = set()
        for stretch, features in self.atlas.itinerary.items():
            if claims := _of_article(features):
                cited = dict.fromkeys(e for claim in claims for e in self.atlas.grounds(claim))
                new = [excerpt for excerpt in cited if excerpt not in met]
                met.update(new)
                yield self._entry(stretch, features, claims, new)

    def _entry(
        self, stretch: str, features: tuple[Feature, ...], claims: list[Claim], new: list[str]
    ) -> StretchEntry:
        segment = next((f for f in self.atlas.corridor if f.id == stretch), None)
        shown = self.atlas.features.get(stretch)
        name = (
            self.claims.name(segment)
            if segment
            else words(self.localiser.language, _TITLES[stretch])
        )
        return StretchEntry(
            id=stretch,
            placed=stretch != UNPLACED,
            title=name,
            map=self._map(segment, name) if segment and segment.shape else None,
            marks=tuple(self._marks(features)),
            excerpts=tuple(
                self._excerpt(excerpt)
                for excerpt in sorted(new, key=self.atlas.excerpt_numbers.__getitem__)
            ),
            wholes=tuple(self._wholes(shown)) if shown and segment else (),
            inferred=self.claims.merged(claim for claim in claims if claim.basis == "inferred"),
            silences=silences_of(features, self.localiser),
        )

    def _map(self, segment: Feature, name: str) -> MapEntry:
        """Return the map of a stretch, with all that lies in its frame."""
        shapes = [] if segment.shape is None else [segment.shape]
        layers = tuple(layer.id for layer in self.atlas.manifest.layers)
        title = f"{words(self.localiser.language, 'map')}: {name}"
        return MapEntry(extent_around(self.atlas, shapes), layers, title)

    def _marks(self, features: Iterable[Feature]) -> Iterator[MarkEntry]:
        for feature in features:
            if numbers := self.citations.excerpt_numbers(feature.claims):
                yield MarkEntry(self.claims.name(feature), numbers)

    def _wholes(self, segment: Feature) -> Iterator[MarkClaims]:
        """Yield the claims of each whole that a stretch is part of, and of the whole's members."""
        for whole in self.atlas.wholes(segment):
            if claims := _of_article((whole, *self.atlas.members.get(whole.id, ()))):
                yield MarkClaims(self.claims.name(whole), self.claims.merged(claims))

    def _excerpt(self, id_: str) -> ExcerptEntry:
        """Return an excerpt with the claims of which it is the first reason."""
        excerpt, number = self.atlas.excerpts[id_], self.atlas.excerpt_numbers[id_]
        source, paragraph = self.atlas.sources[excerpt.source], self.atlas.paragraph_number(excerpt)
        supported = [
            claim
            for claim in self.citations.claims
            if claim.basis == "stated" and id_ in claim.excerpts
        ]
        firsts = {claim.id: self.citations.excerpt_numbers([claim])[0] for claim in supported}
        return ExcerptEntry(
            number=number,
            quote=quoted(excerpt.quote.exact),
            language=source.language,
            paragraph=paragraph,
            location=location_key(paragraph),
            start=excerpt.position.start,
            end=excerpt.position.end,
            attributed_to=quoted(excerpt.attributed_to) if excerpt.attributed_to else None,
            note=self.localiser.localise_optional(excerpt.note),
            source_key=self.citations.keys[excerpt.source],
            grade=source.grade,
            claims=self.claims.merged(c for c in supported if firsts[c.id] == number),
            also_under=tuple(sorted(set(firsts.values()) - {number})),
        )


def silences_of(features: Iterable[Feature], localiser: Localiser) -> tuple[LocalText, ...]:
    """Return the silences of features, each sentence once."""
    silences = (silence for feature in features for silence in feature.properties.silences)
    return tuple(dict.fromkeys(localiser.localise(silence.sentence) for silence in silences))


def _of_article(features: Iterable[Feature]) -> list[Claim]:
    """Return the claims that rest on the article, stated or inferred."""
    claims = (claim for feature in features for claim in feature.claims)
    return [claim for claim in claims if claim.basis != "background"]
