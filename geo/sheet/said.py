"""How a claim is said: its words as printed, and what weakens them, in one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Feature, Source
from geo.export_options import one_line
from geo.text.catalogue import digits, words
from geo.text.language import is_rtl
from geo.text.written_time import written_time


def voice(claim: Claim, language: str) -> str:
    """Return the modality of a claim and its hedges; "" for what is asserted without one."""
    if claim.modality is None or (claim.modality == "asserted" and not claim.hedges):
        return ""
    hedges = listed([quoted(one_line(hedge)) for hedge in claim.hedges], language)
    return ": ".join(filter(None, (words(language, claim.modality), hedges)))


def wording(claim: Claim, language: str) -> str:
    """Return the words of a claim as printed, with what weakens them; "" when it has none."""
    return joined(spoken((claim,), language), language)


def spoken(claims: Sequence[Claim], language: str) -> tuple[str, ...]:
    """Return the words of claims that are said in the same way, and then how they are said."""
    printed = ", ".join(quoted(one_line(claim.words)) for claim in claims if claim.words)
    return (printed, voice(claims[0], language)) if printed else ()


def runs(parts: Sequence[str], language: str) -> tuple[str, ...]:
    """Return facts as paragraphs: one, or from right to left one each.

    A line that breaks in the midst of printed words would put their halves the wrong way round.
    """
    kept = tuple(part for part in parts if part)
    return kept if is_rtl(language) or not kept else (joined(kept, language),)


def listed(printed: Iterable[str], language: str) -> str:
    """Return printed words after one another; each keeps its own direction, and so one line."""
    comma = words(language, "comma")
    if not is_rtl(language):
        return comma.join(printed)
    return comma.join(f"\u2068{one}\u2069".replace(" ", "\u00a0") for one in printed)


def joined(parts: Iterable[str], language: str) -> str:
    """Return facts in one line, as the language reads them."""
    kept = [part for part in parts if part]
    if not is_rtl(language):
        return " · ".join(kept)
    return " · ".join(f"\u2068{part}\u2069" for part in kept)


def speaking(atlas: Atlas, force: Feature) -> Claim | None:
    """Return the claim whose words stand for a force: that of its part, else its first stated."""
    part = force.properties.part
    if part and part.claim and part.claim in atlas.claims:
        return atlas.claims[part.claim]
    return next((claim for claim in force.claims if claim.basis == "stated"), None)


def use_of(atlas: Atlas, segment: Feature) -> Claim | None:
    """Return the claim that reports the use of a stretch, or of a whole that it is a part of."""
    said = (*segment.claims, *(claim for whole in atlas.wholes(segment) for claim in whole.claims))
    return next((one for one in said if one.about == "use" and one.basis == "stated"), None)


def is_disputed(atlas: Atlas, claim: Claim) -> bool:
    """Say whether another claim contradicts this one, also where a view hides that one."""
    headline = atlas.manifest.headline
    in_short = headline is not None and headline.dispute and claim.id in headline.claims
    return bool(in_short) or any(claim.id in one.contradicts for one in atlas.claims.values())


def origin(atlas: Atlas, source: Source, language: str) -> tuple[str, ...]:
    """Say what kind of text a source is, from when, and how far it is to be relied on."""
    genre = atlas.told(source.genre, language).text if source.genre else ""
    day = digits(source.published or "", language) or _undated(source, language)
    grade = words(language, "grade", source.grade)
    return tuple(filter(None, (one_line(genre or source.title), source.publisher, day, grade)))


def _undated(source: Source, language: str) -> str:
    if source.dated is None:
        return words(language, "noDate")
    return words(language, "datedByUs", written_time(source.dated.at, language))
