"""A sheet of one page; or the dossier: a sheet, then in words all that it shows.

It is PDF/A-2a and PDF/UA-1: ISO 19005-2 level A (but without a date in the options, which it asks
for) and ISO 14289-1. Fonts are embedded, text is selectable and tagged in reading order; it has a
title, languages, an outline, and words in place of the map.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from importlib.resources import files
from itertools import takewhile
from typing import Any

from geo.atlas.atlas import Atlas
from geo.atlas.forms import Tag
from geo.export_options import SINGLE, ExportOptions
from geo.formats.briefing.content import make_briefing
from geo.formats.briefing.document import Briefing, MapEntry, as_json
from geo.formats.briefing.strips import draw_strips, strip_size
from geo.formats.briefing.typeset import count_pages, typeset, typeset_pictures
from geo.sheet.missing_glyphs import legible
from geo.sheet.paper import layout
from geo.sheet.scene import Group, Item, Scene, Text, groups, texts
from geo.symbology import LINE_STYLES, PALETTE, TLP
from geo.text.bidi import without_isolates
from geo.text.catalogue import words

# What the template imports.
PARTS = ("parts.typ", "marking.typ", "map.typ", "entries.typ", "topics.typ", "dossier.typ")


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the PDF; its one date is that of the options: the same ones give the same bytes."""
    standards = ["a-2a", "ua-1"] if options.made else ["ua-1"]
    how: dict[str, Any] = {"format": "pdf", "pdf_standards": standards, "timestamp": 0}
    return typeset(*_pages(atlas, options), **how)


def pictures(atlas: Atlas, options: ExportOptions, *, first: bool = False) -> list[bytes]:
    """Return the pages of the PDF as PNG; only the first, for which no other map is drawn."""
    return typeset_pictures(*_pages(atlas, options, first=first), options.dpi)


def _pages(
    atlas: Atlas, options: ExportOptions, *, first: bool = False
) -> tuple[str, dict[str, bytes]]:
    """Return the source of the pages, or of the first alone, and the files that it reads."""
    from geo.sheet import draw_sheet, to_svg

    scene = draw_sheet(atlas, options.model_copy(update={"marking": ""}))  # the page has it
    briefing = make_briefing(atlas, options)
    maps = [] if first else _maps(briefing, options)
    strips = draw_strips(atlas, options, maps, _strip_size(options), _parted)
    content = _content(briefing, options) | {
        "sheet": legible(_sheet(scene), turns=True),
        "strips": legible(strips.drawn, turns=True),
    }
    content["alt"] = " ".join([content["alt"], *_notes_on(scene)])
    if first:
        content["length"] = "one-page"
    data = {"sheet.svg": to_svg(_parted(scene)[0]).encode(), **strips.files}
    source, written = _source(content)
    return source, written | data


def page_count(atlas: Atlas, options: ExportOptions) -> int:
    """Return how many pages the PDF has: its text is set, and no map is drawn."""
    from geo.sheet import to_svg

    if options.style in SINGLE:
        return 1
    page = layout(options.paper).page
    content = _content(make_briefing(atlas, options), options)
    blank = Scene(page.width, page.height, "", "", (), options.view.language)
    content |= {"sheet": _sheet(blank), "strips": {}}
    source, written = _source(content)
    return count_pages(source, written | {"sheet.svg": to_svg(blank).encode()})


def _content(briefing: Briefing, options: ExportOptions) -> dict[str, Any]:
    """Return what the pages say, and how they are set."""
    page: dict[str, Any] = {
        "text_language": text_language(options.view.language),
        "style": _style(),
        "length": options.style or "dossier",
        "strip_size": _strip_size(options),
        "further_disputes": _further(briefing),
    }
    content: dict[str, Any] = legible(as_json(briefing))
    return content | page


def _further(briefing: Briefing) -> str:
    """Say how many disputes a briefing leaves to the dossier: it has the first."""
    left = len(briefing.disputes) - 1
    return without_isolates(words(briefing.language, "inDossier", left)) if left > 0 else ""


def _source(content: dict[str, Any]) -> tuple[str, dict[str, bytes]]:
    """Return the template, and the files that it reads."""
    folder = files("geo.formats.briefing")
    parts = {name: folder.joinpath(name).read_bytes() for name in PARTS}
    written = {"briefing.json": json.dumps(content, ensure_ascii=False).encode()}
    return folder.joinpath("briefing.typ").read_text("utf-8"), parts | written


def _maps(briefing: Briefing, options: ExportOptions) -> list[MapEntry]:
    """Return the maps within the pages of the options' style."""
    if options.style in SINGLE:
        return []
    told = briefing.topics if options.style == "briefing" else briefing.stretches
    return [one.map for one in told if one.map]


def _strip_size(options: ExportOptions) -> tuple[float, float]:
    page = layout(options.paper).page
    return strip_size(page.width, page.height, options.style or "")


def _parted(scene: Scene) -> tuple[Scene, dict[str, Any]]:
    """Return a scene without its texts, and these as `map.typ` sets them."""
    return replace(scene, children=tuple(_shapes(scene.children))), _sheet(scene)


def _notes_on(scene: Scene) -> Iterator[str]:
    """Yield the words of the briefer's notes on the map, which stand on no page of text."""
    for group in groups(scene.children):
        if group.name == words(scene.language, "briefersNote"):
            yield from (without_isolates(text.text) for text in texts((group,)))


def _style() -> dict[str, Any]:
    """Return what the pages are drawn with: the symbology's colours, and the frames of badges."""
    badges = {basis: style.badge for basis, style in LINE_STYLES.items()}
    return {"palette": asdict(PALETTE), "badges": badges, "tlp": dict(TLP)}


def text_language(tag: Tag) -> dict[str, str | None]:
    """Return a language tag as Typst takes it: a language and a region.

    It takes two or three letters, and two; a longer language is "und", not determined.
    """
    language, *more = tag.lower().split("-")
    parts = takewhile(lambda part: len(part) > 1, more)  # a single letter begins an extension
    region = next((part for part in parts if len(part) == 2 and part.isalpha()), None)
    return {"lang": language if len(language) <= 3 else "und", "region": region}


def _sheet(scene: Scene) -> dict[str, Any]:
    """Return the sheet's size (points) and its texts, for `label-on-map` in `map.typ`.

    The texts are set on top of the picture: Typst takes Arabic letters from an SVG without
    their code points, so that they could be neither read aloud nor found.
    """
    lines = [_line(text) for text in texts(scene.children) if text.text.strip()]
    return {"width": scene.width, "height": scene.height, "texts": lines}


def _line(text: Text) -> dict[str, Any]:
    from geo.sheet.fonts import family_of, is_arabic, is_slanted, width_of

    return asdict(text) | {
        "arabic": is_arabic(text.text),
        "slanted": is_slanted(text.text, text.style),
        "family": family_of(text.style),
        "source_language": text_language(text.language) if text.language else None,
        "width": width_of(text.text, text.style),  # as it was laid out
    }


def _shapes(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield all but the texts."""
    from geo.sheet.scene import Text

    for item in items:
        if isinstance(item, Group):
            yield replace(item, children=tuple(_shapes(item.children)))
        elif not isinstance(item, Text):
            yield item
