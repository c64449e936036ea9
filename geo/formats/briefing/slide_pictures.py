"""Slides as pictures, for a look at them before they are made.

Shapes are drawn as those of a sheet are; a text that wraps is set by Typst, in the sheets' fonts,
in the width and with the line height that it has on the slide.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from itertools import groupby
from typing import Any

from geo.export_options import ExportOptions
from geo.formats.briefing.blocks import Block, Paragraph, Run
from geo.formats.briefing.drawingml import draw_tag
from geo.formats.briefing.slide_frame import HEIGHT, WIDTH, Slide
from geo.formats.briefing.slide_map import MapRequest, Picture
from geo.formats.briefing.typeset import typeset_pictures
from geo.sheet.fonts import is_arabic, is_slanted
from geo.sheet.missing_glyphs import legible
from geo.sheet.scene import Item, Scene

_NARROWER = 0.96  # of the sheets' sans serif, to the widths that the slides reckon with

Drawn = Item | Picture | Block


def slide_pictures(
    slides: Iterable[Slide],
    draw: Callable[[MapRequest], Iterable[Item | Picture]],
    options: ExportOptions,
) -> list[bytes]:
    """Return each slide as PNG, at the options' resolution; `draw` draws its maps."""
    read = dict[str, bytes]()

    def file(data: bytes, ending: str) -> str:
        name = f"layer{len(read)}.{ending}"
        read[name] = data
        return name

    set_slides = [list(_layers(_drawn(slide, draw), options, file)) for slide in slides]
    content = {"width": WIDTH, "height": HEIGHT, "slides": legible(set_slides, turns=True)}
    source = files("geo.formats.briefing").joinpath("slides.typ").read_text("utf-8")
    read["slides.json"] = json.dumps(content, ensure_ascii=False).encode()
    return typeset_pictures(source, read, options.dpi)


def _drawn(slide: Slide, draw: Callable[[MapRequest], Iterable[Item | Picture]]) -> Iterator[Drawn]:
    """Yield all that is on a slide, in drawing order."""
    yield slide.title
    for item in slide.items:
        if isinstance(item, MapRequest):
            yield from draw(item)
        else:
            yield item
            if isinstance(item, Block) and item.tag:
                yield from draw_tag(item)


def _layers(
    drawn: Iterable[Drawn], options: ExportOptions, file: Callable[[bytes, str], str]
) -> Iterator[dict[str, Any]]:
    """Yield the layers of a slide: texts and pictures, and shapes that follow each other as one."""
    from geo.sheet import to_svg

    for kind, items in groupby(drawn, lambda one: type(one) if _stands_alone(one) else None):
        if kind is None:
            shapes: Any = tuple(items)
            scene = Scene(WIDTH, HEIGHT, "", "", shapes, options.view.language)
            name = file(to_svg(scene).encode(), "svg")
            yield {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "file": name}
        else:
            yield from (_alone(one, file) for one in items)


def _stands_alone(one: Drawn) -> bool:
    return isinstance(one, Picture | Block)


def _alone(one: Any, file: Callable[[bytes, str], str]) -> dict[str, Any]:
    if isinstance(one, Picture):
        box = one.box
        where = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        return where | {"file": file(one.ground.jpeg(), "jpg")}
    paragraphs = [_paragraph(paragraph) for paragraph in one.paragraphs]
    return {"x": one.x, "y": one.y, "width": one.width, "paragraphs": paragraphs}


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    side = paragraph.anchor or ("end" if paragraph.rtl else "start")
    return {"rtl": paragraph.rtl, "side": side, "runs": [_run(run) for run in paragraph.runs]}


def _run(run: Run) -> dict[str, Any]:
    text, style = run
    narrower = 1 if style.serif or is_arabic(text) else _NARROWER
    return {
        "text": text,
        "size": style.size * narrower,
        "colour": style.colour,
        "bold": style.bold,
        "italic": is_slanted(text, style),
        "serif": style.serif,
    }
