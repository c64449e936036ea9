"""Every reason of every claim as a row of its own, and all that the article doesn't say.

The long form of `geo.atlas.evidence_table`: a quote stands alone in its cell, verbatim, with
where it stands in its source, so that a reader can check it without us.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Excerpt, Feature, Relation, Silence, Source

Row: TypeAlias = dict[str, str | int]

# Offsets are Unicode code points in the source's text, end exclusive; paragraphs count from 1,
# and 0 is the headline.
_WHAT = ("basis", "mark", "actors", "claim", "words_as_printed", "modality", "hedge_as_printed")
_EXCERPT = ("quote", "attributed_to", "paragraph", "char_start", "char_end")
_SOURCE = (
    *("source", "publisher", "author", "published", "dated_by_us", "genre", "rests_on", "url"),
    *("read", "grade", "grade_reason", "licence", "source_sha256"),
)
_NOTES = ("claim_note", "excerpt_note", "about", "at", "said", "premises", "relations")
_IDS = ("feature_id", "layer_id", "claim_id", "reason", "excerpt_id", "source_id")
COLUMNS = (*_WHAT, *_EXCERPT, *_SOURCE, *_NOTES, *_IDS)


def reasons(atlas: Atlas, language: str) -> Iterator[Row]:
    """Yield the rows of COLUMNS: a claim's excerpts, or its source; then the silences.

    The excerpts of a claim that is inferred are those of its premises. A cell without a value
    is "".
    """
    for _, feature, claim in atlas.each_claim():
        yield from _rows(atlas, feature, claim, language)
    for silence in atlas.manifest.silences:
        yield _row(_unsaid(atlas, silence, language))
    for _, feature in atlas.each_feature():
        for silence in feature.properties.silences:
            yield _row(_mark(feature, language) | _unsaid(atlas, silence, language))


def paragraph_of(atlas: Atlas, excerpt: Excerpt) -> int | None:
    """Return the number of the paragraph that an excerpt starts in, if that is numbered."""
    seed = atlas.seeds.get(excerpt.source)
    found = seed.paragraph_at(excerpt.position.start) if seed else None
    return found.number if found else None


def where(paragraph: int | None) -> str:
    """Return the word (a key of `geo.formats.words`) for where an excerpt stands."""
    return "paragraph" if paragraph else "outside" if paragraph is None else "headline"


def _rows(atlas: Atlas, feature: Feature, claim: Claim, language: str) -> Iterator[Row]:
    said = _mark(feature, language) | _claim(atlas, claim, language)
    found = [_excerpt(atlas, atlas.excerpts[one], language) for one in atlas.grounds(claim)]
    found += [_source(atlas, atlas.sources[claim.source], language)] if claim.source else []
    for number, one in enumerate(found or [{}], 1):
        yield _row(said | one | {"reason": number if found else ""})


def _row(values: Row) -> Row:
    return {column: values.get(column, "") for column in COLUMNS}


def _mark(feature: Feature, language: str) -> Row:
    properties = feature.properties
    return {
        "feature_id": feature.id,
        "layer_id": properties.layer,
        "mark": properties.names[language],
    }


def _claim(atlas: Atlas, claim: Claim, language: str) -> Row:
    return {
        "basis": claim.basis,
        "actors": "; ".join(atlas.actors[one].names[language] for one in claim.actors),
        "claim": _told(atlas, claim.sentence, language),
        "words_as_printed": claim.words or "",
        "modality": claim.modality or "",
        "hedge_as_printed": "; ".join(claim.hedges),
        "claim_note": _told(atlas, claim.note, language),
        "about": claim.about,
        "at": claim.at or "",
        "said": claim.said or "",
        "premises": " ".join(claim.premises),
        "relations": "; ".join(_relation(atlas, one, language) for one in claim.relations),
        "claim_id": claim.id,
    }


def _relation(atlas: Atlas, relation: Relation, language: str) -> str:
    on = f" (on {relation.on})" if relation.on else ""
    note = f": {_told(atlas, relation.note, language)}" if relation.note else ""
    return f"{relation.kind} {relation.to}{on}{note}"


def _excerpt(atlas: Atlas, excerpt: Excerpt, language: str) -> Row:
    paragraph = paragraph_of(atlas, excerpt)
    return _source(atlas, atlas.sources[excerpt.source], language) | {
        "quote": excerpt.quote.exact,
        "attributed_to": excerpt.attributed_to or "",
        "paragraph": "" if paragraph is None else paragraph,
        "char_start": excerpt.position.start,
        "char_end": excerpt.position.end,
        "excerpt_note": _told(atlas, excerpt.note, language),
        "excerpt_id": excerpt.id,
    }


def _source(atlas: Atlas, source: Source, language: str) -> Row:
    dated = source.dated
    origins = (f"{one.how} {one.name or one.source}" for one in source.rests_on)
    return {
        "source": source.title,
        "publisher": source.publisher or "",
        "author": source.author or "",
        "published": source.published or "no date printed",
        "dated_by_us": f"{dated.at}: {_told(atlas, dated.note, language)}" if dated else "",
        "genre": _told(atlas, source.genre, language),
        "rests_on": "; ".join(origins),
        "url": source.url or "",
        "read": _told(atlas, source.read, language),
        "grade": source.grade,
        "grade_reason": _told(atlas, source.grade_reason, language),
        "licence": source.licence or "",
        "source_sha256": source.sha256 or "",
        "source_id": source.id,
    }


def _unsaid(atlas: Atlas, silence: Silence, language: str) -> Row:
    sentence = _told(atlas, silence.sentence, language)
    return {"basis": "not said", "claim": sentence, "about": silence.about}


def _told(atlas: Atlas, texts: Mapping[str, str] | None, language: str) -> str:
    return atlas.told(texts, language).text if texts else ""
