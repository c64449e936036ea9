"""The looks that actors and layers of a draft are given, each to be told from all others.

The same draft gives the same looks. `geo.checks.symbols` says whether two can be told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import cycle, product
from string import ascii_uppercase
from typing import Any

from coloraide import Color

from geo.atlas.atlas import MANIFEST
from geo.atlas.errors import AtlasError, Problem
from geo.checks.symbols import DISTANCE, distance, is_pale
from geo.symbology import PALETTE, PATTERNS
from geo.text.folding import fold

# Of OKLCH, those that are tried first in front.
_LIGHTNESS, _CHROMA, _HUES = (0.42, 0.56, 0.3), (0.13, 0.06, 0.2), range(20, 380, 24)


class Looks:
    """The looks that are taken, and new ones that differ from them."""

    def __init__(self, taken: Iterable[Mapping[str, Any]]) -> None:
        symbols = list(taken)
        self._colours = [symbol["colour"] for symbol in symbols if "colour" in symbol]
        self._codes = {symbol["code"] for symbol in symbols if "code" in symbol}
        self._patterns = cycle(PATTERNS)
        self._left = _candidates()  # a colour that is too near to one that is taken stays so

    def complete(
        self, symbol: Mapping[str, Any], name: str, *, is_drawn: bool = True
    ) -> dict[str, Any]:
        """Return a symbol with the colour, pattern and code that it lacks.

        What is not drawn needs no colour of its own. Raises AtlasError where none is left.
        """
        own = symbol.get("colour")
        return {
            **symbol,
            "colour": own or (self._colour() if is_drawn else PALETTE.neutral),
            "pattern": symbol.get("pattern") or next(self._patterns),
            "code": symbol.get("code") or self._code(name),
        }

    def _colour(self) -> str:
        for colour in self._left:
            if all(distance(colour, other) >= DISTANCE for other in self._colours):
                self._colours.append(colour)
                return colour
        what = "more layers are drawn than colours can be told apart"
        raise AtlasError([Problem(MANIFEST, "", what, "show fewer actors on layers of their own")])

    def _code(self, name: str) -> str:
        code = next(code for code in _codes(name) if code not in self._codes)
        self._codes.add(code)
        return code


def _candidates() -> Iterator[str]:
    for chroma, lightness, hue in product(_CHROMA, _LIGHTNESS, _HUES):
        colour = Color("oklch", [lightness, chroma, hue]).fit("srgb").convert("srgb")
        written = colour.to_string(hex=True)
        if not is_pale(written):
            yield written


def _codes(name: str) -> Iterator[str]:
    """Yield codes of two to four capitals: initials, then first letters, then any."""
    words = re.findall("[a-z]+", fold(name))
    letters = "".join(words)
    for code in ("".join(word[0] for word in words)[:4], letters[:3], letters[:4], letters[:2]):
        if len(code) >= 2:
            yield code.upper()
    yield from map("".join, product(ascii_uppercase, repeat=3))
