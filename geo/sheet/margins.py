"""Head and foot: titles, the as-of stamp, the marking, sources, seal, and a link to the view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions, one_line
from geo.sheet.fonts import elided, is_arabic, width_of, wrapped
from geo.sheet.missing_glyphs import legible
from geo.sheet.paper import Layout, layout
from geo.sheet.projection import Projection
from geo.sheet.scene import Box, Group, Item, Path, Stroke, Text, TextStyle, rectangle
from geo.symbology import PALETTE, TLP
from geo.text.bidi import is_rtl_text, isolated
from geo.text.catalogue import digits, words
from geo.text.language import is_rtl

_TITLE, _SUBTITLE = TextStyle(19, bold=True), TextStyle(10.5, PALETTE.soft)
_LONG_TITLE, _LONG_SUBTITLE = TextStyle(13, bold=True), TextStyle(8.5, PALETTE.soft)
_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0)  # of a marking of more than a line
_BANDS = 60.0  # the marking's, at most
_QR = 48.0  # points, with the quiet zone of four modules
_STAMP, _SMALL = TextStyle(9, bold=True), TextStyle(6.5, PALETTE.soft)


def lay_out(atlas: Atlas, options: ExportOptions) -> Layout:
    """Return the page's parts, with room for the whole title and the whole marking."""
    rtl = is_rtl(options.view.language)
    plan = layout(options.paper, rtl)
    lines = [line for part in _head_lines(atlas, options, plan).values() for line in part]
    band = _marking_lines(options.marking, plan.head.width, _BANDS).height + 5
    return layout(options.paper, rtl, sum(style.size * 1.2 for _, style in lines) + 8, band)


def draw_head(atlas: Atlas, options: ExportOptions, plan: Layout) -> Group:
    """Return the title, the subtitle and the stamp with the atlas' date."""
    rtl, box = is_rtl(options.view.language), plan.head
    stamp, wide = _stamp(atlas, options, plan)
    frame = Box(box.x if rtl else box.right - wide, box.y + 8, wide, 18)
    x, y = (box.right if rtl else box.x), box.y
    groups = list[Group]()
    for name, lines in _head_lines(atlas, options, plan).items():
        items = list[Item]()
        for line, style in lines:
            y += style.size * 1.2
            items.append(Text((x, y - 2.8), line, style, "end" if rtl else "start"))
        y += 3
        groups.append(Group(name, tuple(items)))
    at = (frame.centre[0], frame.y + 12.4)
    rim = rectangle(frame, None, Stroke(PALETTE.ink, 1.1))
    return Group("Title", (*groups, rim, Text(at, stamp, _STAMP, "middle")))


def _stamp(atlas: Atlas, options: ExportOptions, plan: Layout) -> tuple[str, float]:
    stamp = one_line(atlas.manifest.as_of[options.view.language])
    wide = min(width_of(stamp, _STAMP) + 14, plan.head.width * 0.45)
    return elided(stamp, _STAMP, wide - 8), wide


def _head_lines(
    atlas: Atlas, options: ExportOptions, plan: Layout
) -> dict[str, list[tuple[str, TextStyle]]]:
    """Return the lines of title and subtitle: one, or more and smaller."""
    language, manifest = options.view.language, atlas.manifest
    room = plan.head.width - _stamp(atlas, options, plan)[1] - 16
    title = options.title or one_line(manifest.title[language])
    subtitle = options.subtitle or one_line(manifest.subtitle[language])
    return {
        "Title line": _lines_of(legible(title), _TITLE, _LONG_TITLE, room),
        "Subtitle": _lines_of(legible(subtitle), _SUBTITLE, _LONG_SUBTITLE, room),
    }


def _lines_of(
    text: str, style: TextStyle, smaller: TextStyle, room: float
) -> list[tuple[str, TextStyle]]:
    if width_of(text, style) > room:
        style = smaller
    return [(line, style) for line in wrapped(text, style, room)]


def draw_marking(marking: str, plan: Layout) -> Group:
    """Return the handling marking at head and foot, on the right.

    It is set in 12 points (FIRST, TLP 2.0); a longer one in several smaller lines.
    """
    colour = TLP.get(marking)
    lines, size, height = _marking_lines(marking, plan.head.width, plan.band - 5)
    style = TextStyle(size, colour or PALETTE.ink, bold=True)
    width = max(width_of(line, style) for line in lines) + 12
    items: list[Item] = []
    for y in (plan.page.y + 4, plan.page.bottom - 4 - height):
        box = Box(plan.head.right - width, y, width, height)
        items.append(
            rectangle(box, PALETTE.black if colour else PALETTE.paper, Stroke(PALETTE.black, 0.8))
        )
        for i, line in enumerate(lines):
            at = (box.centre[0], y + size * (0.9 + 1.2 * i) + 2)
            items.append(Text(at, _directed(line, marking), style, "middle"))
    return Group("Marking", tuple(items))


class _MarkingLines(NamedTuple):
    """The lines of a marking, their size, and the height of its box, in points."""

    lines: list[str]
    size: float
    height: float


def _marking_lines(marking: str, width: float, room: float) -> _MarkingLines:
    """Break a marking into lines of the largest size at which it fits the room."""
    text = legible(marking)
    if width_of(text, TextStyle(12, bold=True)) <= width - 80:
        return _MarkingLines([text], 12.0, 17.0)
    for size in _SIZES:
        lines = wrapped(text, TextStyle(size, bold=True), width - 12)
        height = len(lines) * size * 1.2 + 4
        if height <= room:
            break
    return _MarkingLines(lines, size, height)


def _directed(line: str, marking: str) -> str:
    """Return a line of a marking in the marking's own direction, whatever the page's is."""
    return isolated(line, rtl=is_rtl_text(marking)) if is_arabic(marking) else line


def draw_foot(
    atlas: Atlas, options: ExportOptions, projection: Projection, plan: Layout, link: str
) -> Group:
    """Return the disclaimer, the sources, the projection, the date, the seal and the link."""
    box, language = plan.foot, options.view.language
    rtl = is_rtl(language)
    code = (
        [*_code(link, box.x - 4 if rtl else box.right - _QR + 4, box.bottom - _QR + 5)]
        if link
        else []
    )
    side = _QR + 4 if code else 0.0
    x, anchor = (box.right, "end") if rtl else (box.x, "start")
    lines = [
        line
        for text in _lines(atlas, options, projection, link)
        for line in wrapped(text, _SMALL, box.width - side, 2)
    ]
    texts = (
        Text((x, box.y + 8 + i * 8.2), line, _SMALL, anchor)  # type: ignore[arg-type]
        for i, line in enumerate(lines[:4])
    )
    return Group("Sources", (*texts, *code))


def _lines(
    atlas: Atlas, options: ExportOptions, projection: Projection, link: str
) -> Iterator[str]:
    language = options.view.language
    article = atlas.article
    parallels = (f"{digits(str(lat), language)}°" for lat in projection.parallels)
    drawn = words(language, "projection", *parallels)
    day = digits(options.made.isoformat(), language) if options.made else ""
    made = words(language, "madeOn", day) if day else ""
    seal = words(language, "sealLine", str(article.sha256)[:12], atlas.digest[:12])
    credits = (
        f"{source.publisher or source.title} ({source.licence})" if source.licence else source.title
        for source in atlas.sources.values()
        if source.kind == "gazetteer"
    )
    origin = ", ".join(filter(None, (article.title, article.publisher)))
    yield one_line(atlas.manifest.disclaimer[language])
    yield one_line(" · ".join(filter(None, (origin, *dict.fromkeys(credits)))))
    yield " · ".join(filter(None, (drawn, made, seal)))
    if link:
        yield link


def _code(link: str, left: float, top: float) -> Iterator[Item]:
    """Yield a QR code of the link (ISO/IEC 18004), as one path."""
    import segno

    codes = (segno.make(link, error=e, boost_error=False, micro=False) for e in ("m", "l"))
    matrices = ([list(row) for row in code.matrix_iter(border=4)] for code in codes)
    rows = next((rows for rows in matrices if _QR / len(rows) >= 0.9), [])
    if not rows:  # no camera reads modules under a third of a millimetre
        return
    size = _QR / len(rows)
    runs = tuple(
        rectangle(Box(left + x * size, top + y * size, size, size)).runs[0]
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    yield Path(runs, closed=True, fill=PALETTE.black)
