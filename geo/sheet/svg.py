"""A scene as SVG 1.1: named groups, real text, no script, and the same bytes each time."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from geo.sheet.fonts import family_of, is_arabic, is_slanted, width_of
from geo.sheet.scene import Box, Circle, Group, Hatch, Item, Path, Scene, Stroke, Text
from geo.symbology import (
    GROUND_OPACITY,
    INK_WIDTH,
    PAPER,
    PATTERNS,
    SOLID_OPACITY,
    TILE,
    Dot,
)
from geo.text.bidi import isolated
from geo.text.language import is_rtl

# The article's words in a line, which may begin or end in the midst of them.
_QUOTED = re.compile("^[^“”]*”|“[^“”]*(?:”|$)")


def to_svg(scene: Scene, ppi: float | None = None) -> str:
    """Return the scene as the text of an SVG file, its unit the point.

    With `ppi`, it is of that many pixels to the inch, and its page is enlarged to whole pixels.
    """
    hatches = sorted(set(_hatches(scene.children)), key=lambda h: (h.pattern, h.colour))
    clips = list(dict.fromkeys(_clips(scene.children)))
    wide, high = scene.width, scene.height
    size = f'width="{wide:g}pt" height="{high:g}pt"'
    if ppi:
        columns, rows = pixels(wide, ppi), pixels(high, ppi)
        size = f'width="{columns}px" height="{rows}px"'
        wide, high = columns * 72 / ppi, rows * 72 / ppi
    rtl = is_rtl(scene.language)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" {size} role="img" '
            f'viewBox="0 0 {wide:.12g} {high:.12g}" xml:lang={quoteattr(scene.language)}>',
            f"<title>{escape(scene.title)}</title>",
            f"<desc>{escape(scene.description)}</desc>",
            "<defs>",
            *(_pattern(hatch) for hatch in hatches),
            *(_clip(box, f"clip-{i}") for i, box in enumerate(clips)),
            "</defs>",
            *_items(scene.children, clips, rtl),
            "</svg>\n",
        ]
    )


def pixels(length: float, ppi: float) -> int:
    """Return how many whole pixels have room for a length (points)."""
    return math.ceil(length * ppi / 72 - 1e-6)  # less an error of arithmetic


def _walk(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _walk(item.children)


def _hatches(items: Iterable[Item]) -> Iterator[Hatch]:
    for item in _walk(items):
        fill = item.fill if isinstance(item, Path | Circle) else None
        if isinstance(fill, Hatch) and fill.pattern != "solid":
            yield fill


def _clips(items: Iterable[Item]) -> Iterator[Box]:
    for item in _walk(items):
        if isinstance(item, Group) and item.clip:
            yield item.clip


def _id(hatch: Hatch) -> str:
    return f"{hatch.pattern}-{hatch.colour.removeprefix('#')}"


def _pattern(hatch: Hatch) -> str:
    strokes, dots = PATTERNS[hatch.pattern][:2]
    ink = "".join(_dot(dot, hatch.colour) for dot in dots)
    if strokes:
        runs = "".join(f"M{x1:g} {y1:g}L{x2:g} {y2:g}" for x1, y1, x2, y2 in strokes)
        ink += f'<path d="{runs}" fill="none"{_ink(hatch.colour)}/>'
    size, tile = (f'width="{n:g}" height="{n:g}"' for n in (PAPER.tile, TILE))
    return (
        f'<pattern id="{_id(hatch)}" patternUnits="userSpaceOnUse" {size} '
        f'viewBox="0 0 {TILE:g} {TILE:g}"><rect {tile} fill="{hatch.colour}" '
        f'fill-opacity="{GROUND_OPACITY}"/>{ink}</pattern>'
    )


def _dot(dot: Dot, colour: str) -> str:
    look = f' fill="{colour}"' if dot.filled else f' fill="none"{_ink(colour)}'
    return f'<circle cx="{dot.x:g}" cy="{dot.y:g}" r="{dot.radius:g}"{look}/>'


def _ink(colour: str) -> str:
    return f' stroke="{colour}" stroke-width="{INK_WIDTH:g}"'


def _clip(box: Box, name: str) -> str:
    return f'<clipPath id="{name}"><rect {_box(box)}/></clipPath>'


def _box(box: Box) -> str:
    return f'x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}"'


def _items(items: Iterable[Item], clips: list[Box], rtl: bool) -> Iterator[str]:
    for item in items:
        match item:
            case Group():
                clip = f' clip-path="url(#clip-{clips.index(item.clip)})"' if item.clip else ""
                yield f"<g{clip}><title>{escape(item.name)}</title>"
                yield from _items(item.children, clips, rtl)
                yield "</g>"
            case Path():
                yield _path(item)
            case Circle():
                x, y = item.centre
                where = f'cx="{_n(x)}" cy="{_n(y)}" r="{_n(item.radius)}"'
                yield f"<circle {where}{_fill(item.fill)}{_stroke(item.stroke)}/>"
            case Text():
                yield from _text(item, rtl)


def _path(path: Path) -> str:
    end = "Z" if path.closed else ""
    runs = ("M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in run) + end for run in path.runs)
    rule = ' fill-rule="evenodd"' if path.closed and len(path.runs) > 1 else ""
    faint = f' fill-opacity="{path.fill_opacity:g}"' if path.fill_opacity < 1 else ""
    return f'<path d="{"".join(runs)}"{rule}{_fill(path.fill)}{faint}{_stroke(path.stroke)}/>'


def _n(number: float) -> str:
    return f"{round(number, 2) + 0:g}"


def _fill(fill: str | Hatch | None) -> str:
    if isinstance(fill, Hatch) and fill.pattern == "solid":
        return f' fill="{fill.colour}" fill-opacity="{SOLID_OPACITY}"'
    if isinstance(fill, Hatch):
        return f' fill="url(#{_id(fill)})"'
    return f' fill="{fill or "none"}"'


def _stroke(stroke: Stroke | None) -> str:
    if not stroke:
        return ""
    dash = (
        f' stroke-dasharray="{" ".join(_n(part) for part in stroke.dash)}"' if stroke.dash else ""
    )
    faint = f' stroke-opacity="{stroke.opacity:g}"' if stroke.opacity < 1 else ""
    ends = ' stroke-linecap="round" stroke-linejoin="round"'
    return f' stroke="{stroke.colour}" stroke-width="{_n(stroke.width)}"{dash}{faint}{ends}'


def _text(text: Text, rtl: bool) -> Iterator[str]:
    """Yield the text; its halo is one of its own below: some readers paint strokes last."""
    if text.halo:
        rim = (
            f' stroke="{text.halo}" stroke-width="2.2" stroke-opacity="0.9" stroke-linejoin="round"'
        )
        yield _words(text, text.halo, rim, rtl)
    yield _words(text, text.style.colour, "", rtl)


def _words(text: Text, colour: str, more: str, rtl: bool) -> str:
    x, y = (_n(v) for v in text.at)
    style = text.style
    attributes = (
        f'font-family="{family_of(style)}, {"serif" if style.serif else "sans-serif"}" '
        f'font-size="{style.size:g}"'
    )
    attributes += ' font-weight="700"' if style.bold else ""
    attributes += ' font-style="italic"' if is_slanted(text.text, style) else ""
    attributes += (
        f' letter-spacing="{style.spacing:g}"' if style.spacing and not is_arabic(text.text) else ""
    )
    attributes += f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    if not style.spacing:  # readers differ on whether it counts the spaces between letters
        width = max(0.1, width_of(text.text, style))  # the same in any font: no number is cut
        attributes += f' textLength="{_n(width)}" lengthAdjust="spacingAndGlyphs"'
    attributes += f" xml:lang={quoteattr(text.language)}" if text.language else ""
    turn = f' transform="rotate({_n(text.angle)} {x} {y})"' if text.angle else ""
    escaped = escape(_directed(text.text, rtl))
    return f'<text x="{x}" y="{y}" {attributes} fill="{colour}"{more}{turn}>{escaped}</text>'


def _directed(text: str, rtl: bool) -> str:
    """Return a line with its direction said (Unicode Standard Annex 9).

    On a page from right to left a line of Latin letters, a quote, keeps its own. Any Arabic
    letter makes a line the page's: a line may begin in the midst of its sentence, and so its
    first letter doesn't count (see `geo.text.bidi`). On any other page, Arabic quotes keep theirs.
    """
    if rtl:  # a line of signs alone is the page's
        return isolated(text, rtl=is_arabic(text) or not any(map(str.isalnum, text)))
    return _QUOTED.sub(lambda q: isolated(q[0], rtl=True) if is_arabic(q[0]) else q[0], text)
