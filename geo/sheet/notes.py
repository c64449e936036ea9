"""The notes beside the map: excerpts under their numbers, and what the article does not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.atlas import Atlas
from geo.evidence import quoted
from geo.model import Excerpt
from geo.order import one_line
from geo.sheet.column import Column
from geo.sheet.fonts import width_of
from geo.sheet.labels import TAG, draw_tag
from geo.sheet.scene import Circle, Group, Item, Look, Path, Stroke
from geo.sheet.words import counted, is_rtl, words
from geo.tour import numbers

_QUOTE, _NOTE = Look(6.8, italic=True), Look(6.5, "#4d5866")
_SILENCE = Look(6.8)
_INDENT, _HEADING = 17.0, 20.0


def draw_notes(atlas: Atlas, column: Column, language: str, drawn: frozenset[str]) -> Group:
    """Fill the column: excerpts, and below them what is not said, with a third kept for it.

    The excerpts are those of the layers that are `drawn`; others are only counted.
    """
    kept = _silences(atlas, column, column.room * 0.3)
    bottom = column.box.bottom - sum(height for _, height in kept) - (_HEADING if kept else 0)
    items = [*_excerpts(atlas, column, language, bottom, drawn)]
    if silences := _silences(atlas, column, column.room - _HEADING):
        items += column.heading(words(language, "silent"))
        for text, _ in silences:
            items += _silence(text, column)
    return Group("Notes", tuple(items))


def _silences(atlas: Atlas, column: Column, room: float) -> list[tuple[str, float]]:
    """Return the atlas' silences that there is room for, with their heights."""
    found = list[tuple[str, float]]()
    for silence in atlas.manifest.silences:
        text = one_line(silence.sentence)
        height = column.height_of(text, _SILENCE, 10) + 2
        if height <= room:
            room -= height
            found.append((text, height))
    return found


def _silence(text: str, column: Column) -> Iterator[Item]:
    """Yield a silence, under the sign of the empty set."""
    x, y = column.start(3), column.top + 5
    ring = Stroke("#4d5866", 0.7)
    yield Circle((x, y), 2.3, stroke=ring)
    yield Path((((x - 2.6, y + 2.6), (x + 2.6, y - 2.6)),), stroke=ring)
    yield from column.paragraph(text, _SILENCE, 10)
    column.take(2)


def _excerpts(
    atlas: Atlas, column: Column, language: str, bottom: float, drawn: frozenset[str]
) -> Iterator[Item]:
    """Write whole excerpts, those of the findings first in right, in the order of their numbers."""
    number = numbers(atlas)
    here = {
        one
        for feature in atlas.features.values()
        if feature.shape is not None and feature.properties.layer in drawn
        for claim in feature.claims
        for one in claim.excerpts
    }
    heights = {one: _height(atlas, one, column, language) for one in number}
    room = bottom - column.top - 19 - 10
    chosen = set[str]()
    for one in filter(here.__contains__, _by_weight(atlas, number)):
        if heights[one] <= room and not any(_share(atlas, one, other) for other in chosen):
            room -= heights[one]
            chosen.add(one)
    if not here and number:
        yield from column.paragraph(counted(language, "notHere", len(number)), _NOTE)
    if not chosen:
        return
    yield from column.heading(words(language, "excerpts"))
    for one in sorted(chosen, key=number.__getitem__):
        yield from _note(atlas, one, number[one], column, language)
    if left := len(number) - len(chosen):
        yield from column.paragraph(counted(language, "further", left), _NOTE, 0)


def _by_weight(atlas: Atlas, number: dict[str, int]) -> list[str]:
    """Return the excerpts of the findings, then the others, as numbered."""
    claims = atlas.claims
    first = [one for claim in atlas.manifest.findings for one in claims[claim].excerpts]
    return [*dict.fromkeys([*first, *sorted(number, key=number.__getitem__)])]


def _share(atlas: Atlas, one: str, other: str) -> bool:
    """Say whether two excerpts hold words of one another."""
    a, b = atlas.excerpts[one], atlas.excerpts[other]
    return a.source == b.source and (
        a.position.start < b.position.end and b.position.start < a.position.end
    )


def _said(atlas: Atlas, one: str, language: str) -> tuple[str, str]:
    """Return the quote, and how and where it is said."""
    excerpt: Excerpt = atlas.excerpts[one]
    paragraph = atlas.seeds[excerpt.source].paragraph_at(excerpt.position.start)
    where = words(language, "paragraph", paragraph.number) if paragraph else ""
    hedges: Iterable[str] = map(quoted, excerpt.hedges)
    if is_rtl(language):  # each keeps its own direction, and so stays on one line
        hedges = (f"\u2066{hedge}\u2069".replace(" ", "\u00a0") for hedge in hedges)
    how = [where, words(language, excerpt.modality), *hedges]
    return quoted(one_line(excerpt.quote.exact)), " · ".join(filter(None, how))


def _height(atlas: Atlas, one: str, column: Column, language: str) -> float:
    quote, how = _said(atlas, one, language)
    return column.height_of(quote, _QUOTE, _INDENT) + column.height_of(how, _NOTE, _INDENT) + 3


def _note(atlas: Atlas, one: str, number: int, column: Column, language: str) -> Iterator[Item]:
    quote, how = _said(atlas, one, language)
    x = column.start(0)
    left = x - max(width_of(str(number), TAG) + 4.4, 8.4) if column.rtl else x
    yield from draw_tag(str(number), (left, column.top + 4.6))
    yield from column.paragraph(quote, _QUOTE, _INDENT)
    yield from column.paragraph(how, _NOTE, _INDENT)
    column.take(3)
