"""Excerpts and claims as paragraphs of a slide and of its notes, each in its own direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geo.atlas.anchoring import quoted
from geo.formats.briefing.blocks import Paragraph, plain
from geo.formats.briefing.slide_frame import facts, joined
from geo.formats.localise import Plain
from geo.sheet.scene import Look
from geo.sheet.words import digits

_QUOTE, _SAID, _SMALL = Look(14, italic=True), Look(11), Look(9.5, "#4d5866")


def bold(look: Look) -> Look:
    return replace(look, bold=True)


def entry(excerpt: Plain, told: Plain) -> tuple[Paragraph, ...]:
    """Return an excerpt in full, where it stands, and what it is the first reason for."""
    how = [_place(excerpt, told)]
    if excerpt["attributed_to"]:
        whose = quoted(excerpt["attributed_to"])
        how.append(f"{told['words']['attributed_to']}: {whose}")
    return (
        facts(how, _SMALL, told["rtl"]),
        plain(quoted(excerpt["quote"]), _QUOTE),
        *(one for claim in excerpt["claims"] for one in _spoken(claim, told)),
    )


def sayings(claims: Iterable[Plain], told: Plain, look: Look = _SAID) -> Iterator[Paragraph]:
    """Yield claims, each with its mark, what it rests on, and what it says of others."""
    for claim in claims:
        yield from _spoken(claim, told, look)
        yield facts([claim["mark"], *_reasons(claim, told)], _SMALL, told["rtl"])
        for one in claim["from"]:
            yield _labelled(told["words"]["from"], one["text"], _SMALL)
        for other in claim["relations"]:
            yield _related(other, told)


def found(finding: Plain, told: Plain, look: Look) -> tuple[Paragraph, ...]:
    """Return a finding under its number, with the words that it rests on."""
    number = digits(f"{finding['number']}. ", told["language"]) if finding["number"] else ""
    sentence = plain(finding["sentence"]["text"], look)
    head = replace(sentence, runs=((number, bold(look)), *sentence.runs)) if number else sentence
    return head, *(one for claim in finding["claims"] for one in _grounds(claim, told))


def of_whole(whole: Plain, told: Plain) -> Iterator[Paragraph]:
    """Yield what is said of a whole, under a heading that says so."""
    yield plain(told["words"]["said_of_whole"].format(whole["name"]), bold(_SAID))
    for claim in whole["claims"]:
        label = told["words"][claim["basis"]]
        yield _labelled(label, claim["sentence"]["text"], _SAID)
        yield from _grounds(claim, told)


def noted(excerpt: Plain, told: Plain) -> Iterator[Paragraph]:
    """Yield an excerpt as its speaker reads it out, with the place in which it is checked."""
    number = digits(str(excerpt["number"]), told["language"])
    yield plain(f"[{number}] {quoted(excerpt['quote'])}", _SAID)
    span = digits(f"{excerpt['start']}–{excerpt['end']}", told["language"])
    where = f"{told['words']['characters']} {span}"
    yield facts([_place(excerpt, told), where], _SAID, told["rtl"])
    for claim in excerpt["claims"]:
        yield from _spoken(claim, told)


def how_said(claim: Plain, told: Plain) -> list[str]:
    """Return the words of a claim as printed, its modality, and what weakens it."""
    words, modality = told["words"], claim["modality"]
    printed = quoted(claim["words"]) if claim["words"] else ""
    if modality is None or (modality == "asserted" and not claim["hedges"]):
        return [printed] if printed else []
    comma = "، " if told["rtl"] else ", "
    hedges = joined([quoted(one) for one in claim["hedges"]], comma, told["rtl"])
    return [printed, f"{words[modality]}: {hedges}" if hedges else words[modality]]


def _spoken(claim: Plain, told: Plain, look: Look = _SAID) -> Iterator[Paragraph]:
    """Yield a claim in the direction of its sentence, then how it is said."""
    label = told["words"][claim["basis"]]
    yield _labelled(label, claim["sentence"]["text"], look)
    if how := how_said(claim, told):
        yield facts(how, _SMALL, told["rtl"])


def _grounds(claim: Plain, told: Plain) -> Iterator[Paragraph]:
    parts = [*how_said(claim, told), *_reasons(claim, told)]
    if parts:
        yield facts(parts, _SMALL, told["rtl"])


def _reasons(claim: Plain, told: Plain) -> list[str]:
    numbers = [digits(f"[{number}]", told["language"]) for number in claim["refs"]]
    at = f"{told['words']['refers_to']}: {claim['at']}" if claim["at"] else ""
    said = f"{told['words']['said_when']}: {claim['said']}" if claim["said"] else ""
    return [one for one in (" ".join(numbers), *claim["sources"], at, said) if one]


def _related(other: Plain, told: Plain) -> Paragraph:
    words = told["words"]
    on = f" ({words['on']} {words[other['on']]})" if other["on"] else ""
    note = f" – {other['note']['text']}" if other["note"] else ""
    return _labelled(f"{words[other['key']]}{on}", f"{other['sentence']['text']}{note}", _SMALL)


def _labelled(label: str, text: str, look: Look) -> Paragraph:
    said = plain(text, look)
    return replace(said, runs=((f"{label}: ", bold(look)), *said.runs))


def _place(excerpt: Plain, told: Plain) -> str:
    number = digits(f" {excerpt['paragraph']}", told["language"]) if excerpt["paragraph"] else ""
    return f"{told['words'][excerpt['where']]}{number}"
