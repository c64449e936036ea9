"""A scene as DrawingML (ISO/IEC 29500-1): real shapes, in named groups, to be moved and recoloured.

Lengths are EMU, 12,700 to the point. A group's clip is applied to its shapes: DrawingML
has none.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import shapely

from geo.formats.briefing.blocks import Block, Paragraph
from geo.sheet.basemap import runs_of
from geo.sheet.disc import RADIUS, draw_disc
from geo.sheet.fonts import is_arabic, is_slanted, width_of
from geo.sheet.scene import (
    Box,
    Circle,
    Group,
    Hatch,
    Item,
    Path,
    Point,
    Stroke,
    Text,
    TextStyle,
)
from geo.symbology import PALETTE, PATTERNS, SOLID_OPACITY
from geo.text.bidi import is_rtl_text, marks_for_isolates

EMU = 12_700  # to the point
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_ALIGN = {"start": "l", "middle": "ctr", "end": "r"}  # of the page, whichever way a text reads
Ids = Iterator[int]


class _Drawn(NamedTuple):
    """The XML of a shape or a group, and the box that it takes on the slide."""

    xml: str
    box: Box


def shapes(items: Iterable[Item], ids: Ids | None = None, clip: Box | None = None) -> Iterator[str]:
    """Yield the XML of the shapes and groups of a scene."""
    return (drawn.xml for drawn in _drawn(items, ids or count(1000), clip))


def _drawn(items: Iterable[Item], ids: Ids, clip: Box | None) -> Iterator[_Drawn]:
    for item in items:
        match item:
            case Group():
                yield from _group(item, ids, item.clip or clip)
            case Path():
                yield from _path(item, ids, clip)
            case Circle():
                yield _circle(item, ids)
            case Text():
                yield _text(item, ids)


def _group(group: Group, ids: Ids, clip: Box | None) -> Iterator[_Drawn]:
    """Yield a group: it lies where its shapes lie, and its own co-ordinates are the slide's."""
    children = list(_drawn(group.children, ids, clip))
    if not children:
        return
    box = _around(((c.box.x, c.box.y), (c.box.right, c.box.bottom)) for c in children)
    assert box is not None  # noqa: S101  it has children
    xml = "".join(child.xml for child in children)
    yield _Drawn(
        f"<p:grpSp {NAMESPACES}><p:nvGrpSpPr>{_name(group.name, ids, group.name)}"
        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{_xfrm(box, child=True)}</p:grpSpPr>{xml}</p:grpSp>",
        box,
    )


def _around(runs: Iterable[tuple[Point, ...]]) -> Box | None:
    points = [point for run in runs for point in run]
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _clipped(path: Path, clip: Box | None) -> tuple[tuple[Point, ...], ...]:
    box = _around(path.runs)
    if clip and path.stroke and not path.closed:  # a line has round ends, which stay within
        clip = clip.inset(path.stroke.width / 2)
    if clip is None or box is None or clip.holds(box):
        return path.runs
    if not clip.overlaps(box):
        return ()
    area = shapely.box(clip.x, clip.y, clip.right, clip.bottom)
    shape: shapely.Geometry = shapely.MultiLineString([*path.runs])
    if path.closed:  # the even-odd rule
        shape = shapely.make_valid(shapely.Polygon(path.runs[0]))
        for run in path.runs[1:]:
            shape = shapely.symmetric_difference(shape, shapely.make_valid(shapely.Polygon(run)))
    return runs_of(shapely.intersection(shape, area))


def _path(path: Path, ids: Ids, clip: Box | None) -> Iterator[_Drawn]:
    runs = _clipped(path, clip)
    box = _around(runs)
    if box is None:
        return
    end = "<a:close/>" if path.closed else ""
    drawn = "".join(_run(run, box) + end for run in runs)
    width, height = max(_emu(box.width), 1), max(_emu(box.height), 1)
    fill = "" if path.closed and path.fill else ' fill="none"'
    geometry = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{width}" h="{height}"{fill}>{drawn}</a:path></a:pathLst></a:custGeom>'
    )
    looks = _fill(path.fill if path.closed else None, path.fill_opacity) + _line(path.stroke)
    yield _shape("shape", box, geometry + looks, ids)


def _run(run: tuple[Point, ...], box: Box) -> str:
    points = [f'<a:pt x="{_emu(x - box.x)}" y="{_emu(y - box.y)}"/>' for x, y in run]
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return f"<a:moveTo>{points[0]}</a:moveTo>{lines}"


def _circle(circle: Circle, ids: Ids) -> _Drawn:
    (x, y), r = circle.centre, circle.radius
    looks = _fill(circle.fill) + _line(circle.stroke)
    geometry = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
    return _shape("point", Box(x - r, y - r, 2 * r, 2 * r), geometry + looks, ids)


def _shape(
    name: str, box: Box, properties: str, ids: Ids, body: str = "", angle: float = 0.0
) -> _Drawn:
    return _Drawn(
        f"<p:sp {NAMESPACES}><p:nvSpPr>{_name(name, ids)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{_xfrm(box, angle=angle)}{properties}</p:spPr>{body}</p:sp>",
        box,
    )


def _name(name: str, ids: Ids, description: str = "") -> str:
    number = next(ids)
    descr = f" descr={quoteattr(description[:255])}" if description else ""
    return f'<p:cNvPr id="{number}" name={quoteattr(f"{name[:200]} {number}")}{descr}/>'


def _emu(points: float) -> int:
    return round(points * EMU)


def _xfrm(box: Box, child: bool = False, angle: float = 0.0) -> str:
    where = f'x="{_emu(box.x)}" y="{_emu(box.y)}"'
    size = f'cx="{_emu(box.width)}" cy="{_emu(box.height)}"'
    inner = f"<a:chOff {where}/><a:chExt {size}/>" if child else ""
    turn = f' rot="{round(angle * 60_000) % 21_600_000}"' if angle else ""
    return f"<a:xfrm{turn}><a:off {where}/><a:ext {size}/>{inner}</a:xfrm>"


def _colour(colour: str, opacity: float = 1.0) -> str:
    alpha = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    return f'<a:srgbClr val="{colour.removeprefix("#").upper()}">{alpha}</a:srgbClr>'


def _fill(fill: str | Hatch | None, opacity: float = 1.0) -> str:
    if fill is None:
        return "<a:noFill/>"
    if isinstance(fill, str):
        return f"<a:solidFill>{_colour(fill, opacity)}</a:solidFill>"
    preset = PATTERNS[fill.pattern].drawingml
    if preset is None:
        return f"<a:solidFill>{_colour(fill.colour, SOLID_OPACITY)}</a:solidFill>"
    return (
        f'<a:pattFill prst="{preset}"><a:fgClr>{_colour(fill.colour)}</a:fgClr>'
        f"<a:bgClr>{_colour(PALETTE.paper)}</a:bgClr></a:pattFill>"
    )


def _line(stroke: Stroke | None) -> str:
    if stroke is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = ""
    if stroke.dash:
        dash = f'<a:prstDash val="{"sysDot" if stroke.dash[0] < 1 else "dash"}"/>'
    ink = f"<a:solidFill>{_colour(stroke.colour, stroke.opacity)}</a:solidFill>"
    return f'<a:ln w="{_emu(stroke.width)}" cap="rnd">{ink}{dash}<a:round/></a:ln>'


def _text_box(text: Text) -> Box:
    """Return a box round a line, with a little more room: fonts differ from place to place.

    A line at an angle turns about where it stands, but its box about its own middle.
    """
    wide, size = width_of(text.text, text.style) * 1.06 + 4, text.style.size
    left = {"start": -2.0, "middle": -wide / 2, "end": 2 - wide}[text.anchor]
    x, y, turn = left + wide / 2, size * (1.36 / 2 - 1.07), math.radians(text.angle)
    middle = (x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn))
    at = (text.at[0] + middle[0] - wide / 2, text.at[1] + middle[1] - size * 1.36 / 2)
    return Box(*at, wide, size * 1.36)


def _turned(box: Box, angle: float) -> Box:
    """Return the box that a box takes when it is turned about its middle."""
    cos, sin = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    wide, high = box.width * cos + box.height * sin, box.width * sin + box.height * cos
    return Box(box.centre[0] - wide / 2, box.centre[1] - high / 2, wide, high)


def _text(text: Text, ids: Ids) -> _Drawn:
    is_quote = text.text.startswith("“") and is_arabic(text.text)  # whatever its first word is
    rtl = is_quote or is_rtl_text(text.text)
    body = (
        '<p:txBody><a:bodyPr wrap="none" lIns="25400" tIns="0" rIns="25400" bIns="0" anchor="ctr">'
        f'<a:noAutofit/></a:bodyPr><a:p><a:pPr algn="{_ALIGN[text.anchor]}" rtl="{int(rtl)}"/>'
        f"{run(text.text, _narrowed(text), text.halo, text.language)}</a:p></p:txBody>"
    )
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    box = _text_box(text)
    drawn = _shape(text.text[:40] or "text", box, geometry, ids, body, angle=text.angle)
    return drawn._replace(box=_turned(box, text.angle))


def _narrowed(text: Text) -> TextStyle:
    """Return the style of a text, 10 % smaller for Arabic.

    The fonts that PowerPoint has for Arabic are wider than the one that was measured.
    """
    return replace(text.style, size=text.style.size * 0.9) if is_arabic(text.text) else text.style


# The theme's first font, which PowerPoint calls its major one, is for a source's words.
_FONT = '<a:latin typeface="+mj-lt"/><a:cs typeface="+mj-cs"/>'


def run(text: str, style: TextStyle, halo: str | None = None, language: str = "") -> str:
    """Return a run of text, in a font of the theme."""
    slanted = is_slanted(text, style)
    attributes = f'sz="{round(style.size * 100)}" b="{int(style.bold)}" i="{int(slanted)}"'
    spacing = (
        f' spc="{round(style.spacing * 100)}"' if style.spacing and not is_arabic(text) else ""
    )
    glow = (
        f'<a:effectLst><a:glow rad="19050">{_colour(halo, 0.9)}</a:glow></a:effectLst>'
        if halo
        else ""
    )
    language = language or ("ar-SA" if is_arabic(text) else "en-GB")
    ink = f"<a:solidFill>{_colour(style.colour)}</a:solidFill>"
    font = _FONT if style.serif else ""
    properties = (
        f"<a:rPr lang={quoteattr(language)} {attributes}{spacing}>{ink}{glow}{font}</a:rPr>"
    )
    return f"<a:r>{properties}<a:t>{escape(marks_for_isolates(text))}</a:t></a:r>"


def block(block: Block, ids: Ids) -> Iterator[str]:
    """Yield a text that wraps, in a box that grows with it; its number stands where it begins."""
    if block.tag:
        yield from shapes(draw_tag(block), ids)
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    box = Box(block.x, block.y, block.width, block.height)
    name = block.paragraphs[0].text[:40]
    yield _shape(name, box, geometry, ids, body(block.paragraphs, "<a:spAutoFit/>")).xml


def draw_tag(block: Block) -> Iterable[Item]:
    """Return the number of a text as it stands beside it."""
    rtl = block.paragraphs[0].rtl
    x = block.x + block.width + 6 + RADIUS if rtl else block.x - 6 - RADIUS
    return draw_disc(block.tag, (x, block.y + 7.5))


def body(paragraphs: Iterable[Paragraph], fit: str = "") -> str:
    """Return paragraphs of runs as the body of a shape."""
    content = "".join(map(_paragraph, paragraphs))
    frame = (
        f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">{fit}</a:bodyPr>'
    )
    return f"<p:txBody {NAMESPACES}>{frame}{content or '<a:p/>'}</p:txBody>"


def _paragraph(paragraph: Paragraph) -> str:
    anchor = paragraph.anchor or ("end" if paragraph.rtl else "start")
    runs = "".join(run(*one, language=paragraph.language) for one in paragraph.runs)
    after = '<a:spcAft><a:spcPts val="200"/></a:spcAft>'
    rtl = f'algn="{_ALIGN[anchor]}" rtl="{int(paragraph.rtl)}"'
    return f"<a:p><a:pPr {rtl}>{after}</a:pPr>{runs}</a:p>"
