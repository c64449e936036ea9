"""Head and foot: titles, the as-of stamp, the marking, sources, seal, and a link to the view."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas import Atlas
from geo.order import Order, one_line
from geo.sheet.fonts import elided, width_of, wrapped
from geo.sheet.paper import Layout
from geo.sheet.projection import Projection
from geo.sheet.scene import Box, Group, Item, Look, Path, Stroke, Text, rectangle
from geo.sheet.words import is_rtl, words

_TITLE, _SUBTITLE = Look(19, bold=True), Look(10.5, "#4d5866")
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


def draw_head(atlas: Atlas, order: Order, plan: Layout) -> Group:
    """Return the title, the subtitle and the stamp that says of when all this is."""
    language, manifest = order.view.language, atlas.manifest
    rtl, box = is_rtl(language), plan.head
    stamp = one_line(manifest.as_of[language])
    wide = min(width_of(stamp, _STAMP) + 14, box.width * 0.45)
    room = box.width - wide - 16
    x, anchor = (box.right, "end") if rtl else (box.x, "start")
    title = elided(order.title or one_line(manifest.title[language]), _TITLE, room)
    subtitle = elided(order.subtitle or one_line(manifest.subtitle[language]), _SUBTITLE, room)
    frame = Box(box.x if rtl else box.right - wide, box.y + 8, wide, 18)
    return Group(
        "Title",
        (
            Text((x, box.y + 20), title, _TITLE, anchor),  # type: ignore[arg-type]
            Text((x, box.y + 36), subtitle, _SUBTITLE, anchor),  # type: ignore[arg-type]
            rectangle(frame, None, Stroke("#1f2933", 1.1)),
            Text(
                (frame.centre[0], frame.y + 12.4), elided(stamp, _STAMP, wide - 8), _STAMP, "middle"
            ),
        ),
    )


def draw_marking(marking: str, plan: Layout) -> Group:
    """Return the handling marking at head and foot: 12 points, on the right (FIRST, TLP 2.0)."""
    colour = _TLP.get(marking)
    look = Look(12, colour or "#1f2933", bold=True)
    text = elided(marking, look, plan.head.width - 80)
    width = width_of(text, look) + 12
    items: list[Item] = []
    for y in (plan.page.y + 4, plan.page.bottom - 21):
        box = Box(plan.head.right - width, y, width, 17)
        items.append(rectangle(box, "#000000" if colour else "#ffffff", Stroke("#000000", 0.8)))
        items.append(Text((box.centre[0], y + 12.8), text, look, "middle"))
    return Group("Marking", tuple(items))


def draw_foot(atlas: Atlas, order: Order, projection: Projection, plan: Layout, link: str) -> Group:
    """Return the disclaimer, the sources, how it was drawn and when, its seal and its link."""
    box, language = plan.foot, order.view.language
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
        for text in _lines(atlas, order, projection, link)
        for line in wrapped(text, _SMALL, box.width - side, 2)
    ]
    texts = (
        Text((x, box.y + 8 + i * 8.2), line, _SMALL, anchor)  # type: ignore[arg-type]
        for i, line in enumerate(lines[:4])
    )
    return Group("Sources", (*texts, *code))


def _lines(atlas: Atlas, order: Order, projection: Projection, link: str) -> Iterator[str]:
    language = order.view.language
    article = atlas.article
    drawn = words(language, "projection", *projection.parallels)
    made = words(language, "made", order.made.isoformat()) if order.made else ""
    seal = words(language, "seal", str(article.sha256)[:12], atlas.digest[:12])
    credits = (
        f"{source.publisher or source.title} ({source.licence})" if source.licence else source.title
        for source in atlas.sources.values()
        if source.kind == "gazetteer"
    )
    origin = ", ".join(filter(None, (article.title, article.publisher, article.via)))
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
