"""Slides of real shapes (PowerPoint, 16:9): to recolour, to drag, to cut.

In each style the excerpts are in full in the speaker's notes. The ground of a map is a picture;
all else is shapes and texts.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import chain, count, islice
from typing import Any
from zipfile import ZipFile

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats.briefing.blocks import Block
from geo.formats.briefing.content import make_briefing
from geo.formats.briefing.document import Briefing
from geo.formats.briefing.slide_frame import Slide
from geo.formats.briefing.slide_map import MapRequest, Picture, draw_slide_map
from geo.formats.briefing.slide_pictures import slide_pictures
from geo.formats.briefing.slides import slides
from geo.formats.zipped import zipped
from geo.sheet.scene import Item

_EPOCH = date(1980, 1, 1)


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the slides; their one date is that of the options, and so are their bytes."""
    from pptx import Presentation
    from pptx.util import Pt

    briefing = make_briefing(atlas, options)
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    _unname_size(deck)
    _set_theme(deck)
    for slide in slides(atlas, options, briefing):
        _add(deck, slide, lambda asked: draw_slide_map(atlas, options, asked))
    _describe(deck, briefing, options)
    buffer = io.BytesIO()
    deck.save(buffer)
    with ZipFile(buffer) as made:  # anew, with no time of today in it
        return zipped({name: made.read(name) for name in made.namelist()}, options.made)


def slide_count(atlas: Atlas, options: ExportOptions) -> int:
    """Return how many slides there are: no map is drawn for that."""
    return sum(1 for _ in slides(atlas, options, make_briefing(atlas, options)))


def pictures(atlas: Atlas, options: ExportOptions, *, first: bool = False) -> list[bytes]:
    """Return the slides as PNG, as they look in the sheets' fonts; or only the first."""
    deck = slides(atlas, options, make_briefing(atlas, options))
    chosen = islice(deck, 1) if first else deck
    return slide_pictures(chosen, lambda asked: draw_slide_map(atlas, options, asked), options)


def _unname_size(deck: Any) -> None:
    """Take away the name of the size: the template that python-pptx has is of 4:3."""
    deck.part._element.sldSz.attrib.pop("type", None)


def _set_theme(deck: Any) -> None:
    """Give the theme two fonts that every machine has, and the atlas' ink.

    Its first font, which PowerPoint calls major, is a serif for a source's words; ours are in the
    second one, titles too.
    """
    master = deck.slide_master
    related = master.part.rels.values()
    theme = next(rel.target_part for rel in related if rel.reltype.endswith("/theme"))
    text = theme.blob.decode("utf-8")
    for scheme, face, arabic in (
        ("major", "Georgia", "Times New Roman"),
        ("minor", "Arial", "Arial"),
    ):
        start, end = f"<a:{scheme}Font>", f"</a:{scheme}Font>"
        before, _, rest = text.partition(start)
        _, _, after = rest.partition(end)
        fonts = f'<a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface="{arabic}"/>'
        text = f"{before}{start}{fonts}{end}{after}"
    theme._blob = text.replace('val="1F497D"', 'val="1F2933"').encode()
    for font in master._element.xpath("p:txStyles/p:titleStyle//a:defRPr/*[@typeface]"):
        font.set("typeface", font.get("typeface").replace("+mj", "+mn"))


def _add(deck: Any, slide: Slide, draw: Callable[[MapRequest], Iterable[Item | Picture]]) -> None:
    from pptx.oxml import parse_xml
    from pptx.util import Pt

    from geo.formats.briefing.drawingml import block, body, shapes

    page = deck.slides.add_slide(deck.slide_layouts[5])  # "Title Only"
    title, head = page.shapes.title, slide.title
    title.left, title.top, title.width, title.height = (
        Pt(points) for points in (head.x, head.y, head.width, max(head.height, 1))
    )
    _write(title, body(head.paragraphs))
    ids = count(100)
    drawn = (draw(item) if isinstance(item, MapRequest) else [item] for item in slide.items)
    for item in chain.from_iterable(drawn):
        if isinstance(item, Picture):
            _add_picture(page, item, next(ids))
            continue
        for xml in block(item, ids) if isinstance(item, Block) else shapes([item], ids):
            page.shapes._spTree.append(parse_xml(xml))
    _write(page.notes_slide.notes_placeholder, body(slide.notes))


def _add_picture(page: Any, picture: Picture, number: int) -> None:
    from pptx.util import Pt

    box = picture.box
    edges = (Pt(points) for points in (box.x, box.y, box.width, box.height))
    shape = page.shapes.add_picture(io.BytesIO(picture.ground.jpeg()), *edges)
    about = shape._element.nvPicPr.cNvPr
    about.set("id", str(number))
    about.set("name", f"Ground {number}")
    about.set("descr", picture.description[:255])


def _write(shape: Any, text: str) -> None:
    """Give a shape paragraphs of our own: python-pptx sets no direction."""
    from pptx.oxml import parse_xml

    shape._element.replace(shape._element.txBody, parse_xml(text))


def _describe(deck: Any, briefing: Briefing, options: ExportOptions) -> None:
    made = options.made or _EPOCH
    then = datetime(made.year, made.month, made.day)
    properties = deck.core_properties
    properties.title = briefing.about["title"][:255]
    properties.subject = briefing.about["as_of"][:255]
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = then
    properties.revision = 1
