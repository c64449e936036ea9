r"""Text that our fonts can show, with the rest spelled out: "[canoe]".

PDF/A has no place for a character that a font has no form of; and one that turns the
direction of what follows (Unicode Standard Annex 9) would turn our words round with its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from unicodedata import category, name

from geo.sheet.fonts import FOLDER
from geo.text.bidi import FORMATTING


def legible(value: Any, *, turns: bool = False) -> Any:
    """Return a text, or plain values with all texts in them, so that a page can show them.

    `turns` leaves the characters that turn the direction, for lines that stand alone.
    """
    match value:
        case str():
            return "".join(one if turns and one in FORMATTING else _shown(one) for one in value)
        case Mapping():
            return {key: legible(one, turns=turns) for key, one in value.items()}
        case list():
            return [legible(one, turns=turns) for one in value]
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
