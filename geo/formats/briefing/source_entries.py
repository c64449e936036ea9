"""Sources of the atlas as entries of a briefing's list of sources."""

from __future__ import annotations

from dataclasses import dataclass

from geo.atlas.atlas import Atlas
from geo.atlas.model import Dated, Origin, Source
from geo.formats.briefing.citations import Citations
from geo.formats.briefing.document import DatingEntry, OriginEntry, SourceEntry
from geo.formats.localise import Localiser


@dataclass(frozen=True)
class SourceEntries:
    """Makes the entries of sources, in the language of a localiser."""

    atlas: Atlas
    localiser: Localiser
    citations: Citations

    def entry(self, source: Source) -> SourceEntry:
        """Return one source, with its key."""
        localiser = self.localiser
        return SourceEntry(
            key=self.citations.keys[source.id],
            id=source.id,
            title=source.title,
            author=source.author,
            publisher=source.publisher,
            published=localiser.time_optional(source.published),
            dating=self._dating(source.dated) if source.dated else None,
            genre=localiser.localise_optional(source.genre),
            rests_on=tuple(self._origin(origin) for origin in source.rests_on),
            url=source.url,
            via=localiser.localise_optional(source.via),
            language=source.language,
            licence=source.licence,
            read=localiser.localise(source.read),
            grade=source.grade,
            grade_reason=localiser.localise(source.grade_reason),
        )

    def _dating(self, dated: Dated) -> DatingEntry:
        return DatingEntry(self.localiser.time(dated.at), self.localiser.localise(dated.note))

    def _origin(self, origin: Origin) -> OriginEntry:
        note = self.localiser.localise_optional(origin.note)
        return OriginEntry(self._name(origin), origin.how, note)

    def _name(self, origin: Origin) -> str:
        """Return the name of a report, or the key of a listed source, or its title."""
        source = origin.source or ""
        known = self.atlas.sources.get(source)
        title = known.title if known else source
        return origin.name or self.citations.keys.get(source) or title
