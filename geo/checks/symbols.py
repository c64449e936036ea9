"""Checks that layers differ from the map and from each other, for a colour-blind reader too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from coloraide import Color

from geo.atlas.atlas import ACTORS, MANIFEST, Atlas
from geo.atlas.errors import Problem
from geo.atlas.manifest import Layer, Part
from geo.atlas.model import Symbol
from geo.symbology import PALETTE

CONTRAST = 3  # WCAG 2.2, success criterion 1.4.11 (non-text contrast)
# CIEDE2000 under simulated deuteranopia. 1–2.3 is a just-noticeable difference;
# 7 is seen clearly side by side.
DISTANCE = 7


class SymbolRecord(NamedTuple):
    """A symbol, with the record that holds it."""

    file: str
    id: str
    symbol: Symbol


def contrast(colour: str, ground: str) -> float:
    """Return the contrast of two sRGB colours (WCAG 2)."""
    return float(Color(colour).contrast(ground, method="wcag21"))


def is_pale(colour: str) -> bool:
    """Say whether a mark of this colour is hard to see on the map, or on paper."""
    return any(contrast(colour, ground) < CONTRAST for ground in (PALETTE.land, PALETTE.paper))


def distance(first: str, second: str) -> float:
    """Return how far apart a reader who sees no green finds two colours (CIEDE2000)."""
    return float(_as_deuteranope(first).delta_e(_as_deuteranope(second), method="2000"))


@lru_cache(maxsize=1024)
def _as_deuteranope(colour: str) -> Color:
    return Color(colour).filter("deutan")


def check(atlas: Atlas) -> Iterator[Problem]:
    """Yield colours too pale, pairs too alike, and codes that are used twice."""
    yield from _twice(atlas)
    yield from _parts(atlas.manifest.parts)
    drawn = [record for layer, record in _symbols(atlas) if layer.group != "unplaced"]
    yield from _pale(drawn)
    yield from _alike(drawn)
    yield from _codes(atlas)


def _symbols(atlas: Atlas) -> Iterator[tuple[Layer, SymbolRecord]]:
    for layer in atlas.manifest.layers:
        if layer.symbol is not None:
            yield layer, SymbolRecord(MANIFEST, layer.id, layer.symbol)
        elif actor := atlas.actors.get(layer.actor or ""):
            yield layer, SymbolRecord(ACTORS, actor.id, actor)


def _twice(atlas: Atlas) -> Iterator[Problem]:
    shown = Counter(layer.actor for layer in atlas.manifest.layers if layer.actor)
    for actor, number in shown.items():
        if number > 1:
            fix = "keep one of them, or give one names and a symbol of its own"
            yield Problem(MANIFEST, actor, "two layers show this actor, and look the same", fix)


def _parts(parts: tuple[Part, ...]) -> Iterator[Problem]:
    for part in parts:
        ratio = contrast(part.hue, PALETTE.paper)
        if ratio < CONTRAST:
            what = f"its hue {part.hue} has a contrast of {ratio:.2f} on {PALETTE.paper}"
            yield Problem(MANIFEST, part.id, what, f"darken it until it has {CONTRAST}")
    for first, second in combinations(parts, 2):
        if (first.shape, first.hue) == (second.shape, second.hue):
            what = f'it looks like the part "{first.id}": {first.shape}, {first.hue}'
            yield Problem(MANIFEST, second.id, what, "give it another shape or hue")


def _pale(symbols: list[SymbolRecord]) -> Iterator[Problem]:
    for file, id_, symbol in symbols:
        for ground in (PALETTE.land, PALETTE.paper):
            ratio = contrast(symbol.colour, ground)
            if ratio < CONTRAST:
                what = f"its colour {symbol.colour} has a contrast of {ratio:.2f} on {ground}"
                yield Problem(file, id_, what, f"darken it until it has {CONTRAST} (WCAG 1.4.11)")


def _alike(symbols: list[SymbolRecord]) -> Iterator[Problem]:
    for first, second in combinations(symbols, 2):
        (other_file, other, before), (file, id_, symbol) = first, second
        if (other_file, other) == (file, id_):  # `_twice` says so
            continue
        if (before.colour, before.pattern) == (symbol.colour, symbol.pattern):
            what = f'it looks like "{other}": {symbol.colour}, {symbol.pattern}'
            yield Problem(file, id_, what, "give it another colour and pattern")
            continue
        apart = distance(before.colour, symbol.colour)
        if apart < DISTANCE:
            what = (
                f'its colour {symbol.colour} is too near to {before.colour} of "{other}" '
                f"for a colour-blind reader (CIEDE2000 {apart:.1f}, deuteranopia)"
            )
            yield Problem(file, id_, what, f"move one of them until they are {DISTANCE} apart")


def _codes(atlas: Atlas) -> Iterator[Problem]:
    own = [record for layer, record in _symbols(atlas) if layer.symbol is not None]
    own += [SymbolRecord(ACTORS, actor.id, actor) for actor in atlas.actors.values()]
    first: dict[str, SymbolRecord] = {}
    for record in own:
        code = record.symbol.code
        holder = first.setdefault(code, record)
        if holder is not record:
            what = f'its code {code} is "{holder.id}"\'s already (in {holder.file})'
            yield Problem(record.file, record.id, what, "give one of them another code")
