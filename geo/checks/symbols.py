"""Layers can be told apart: from the map, from each other, by a person who sees less colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from coloraide import Color

from geo.atlas.atlas import ACTORS, MANIFEST, Atlas
from geo.atlas.errors import Problem
from geo.atlas.manifest import Layer, Part
from geo.atlas.model import Symbol

LAND, PAPER = "#f5f2ea", "#ffffff"  # what symbols stand on, on screen (basemap.js) and in print
CONTRAST = 3  # WCAG 2.2, success criterion 1.4.11 (non-text contrast)
# CIEDE2000 under simulated deuteranopia. 1–2.3 is a just-noticeable difference;
# 7 is seen clearly side by side.
DISTANCE = 7


class Look(NamedTuple):
    """A symbol, with the record that holds it."""

    file: str
    id: str
    symbol: Symbol


def check(atlas: Atlas) -> Iterator[Problem]:
    """Yield colours too pale, pairs too alike, and codes that are used twice."""
    yield from _twice(atlas)
    yield from _parts(atlas.manifest.parts)
    drawn = [look for layer, look in _looks(atlas) if layer.group != "unplaced"]
    yield from _pale(drawn)
    yield from _alike(drawn)
    yield from _codes(atlas)


def _looks(atlas: Atlas) -> Iterator[tuple[Layer, Look]]:
    for layer in atlas.manifest.layers:
        if layer.symbol is not None:
            yield layer, Look(MANIFEST, layer.id, layer.symbol)
        elif actor := atlas.actors.get(layer.actor or ""):
            yield layer, Look(ACTORS, actor.id, actor)


def _twice(atlas: Atlas) -> Iterator[Problem]:
    shown = Counter(layer.actor for layer in atlas.manifest.layers if layer.actor)
    for actor, number in shown.items():
        if number > 1:
            fix = "keep one of them, or give one names and a symbol of its own"
            yield Problem(MANIFEST, actor, "two layers show this actor, and look the same", fix)


def _parts(parts: tuple[Part, ...]) -> Iterator[Problem]:
    for part in parts:
        ratio = Color(part.hue).contrast(PAPER, method="wcag21")
        if ratio < CONTRAST:
            what = f"its hue {part.hue} has a contrast of {ratio:.2f} on {PAPER}"
            yield Problem(MANIFEST, part.id, what, f"darken it until it has {CONTRAST}")
    for first, second in combinations(parts, 2):
        if (first.shape, first.hue) == (second.shape, second.hue):
            what = f'it looks like the part "{first.id}": {first.shape}, {first.hue}'
            yield Problem(MANIFEST, second.id, what, "give it another shape or hue")


def _pale(looks: list[Look]) -> Iterator[Problem]:
    for file, one, symbol in looks:
        for ground in (LAND, PAPER):
            ratio = Color(symbol.colour).contrast(ground, method="wcag21")
            if ratio < CONTRAST:
                what = f"its colour {symbol.colour} has a contrast of {ratio:.2f} on {ground}"
                yield Problem(file, one, what, f"darken it until it has {CONTRAST} (WCAG 1.4.11)")


def _alike(looks: list[Look]) -> Iterator[Problem]:
    @cache
    def seen(colour: str) -> Color:
        return Color(colour).filter("deutan")

    for first, second in combinations(looks, 2):
        (home, other, before), (file, one, symbol) = first, second
        if (home, other) == (file, one):  # `_twice` says so
            continue
        if (before.colour, before.pattern) == (symbol.colour, symbol.pattern):
            what = f'it looks like "{other}": {symbol.colour}, {symbol.pattern}'
            yield Problem(file, one, what, "give it another colour and pattern")
            continue
        distance = seen(before.colour).delta_e(seen(symbol.colour), method="2000")
        if distance < DISTANCE:
            what = (
                f'its colour {symbol.colour} is too near to {before.colour} of "{other}" '
                f"for a colour-blind reader (CIEDE2000 {distance:.1f}, deuteranopia)"
            )
            yield Problem(file, one, what, f"move one of them until they are {DISTANCE} apart")


def _codes(atlas: Atlas) -> Iterator[Problem]:
    own = [look for layer, look in _looks(atlas) if layer.symbol is not None]
    own += [Look(ACTORS, actor.id, actor) for actor in atlas.actors.values()]
    first: dict[str, Look] = {}
    for look in own:
        code, holder = look.symbol.code, first.setdefault(look.symbol.code, look)
        if holder is not look:
            what = f'its code {code} is "{holder.id}"\'s already (in {holder.file})'
            yield Problem(look.file, look.id, what, "give one of them another code")
