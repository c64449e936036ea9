"""The wording of claims: their words as printed, their modality and hedges, in one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Feature, Modality, Source
from geo.export_options import one_line
from geo.text.catalogue import digits, words
from geo.text.language import is_rtl
from geo.text.written_time import written_time


class Hedged(Protocol):
    """A claim, or what a briefing tells of it."""

    @property
    def modality(self) -> Modality | None: ...

    @property
    def hedges(self) -> tuple[str, ...]: ...


def modality_text(claim: Claim, language: str) -> str:
    """Return the modality of a claim and its hedges; "" for asserted claims without one."""
    if claim.modality is None or (claim.modality == "asserted" and not claim.hedges):
        return ""
    hedges = listed([quoted(one_line(hedge)) for hedge in claim.hedges], language)
    return ": ".join(filter(None, (modality_label(claim, language), hedges)))


def modality_label(claim: Hedged, language: str) -> str:
    """Return the name of a modality, and of what is asserted or presupposed that it is hedged.

    “presupposed: bid” would say that the hedge is what is presupposed.
    """
    name = words(language, claim.modality) if claim.modality else ""
    if not claim.hedges or claim.modality not in {"asserted", "presupposed"}:
        return name
    return f"{name}{words(language, 'comma')}{words(language, 'hedged')}"


def wording(claim: Claim, language: str) -> str:
    """Return the words of a claim as printed, with modality and hedges; "" when it has none."""
    return joined(wording_parts((claim,), language), language)


def wording_parts(claims: Sequence[Claim], language: str) -> tuple[str, ...]:
    """Return the words of claims that share modality and hedges, and then these."""
    printed = ", ".join(quoted(one_line(claim.words)) for claim in claims if claim.words)
    return (printed, modality_text(claims[0], language)) if printed else ()


def directed_lines(parts: Sequence[str], language: str) -> tuple[str, ...]:
    """Return facts as one line; in a language from right to left, as one line each.

    There, printed words from left to right that break over two lines would change places.
    """
    kept = tuple(part for part in parts if part)
    return kept if is_rtl(language) or not kept else (joined(kept, language),)


def listed(printed: Iterable[str], language: str) -> str:
    """Return printed words in a list; each keeps its own direction, and is not broken."""
    comma = words(language, "comma")
    if not is_rtl(language):
        return comma.join(printed)
    unbroken = (part.replace(" ", "\u00a0") for part in printed)
    return comma.join(f"\u2068{part}\u2069" for part in unbroken)


def joined(parts: Iterable[str], language: str) -> str:
    """Return facts in one line, in the order in which the language is read."""
    kept = [part for part in parts if part]
    if not is_rtl(language):
        return " · ".join(kept)
    return " · ".join(f"\u2068{part}\u2069" for part in kept)


def representative_claim(atlas: Atlas, force: Feature) -> Claim | None:
    """Return the claim whose words are shown for a force: of its part, or else the first stated."""
    part = force.properties.part
    stated = [claim for claim in force.claims if claim.basis == "stated"]
    of_part = (claim for claim in stated if part and claim.id == part.claim)
    return next(of_part, stated[0] if stated else None)


def use_of(atlas: Atlas, segment: Feature) -> Claim | None:
    """Return the claim that reports the use of a stretch, or of a whole that it is a part of."""
    subjects = (segment, *atlas.wholes(segment))
    claims = (claim for subject in subjects for claim in subject.claims)
    return next((one for one in claims if one.about == "use" and one.basis == "stated"), None)


def is_disputed(atlas: Atlas, claim: Claim) -> bool:
    """Say whether another claim contradicts this one, also where a view hides that one."""
    headline = atlas.manifest.headline
    is_in_headline = headline is not None and headline.dispute and claim.id in headline.claims
    return bool(is_in_headline) or claim.id in atlas.disputing


def location_key(paragraph: int | None) -> str:
    """Return the key of the words for the place of an excerpt in this paragraph."""
    return "paragraph" if paragraph else "outsideBody" if paragraph is None else "headline"


def origin(atlas: Atlas, source: Source, language: str) -> tuple[str, ...]:
    """Return the kind of text that a source is, its publisher, its date, and its grade."""
    genre = atlas.localised(source.genre, language).text if source.genre else ""
    day = digits(source.published or "", language) or _undated(source, language)
    grade = words(language, "gradeMeaning", source.grade, words(language, f"grade_{source.grade}"))
    return tuple(filter(None, (one_line(genre or source.title), source.publisher, day, grade)))


def _undated(source: Source, language: str) -> str:
    if source.dated is None:
        return words(language, "noDate")
    return words(language, "datedByUs", written_time(source.dated.at, language))
