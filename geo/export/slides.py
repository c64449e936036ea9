"""What the slides hold, as shapes of a scene and blocks of text; 960 × 540 points, 16:9."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import shapely

from geo.atlas import Atlas
from geo.export.briefing import Plain
from geo.order import Order
from geo.sheet import draw_sheet
from geo.sheet.fonts import width_of, wrapped
from geo.sheet.labels import TAG, draw_tag
from geo.sheet.margins import draw_marking
from geo.sheet.marks import draw_marks
from geo.sheet.paper import layout
from geo.sheet.projection import Bounds, Projection, bounds_of
from geo.sheet.scene import Box, Group, Item, Look, Stroke, Text, rectangle
from geo.sheet.sheet import draw_map
from geo.sheet.words import is_rtl
from geo.tour import tour

QUOTE, SAID, SMALL = Look(14, italic=True), Look(11), Look(9.5, "#4d5866")
HEAD = Look(11, "#4d5866", bold=True)
_PAGE = Box(22, 74, 916, 420)
_MAP = Box(22, 74, 400, 404)
_BESIDE = Box(440, 74, 498, 420)

Paragraph = tuple[tuple[str, Look], ...]  # runs of text


@dataclass(frozen=True)
class Block:
    """A text that wraps in a box of this width; its height is reckoned, not fixed."""

    x: float
    y: float
    width: float
    paragraphs: tuple[Paragraph, ...]

    @property
    def height(self) -> float:
        return sum(_height(paragraph, self.width) for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Slide:
    """A slide: its title, what stands on it, and what its speaker reads."""

    title: str
    items: tuple[Item | Block, ...]
    notes: str


def slides(atlas: Atlas, order: Order, told: Plain) -> Iterator[Slide]:
    """Yield the slides, each with the stamp, the marking and the seal round it."""
    deck = [
        *_overview(atlas, order, told),
        *_stretches(atlas, order, told),
        *_dissent(told),
        *_listed(told["words"]["not_said"], [[((one, SAID),)] for one in told["not_said"]]),
        *_listed(told["words"]["bibliography"], [*_sources(told)]),
    ]
    for number, slide in enumerate(deck, 1):
        round_it = _round(order, told, number, len(deck)) if number > 1 else ()
        yield replace(slide, items=(*slide.items, *round_it))


def _height(paragraph: Paragraph, width: float) -> float:
    size = max(look.size for _, look in paragraph)
    text = "".join(text for text, _ in paragraph)
    return len(wrapped(text, replace(paragraph[0][1], size=size), width * 0.97)) * size * 1.25 + 2


def _overview(atlas: Atlas, order: Order, told: Plain) -> Iterator[Slide]:
    """Yield the sheet, without the title that the slide has itself."""
    scene = draw_sheet(atlas, order.model_copy(update={"paper": "wide"}))
    items = [
        replace(item, children=item.children[1:])
        if isinstance(item, Group) and item.name == "Title"
        else item
        for item in scene.children[1:]
    ]
    findings = "\n".join(f"{one['basis']}: {one['sentence']}" for one in told["findings"])
    yield Slide(told["about"]["title"], tuple(items), f"{told['about']['as_of']}\n\n{findings}")


def _stretches(atlas: Atlas, order: Order, told: Plain) -> Iterator[Slide]:
    shown = [
        one
        for one, features in tour(atlas).items()
        if any(claim.basis != "background" for feature in features for claim in feature.claims)
    ]
    for one, stretch in zip(shown if told["stretches"] else [], told["stretches"], strict=True):
        segment = [f.shape for f in atlas.corridor if f.id == one and f.shape is not None]
        map_ = [_map(atlas, order, _padded(segment))] if segment else []
        room = _BESIDE if map_ else _PAGE
        entries = [(e["number"], _entry(e, told)) for e in stretch["excerpts"]]
        notes = "\n\n".join(_note(e) for e in stretch["excerpts"]) or told["words"]["nothing_new"]
        pages = _pages(entries, room) or [list[Item | Block]([_nothing_new(stretch, told)])]
        for part, items in enumerate(pages, 1):
            title = stretch["title"] if part == 1 else f"{stretch['title']} ({part})"
            yield Slide(title, (*map_, *items), notes)


def _padded(shapes: list[shapely.Geometry]) -> Bounds:
    west, south, east, north = bounds_of(shapes)
    return west - 1, south - 1.2, east + 1, north + 1.2


def _map(atlas: Atlas, order: Order, bounds: Bounds) -> Group:
    """Return the map of a stretch, with all that lies in its frame."""
    projection = Projection(bounds, _MAP)
    plain = order.model_copy(update={"view": order.view.model_copy(update={"extent": None})})
    return draw_map(atlas, plain, projection, _MAP, draw_marks(atlas, projection, _MAP))


def _entry(excerpt: Plain, told: Plain) -> tuple[Paragraph, ...]:
    """Return an excerpt in full, how it is said, and what it is the first reason for."""
    names = told["words"]
    how = [f"{names['paragraph']} {excerpt['paragraph']}", names[excerpt["modality"]]]
    if excerpt["hedges"]:
        how.append(f"{names['hedge']}: " + ", ".join(f"“{one}”" for one in excerpt["hedges"]))
    said = dict.fromkeys((claim["basis"], claim["sentence"]) for claim in excerpt["claims"])
    claims = tuple(
        ((f"{names[basis]}: ", replace(SAID, bold=True)), (sentence, SAID))
        for basis, sentence in said
    )
    return (((f"“{excerpt['quote']}”", QUOTE),), ((" · ".join(how), SMALL),), *claims)


def _nothing_new(stretch: Plain, told: Plain) -> Block:
    """Return the marks of a stretch whose excerpts were all met before, with their numbers."""
    lines: list[Paragraph] = [((told["words"]["nothing_new"], SAID),)]
    for mark in stretch["marks"]:
        numbers = " ".join(f"[{number}]" for number in mark["refs"])
        lines.append(((f"{mark['name']} ", replace(SAID, bold=True)), (numbers, SAID)))
    return Block(_BESIDE.x, _BESIDE.y, _BESIDE.width, tuple(lines))


def _note(excerpt: Plain) -> str:
    where = f"paragraph {excerpt['paragraph']}, characters {excerpt['start']}–{excerpt['end']}"
    said = [f"[{excerpt['number']}] “{excerpt['quote']}” ({where}; {excerpt['modality']})"]
    return "\n".join([*said, *(f"– {c['basis']}: {c['sentence']}" for c in excerpt["claims"])])


def _pages(
    entries: Iterable[tuple[int, tuple[Paragraph, ...]]], room: Box
) -> list[list[Item | Block]]:
    """Stack numbered entries in a box, and begin a page when the next doesn't fit whole."""
    pages: list[list[Item | Block]] = []
    y = room.bottom + 1
    for number, paragraphs in entries:
        block = Block(room.x + 26, 0, room.width - 26, paragraphs)
        if y + block.height > room.bottom or not pages:
            pages.append([])
            y = room.y
        left = room.x + 20 - max(width_of(str(number), TAG) + 4.4, 8.4)
        pages[-1] += [*draw_tag(str(number), (left, y + 8)), replace(block, y=y)]
        y += block.height + 9
    return pages


def _dissent(told: Plain) -> Iterator[Slide]:
    """Yield who says what: what is disputed on the left, what speaks against it on the right."""
    half = (_PAGE.width - 20) / 2
    items: list[Item | Block] = []
    y, part = _PAGE.y, 1
    title = told["words"]["disputed"]
    for sides in told["dissent"]:
        blocks = [
            Block(_PAGE.x + i * (half + 20), y, half, tuple(_sayings(side, told)))
            for i, side in enumerate(sides)
        ]
        high = max(block.height for block in blocks) + 12
        if items and y + high > _PAGE.bottom:
            yield Slide(title if part == 1 else f"{title} ({part})", tuple(items), "")
            items, y, part = [], _PAGE.y, part + 1
            blocks = [replace(block, y=y) for block in blocks]
        rule = rectangle(Box(_PAGE.x, y - 4, _PAGE.width, 0.01), None, Stroke("#d9d5cb", 0.8))
        items += [rule, *blocks]
        y += high
    if items:
        yield Slide(title if part == 1 else f"{title} ({part})", tuple(items), "")


def _sayings(claims: list[Plain], told: Plain) -> Iterator[Paragraph]:
    names = told["words"]
    for claim in claims:
        yield (f"{names[claim['basis']]}: ", replace(SAID, bold=True)), (claim["sentence"], SAID)
        numbers = [f"[{number}]" for number in claim["refs"]]
        told_by = [*numbers, *claim["sources"], claim["as_of"] or ""]
        yield ((" · ".join([claim["mark"], *filter(None, told_by)]), SMALL),)


def _sources(told: Plain) -> Iterator[list[Paragraph]]:
    names = told["words"]
    for source in (told["article"], *told["sources"], *told["gazetteers"]):
        dated = source["published"] or "no date printed"
        about = ", ".join(filter(None, [source["publisher"], dated, source["via"]]))
        grade = f"{names['grade']} {source['grade']}"
        line = " · ".join(filter(None, [about, grade, source["licence"], source["url"]]))
        yield [
            ((f"{source['key']} ", replace(SAID, bold=True)), (source["title"], SAID)),
            ((line, SMALL),),
        ]


def _listed(title: str, entries: list[list[Paragraph]]) -> Iterator[Slide]:
    """Yield entries in two columns, over as many slides as they take."""
    half = (_PAGE.width - 24) / 2
    items: list[Item | Block] = []
    column, y, part = 0, _PAGE.y, 1
    for paragraphs in entries:
        block = Block(_PAGE.x + column * (half + 24), y, half, tuple(paragraphs))
        if y + block.height > _PAGE.bottom:
            column, y = column + 1, _PAGE.y
            if column == 2:
                yield Slide(title if part == 1 else f"{title} ({part})", tuple(items), "")
                items, column, part = [], 0, part + 1
            block = replace(block, x=_PAGE.x + column * (half + 24), y=y)
        items.append(block)
        y += block.height + 7
    if items:
        yield Slide(title if part == 1 else f"{title} ({part})", tuple(items), "")


def _round(order: Order, told: Plain, number: int, of: int) -> Iterator[Item]:
    """Yield what stands on every slide: as of when, under which marking, from which seal."""
    said = told["about"]
    stamp = Look(9, bold=True)
    wide = width_of(said["as_of"], stamp) + 14
    box = Box(938 - wide, 30, wide, 18)
    yield rectangle(box, None, Stroke("#1f2933", 1.1))
    yield Text((box.centre[0], box.y + 12.4), said["as_of"], stamp, "middle")
    seal = f"sha256 {said['article_sha256'][:12]} · {said['atlas_sha256'][:12]} · {said['made']}"
    for i, line in enumerate((said["disclaimer"], f"{seal} · {number}/{of}")):
        yield Text((22, 512 + i * 10), line, Look(7.5, "#4d5866"))
    if order.marking:
        yield draw_marking(order.marking, layout("wide", is_rtl(order.view.language)))
