"""Every reason of every claim as a row of its own, and all that the article doesn't say.

The long form of `geo.evidence_table`: a quote stands alone in its cell, verbatim, with
where it stands in its source, so that a reader can check it without us.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from geo.atlas import Atlas
from geo.model import Claim, Excerpt, Feature, Silence, Source

Row: TypeAlias = dict[str, str | int]

# Offsets are Unicode code points in the source's text, end exclusive; paragraphs count from 1.
_WHAT = ("basis", "mark", "actor", "claim", "verb_as_printed")
_EXCERPT = ("quote", "hedge_as_printed", "modality", "paragraph", "char_start", "char_end")
_SOURCE = (
    *("source", "publisher", "author", "published", "published_note", "url", "read"),
    *("grade", "grade_reason", "licence", "source_sha256"),
)
_NOTES = ("claim_note", "excerpt_note", "about", "claim_as_of", "disputes")
_IDS = ("feature_id", "layer_id", "claim_id", "reason", "excerpt_id", "source_id")
COLUMNS = (*_WHAT, *_EXCERPT, *_SOURCE, *_NOTES, *_IDS)


def reasons(atlas: Atlas, language: str) -> Iterator[Row]:
    """Yield the rows of COLUMNS: a claim's excerpts, then its sources, then the silences.

    A claim that rests on neither (it is inferred) has one row. A cell without a value
    is "".
    """
    for _, feature, claim in atlas.each_claim():
        yield from _rows(atlas, feature, claim, language)
    for silence in atlas.manifest.silences:
        yield _row(_unsaid(silence))
    for _, feature in atlas.each_feature():
        for silence in feature.properties.silences:
            yield _row(_mark(feature, language) | _unsaid(silence))


def paragraph_of(atlas: Atlas, excerpt: Excerpt) -> int | None:
    """Return the number of the paragraph that an excerpt starts in, counted from 1."""
    seed = atlas.seeds.get(excerpt.source)
    found = seed.paragraph_at(excerpt.position.start) if seed else None
    return found.number if found else None


def _rows(atlas: Atlas, feature: Feature, claim: Claim, language: str) -> Iterator[Row]:
    said = _mark(feature, language) | _claim(atlas, claim, language)
    excerpts = [atlas.excerpts[one] for one in claim.excerpts]
    found = [_excerpt(atlas, excerpt) for excerpt in excerpts]
    found += [_source(atlas.sources[source]) for source in claim.sources]
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
        "actor": atlas.actors[claim.actor].names[language] if claim.actor else "",
        "claim": claim.sentence,
        "verb_as_printed": claim.verb or "",
        "claim_note": claim.note or "",
        "about": claim.about,
        "claim_as_of": claim.as_of or "",
        "disputes": " ".join(claim.disputes),
        "claim_id": claim.id,
    }


def _excerpt(atlas: Atlas, excerpt: Excerpt) -> Row:
    return _source(atlas.sources[excerpt.source]) | {
        "quote": excerpt.quote.exact,
        "hedge_as_printed": "; ".join(excerpt.hedges),
        "modality": excerpt.modality,
        "paragraph": paragraph_of(atlas, excerpt) or "",
        "char_start": excerpt.position.start,
        "char_end": excerpt.position.end,
        "excerpt_note": excerpt.note or "",
        "excerpt_id": excerpt.id,
    }


def _source(source: Source) -> Row:
    return {
        "source": source.title,
        "publisher": source.publisher or "",
        "author": source.author or "",
        "published": source.published or "no date printed",
        "published_note": source.published_note or "",
        "url": source.url or "",
        "read": source.read,
        "grade": source.grade,
        "grade_reason": source.grade_reason,
        "licence": source.licence or "",
        "source_sha256": source.sha256 or "",
        "source_id": source.id,
    }


def _unsaid(silence: Silence) -> Row:
    return {"basis": "not said", "claim": silence.sentence, "about": silence.about}
