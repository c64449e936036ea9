"""A mark's account of itself in plain words, for formats whose readers show one text a mark."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas import Atlas
from geo.evidence import quoted
from geo.evidence_table import citation
from geo.export.reasons import paragraph_of
from geo.model import Claim, Excerpt, Feature, Source


def account(atlas: Atlas, feature: Feature) -> Iterator[list[str]]:
    """Yield paragraphs, each as its lines: the claims, what is not said, where it is drawn."""
    for claim in feature.claims:
        yield list(_claim(atlas, claim))
    for silence in feature.properties.silences:
        yield [f"NOT SAID · {silence.sentence}"]
    position = feature.properties.position
    source = f" ({citation(atlas.sources[position.source])})" if position.source else ""
    where = "Where it is drawn" if feature.shape is not None else "Not placed"
    yield [f"{where} ({position.basis}): {position.note}{source}"]


def account_text(atlas: Atlas, feature: Feature) -> str:
    """Return the account as one text: a blank line between paragraphs."""
    return "\n\n".join("\n".join(lines) for lines in account(atlas, feature))


def _claim(atlas: Atlas, claim: Claim) -> Iterator[str]:
    yield f"{claim.basis.upper()} · {claim.sentence}"
    if claim.verb:
        yield f"Verb as printed: {quoted(claim.verb)}"
    for one in claim.excerpts:
        yield _excerpt(atlas, atlas.excerpts[one])
    for source in claim.sources:
        yield _source(atlas.sources[source])
    if claim.note:
        yield f"Note: {claim.note}"
    if claim.as_of:
        yield f"Speaks of: {claim.as_of}"


def _excerpt(atlas: Atlas, excerpt: Excerpt) -> str:
    hedges = ", ".join(map(quoted, excerpt.hedges))
    hedge = f"; hedge as printed: {hedges}" if hedges else ""
    place = f"paragraph {paragraph_of(atlas, excerpt)}, {excerpt.modality}{hedge}"
    return f"{quoted(excerpt.quote.exact)} ({place}; {excerpt.id})"


def _source(source: Source) -> str:
    url = f", {source.url}" if source.url else ""
    return f"Source: {citation(source)}{url} (grade {source.grade}; read {source.read})"
