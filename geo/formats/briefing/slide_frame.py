"""What stands round a slide: its title, as of when it speaks, the seal, and the marking.

All is laid out from left to right; `mirrored` turns it round for a deck that reads the other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from geo.export_options import TLP, ExportOptions
from geo.formats.briefing.blocks import Block, Paragraph, fitted, measure, plain
from geo.formats.localise import Plain
from geo.sheet.margins import draw_marking
from geo.sheet.paper import layout
from geo.sheet.scene import Anchor, Box, Item, Look, Stroke, Text, rectangle
from geo.sheet.words import digits
from geo.text.bidi import island

WIDTH, EDGE = 960.0, 22.0
TITLE, SUBTITLE, STAMP = Look(22, bold=True), Look(10.5, "#4d5866"), Look(9, bold=True)
_FOOT = Look(7.5, "#4d5866")
_MARKING = Look(12, bold=True)
_MARKING_HIGH = 18.0


def mirrored(block: Block, rtl: bool) -> Block:
    return replace(block, x=WIDTH - block.x - block.width) if rtl else block


def flipped(box: Box, rtl: bool) -> Box:
    return replace(box, x=WIDTH - box.right) if rtl else box


def title(text: str, told: Plain, high: float = 44) -> Block:
    """Return the title, clear of the stamp, and as small as it has to be for this height."""
    width = WIDTH - 2 * EDGE - _stamp(told)[1] - 16
    paragraph = replace(plain(text, TITLE), anchor=_start(told))
    block = Block(EDGE, 21, width, (paragraph,))
    return mirrored(fitted(block, high), told["rtl"])


def subtitles(texts: list[str], told: Plain) -> Block:
    """Return what stands below the title of the first slide."""
    paragraph = plain(" · ".join(filter(None, texts)), SUBTITLE)
    paragraph = replace(paragraph, anchor=_start(told))
    return mirrored(fitted(Block(EDGE, 51, WIDTH - 2 * EDGE, (paragraph,)), 16), told["rtl"])


def stamp(told: Plain) -> Iterator[Item]:
    """Yield the stamp that says of when all this is."""
    look, wide = _stamp(told)
    box = flipped(Box(WIDTH - EDGE - wide, 28, wide, 18), told["rtl"])
    yield rectangle(box, None, Stroke("#1f2933", 1.1))
    yield Text((box.centre[0], box.y + 12.4), told["about"]["as_of"], look, "middle")


def foot(told: Plain, number: int, of: int) -> Iterator[Block]:
    """Yield the disclaimer, and the seal with the slide's number."""
    said, language = told["about"], told["language"]
    made, page = digits(said["made"], language), digits(f"{number}/{of}", language)
    seal = f"sha256 {said['article_sha256'][:12]} · {said['atlas_sha256'][:12]} · {made} · {page}"
    first = plain(said["disclaimer"], _FOOT)
    for y, paragraph in ((491.0, first), (502.0, plain(seal, _FOOT))):
        block = Block(EDGE, y, WIDTH - 2 * EDGE, (replace(paragraph, anchor=_start(told)),))
        yield mirrored(fitted(block, 12), told["rtl"])


def markings(options: ExportOptions) -> Iterator[Item | Block]:
    """Yield the marking at head and foot, on the right; a long one as small as it has to be."""
    if options.marking in TLP:
        yield draw_marking(options.marking, layout("wide"))
    elif options.marking:
        paragraph = replace(plain(options.marking, _MARKING), anchor="end")
        for y in (3.0, 519.0):
            yield fitted(Block(EDGE, y, WIDTH - 2 * EDGE, (paragraph,)), _MARKING_HIGH)


def facts(parts: list[str], look: Look, rtl: bool) -> Paragraph:
    """Return facts in one line, each of which keeps its own direction."""
    return Paragraph(((joined(parts, " · ", rtl), look),), rtl)


def joined(parts: list[str], by: str, rtl: bool) -> str:
    """Join parts so that they follow one another as the line reads, whatever each is."""
    if not rtl:
        return by.join(filter(None, parts))
    return by.replace(" ", " \u200f", 1).join(island(part) for part in parts if part)


def _stamp(told: Plain) -> tuple[Look, float]:
    """Return how the stamp is set, and how wide it is."""
    said, look = told["about"]["as_of"], STAMP
    while measure(said, look) > 280 and look.size > 5:
        look = replace(look, size=look.size - 0.5)
    return look, measure(said, look) + 14


def _start(told: Plain) -> Anchor:
    return "end" if told["rtl"] else "start"
