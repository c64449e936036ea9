"""The frame of a slide: its label and title, the date, the foot with the seal, and the marking.

All is laid out from left to right; `mirrored` flips it for a deck that reads from right to left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats.briefing.blocks import Block, Paragraph, fitted, text_paragraph
from geo.formats.briefing.document import Briefing
from geo.formats.briefing.slide_map import MapRequest
from geo.sheet.margins import draw_marking
from geo.sheet.paper import layout
from geo.sheet.prose import spans_of
from geo.sheet.scene import Anchor, Box, Item, Stroke, TextStyle, rectangle
from geo.symbology import PALETTE, TLP
from geo.text.bidi import between_marks
from geo.text.catalogue import digits

WIDTH, HEIGHT, EDGE = 960.0, 540.0, 22.0
TITLE, LABEL, BODY = TextStyle(22, bold=True), TextStyle(12, PALETTE.soft, bold=True), TextStyle(12)
SOFT, QUOTE = TextStyle(12, PALETTE.soft), TextStyle(20, serif=True)
_STAMP, _STAMP_WIDE = TextStyle(9, bold=True), 140.0
_FOOT, _LEAST_FOOT = TextStyle(7.5, PALETTE.soft), 7.0
_MARKING, _MARKING_HIGH = TextStyle(12, bold=True), 18.0
_TOP = 22.0
PAGE = Box(EDGE, 92, WIDTH - 2 * EDGE, 388)


@dataclass(frozen=True)
class Slide:
    """A slide: its title, what is on it, and the notes for its speaker.

    A map among its items is drawn when the slide is: to count slides, none is.
    """

    title: Block
    items: tuple[Item | Block | MapRequest, ...]
    notes: tuple[Paragraph, ...] = ()


def mirrored(block: Block, rtl: bool) -> Block:
    """Return a block on the other side of the slide, if it reads from right to left."""
    return replace(block, x=WIDTH - block.x - block.width) if rtl else block


def flipped(box: Box, rtl: bool) -> Box:
    """Return a box on the other side of the slide, if it reads from right to left."""
    return replace(box, x=WIDTH - box.right) if rtl else box


def title(text: str, atlas: Atlas, briefing: Briefing, high: float, y: float = _TOP) -> Block:
    """Return the title, clear of the date, small enough for the height of `high` points."""
    width = WIDTH - 2 * EDGE - _STAMP_WIDE - 26
    paragraph = replace(sentence(text, TITLE, atlas), anchor=start(briefing))
    return mirrored(fitted(Block(EDGE, y, width, (paragraph,)), high), briefing.rtl)


def label(text: str, briefing: Briefing) -> Block:
    """Return the name of what a slide is about, above its title."""
    width = WIDTH - 2 * EDGE - _STAMP_WIDE - 26
    paragraph = replace(text_paragraph(text, LABEL), anchor=start(briefing))
    return mirrored(fitted(Block(EDGE, _TOP, width, (paragraph,)), 17), briefing.rtl)


def headed(
    name: str, text: str, atlas: Atlas, briefing: Briefing
) -> tuple[Block, tuple[Block, ...]]:
    """Return a title, and the label above it unless they are the same words."""
    if name == text:
        return title(text, atlas, briefing, 60), ()
    return title(text, atlas, briefing, 50, _TOP + 17), (label(name, briefing),)


def sentence(text: str, style: TextStyle, atlas: Atlas, rtl: bool | None = None) -> Paragraph:
    """Return a text of ours, in which the words of the article stand in a serif."""
    plain = text_paragraph(text, style, rtl)
    spans = spans_of(text, style, atlas)
    return replace(plain, runs=tuple((span.text, span.style) for span in spans) or plain.runs)


def quote(text: str, briefing: Briefing, style: TextStyle = QUOTE) -> Paragraph:
    """Return words of the article, in its own language and direction."""
    return Paragraph(
        ((text, replace(style, serif=True)),), briefing.quotes_rtl, None, briefing.article.language
    )


def stamp(briefing: Briefing) -> Iterator[Item | Block]:
    """Yield the atlas' date, with a rule before it."""
    block = _date(briefing)
    rule = Box(block.x - 9, block.y, 2.4, max(block.height - 2, 10))
    yield rectangle(flipped(rule, briefing.rtl), PALETTE.accent)
    yield mirrored(block, briefing.rtl)


def below_stamp(briefing: Briefing) -> float:
    """Return the y below the date."""
    block = _date(briefing)
    return block.y + block.height


def _date(briefing: Briefing) -> Block:
    paragraph = replace(text_paragraph(briefing.about["as_of"], _STAMP), anchor=start(briefing))
    return fitted(Block(WIDTH - EDGE - _STAMP_WIDE, _TOP + 4, _STAMP_WIDE, (paragraph,)), 36)


def foot(briefing: Briefing, number: int, of: int) -> Iterator[Block]:
    """Yield the disclaimer, and the source and the seal with the slide's number."""
    about, language = briefing.about, briefing.language
    made, page = digits(about["made"], language), digits(f"{number}/{of}", language)
    hashes = f"{about['article_sha256'][:12]} · {about['atlas_sha256'][:12]}"
    seal = joined(
        [
            ", ".join(filter(None, (briefing.article.title, briefing.article.publisher))),
            *briefing.credits,
            f"sha256 {hashes}",
            made,
            page,
        ],
        " · ",
        briefing.rtl,
    )
    disclaimer = text_paragraph(about["disclaimer"], _FOOT)
    for y, paragraph in ((489.0, disclaimer), (500.0, text_paragraph(seal, _FOOT, briefing.rtl))):
        block = Block(EDGE, y, WIDTH - 2 * EDGE, (replace(paragraph, anchor=start(briefing)),))
        yield mirrored(fitted(block, 12, _LEAST_FOOT), briefing.rtl)


def markings(options: ExportOptions) -> Iterator[Item | Block]:
    """Yield the marking at head and foot, on the right, small enough to fit."""
    if options.marking in TLP:
        yield draw_marking(options.marking, layout("wide"))
    elif options.marking:
        paragraph = replace(text_paragraph(options.marking, _MARKING), anchor="end")
        for y in (2.0, 518.0):
            block = Block(EDGE, y, WIDTH - 2 * EDGE, (paragraph,))
            yield fitted(block, _MARKING_HIGH, _LEAST_FOOT)


def heading(text: str, x: float, y: float, width: float, rtl: bool) -> tuple[Block, Item]:
    """Return a heading with a rule below it."""
    paragraph = replace(text_paragraph(text, replace(BODY, bold=True)), anchor=_side(rtl))
    block = fitted(Block(x, y, width, (paragraph,)), 17)
    rule = rectangle(Box(x, y + 17.5, width, 0.01), None, Stroke(PALETTE.ink, 0.9))
    return block, rule


def facts(parts: list[str], style: TextStyle, rtl: bool) -> Paragraph:
    """Return facts in one line, each of which keeps its own direction."""
    return Paragraph(((joined(parts, " · ", rtl), style),), rtl)


def joined(parts: Iterable[str], by: str, rtl: bool) -> str:
    """Join parts in the order in which the line is read, whatever the direction of each."""
    if not rtl:
        return by.join(filter(None, parts))
    return by.replace(" ", " \u200f", 1).join(between_marks(part) for part in parts if part)


def start(briefing: Briefing) -> Anchor:
    """Return the side at which the lines of a deck begin."""
    return _side(briefing.rtl)


def _side(rtl: bool) -> Anchor:
    return "end" if rtl else "start"


def turned(item: Item | Block, rtl: bool) -> Item | Block:
    """Return an item on the other side of a slide that reads from right to left."""
    return mirrored(item, rtl) if isinstance(item, Block) else item
