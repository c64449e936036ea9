"""Head and foot: the headline, the as-of date, the marking, sources, seal, a link to the view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions, one_line
from geo.sheet.fonts import is_arabic, width_of, wrapped
from geo.sheet.missing_glyphs import legible
from geo.sheet.paper import Layout
from geo.sheet.projection import Projection
from geo.sheet.prose import Line, Span, broken, reads_from_right, set_line, spans_of
from geo.sheet.scene import Box, Group, Item, Path, Stroke, Text, TextStyle, rectangle
from geo.sheet.wording import origin
from geo.symbology import PALETTE, TLP
from geo.text.bidi import is_rtl_text, isolated, without_isolates
from geo.text.catalogue import digits, words
from geo.text.language import is_rtl

_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0)  # of a marking of more than a line
_BANDS = 60.0  # the marking's, at most
_QR = 48.0  # points, with the quiet zone of four modules
_STAMP, _SMALL = TextStyle(9, bold=True), TextStyle(7, PALETTE.soft)
_STAMP_WIDE = 136.0
_HEADLINES, _DECK, _SOURCE = (18.0, 16.0, 14.0, 12.0), TextStyle(9.5), TextStyle(8.6, PALETTE.ink)
_HIGHEST = 54.0  # points of a headline, before it is set smaller
_LEADING = 1.24


class Head(NamedTuple):
    """The lines of a page's head: its parts by name, and the lines of the as-of date."""

    parts: dict[str, tuple[Line, ...]]
    stamp: list[str]
    width: float

    @property
    def height(self) -> float:
        lines = sum(_height(line) for part in self.parts.values() for line in part)
        return max(lines + 2 * len(self.parts), len(self.stamp) * _STAMP.size * _LEADING + 4) + 3


def head_of(atlas: Atlas, options: ExportOptions, width: float) -> Head:
    """Return the head: the headline with its hedge, or a title of the briefer's own; the source."""
    manifest, language = atlas.manifest, options.view.language
    stamp = wrapped(one_line(manifest.as_of[language]), _STAMP, _STAMP_WIDE)
    wide = max(width_of(line, _STAMP) for line in stamp) if stamp else 0.0
    room = width - wide - 26
    headline = manifest.headline
    title = options.title or _said(atlas, options, headline.sentence if headline else None)
    deck = options.subtitle or _said(atlas, options, headline.hedge if headline else None)
    title = title or one_line(manifest.title[language])
    deck = deck or one_line(manifest.subtitle[language])
    label = without_isolates(words(language, "oneSource", ""))
    source = Span(f"{label}{' · '.join(origin(atlas, atlas.article, language))}", _SOURCE)
    dispute = _dispute(atlas, options)
    parts = {
        "Headline": _largest(spans_of(legible(title), TextStyle(0, bold=True), atlas), room),
        "Hedge": broken(spans_of(legible(deck), _DECK, atlas), room),
        **({"Dispute": broken(dispute, room)} if dispute else {}),
        "Source": broken([source], room),
    }
    return Head(parts, stamp, wide)


def _dispute(atlas: Atlas, options: ExportOptions) -> list[Span]:
    """Return who disputes the headline, in short."""
    headline, language = atlas.manifest.headline, options.view.language
    if headline is None or headline.dispute is None:
        return []
    label = Span(f"{words(language, 'disputed')}: ", replace(_DECK, bold=True))
    text = _said(atlas, options, headline.dispute.short or headline.dispute.sentence)
    return [label, *spans_of(text, _DECK, atlas)]


def _said(atlas: Atlas, options: ExportOptions, texts: dict[str, str] | None) -> str:
    return one_line(atlas.localised(texts, options.view.language).text) if texts else ""


def _largest(spans: list[Span], room: float) -> tuple[Line, ...]:
    """Break a headline to a few lines of the largest size at which it fits them."""
    for size in _HEADLINES:
        sized = [span._replace(style=replace(span.style, size=size)) for span in spans]
        lines = broken(sized, room)
        if sum(map(_height, lines)) <= _HIGHEST:
            break
    return lines


def _height(line: Line) -> float:
    return max(span.style.size for _, span in line.spans) * _LEADING


def draw_head(head: Head, plan: Layout, language: str) -> Group:
    """Return the headline and what stands below it, and the atlas' date at the other side."""
    rtl, box = is_rtl(language), plan.head
    x, y = (box.right if rtl else box.x), box.y
    groups = list[Group]()
    for name, lines in head.parts.items():
        items = list[Item]()
        spans = [span for line in lines for _, span in line.spans]
        for line in lines:
            y += _height(line)
            turned = reads_from_right(spans, rtl)
            at = (x, y - _height(line) * 0.22)
            items += set_line(line, at, rtl=turned, from_right=rtl)
        y += 2
        groups.append(Group(name, tuple(items)))
    return Group("Title", (*groups, Group("As of", tuple(_stamp(head, plan, rtl=rtl)))))


def _stamp(head: Head, plan: Layout, *, rtl: bool) -> Iterator[Item]:
    """Yield the as-of date, with a rule before it."""
    box, high = plan.head, len(head.stamp) * _STAMP.size * _LEADING
    x = box.x + head.width if rtl else box.right - head.width
    rule = Box(x + 7 if rtl else x - 9, box.y + 4, 2.4, high + 1)
    yield rectangle(rule, PALETTE.accent)
    for number, line in enumerate(head.stamp, 1):
        at = (x, box.y + 2 + number * _STAMP.size * _LEADING)
        yield Text(at, line, _STAMP, "end" if rtl else "start")


def band_of(options: ExportOptions, width: float) -> float:
    """Return how high the strip for the marking has to be."""
    return _marking_lines(options.marking, width, _BANDS).height + 5


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


def foot_of(
    atlas: Atlas, options: ExportOptions, projection: Projection, link: str, width: float
) -> list[str]:
    """Return the lines of the foot: disclaimer, sources, projection, date, seal, and link."""
    room = width - (_QR + 4 if link else 0.0)
    texts = _lines(atlas, options, projection, link)
    return [line for text in texts for line in wrapped(text, _SMALL, room, 2)]


def height_of_foot(lines: list[str], link: str) -> float:
    """Return how high the foot is, with the code of a link beside it."""
    return max(len(lines) * _SMALL.size * _LEADING + 3, _QR - 10 if link else 0.0)


def draw_foot(lines: list[str], plan: Layout, language: str, link: str) -> Group:
    """Return the foot, with the link as a code that a camera reads."""
    box, rtl = plan.foot, is_rtl(language)
    left, top = (box.x - 4 if rtl else box.right - _QR + 4), box.bottom - _QR + 5
    code = [*_code(link, left, top)] if link else []
    x = box.right if rtl else box.x
    texts = (
        Text((x, box.y + number * _SMALL.size * _LEADING), line, _SMALL, "end" if rtl else "start")
        for number, line in enumerate(lines, 1)
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
    named = ", ".join(filter(None, (article.title, article.publisher)))
    yield one_line(atlas.manifest.disclaimer[language])
    yield one_line(" · ".join(filter(None, (named, *dict.fromkeys(credits)))))
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
