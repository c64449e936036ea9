"""The sheets' own fonts, and the measures of text set in them, the same on any machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from geo.sheet.scene import TextStyle

FOLDER = Path(__file__).parent / "fonts"
SANS, SERIF = "Noto Sans", "Noto Serif"  # with Arabic letters, too: see tools/derive_fonts.py

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_RUNS = re.compile(f"{_ARABIC.pattern}(?:[\\s،]*{_ARABIC.pattern})*|[^{_ARABIC.pattern[1:-1]}]+")


def is_arabic(text: str) -> bool:
    """Say whether any of it is in Arabic script, whose letters are joined, never spaced out."""
    return bool(_ARABIC.search(text))


def width_of(text: str, style: TextStyle) -> float:
    """Return how wide a line of text is, in points, shaped as it will be drawn."""
    spaces = 0.0 if is_arabic(text) else style.spacing * len(text)
    name = f"{family_of(style).replace(' ', '')}-{_cut(text, style)}"
    return sum(_width(run, name) for run in _RUNS.findall(text)) * style.size + spaces


def family_of(style: TextStyle) -> str:
    """Return the family of fonts that a text is set in."""
    return SERIF if style.serif else SANS


def is_slanted(text: str, style: TextStyle) -> bool:
    """Say whether a text is set in italics, which Arabic script doesn't have."""
    return style.italic and not is_arabic(text)


def _cut(text: str, style: TextStyle) -> str:
    if style.bold and not style.serif:
        return "Bold"
    return "Italic" if is_slanted(text, style) else "Regular"


def elided(text: str, style: TextStyle, room: float) -> str:
    """Return the text, or as much of its beginning as there is room for, with "…"."""
    if len(text) < 400 and width_of(text, style) <= room:
        return text
    low, high = 0, min(len(text), 400)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width_of(text[:middle].rstrip() + "…", style) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + "…"


def wrapped(text: str, style: TextStyle, room: float, lines: int | None = None) -> list[str]:
    """Break a text into at most `lines` lines that fit `room` (points); the rest is elided.

    A word longer than a line is broken.
    """
    broken: list[str] = []
    words = (part for word in text.split(" ") for part in pieces(word, style, room))
    for word in words:  # and not where a space keeps words together
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width_of(longer, style) <= room:
            broken[-1] = longer
        elif lines is not None and len(broken) == lines:
            broken[-1] = elided(f"{broken[-1]} {word}", style, room)
            break
        else:
            broken.append(word)
    return broken


def pieces(word: str, style: TextStyle, room: float) -> Iterator[str]:
    """Yield a word in parts that fit a line of `room` points."""
    while width_of(word[:400], style) > room and len(word) > 1:
        kept = max(1, len(elided(word, style, room)) - 1)
        yield word[:kept]
        word = word[kept:]
    yield word


@cache
def _font(name: str) -> Any:
    import uharfbuzz

    blob = uharfbuzz.Blob.from_file_path(str(FOLDER / f"{name}.ttf"))
    return uharfbuzz.Font(uharfbuzz.Face(blob))


@cache
def _width(run: str, name: str) -> float:
    """Return the width of a run in ems."""
    import uharfbuzz

    font, buffer = _font(name), uharfbuzz.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    advance: int = sum(glyph.x_advance for glyph in buffer.glyph_positions)
    return advance / int(font.face.upem)
