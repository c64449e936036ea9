"""The briefing as slides of real shapes (PowerPoint, 16:9): to recolour, to drag, to cut.

One slide of the whole, one or more a stretch with its excerpts, those of dissent, of what
the article does not say, and of sources; the excerpts in full are in the speaker's notes.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from itertools import count
from typing import Any
from zipfile import ZipFile

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats.briefing.blocks import Block
from geo.formats.briefing.content import make_briefing
from geo.formats.briefing.document import Briefing
from geo.formats.briefing.slides import Slide, slides
from geo.formats.zipped import zipped

_EPOCH = date(1980, 1, 1)


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the slides; their one date is that of the options, and so are their bytes."""
    from pptx import Presentation
    from pptx.util import Pt

    briefing = make_briefing(atlas, options)
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    _set_theme(deck)
    for slide in slides(atlas, options, briefing):
        _add(deck, slide)
    _describe(deck, briefing, options)
    buffer = io.BytesIO()
    deck.save(buffer)
    with ZipFile(buffer) as made:  # anew, with no time of today in it
        return zipped({name: made.read(name) for name in made.namelist()}, options.made)


def _set_theme(deck: Any) -> None:
    """Give the theme a font that every machine has, or one as wide, and the atlas' ink."""
    master = deck.slide_master.part
    theme = next(rel.target_part for rel in master.rels.values() if rel.reltype.endswith("/theme"))
    text = theme.blob.decode("utf-8")
    for face in ('<a:latin typeface="Calibri"/>', '<a:latin typeface="Calibri Light"/>'):
        text = text.replace(face, '<a:latin typeface="Arial"/>')
    theme._blob = text.replace('val="1F497D"', 'val="1F2933"').encode()


def _add(deck: Any, slide: Slide) -> None:
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
    for item in slide.items:
        for xml in block(item, ids) if isinstance(item, Block) else shapes([item], ids):
            page.shapes._spTree.append(parse_xml(xml))
    _write(page.notes_slide.notes_placeholder, body(slide.notes))


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
