"""Excerpts and claims as paragraphs of a slide and of its notes, each in its own direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geo.formats.briefing.blocks import Paragraph, text_paragraph
from geo.formats.briefing.document import (
    Briefing,
    ClaimEntry,
    ExcerptEntry,
    FindingEntry,
    MarkClaims,
    RelationEntry,
)
from geo.formats.briefing.slide_frame import facts, joined, quote
from geo.formats.localise import LocalText
from geo.sheet.scene import TextStyle
from geo.sheet.wording import modality_label
from geo.symbology import PALETTE
from geo.text.bidi import without_isolates
from geo.text.catalogue import digits, words

_QUOTE, _BODY, _SMALL = TextStyle(18, serif=True), TextStyle(12), TextStyle(10, PALETTE.soft)


def bold(style: TextStyle) -> TextStyle:
    """Return a style in bold."""
    return replace(style, bold=True)


def excerpt_paragraphs(excerpt: ExcerptEntry, briefing: Briefing) -> tuple[Paragraph, ...]:
    """Return an excerpt in full, its location, and the claims of which it is the first reason."""
    about = [_location(excerpt, briefing)]
    if excerpt.attributed_to:
        about.append(f"{briefing.words['attributedTo']}: {excerpt.attributed_to}")
    return (
        facts(about, _SMALL, briefing.rtl),
        quote(excerpt.quote, briefing, _QUOTE),
        *(line for claim in excerpt.claims for line in _claim(claim, briefing)),
    )


def claim_paragraphs(claims: Iterable[ClaimEntry], briefing: Briefing) -> Iterator[Paragraph]:
    """Yield claims, each with its mark, its reasons, and its relations to other claims."""
    for claim in claims:
        yield from _claim(claim, briefing)
        yield facts([claim.mark, *_reasons(claim, briefing)], _SMALL, briefing.rtl)
        for premise in claim.premises:
            yield _labelled(briefing.words["inferredFrom"], premise, _SMALL)
        for relation in claim.relations:
            yield _relation(relation, briefing)


def finding_paragraphs(
    finding: FindingEntry, briefing: Briefing, style: TextStyle
) -> tuple[Paragraph, ...]:
    """Return a finding under its number, with the words that it rests on."""
    head = text_paragraph(finding.sentence.text, style, finding.sentence.rtl)
    if finding.number:
        number = digits(f"{finding.number}. ", briefing.language)
        head = replace(head, runs=((number, bold(style)), *head.runs))
    return head, *(line for claim in finding.claims for line in _grounds(claim, briefing))


def whole_paragraphs(whole: MarkClaims, briefing: Briefing) -> Iterator[Paragraph]:
    """Yield the claims of a whole, under a heading with its name."""
    yield text_paragraph(words(briefing.language, "saidOfWhole", whole.mark), bold(_BODY))
    for claim in whole.claims:
        yield _labelled(briefing.words[claim.basis], claim.sentence, _BODY)
        yield from _grounds(claim, briefing)


def note_paragraphs(excerpt: ExcerptEntry, briefing: Briefing) -> Iterator[Paragraph]:
    """Yield an excerpt as its speaker reads it out, with the place where it can be checked."""
    number = digits(str(excerpt.number), briefing.language)
    yield text_paragraph(f"[{number}] {excerpt.quote}", _BODY, briefing.quotes_rtl)
    span = digits(f"{excerpt.start}–{excerpt.end}", briefing.language)
    characters = f"{briefing.words['characters']} {span}"
    yield facts([_location(excerpt, briefing), characters], _BODY, briefing.rtl)
    for claim in excerpt.claims:
        yield from _claim(claim, briefing)


def _claim(claim: ClaimEntry, briefing: Briefing) -> Iterator[Paragraph]:
    """Yield a claim in the direction of its sentence, then its words as printed."""
    yield _labelled(briefing.words[claim.basis], claim.sentence, _BODY)
    if wording := _wording(claim, briefing):
        yield facts(wording, _SMALL, briefing.rtl)


def _wording(claim: ClaimEntry, briefing: Briefing) -> list[str]:
    """Return the words of a claim as printed, its modality, and its hedges."""
    modality, printed = claim.modality, claim.words or ""
    if modality is None or (modality == "asserted" and not claim.hedges):
        return [printed] if printed else []
    label = modality_label(claim, briefing.language)
    hedges = joined(claim.hedges, briefing.words["comma"], briefing.rtl)
    return [printed, f"{label}: {hedges}" if hedges else label]


def _grounds(claim: ClaimEntry, briefing: Briefing) -> Iterator[Paragraph]:
    """Yield the words of a claim as printed and its reasons, in one line."""
    if parts := [*_wording(claim, briefing), *_reasons(claim, briefing)]:
        yield facts(parts, _SMALL, briefing.rtl)


def _reasons(claim: ClaimEntry, briefing: Briefing) -> list[str]:
    """Return the numbers of a claim's excerpts, the keys of its sources, and its times."""
    numbers = " ".join(digits(f"[{n}]", briefing.language) for n in claim.excerpt_numbers)
    at = f"{briefing.words['refersTo']}: {claim.at}" if claim.at else ""
    said_when = f"{briefing.words['saidOn']}: {claim.said}" if claim.said else ""
    return [part for part in (numbers, *claim.source_keys, at, said_when) if part]


def _relation(relation: RelationEntry, briefing: Briefing) -> Paragraph:
    label = briefing.words[relation.key]
    on = f" ({relation.on})" if relation.on else ""
    note = f" – {relation.note.text}" if relation.note else ""
    return _labelled(
        f"{label}{on}", replace(relation.sentence, text=f"{relation.sentence.text}{note}"), _SMALL
    )


def _labelled(label: str, sentence: LocalText, style: TextStyle) -> Paragraph:
    paragraph = text_paragraph(sentence.text, style, sentence.rtl)
    return replace(paragraph, runs=((f"{label}: ", bold(style)), *paragraph.runs))


def _location(excerpt: ExcerptEntry, briefing: Briefing) -> str:
    """Say where an excerpt stands: in the headline, in which paragraph, or outside the body."""
    return without_isolates(words(briefing.language, excerpt.location, excerpt.paragraph))
