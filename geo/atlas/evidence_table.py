"""Every claim with its reasons, and every silence, as rows: for the Evidence panel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Feature, Source
from geo.text.catalogue import digits, words
from geo.text.folding import fold
from geo.text.written_time import written_time


@dataclass(frozen=True)
class Row:
    """A claim or a silence in words. `feature` ("" for none) and `excerpts` are for a link."""

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


def evidence_table(atlas: Atlas, language: str = "en") -> tuple[Row, ...]:
    """Return all claims in the order of their files, then what the article doesn't say."""
    return (*_claims(atlas, language), *_silences(atlas, language))


def matching(rows: Iterable[Row], words: str) -> tuple[Row, ...]:
    """Return the rows that hold every one of `words`, in any column, however written."""
    wanted = fold(words).split()
    return tuple(
        row for row in rows if all(word in fold("\n".join(row.shown().values())) for word in wanted)
    )


def _claims(atlas: Atlas, language: str) -> Iterator[Row]:
    disputed_by: dict[str, list[str]] = {}
    for claim in atlas.claims.values():
        for one in claim.contradicts:
            disputed_by.setdefault(one, []).append(claim.id)
    for _, feature, claim in atlas.each_claim():
        row = _row(atlas, feature, claim, language)
        yield replace(row, disputed_by=_said(atlas, disputed_by.get(claim.id, ()), language))


def _row(atlas: Atlas, feature: Feature, claim: Claim, language: str) -> Row:
    excerpts = [atlas.excerpts[one] for one in atlas.grounds(claim)]
    return Row(
        feature=feature.id,
        excerpts=atlas.grounds(claim),
        basis=claim.basis,
        place=feature.properties.names[language],
        actor=", ".join(atlas.actors[one].names[language] for one in claim.actors),
        claim=atlas.told(claim.sentence, language).text,
        words=claim.words or "",
        modality=claim.modality or "",
        quote=" … ".join(excerpt.quote.exact for excerpt in excerpts),
        hedge=", ".join(claim.hedges),
        date=claim.at or "",
        premises=_said(atlas, claim.premises, language),
        disputes=_said(atlas, claim.contradicts, language),
        source=_sources(atlas, claim, language),
    )


def _said(atlas: Atlas, claims: Iterable[str], language: str) -> str:
    """Return the sentences of claims, each with whose it is."""
    found = (atlas.claims[one] for one in claims)
    return " · ".join(
        f"{atlas.told(claim.sentence, language).text} ({_sources(atlas, claim, language)})"
        for claim in found
    )


def _sources(atlas: Atlas, claim: Claim, language: str) -> str:
    quoted = (atlas.excerpts[one].source for one in atlas.grounds(claim))
    cited = dict.fromkeys(filter(None, [claim.source, *quoted]))
    return " · ".join(citation(atlas.sources[source], language) for source in cited)


def _silences(atlas: Atlas, language: str) -> Iterator[Row]:
    for silence in atlas.manifest.silences:
        yield Row("", "not said", atlas.told(silence.sentence, language).text)
    for _, feature in atlas.each_feature():
        place = feature.properties.names[language]
        for silence in feature.properties.silences:
            sentence = atlas.told(silence.sentence, language).text
            yield Row(feature.id, "not said", sentence, place)


def citation(source: Source, language: str = "en") -> str:
    """Name a source in one line: publisher, title, and date, or that none is printed."""
    parts = (source.publisher, source.title, _day(source, language))
    return words(language, "comma").join(part for part in parts if part)


def _day(source: Source, language: str) -> str:
    if source.published:
        return digits(source.published, language)
    if source.dated:
        return words(language, "datedByUs", written_time(source.dated.at, language))
    return words(language, "noDate")
