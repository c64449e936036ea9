"""The frame of a slide: its title, the stamp with the date, the seal, and the marking.

All is laid out from left to right; `mirrored` flips it for a deck that reads from right to left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from geo.export_options import ExportOptions
from geo.formats.briefing.blocks import Block, Paragraph, fitted, measure, text_paragraph
from geo.formats.briefing.document import Briefing
from geo.sheet.margins import draw_marking
from geo.sheet.paper import layout
from geo.sheet.scene import Anchor, Box, Item, Stroke, Text, TextStyle, rectangle
from geo.symbology import PALETTE, TLP
from geo.text.bidi import between_marks
from geo.text.catalogue import digits

WIDTH, EDGE = 960.0, 22.0
TITLE, SUBTITLE, STAMP = (
    TextStyle(22, bold=True),
    TextStyle(10.5, PALETTE.soft),
    TextStyle(9, bold=True),
)
_FOOT = TextStyle(7.5, PALETTE.soft)
_MARKING = TextStyle(12, bold=True)
_MARKING_HIGH = 18.0


def mirrored(block: Block, rtl: bool) -> Block:
    """Return a block on the other side of the slide, if it reads from right to left."""
    return replace(block, x=WIDTH - block.x - block.width) if rtl else block


def flipped(box: Box, rtl: bool) -> Box:
    """Return a box on the other side of the slide, if it reads from right to left."""
    return replace(box, x=WIDTH - box.right) if rtl else box


def title(text: str, briefing: Briefing, high: float = 44) -> Block:
    """Return the title, clear of the stamp, small enough for the height of `high` points."""
    width = WIDTH - 2 * EDGE - _stamp(briefing).width - 16
    paragraph = replace(text_paragraph(text, TITLE), anchor=_start(briefing))
    block = Block(EDGE, 21, width, (paragraph,))
    return mirrored(fitted(block, high), briefing.rtl)


def subtitles(texts: list[str], briefing: Briefing) -> Block:
    """Return the lines below the title of the first slide."""
    paragraph = text_paragraph(" · ".join(filter(None, texts)), SUBTITLE)
    paragraph = replace(paragraph, anchor=_start(briefing))
    return mirrored(fitted(Block(EDGE, 51, WIDTH - 2 * EDGE, (paragraph,)), 16), briefing.rtl)


def stamp(briefing: Briefing) -> Iterator[Item]:
    """Yield the stamp with the atlas' date."""
    style, wide = _stamp(briefing)
    box = flipped(Box(WIDTH - EDGE - wide, 28, wide, 18), briefing.rtl)
    yield rectangle(box, None, Stroke(PALETTE.ink, 1.1))
    yield Text((box.centre[0], box.y + 12.4), briefing.about["as_of"], style, "middle")


def foot(briefing: Briefing, number: int, of: int) -> Iterator[Block]:
    """Yield the disclaimer, and the seal with the slide's number."""
    about, language = briefing.about, briefing.language
    made, page = digits(about["made"], language), digits(f"{number}/{of}", language)
    hashes = f"{about['article_sha256'][:12]} · {about['atlas_sha256'][:12]}"
    seal = f"sha256 {hashes} · {made} · {page}"
    disclaimer = text_paragraph(about["disclaimer"], _FOOT)
    for y, paragraph in ((491.0, disclaimer), (502.0, text_paragraph(seal, _FOOT))):
        block = Block(EDGE, y, WIDTH - 2 * EDGE, (replace(paragraph, anchor=_start(briefing)),))
        yield mirrored(fitted(block, 12), briefing.rtl)


def markings(options: ExportOptions) -> Iterator[Item | Block]:
    """Yield the marking at head and foot, on the right, small enough to fit."""
    if options.marking in TLP:
        yield draw_marking(options.marking, layout("wide"))
    elif options.marking:
        paragraph = replace(text_paragraph(options.marking, _MARKING), anchor="end")
        for y in (3.0, 519.0):
            yield fitted(Block(EDGE, y, WIDTH - 2 * EDGE, (paragraph,)), _MARKING_HIGH)


def facts(parts: list[str], style: TextStyle, rtl: bool) -> Paragraph:
    """Return facts in one line, each of which keeps its own direction."""
    return Paragraph(((joined(parts, " · ", rtl), style),), rtl)


def joined(parts: Iterable[str], by: str, rtl: bool) -> str:
    """Join parts in the order in which the line is read, whatever the direction of each."""
    if not rtl:
        return by.join(filter(None, parts))
    return by.replace(" ", " \u200f", 1).join(between_marks(part) for part in parts if part)


class _Stamp(NamedTuple):
    """The style of the stamp's text, and the width of its box."""

    style: TextStyle
    width: float


def _stamp(briefing: Briefing) -> _Stamp:
    as_of, style = briefing.about["as_of"], STAMP
    while measure(as_of, style) > 280 and style.size > 5:
        style = replace(style, size=style.size - 0.5)
    return _Stamp(style, measure(as_of, style) + 14)


def _start(briefing: Briefing) -> Anchor:
    return "end" if briefing.rtl else "start"
