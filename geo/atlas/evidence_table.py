"""The evidence table: every claim with its reasons, and every silence, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Feature, Source
from geo.text.catalogue import digits, words
from geo.text.folding import searchable, searched_words
from geo.text.written_time import written_time

CELL = 10_000  # characters: what is longer is cut, and says so
CUT = " … (cut here; the CSV has it whole)"


class Said(NamedTuple):
    """Another claim's sentence, and the sources of that claim."""

    sentence: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class EvidenceRow:
    """A claim or a silence, as texts in one language.

    `feature` is the id of its feature and `claim_id` that of the claim, "" for none; `excerpts`
    are the ids of those it rests on. Rows share their texts, and join them only when they are
    shown: a thousand claims on the same long quotes take no more memory than the quotes.
    """

    feature: str
    basis: str
    claim: str
    place: str = ""
    actors: tuple[str, ...] = ()
    words: str = ""
    modality: str = ""
    quotes: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    date: str = ""
    premises: tuple[Said, ...] = ()
    disputes: tuple[Said, ...] = ()
    disputed_by: tuple[Said, ...] = ()
    sources: tuple[str, ...] = ()
    excerpts: tuple[str, ...] = ()
    claim_id: str = ""

    def shown(self) -> dict[str, str]:
        """Return the columns of the table, by heading."""
        columns = {
            "Basis": self.basis,
            "Mark": self.place,
            "Actor": _joined(", ", self.actors),
            "Claim": self.claim,
            "Words as printed": self.words,
            "Said as": self.modality,
            "Hedge as printed": _joined(", ", self.hedges),
            "Quote": _joined(" … ", self.quotes),
            "Date it refers to": self.date,
            "Inferred from": _joined(" · ", _sentences(self.premises)),
            "Disputes": _joined(" · ", _sentences(self.disputes)),
            "Disputed by": _joined(" · ", _sentences(self.disputed_by)),
            "Source": _joined(" · ", self.sources),
        }
        return {heading: _cut(text) for heading, text in columns.items()}

    def texts(self) -> Iterator[str]:
        """Yield all texts of the row, each by itself."""
        yield from (self.basis, self.place, self.claim, self.words, self.modality, self.date)
        yield from (*self.actors, *self.quotes, *self.hedges, *self.sources)
        for said in (*self.premises, *self.disputes, *self.disputed_by):
            yield said.sentence
            yield from said.sources


def _joined(mark: str, texts: Iterable[str]) -> str:
    """Join texts until there are more than fit into a cell."""
    taken, length = [], 0
    for text in texts:
        taken.append(text)
        length += len(text)
        if length > CELL:
            break
    return mark.join(taken)


def _cut(text: str) -> str:
    return text if len(text) <= CELL else f"{text[:CELL]}{CUT}"


def _sentences(others: Iterable[Said]) -> Iterator[str]:
    return (f"{said.sentence} ({_joined(' · ', said.sources)})" for said in others)


def evidence_table(atlas: Atlas, language: str = "en") -> tuple[EvidenceRow, ...]:
    """Return all claims in the order of their files, then the silences."""
    return (*_Claims(atlas, language).rows(), *_silences(atlas, language))


def matching(rows: Iterable[EvidenceRow], words: str) -> tuple[EvidenceRow, ...]:
    """Return the rows with all of `words` in their columns, whatever their spelling."""
    wanted = searched_words(words)
    has = cache(lambda text: frozenset(word for word in wanted if word in searchable(text)))
    return tuple(
        row for row in rows if not wanted or set(wanted) <= set().union(*map(has, row.texts()))
    )


class _Claims:
    """The rows of claims; each text is made once for all rows that have it."""

    def __init__(self, atlas: Atlas, language: str) -> None:
        self.atlas, self.language = atlas, language
        self._cited: dict[str, str] = {}
        self._said: dict[str, Said] = {}

    def rows(self) -> Iterator[EvidenceRow]:
        for _, feature, claim in self.atlas.each_claim():
            yield self._row(feature, claim)

    def _row(self, feature: Feature, claim: Claim) -> EvidenceRow:
        atlas = self.atlas
        said = self._said_in(claim)
        return EvidenceRow(
            feature=feature.id,
            excerpts=atlas.grounds(claim),
            claim_id=claim.id,
            basis=claim.basis,
            place=feature.properties.names[self.language],
            actors=tuple(atlas.actors[actor].names[self.language] for actor in claim.actors),
            claim=said.sentence,
            words=claim.words or "",
            modality=claim.modality or "",
            quotes=tuple(atlas.excerpts[excerpt].quote.exact for excerpt in atlas.grounds(claim)),
            hedges=claim.hedges,
            date=claim.at or "",
            premises=tuple(self._said_in(atlas.claims[id_]) for id_ in claim.premises),
            disputes=tuple(self._said_in(atlas.claims[id_]) for id_ in claim.contradicts),
            disputed_by=tuple(map(self._said_in, atlas.disputing.get(claim.id, ()))),
            sources=said.sources,
        )

    def _said_in(self, claim: Claim) -> Said:
        if claim.id not in self._said:
            sentence = self.atlas.localised(claim.sentence, self.language).text
            self._said[claim.id] = Said(sentence, self._sources(claim))
        return self._said[claim.id]

    def _sources(self, claim: Claim) -> tuple[str, ...]:
        quoted = (self.atlas.excerpts[id_].source for id_ in self.atlas.grounds(claim))
        return tuple(map(self._citation, dict.fromkeys(filter(None, [claim.source, *quoted]))))

    def _citation(self, source: str) -> str:
        if source not in self._cited:
            self._cited[source] = citation(self.atlas.sources[source], self.language)
        return self._cited[source]


def _silences(atlas: Atlas, language: str) -> Iterator[EvidenceRow]:
    for silence in atlas.manifest.silences:
        yield EvidenceRow("", "not said", atlas.localised(silence.sentence, language).text)
    for _, feature in atlas.each_feature():
        place = feature.properties.names[language]
        for silence in feature.properties.silences:
            sentence = atlas.localised(silence.sentence, language).text
            yield EvidenceRow(feature.id, "not said", sentence, place)


def citation(source: Source, language: str = "en") -> str:
    """Return a source in one line: publisher, title, and its date or "no date printed"."""
    parts = (source.publisher, source.title, _day(source, language))
    return words(language, "comma").join(part for part in parts if part)


def _day(source: Source, language: str) -> str:
    if source.published:
        return digits(source.published, language)
    if source.dated:
        return words(language, "datedByUs", written_time(source.dated.at, language))
    return words(language, "noDate")
