"""A scene as SVG 1.1: named groups, real text, no script, and the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from geo.sheet.fonts import FAMILY, is_arabic, width_of
from geo.sheet.scene import Box, Circle, Group, Hatch, Item, Path, Scene, Stroke, Text
from geo.text.bidi import isolated
from geo.text.language import is_rtl

_TILE = 6  # points
# Strokes and circles of each pattern in an 8 × 8 tile: the screen's (page/assets/map/patterns.js).
_STROKES = {
    "diagonal": "M-2 10L10-2M-2 2L2-2M6 10L10 6",
    "back-diagonal": "M-2-2L10 10M6-2L10 2M-2 6L2 10",
    "cross": "M-2 10L10-2M-2-2L10 10",
    "horizontal": "M0 2H8M0 6H8",
    "vertical": "M2 0V8M6 0V8",
    "grid": "M0 4H8M4 0V8",
}
_CIRCLES = {
    "dots": '<circle cx="2" cy="2" r="1.4" fill="{0}"/><circle cx="6" cy="6" r="1.4" fill="{0}"/>',
    "rings": '<circle cx="4" cy="4" r="2.4" fill="none" stroke="{0}" stroke-width="1.4"/>',
}


def to_svg(scene: Scene) -> str:
    """Return the scene as the text of an SVG file, its unit the point."""
    hatches = sorted(set(_hatches(scene.children)), key=lambda h: (h.pattern, h.colour))
    clips = list(dict.fromkeys(_clips(scene.children)))
    size = f'width="{scene.width:g}pt" height="{scene.height:g}pt"'
    rtl = is_rtl(scene.language)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" {size} role="img" '
            f'viewBox="0 0 {scene.width:g} {scene.height:g}" xml:lang={quoteattr(scene.language)}>',
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
    ink = _CIRCLES.get(hatch.pattern, "").format(hatch.colour)
    if strokes := _STROKES.get(hatch.pattern):
        ink = f'<path d="{strokes}" stroke="{hatch.colour}" stroke-width="1.4" fill="none"/>'
    return (
        f'<pattern id="{_id(hatch)}" patternUnits="userSpaceOnUse" width="{_TILE}" '
        f'height="{_TILE}" viewBox="0 0 8 8"><rect width="8" height="8" fill="{hatch.colour}" '
        f'fill-opacity="0.22"/>{ink}</pattern>'
    )


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
        return f' fill="{fill.colour}" fill-opacity="0.75"'
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
    yield _words(text, text.look.colour, "", rtl)


def _words(text: Text, colour: str, more: str, rtl: bool) -> str:
    x, y = (_n(v) for v in text.at)
    look = text.look
    style = f'font-family="{FAMILY}, sans-serif" font-size="{look.size:g}"'
    style += ' font-weight="700"' if look.bold else ""
    style += ' font-style="italic"' if look.italic else ""
    style += (
        f' letter-spacing="{look.spacing:g}"' if look.spacing and not is_arabic(text.text) else ""
    )
    style += f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    if not look.spacing:  # readers differ on whether it counts the spaces between letters
        width = max(0.1, width_of(text.text, look))  # the same in any font: no number is cut
        style += f' textLength="{_n(width)}" lengthAdjust="spacingAndGlyphs"'
    turn = f' transform="rotate({_n(text.angle)} {x} {y})"' if text.angle else ""
    said = escape(_directed(text.text, rtl))
    return f'<text x="{x}" y="{y}" {style} fill="{colour}"{more}{turn}>{said}</text>'


def _directed(text: str, rtl: bool) -> str:
    """Return a line with its direction said (Unicode Standard Annex 9).

    On a page from right to left a line of Latin letters, a quote, keeps its own. Any Arabic
    letter makes a line the page's: a line may begin in the midst of its sentence, and so its
    first letter doesn't count (see `geo.text.bidi`).
    """
    return isolated(text, rtl=is_arabic(text)) if rtl else text
