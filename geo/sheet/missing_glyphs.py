r"""Substitutes for characters that the sheets' fonts lack: "[canoe]", "[U+2192]".

PDF/A allows no character without a glyph. Characters that change the direction of the text after
them (Unicode Standard Annex 9) are spelled out, too: they would turn the page's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from unicodedata import category, name

from geo.sheet.fonts import FOLDER
from geo.text.bidi import FORMATTING


def legible(value: Any, *, turns: bool = False) -> Any:
    """Return a text, or JSON values with their texts, with all missing glyphs substituted.

    `turns` keeps the characters that change the direction, for lines that stand alone.
    """
    match value:
        case str():
            return "".join(c if turns and c in FORMATTING else _shown(c) for c in value)
        case Mapping():
            return {key: legible(item, turns=turns) for key, item in value.items()}
        case list() | tuple():
            return [legible(item, turns=turns) for item in value]
        case _:
            return value


@cache
def _shown(character: str) -> str:
    unseen = (
        category(character) in {"Cc", "Cf"} and character not in FORMATTING
    )  # joiners, line ends
    known = unseen or ord(character) in _characters()
    if known and character not in FORMATTING:
        return character
    said = name(character, "").lower() if category(character) == "So" else ""  # an emoji
    return f"[{said or f'U+{ord(character):04X}'}]"


@cache
def _characters() -> frozenset[int]:
    """Return the code points that the fonts have in every weight and style."""
    import uharfbuzz

    blobs = (
        uharfbuzz.Blob.from_file_path(str(file)) for file in sorted(FOLDER.glob("NotoSans-*.ttf"))
    )
    return frozenset.intersection(*(frozenset(uharfbuzz.Face(blob).unicodes) for blob in blobs))
