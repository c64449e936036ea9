"""Excerpts and claims as paragraphs of a slide and of its notes, each in its own direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geo.evidence import quoted
from geo.export.blocks import Paragraph, plain
from geo.export.briefing import Plain
from geo.export.frame import facts, joined
from geo.sheet.scene import Look

_QUOTE, _SAID, _SMALL = Look(14, italic=True), Look(11), Look(9.5, "#4d5866")


def bold(look: Look) -> Look:
    return replace(look, bold=True)


def entry(excerpt: Plain, told: Plain) -> tuple[Paragraph, ...]:
    """Return an excerpt in full, how it is said, and what it is the first reason for."""
    names = told["words"]
    how = [f"{names['paragraph']} {excerpt['paragraph']}", names[excerpt["modality"]]]
    comma = "، " if told["rtl"] else ", "
    if excerpt["hedges"]:
        hedges = joined([quoted(one) for one in excerpt["hedges"]], comma, told["rtl"])
        how.append(f"{names['hedge']}: {hedges}")
    said = dict.fromkeys((claim["basis"], claim["sentence"]) for claim in excerpt["claims"])
    return (
        facts(how, _SMALL, told["rtl"]),
        plain(quoted(excerpt["quote"]), _QUOTE),
        *(_claim(basis, sentence, told, _SAID) for basis, sentence in said),
    )


def sayings(claims: Iterable[Plain], told: Plain, look: Look = _SAID) -> Iterator[Paragraph]:
    """Yield claims, each with its mark and what it rests on."""
    for claim in claims:
        yield _claim(claim["basis"], claim["sentence"], told, look)
        numbers = [f"[{number}]" for number in claim["refs"]]
        told_by = [*numbers, *claim["sources"], claim["as_of"] or ""]
        yield facts([claim["mark"], *told_by], _SMALL, told["rtl"])


def noted(excerpt: Plain, told: Plain) -> Iterator[Paragraph]:
    """Yield an excerpt as its speaker reads it out, with the place in which it is checked."""
    names = told["words"]
    yield plain(f"[{excerpt['number']}] {quoted(excerpt['quote'])}", _SAID)
    where = f"{names['characters']} {excerpt['start']}–{excerpt['end']}"
    number = f"{names['paragraph']} {excerpt['paragraph']}"
    yield facts([number, where, names[excerpt["modality"]]], _SAID, told["rtl"])
    for claim in excerpt["claims"]:
        yield _claim(claim["basis"], claim["sentence"], told, _SAID)


def _claim(basis: str, sentence: str, told: Plain, look: Look) -> Paragraph:
    """Return a claim in the direction of its sentence, whatever that of its label is."""
    label = (f"{told['words'][basis]}: ", bold(look))
    said = plain(sentence, look)
    return replace(said, runs=(label, *said.runs))
