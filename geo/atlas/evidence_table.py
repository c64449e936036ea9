"""The evidence table: every claim with its reasons, and every silence, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Feature, Source
from geo.text.catalogue import digits, words
from geo.text.folding import searchable, searched_words
from geo.text.written_time import written_time


@dataclass(frozen=True)
class EvidenceRow:
    """A claim or a silence, as texts in one language.

    `feature` is the id of its feature and `claim_id` that of the claim, "" for none; `excerpts`
    are the ids of those it rests on.
    """

    feature: str
    basis: str
    claim: str
    place: str = ""
    actor: str = ""
    words: str = ""
    modality: str = ""
    quote: str = ""
    hedge: str = ""
    date: str = ""
    premises: str = ""
    disputes: str = ""
    disputed_by: str = ""
    source: str = ""
    excerpts: tuple[str, ...] = ()
    claim_id: str = ""

    def shown(self) -> dict[str, str]:
        """Return the columns of the table, by heading."""
        return {
            "Basis": self.basis,
            "Mark": self.place,
            "Actor": self.actor,
            "Claim": self.claim,
            "Words as printed": self.words,
            "Said as": self.modality,
            "Hedge as printed": self.hedge,
            "Quote": self.quote,
            "Date it refers to": self.date,
            "Inferred from": self.premises,
            "Disputes": self.disputes,
            "Disputed by": self.disputed_by,
            "Source": self.source,
        }


def evidence_table(atlas: Atlas, language: str = "en") -> tuple[EvidenceRow, ...]:
    """Return all claims in the order of their files, then the silences."""
    return (*_claims(atlas, language), *_silences(atlas, language))


def matching(rows: Iterable[EvidenceRow], words: str) -> tuple[EvidenceRow, ...]:
    """Return the rows with all of `words` in their columns, whatever their spelling."""
    wanted = searched_words(words)
    return tuple(row for row in rows if _has(row, wanted))


def _has(row: EvidenceRow, wanted: list[str]) -> bool:
    found = searchable("\n".join(row.shown().values()))
    return all(word in found for word in wanted)


def _claims(atlas: Atlas, language: str) -> Iterator[EvidenceRow]:
    for _, feature, claim in atlas.each_claim():
        yield _row(atlas, feature, claim, language)


def _row(atlas: Atlas, feature: Feature, claim: Claim, language: str) -> EvidenceRow:
    excerpts = [atlas.excerpts[excerpt] for excerpt in atlas.grounds(claim)]
    return EvidenceRow(
        feature=feature.id,
        excerpts=atlas.grounds(claim),
        claim_id=claim.id,
        basis=claim.basis,
        place=feature.properties.names[language],
        actor=", ".join(atlas.actors[actor].names[language] for actor in claim.actors),
        claim=atlas.localised(claim.sentence, language).text,
        words=claim.words or "",
        modality=claim.modality or "",
        quote=" … ".join(excerpt.quote.exact for excerpt in excerpts),
        hedge=", ".join(claim.hedges),
        date=claim.at or "",
        premises=_sentences(atlas, _known(atlas, claim.premises), language),
        disputes=_sentences(atlas, _known(atlas, claim.contradicts), language),
        disputed_by=_sentences(atlas, atlas.disputing.get(claim.id, ()), language),
        source=_sources(atlas, claim, language),
    )


def _known(atlas: Atlas, ids: Iterable[str]) -> Iterator[Claim]:
    return (atlas.claims[id_] for id_ in ids)


def _sentences(atlas: Atlas, claims: Iterable[Claim], language: str) -> str:
    """Return the sentences of claims, each with its sources."""
    return " · ".join(
        f"{atlas.localised(claim.sentence, language).text} ({_sources(atlas, claim, language)})"
        for claim in claims
    )


def _sources(atlas: Atlas, claim: Claim, language: str) -> str:
    quoted = (atlas.excerpts[excerpt].source for excerpt in atlas.grounds(claim))
    cited = dict.fromkeys(filter(None, [claim.source, *quoted]))
    return " · ".join(citation(atlas.sources[source], language) for source in cited)


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
