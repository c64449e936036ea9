"""Head and foot: titles, the as-of stamp, the marking, sources, seal, and a link to the view."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import bidirectional

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions, one_line
from geo.sheet.fonts import elided, is_arabic, width_of, wrapped
from geo.sheet.missing_glyphs import legible
from geo.sheet.paper import Layout, layout
from geo.sheet.projection import Projection
from geo.sheet.scene import Box, Group, Item, Look, Path, Stroke, Text, rectangle
from geo.sheet.words import digits, is_rtl, words

_TITLE, _SUBTITLE = Look(19, bold=True), Look(10.5, "#4d5866")
_LONG_TITLE, _LONG_SUBTITLE = Look(13, bold=True), Look(8.5, "#4d5866")
_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0)  # of a marking of more than a line
_BANDS = 60.0  # the marking's, at most
_QR = 48.0  # points, with the quiet zone of four modules
_STAMP, _SMALL = Look(9, bold=True), Look(6.5, "#4d5866")
# Colours of FIRST's Traffic Light Protocol 2.0, each on black.
_TLP = {
    "TLP:CLEAR": "#ffffff",
    "TLP:GREEN": "#33ff00",
    "TLP:AMBER": "#ffc000",
    "TLP:AMBER+STRICT": "#ffc000",
    "TLP:RED": "#ff2b2b",
}


def lay_out(atlas: Atlas, options: ExportOptions) -> Layout:
    """Return the page's parts, with room for the whole title and the whole marking."""
    rtl = is_rtl(options.view.language)
    plan = layout(options.paper, rtl)
    lines = [line for part in _head_lines(atlas, options, plan).values() for line in part]
    band = _marking_lines(options.marking, plan.head.width, _BANDS)[2] + 5
    return layout(options.paper, rtl, sum(look.size * 1.2 for _, look in lines) + 8, band)


def draw_head(atlas: Atlas, options: ExportOptions, plan: Layout) -> Group:
    """Return the title, the subtitle and the stamp that says of when all this is."""
    rtl, box = is_rtl(options.view.language), plan.head
    stamp, wide = _stamp(atlas, options, plan)
    frame = Box(box.x if rtl else box.right - wide, box.y + 8, wide, 18)
    x, y = (box.right if rtl else box.x), box.y
    groups = list[Group]()
    for name, lines in _head_lines(atlas, options, plan).items():
        items = list[Item]()
        for line, look in lines:
            y += look.size * 1.2
            items.append(Text((x, y - 2.8), line, look, "end" if rtl else "start"))
        y += 3
        groups.append(Group(name, tuple(items)))
    at = (frame.centre[0], frame.y + 12.4)
    rim = rectangle(frame, None, Stroke("#1f2933", 1.1))
    return Group("Title", (*groups, rim, Text(at, stamp, _STAMP, "middle")))


def _stamp(atlas: Atlas, options: ExportOptions, plan: Layout) -> tuple[str, float]:
    stamp = one_line(atlas.manifest.as_of[options.view.language])
    wide = min(width_of(stamp, _STAMP) + 14, plan.head.width * 0.45)
    return elided(stamp, _STAMP, wide - 8), wide


def _head_lines(
    atlas: Atlas, options: ExportOptions, plan: Layout
) -> dict[str, list[tuple[str, Look]]]:
    """Return the lines of title and subtitle: one, or more and smaller."""
    language, manifest = options.view.language, atlas.manifest
    room = plan.head.width - _stamp(atlas, options, plan)[1] - 16
    title = options.title or one_line(manifest.title[language])
    subtitle = options.subtitle or one_line(manifest.subtitle[language])
    return {
        "Title line": _lines_of(legible(title), _TITLE, _LONG_TITLE, room),
        "Subtitle": _lines_of(legible(subtitle), _SUBTITLE, _LONG_SUBTITLE, room),
    }


def _lines_of(text: str, look: Look, smaller: Look, room: float) -> list[tuple[str, Look]]:
    look = look if width_of(text, look) <= room else smaller
    return [(line, look) for line in wrapped(text, look, room)]


def draw_marking(marking: str, plan: Layout) -> Group:
    """Return the handling marking at head and foot, on the right: all of it.

    12 points (FIRST, TLP 2.0); what is longer than a line is set smaller, on more.
    """
    colour = _TLP.get(marking)
    lines, size, high = _marking_lines(marking, plan.head.width, plan.band - 5)
    look = Look(size, colour or "#1f2933", bold=True)
    width = max(width_of(line, look) for line in lines) + 12
    items: list[Item] = []
    for y in (plan.page.y + 4, plan.page.bottom - 4 - high):
        box = Box(plan.head.right - width, y, width, high)
        items.append(rectangle(box, "#000000" if colour else "#ffffff", Stroke("#000000", 0.8)))
        for i, line in enumerate(lines):
            at = (box.centre[0], y + size * (0.9 + 1.2 * i) + 2)
            items.append(Text(at, _isolated(line, marking), look, "middle"))
    return Group("Marking", tuple(items))


def _marking_lines(marking: str, width: float, room: float) -> tuple[list[str], float, float]:
    """Return the marking's lines, their size and the height of its box, at most the room's."""
    text = legible(marking)
    if width_of(text, Look(12, bold=True)) <= width - 80:
        return [text], 12.0, 17.0
    for size in _SIZES:
        lines = wrapped(text, Look(size, bold=True), width - 12)
        high = len(lines) * size * 1.2 + 4
        if high <= room:
            break
    return lines, size, high


def _isolated(line: str, marking: str) -> str:
    """Return a line of a marking in the marking's own direction, whatever the page's is.

    That of its first strong character (Unicode Standard Annex 9, rules P2 and P3).
    """
    if not is_arabic(marking):
        return line
    strong = next((c for c in map(bidirectional, marking) if c in {"L", "R", "AL"}), "L")
    start = "\u2066" if strong == "L" else "\u2067"
    return f"{start}{line}\u2069"


def draw_foot(
    atlas: Atlas, options: ExportOptions, projection: Projection, plan: Layout, link: str
) -> Group:
    """Return the disclaimer, the sources, how it was drawn and when, its seal and its link."""
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
    parallels = (f"{digits(str(one), language)}°" for one in projection.parallels)
    drawn = words(language, "projection", *parallels)
    day = digits(options.made.isoformat(), language) if options.made else ""
    made = words(language, "made", day) if day else ""
    seal = words(language, "seal", str(article.sha256)[:12], atlas.digest[:12])
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

    made = (segno.make(link, error=e, boost_error=False, micro=False) for e in ("m", "l"))
    codes = ([list(row) for row in code.matrix_iter(border=4)] for code in made)
    rows = next((rows for rows in codes if _QR / len(rows) >= 0.9), [])
    if not rows:  # a module under a third of a millimetre: no camera would read it
        return
    size = _QR / len(rows)
    runs = tuple(
        rectangle(Box(left + x * size, top + y * size, size, size)).runs[0]
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    yield Path(runs, closed=True, fill="#000000")
