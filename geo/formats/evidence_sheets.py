"""The evidence as the sheets of a workbook, in the reader's words.

These are marks and claims, excerpts, sources, and what is not said. Their cells are those of the
long table (`geo.formats.reason_rows`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from geo.atlas.atlas import Atlas
from geo.atlas.evidence_table import citation
from geo.atlas.model import Claim, Feature, Silence
from geo.formats.reason_rows import (
    ReasonRow,
    claim_cells,
    excerpt_cells,
    mark_cells,
    silence_cells,
    source_cells,
)
from geo.formats.relations import relation_lines
from geo.formats.representative_point import PRECISIONS
from geo.text.bidi import without_isolates
from geo.text.catalogue import words


class Column(NamedTuple):
    """A column of a sheet: the cell of a row, the key of its heading, and its width in letters."""

    cell: str
    heading: str
    width: int


class Sheet(NamedTuple):
    """A sheet: the key of its name, its columns, and its rows."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[ReasonRow]


_CLAIMS = (
    Column("mark", "cellMark", 26),
    Column("basis", "column_basis", 12),
    Column("claim", "cellClaim", 56),
    Column("words_as_printed", "words", 26),
    Column("modality", "helpSaid", 16),
    Column("hedge_as_printed", "hedge", 20),
    Column("excerpts", "sheetExcerpts", 12),
    Column("source", "source", 34),
    Column("actors", "find_actors", 22),
    Column("part", "partIn", 20),
    Column("within", "cellWithin", 20),
    Column("longitude", "cellLongitude", 12),
    Column("latitude", "cellLatitude", 12),
    Column("precision", "cellPrecision", 24),
    Column("position_basis", "cellPositionBasis", 14),
    Column("at", "refersTo", 14),
    Column("said", "saidOn", 14),
    Column("premises", "inferredFrom", 44),
    Column("relations", "relatedTo", 44),
    Column("claim_note", "note", 44),
    Column("layer", "column_layer", 22),
    Column("claim_id", "cellClaimId", 22),
    Column("feature_id", "cellMarkId", 22),
)
_EXCERPTS = (
    Column("number", "cellNumber", 8),
    Column("quote", "cellQuote", 70),
    Column("attributed_to", "attributedTo", 26),
    Column("paragraph", "cellParagraph", 12),
    Column("char_start", "cellStart", 12),
    Column("char_end", "cellEnd", 12),
    Column("source", "source", 34),
    Column("claims", "column_claims", 30),
    Column("excerpt_note", "note", 44),
    Column("excerpt_id", "cellExcerptId", 22),
)
_SOURCES = (
    Column("source", "cellTitle", 44),
    Column("genre", "genre", 26),
    Column("publisher", "cellPublisher", 22),
    Column("author", "cellAuthor", 22),
    Column("published", "cellPublished", 16),
    Column("dated_by_us", "dated", 30),
    Column("grade", "cellGrade", 10),
    Column("grade_reason", "cellGradeReason", 44),
    Column("read", "read", 30),
    Column("rests_on", "restsOn", 30),
    Column("licence", "licence", 20),
    Column("url", "cellAddress", 40),
    Column("source_sha256", "cellSeal", 30),
    Column("source_id", "cellSourceId", 20),
)
_SILENCES = (
    Column("mark", "cellMark", 26),
    Column("claim", "find_silences", 70),
    Column("absent", "cellAbsent", 44),
    Column("source", "source", 34),
    Column("feature_id", "cellMarkId", 22),
)
# Cells that hold a code, which is shown in the reader's words.
_CODES = ("basis", "modality", "position_basis", "precision")


def evidence_sheets(atlas: Atlas, language: str) -> tuple[Sheet, ...]:
    """Return the sheets; a row without a cell of a column has nothing to say there."""
    rows = _Rows(atlas, language)
    return (
        Sheet("sheetClaims", _CLAIMS, map(rows.in_words, rows.claims())),
        Sheet("sheetExcerpts", _EXCERPTS, map(rows.in_words, rows.excerpts())),
        Sheet("sources", _SOURCES, map(rows.in_words, rows.sources())),
        Sheet("sheetSilences", _SILENCES, map(rows.in_words, rows.silences())),
    )


@dataclass(frozen=True)
class _Rows:
    atlas: Atlas
    language: str

    def in_words(self, row: ReasonRow) -> ReasonRow:
        said = {name: str(row[name]) for name in _CODES if row.get(name)}
        keys = {name: PRECISIONS.get(code, code) for name, code in said.items()}
        return row | {name: words(self.language, key) for name, key in keys.items()}

    def claims(self) -> Iterator[ReasonRow]:
        """Yield a row a claim, and one for a mark of which only its whole's claims are shown."""
        for feature in self.atlas.features.values():
            mark = self.mark(feature)
            for claim in feature.claims:
                yield mark | self.claim(claim)
            if not feature.claims:
                yield mark

    def mark(self, feature: Feature) -> ReasonRow:
        atlas, properties = self.atlas, feature.properties
        holder = atlas.features.get(properties.within or "")
        part = properties.part.id if properties.part else None
        layer = atlas.layer_of(feature)
        return mark_cells(feature, self.language) | {
            "layer": atlas.style_of(layer).names[self.language],
            "within": holder.properties.names[self.language] if holder else "",
            "part": "".join(p.names[self.language] for p in atlas.manifest.parts if p.id == part),
        }

    def claim(self, claim: Claim) -> ReasonRow:
        atlas, language = self.atlas, self.language
        grounds = atlas.grounds(claim)
        cited = dict.fromkeys(
            filter(None, [claim.source, *(atlas.excerpts[one].source for one in grounds)])
        )
        premises = (atlas.claims[one].sentence for one in claim.premises if one in atlas.claims)
        return claim_cells(atlas, claim, language) | {
            "excerpts": " ".join(str(atlas.excerpt_numbers[one]) for one in grounds),
            "source": "\n".join(citation(atlas.sources[one], language) for one in cited),
            "premises": "\n".join(atlas.localised(one, language).text for one in premises),
            "relations": without_isolates("\n".join(relation_lines(atlas, claim, language))),
        }

    def excerpts(self) -> Iterator[ReasonRow]:
        """Yield a row an excerpt, by its number on the map."""
        cited: dict[str, list[str]] = {}
        for claim in self.atlas.claims.values():
            for one in self.atlas.grounds(claim):
                cited.setdefault(one, []).append(claim.id)
        for one, number in self.atlas.excerpt_numbers.items():
            excerpt = self.atlas.excerpts[one]
            yield excerpt_cells(self.atlas, excerpt, self.language) | {
                "number": number,
                "source": citation(self.atlas.sources[excerpt.source], self.language),
                "claims": " ".join(cited[one]),
            }

    def sources(self) -> Iterator[ReasonRow]:
        for source in self.atlas.sources.values():
            yield source_cells(self.atlas, source, self.language)

    def silences(self) -> Iterator[ReasonRow]:
        """Yield a row for what the article does not say at all; then for what not of a mark."""
        for silence in self.atlas.manifest.silences:
            yield self.silence(silence)
        for feature in self.atlas.features.values():
            for silence in feature.properties.silences:
                yield mark_cells(feature, self.language) | self.silence(silence)

    def silence(self, silence: Silence) -> ReasonRow:
        source = self.atlas.sources[silence.source] if silence.source else self.atlas.article
        return {
            "claim": silence_cells(self.atlas, silence, self.language)["claim"],
            "absent": "; ".join(silence.absent),
            "source": citation(source, self.language),
        }
