"""Claims of the atlas as entries of a briefing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Feature, Relation
from geo.formats.briefing.citations import Citations
from geo.formats.briefing.document import ClaimEntry, RelationEntry
from geo.formats.localise import Localiser
from geo.formats.relations import related
from geo.text.bidi import without_isolates
from geo.text.catalogue import words


@dataclass(frozen=True)
class ClaimEntries:
    """Makes the entries of claims, in the language of a localiser."""

    atlas: Atlas
    localiser: Localiser
    citations: Citations

    @cached_property
    def _marks(self) -> Mapping[str, Feature]:
        """The feature of each claim, by the claim's id."""
        return {claim.id: feature for _, feature, claim in self.atlas.each_claim()}

    def name(self, feature: Feature) -> str:
        """Return a feature's name in the reader's language."""
        return feature.properties.names[self.localiser.language]

    def entry(self, claim: Claim) -> ClaimEntry:
        """Return one claim with its reasons."""
        localiser, claims = self.localiser, self.atlas.claims
        return ClaimEntry(
            basis=claim.basis,
            sentence=localiser.localise(claim.sentence),
            mark=self.name(self._marks[claim.id]),
            words=quoted(claim.words) if claim.words else None,
            modality=claim.modality,
            hedges=tuple(map(quoted, claim.hedges)),
            note=localiser.localise_optional(claim.note),
            at=localiser.time_optional(claim.at),
            said=localiser.time_optional(claim.said),
            excerpt_numbers=self.citations.excerpt_numbers([claim]),
            premises=tuple(
                localiser.localise(claims[premise].sentence)
                for premise in claim.premises
                if premise in claims
            ),
            source_keys=self.citations.source_keys(claim),
            relations=tuple(self._relations(claim)),
        )

    def merged(self, claims: Iterable[Claim]) -> tuple[ClaimEntry, ...]:
        """Return entries in which claims that differ only in their mark are one entry."""
        marks: dict[ClaimEntry, list[str]] = {}
        for entry in map(self.entry, claims):
            marks.setdefault(replace(entry, mark=""), []).append(entry.mark)
        return tuple(replace(entry, mark=" · ".join(names)) for entry, names in marks.items())

    def _relations(self, claim: Claim) -> Iterator[RelationEntry]:
        for key, other, relation in related(self.atlas, claim):
            yield RelationEntry(
                key=key,
                on=self._aspect(relation),
                sentence=self.localiser.localise(other.sentence),
                excerpt_numbers=self.citations.excerpt_numbers([other]),
                source_keys=self.citations.source_keys(other),
                note=self.localiser.localise_optional(relation.note),
            )

    def _aspect(self, relation: Relation) -> str | None:
        """Return the aspect of a claim that a relation is about, in words, if it is given."""
        if relation.on is None:
            return None
        language = self.localiser.language
        aspect = words(language, f"on_{relation.on}")
        return without_isolates(words(language, "relationOn", aspect))
