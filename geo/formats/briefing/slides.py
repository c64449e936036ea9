"""The slides of each style: 960 × 540 points (16:9), each with its frame round it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions, Style
from geo.formats.briefing import slide_frame
from geo.formats.briefing.document import Briefing
from geo.formats.briefing.dossier_slides import dossier_slides
from geo.formats.briefing.one_slide import map_slide, one_slide
from geo.formats.briefing.slide_frame import Slide
from geo.formats.briefing.topic_slides import topic_slides

Maker = Callable[[Atlas, ExportOptions, Briefing], Sequence[Slide]]


def _briefing(atlas: Atlas, options: ExportOptions, briefing: Briefing) -> Sequence[Slide]:
    return [one_slide(atlas, options, briefing), *topic_slides(atlas, options, briefing)]


def _dossier(atlas: Atlas, options: ExportOptions, briefing: Briefing) -> Sequence[Slide]:
    return [one_slide(atlas, options, briefing), *dossier_slides(atlas, briefing)]


_MAKERS: Mapping[Style, Maker] = {
    "map": lambda *what: [map_slide(*what)],
    "one-page": lambda *what: [one_slide(*what)],
    "briefing": _briefing,
    "dossier": _dossier,
}


def slides(atlas: Atlas, options: ExportOptions, briefing: Briefing) -> Iterator[Slide]:
    """Yield the slides of the options' style, each with the date, the marking and the seal."""
    deck = _MAKERS[options.style or "one-page"](atlas, options, briefing)
    for number, slide in enumerate(deck, 1):
        foot = slide_frame.foot(briefing, number, len(deck))
        round_it = (*slide_frame.stamp(briefing), *foot, *slide_frame.markings(options))
        yield replace(slide, items=(*slide.items, *round_it))
