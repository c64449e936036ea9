"""The evidence in long form: a row for each reason of each claim, and for each silence.

`geo.atlas.evidence_table` has a row a claim. Here a quote is alone in its cell, verbatim, with
its offsets in the source, so that a reader can check it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Excerpt, Feature, Relation, Silence, Source
from geo.formats.representative_point import POINT_COLUMNS, representative_point
from geo.text.catalogue import words

ReasonRow: TypeAlias = dict[str, str | int | float]

# Offsets are Unicode code points in the source's text, end exclusive; paragraphs count from 1,
# and 0 is the headline.
_CLAIM = ("basis", "mark", "actors", "claim", "words_as_printed", "modality", "hedge_as_printed")
# Where the mark is drawn; all are empty for a mark without a place.
_POSITION = (*POINT_COLUMNS, "position_basis")
_EXCERPT = ("quote", "attributed_to", "paragraph", "char_start", "char_end")
_SOURCE = (
    *("source", "publisher", "author", "published", "dated_by_us", "genre", "rests_on", "url"),
    *("read", "grade", "grade_reason", "licence", "source_sha256"),
)
_NOTES = ("claim_note", "excerpt_note", "about", "at", "said", "premises", "relations")
_IDS = ("feature_id", "layer_id", "claim_id", "reason", "excerpt_id", "source_id")
COLUMNS = (*_CLAIM, *_POSITION, *_EXCERPT, *_SOURCE, *_NOTES, *_IDS)


def reason_rows(atlas: Atlas, language: str) -> Iterator[ReasonRow]:
    """Yield rows with all COLUMNS: for each claim its excerpts, or its source; then the silences.

    An inferred claim has the excerpts of its premises. A cell without a value is "".
    """
    for _, feature, claim in atlas.each_claim():
        yield from _rows(atlas, feature, claim, language)
    for silence in atlas.manifest.silences:
        yield _row(silence_cells(atlas, silence, language))
    for _, feature in atlas.each_feature():
        for silence in feature.properties.silences:
            yield _row(mark_cells(feature, language) | silence_cells(atlas, silence, language))


def _rows(atlas: Atlas, feature: Feature, claim: Claim, language: str) -> Iterator[ReasonRow]:
    cells = mark_cells(feature, language) | claim_cells(atlas, claim, language)
    reasons = [excerpt_cells(atlas, atlas.excerpts[id_], language) for id_ in atlas.grounds(claim)]
    reasons += [source_cells(atlas, atlas.sources[claim.source], language)] if claim.source else []
    for number, reason in enumerate(reasons or [{}], 1):
        yield _row(cells | reason | {"reason": number if reasons else ""})


def _row(values: ReasonRow) -> ReasonRow:
    return {column: values.get(column, "") for column in COLUMNS}


def mark_cells(feature: Feature, language: str) -> ReasonRow:
    """Return what a row says of a mark: its ids, its name and where it is drawn."""
    properties, point = feature.properties, representative_point(feature)
    return {
        "feature_id": feature.id,
        "layer_id": properties.layer,
        "mark": properties.names[language],
        **(point._asdict() | {"position_basis": properties.position.basis} if point else {}),
    }


def claim_cells(atlas: Atlas, claim: Claim, language: str) -> ReasonRow:
    """Return what a row says of a claim."""
    return {
        "basis": claim.basis,
        "actors": "; ".join(atlas.actors[actor].names[language] for actor in claim.actors),
        "claim": _localised(atlas, claim.sentence, language),
        "words_as_printed": claim.words or "",
        "modality": claim.modality or "",
        "hedge_as_printed": "; ".join(claim.hedges),
        "claim_note": _localised(atlas, claim.note, language),
        "about": claim.about,
        "at": claim.at or "",
        "said": claim.said or "",
        "premises": " ".join(claim.premises),
        "relations": "; ".join(
            _relation(atlas, relation, language) for relation in claim.relations
        ),
        "claim_id": claim.id,
    }


def _relation(atlas: Atlas, relation: Relation, language: str) -> str:
    on = f" (on {relation.on})" if relation.on else ""
    note = f": {_localised(atlas, relation.note, language)}" if relation.note else ""
    return f"{relation.kind} {relation.to}{on}{note}"


def excerpt_cells(atlas: Atlas, excerpt: Excerpt, language: str) -> ReasonRow:
    """Return what a row says of an excerpt, and of the source it is from."""
    paragraph = atlas.paragraph_number(excerpt)
    return source_cells(atlas, atlas.sources[excerpt.source], language) | {
        "quote": excerpt.quote.exact,
        "attributed_to": excerpt.attributed_to or "",
        "paragraph": "" if paragraph is None else paragraph,
        "char_start": excerpt.position.start,
        "char_end": excerpt.position.end,
        "excerpt_note": _localised(atlas, excerpt.note, language),
        "excerpt_id": excerpt.id,
    }


def source_cells(atlas: Atlas, source: Source, language: str) -> ReasonRow:
    """Return what a row says of a source."""
    dated = source.dated
    origins = (
        f"{words(language, origin.how)} {origin.name or origin.source}"
        for origin in source.rests_on
    )
    return {
        "source": source.title,
        "publisher": source.publisher or "",
        "author": source.author or "",
        "published": source.published or words(language, "noDate"),
        "dated_by_us": f"{dated.at}: {_localised(atlas, dated.note, language)}" if dated else "",
        "genre": _localised(atlas, source.genre, language),
        "rests_on": "; ".join(origins),
        "url": source.url or "",
        "read": _localised(atlas, source.read, language),
        "grade": source.grade,
        "grade_reason": _localised(atlas, source.grade_reason, language),
        "licence": source.licence or "",
        "source_sha256": source.sha256 or "",
        "source_id": source.id,
    }


def silence_cells(atlas: Atlas, silence: Silence, language: str) -> ReasonRow:
    """Return what a row says of a silence."""
    sentence = _localised(atlas, silence.sentence, language)
    return {"basis": "not said", "claim": sentence, "about": silence.about}


def _localised(atlas: Atlas, texts: Mapping[str, str] | None, language: str) -> str:
    return atlas.localised(texts, language).text if texts else ""
