"""How a briefing cites: excerpts by their numbers on the map, sources by keys (S1, S2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Source


@dataclass(frozen=True)
class Citations:
    """The excerpts, claims and sources of an atlas in the order in which a briefing cites them."""

    atlas: Atlas

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims in the order of the itinerary."""
        features = (feature for stretch in self.atlas.itinerary.values() for feature in stretch)
        return tuple(claim for feature in features for claim in feature.claims)

    @cached_property
    def background(self) -> tuple[Source, ...]:
        """The background sources in the order in which claims cite them."""
        cited = dict.fromkeys(claim.source for claim in self.claims if claim.source)
        sources = (self.atlas.sources[source] for source in cited)
        return tuple(source for source in sources if source.kind == "background")

    @cached_property
    def gazetteers(self) -> tuple[Source, ...]:
        """The gazetteers, in the order of their file."""
        sources = self.atlas.sources.values()
        return tuple(source for source in sources if source.kind == "gazetteer")

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The key of each source that is listed, by its id."""
        listed = (self.atlas.article, *self.background, *self.gazetteers)
        return {source.id: f"S{number}" for number, source in enumerate(listed, 1)}

    def excerpt_numbers(self, claims: Iterable[Claim]) -> tuple[int, ...]:
        """Return the numbers of the excerpts that claims rest on, in order."""
        cited = {excerpt for claim in claims for excerpt in self.atlas.grounds(claim)}
        return tuple(sorted(self.atlas.excerpt_numbers[excerpt] for excerpt in cited))

    def source_keys(self, claim: Claim) -> tuple[str, ...]:
        """Return the key of a background claim's source; none for a claim of the article."""
        return (self.keys[claim.source],) if claim.source else ()
