"""Every claim with its reasons, and every silence, as rows: for the Evidence panel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.atlas import Atlas
from geo.folding import fold
from geo.model import Claim, Feature, Source


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
            "Quote": self.quote,
            "Hedge as printed": self.hedge,
            "Source": self.source,
        }


def evidence_table(atlas: Atlas, language: str = "en") -> tuple[Row, ...]:
    """Return all claims in the order of their files, then what the article doesn't say."""
    claims = [_row(atlas, feature, claim, language) for _, feature, claim in atlas.each_claim()]
    unsaid = [
        Row("", "not said", atlas.told(silence.sentence, language).text)
        for silence in atlas.manifest.silences
    ]
    for _, feature in atlas.each_feature():
        place = feature.properties.names[language]
        for silence in feature.properties.silences:
            sentence = atlas.told(silence.sentence, language).text
            unsaid.append(Row(feature.id, "not said", sentence, place))
    return (*claims, *unsaid)


def matching(rows: Iterable[Row], words: str) -> tuple[Row, ...]:
    """Return the rows that hold every one of `words`, in any column, however written."""
    wanted = fold(words).split()
    return tuple(
        row for row in rows if all(word in fold("\n".join(row.shown().values())) for word in wanted)
    )


def _row(atlas: Atlas, feature: Feature, claim: Claim, language: str) -> Row:
    excerpts = [atlas.excerpts[one] for one in atlas.grounds(claim)]
    cited = dict.fromkeys(filter(None, [claim.source, *(one.source for one in excerpts)]))
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
        source=" · ".join(citation(atlas.sources[source]) for source in cited),
    )


def citation(source: Source) -> str:
    """Name a source in one line: publisher, title, and date, or that none is printed."""
    day = source.published or (f"dated {source.dated.at} by us" if source.dated else "")
    parts = (source.publisher, source.title, day or "no date printed")
    return ", ".join(part for part in parts if part)
