"""What the slides hold, as shapes of a scene and blocks of text; 960 × 540 points, 16:9."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import shapely

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats.briefing import slide_frame
from geo.formats.briefing.blocks import Block, Paragraph, fitted, flow, plain, stacked
from geo.formats.briefing.excerpts import bold, entry, found, noted, of_whole, sayings
from geo.formats.localise import Plain
from geo.sheet.marks import draw_marks
from geo.sheet.projection import Bounds, Projection, bounds_of
from geo.sheet.scene import Box, Group, Item, Look, Stroke, rectangle
from geo.sheet.sheet import draw_map, draw_sheet
from geo.sheet.words import digits

_SAID, _SMALL = Look(11), Look(9.5, "#4d5866")
_PAGE = Box(22, 72, 916, 410)
_MAP = Box(22, 72, 400, 404)
_BESIDE = Box(440, 72, 498, 410)
_TAG = 26.0  # the room for a number beside its excerpt


@dataclass(frozen=True)
class Slide:
    """A slide: its title, what stands on it, and what its speaker reads."""

    title: Block
    items: tuple[Item | Block, ...]
    notes: tuple[Paragraph, ...] = ()


def slides(atlas: Atlas, options: ExportOptions, told: Plain) -> Iterator[Slide]:
    """Yield the slides, each with the stamp, the marking and the seal round it."""
    deck = [
        *_columns(told["words"]["in_short"], _in_short(told), told),
        *_stretches(atlas, options, told),
        *_dissent(told),
        *_columns(told["words"]["not_said"], _not_said(told), told),
        *_columns(told["words"]["bibliography"], _sources(told), told),
    ]
    yield _overview(atlas, options, told)
    for number, slide in enumerate(deck, 2):
        foot = slide_frame.foot(told, number, len(deck) + 1)
        round_it = (*slide_frame.stamp(told), *foot, *slide_frame.markings(options))
        yield replace(slide, items=(*slide.items, *round_it))


def _overview(atlas: Atlas, options: ExportOptions, told: Plain) -> Slide:
    """Return the sheet, with a head and a marking that no length of theirs cuts."""
    scene = draw_sheet(atlas, options.model_copy(update={"paper": "wide", "marking": ""}))
    sheet = [one for one in scene.children[1:] if getattr(one, "name", "") != "Title"]
    said = told["about"]
    once = [told["quotes_in"], told["untranslated"]]
    under = slide_frame.subtitles([said["subtitle"], *once], told)
    notes = [plain(text, _SAID) for text in (said["as_of"], *once) if text]
    notes.append(_origin(told))
    for one in _first(told):
        notes += found(one, told, _SAID)
    items = (under, *sheet, *slide_frame.stamp(told), *slide_frame.markings(options))
    return Slide(slide_frame.title(said["title"], told, 30), items, tuple(notes))


def _first(told: Plain) -> list[Plain]:
    headline = told["headline"]
    return [*([headline] if headline else []), *told["findings"]]


def _in_short(told: Plain) -> Iterator[tuple[Paragraph, ...]]:
    """Yield the headline, its hedge, who disputes it, the source; then the findings by number."""
    if headline := told["headline"]:
        hedge = plain(headline["hedge"]["text"], _SAID)
        yield (*found(headline, told, bold(Look(15)))[:1], hedge)
        if dispute := headline["dispute"]:
            label = plain(told["words"]["dispute"], bold(_SAID))
            yield (label, *found(dispute, told, _SAID))
    yield (_origin(told),)
    for one in told["findings"]:
        yield found(one, told, Look(12))
    if told["findings"]:
        means = (f"{told['words'][one]}: {told['words'][f'{one}_means']}" for one in told["bases"])
        yield tuple(plain(text, _SMALL) for text in means)


def _origin(told: Plain) -> Paragraph:
    label, *rest = told["origin"]
    return slide_frame.facts([f"{told['words']['source']}: {label}", *rest], _SMALL, told["rtl"])


def _not_said(told: Plain) -> Iterator[tuple[Paragraph, ...]]:
    yield from ((plain(one["text"], _SAID),) for one in told["not_said"])
    for one in told["not_said_of"]:
        yield (
            plain(one["mark"], bold(_SMALL)),
            *(plain(s["text"], _SAID) for s in one["sentences"]),
        )


def _sources(told: Plain) -> Iterator[tuple[Paragraph, ...]]:
    names = told["words"]
    for source in (told["article"], *told["sources"], *told["gazetteers"]):
        dated = source["published"] or names["no_date"]
        ours = source["dated"]
        about = ", ".join(filter(None, [source["publisher"], dated]))
        genre = source["genre"]["text"] if source["genre"] else ""
        by_us = f"{names['dated']}: {ours['at']}" if ours else ""
        grade = f"{names['grade']} {source['grade']}"
        title = plain(source["title"], _SAID)
        head = replace(title, runs=((f"{source['key']} ", bold(_SAID)), *title.runs))
        parts = [about, by_us, genre, grade, source["licence"], source["url"]]
        yield head, slide_frame.facts(parts, _SMALL, title.rtl)


def _stretches(atlas: Atlas, options: ExportOptions, told: Plain) -> Iterator[Slide]:
    segments = {f.id: f.shape for f in atlas.corridor if f.shape is not None}
    whole = bounds_of([*segments.values()]) if segments else (0.0, 0.0, 0.0, 0.0)
    for stretch in told["stretches"]:
        shape = segments.get(stretch["id"])
        map_ = [_map(atlas, options, _around(shape, whole), told)] if shape else []
        room = _BESIDE if map_ else _PAGE
        blocks = [
            Block(room.x + _TAG, 0, room.width - _TAG, paragraphs, tag)
            for tag, paragraphs in _said(stretch, told)
        ]
        notes = tuple(p for one in stretch["excerpts"] for p in noted(one, told))
        notes = notes or (plain(told["words"]["nothing_new"], _SAID),)
        pages = [
            [replace(b, y=b.y + room.y) for b in page] for page in flow(blocks, 9, room.height)
        ]
        yield from _numbered(stretch["title"], ([*map_, *page] for page in pages), told, notes)


def _said(stretch: Plain, told: Plain) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    """Yield its excerpts, what is said of the wholes that it is part of, and what is not said."""
    if not stretch["excerpts"]:
        yield "", (plain(told["words"]["nothing_new"], _SMALL),)
    for one in stretch["excerpts"]:
        yield digits(str(one["number"]), told["language"]), entry(one, told)
    for claim in stretch["bare"]:
        yield "", tuple(sayings([claim], told))
    for whole in stretch["wholes"]:
        yield "", tuple(of_whole(whole, told))
    if stretch["unsaid"] and stretch["placed"]:
        said = (plain(sentence["text"], _SAID) for sentence in stretch["unsaid"])
        yield "", (plain(told["words"]["not_said"], bold(_SAID)), *said)


def _around(shape: shapely.Geometry, whole: Bounds) -> Bounds:
    """Return the bounds of a stretch with room round it, and at least a third of the whole."""
    west, south, east, north = bounds_of([shape])
    span = max(whole[2] - whole[0], whole[3] - whole[1])
    x = max(span / 18, (span / 3 - (east - west)) / 2)
    y = max(span / 15, (span / 3.6 - (north - south)) / 2)
    return west - x, south - y, east + x, north + y


def _map(atlas: Atlas, options: ExportOptions, bounds: Bounds, told: Plain) -> Group:
    """Return the map of a stretch, with all that lies in its slide_frame."""
    box = slide_frame.flipped(_MAP, told["rtl"])
    projection = Projection(bounds, box)
    plain_ = options.model_copy(update={"view": options.view.model_copy(update={"extent": None})})
    return draw_map(atlas, plain_, projection, box, draw_marks(atlas, projection, box))


def _dissent(told: Plain) -> Iterator[Slide]:
    """Yield who says what: what is disputed on one side, what speaks against it on the other."""
    half = (_PAGE.width - 24) / 2
    rows = [
        [
            fitted(Block(_PAGE.x + i * (half + 24), 0, half, tuple(sayings(side, told))), 400)
            for i, side in enumerate(sides)
        ]
        for sides in told["dissent"]
    ]
    pages = []
    heights = [max(block.height for block in row) for row in rows]
    for stack in stacked(heights, 14, _PAGE.height):
        items: list[Item | Block] = []
        for index, y in stack:
            rule = Box(_PAGE.x, _PAGE.y + y - 5, _PAGE.width, 0.01)
            items.append(rectangle(rule, None, Stroke("#d9d5cb", 0.8)))
            items += [replace(block, y=_PAGE.y + y) for block in rows[index]]
        pages.append(items)
    yield from _numbered(told["words"]["disputed"], pages, told)


def _columns(title: str, entries: Iterable[tuple[Paragraph, ...]], told: Plain) -> Iterator[Slide]:
    """Yield entries in two columns, over as many slides as they take."""
    half = (_PAGE.width - 24) / 2
    columns = flow([Block(_PAGE.x, 0, half, one) for one in entries], 8, _PAGE.height, by=2)
    pages = [
        [
            replace(block, x=block.x + side * (half + 24), y=block.y + _PAGE.y)
            for side, column in enumerate(columns[first : first + 2])
            for block in column
        ]
        for first in range(0, len(columns), 2)
    ]
    yield from _numbered(title, pages, told)


def _numbered(
    title: str,
    pages: Iterable[Iterable[Item | Block]],
    told: Plain,
    notes: tuple[Paragraph, ...] = (),
) -> Iterator[Slide]:
    """Yield slides of one title, with its part where it has several, as the deck reads."""
    known = list(pages)
    for part, items in enumerate(known, 1):
        part_of = digits(f"({part}/{len(known)})", told["language"])
        name = title if len(known) == 1 else f"{title} {part_of}"
        turned = (
            slide_frame.mirrored(item, told["rtl"]) if isinstance(item, Block) else item
            for item in items
        )
        yield Slide(slide_frame.title(name, told), tuple(turned), notes)
