"""A sheet: the map alone with its key, or one page with the findings beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.view import link_of
from geo.export_options import ExportOptions, one_line
from geo.sheet import margins
from geo.sheet.beside import shown
from geo.sheet.extent import bounds_for
from geo.sheet.hosts import hosted
from geo.sheet.key import KeyRows, key_of, notes_samples
from geo.sheet.label_candidates import hosts_seen
from geo.sheet.map import draw_map, lay_out_map
from geo.sheet.marks import draw_marks
from geo.sheet.notes import draw_notes
from geo.sheet.paper import Heights, Layout, layout
from geo.sheet.projection import Projection, window
from geo.sheet.scene import Item, Scene, rectangle
from geo.symbology import PALETTE
from geo.text.language import is_rtl

__all__ = ["draw_map", "draw_sheet"]

_DOWN = 0.16  # share of the map's height
_MOST = 0.25  # of the page's height, for the key


class _Plan(NamedTuple):
    """Where the parts of a sheet lie, and those whose heights its layout goes by."""

    layout: Layout
    head: margins.Head
    key: KeyRows


def draw_sheet(atlas: Atlas, options: ExportOptions) -> Scene:
    """Return the sheet of an atlas that is narrowed to the options' view.

    Its style is "map", or else one page.
    """
    language = options.view.language
    if options.style == "map":
        atlas = _unnumbered(atlas)
    rtl = is_rtl(language)
    link = f"{options.address}?{link_of(options.view, atlas)}" if options.address else ""
    plan, head, key = _plan(atlas, options, link)
    projection = _projection(atlas, options, plan)
    extent = projection.bounds if options.view.extent else None
    marks = draw_marks(atlas, projection, plan.map, extent)
    foot = margins.foot_of(atlas, options, projection, link, plan.foot.width)
    for brief in (not plan.columns, True):  # first, all cards with the article's words
        laid = lay_out_map(atlas, options, projection, plan.map, marks, brief=brief)
        notes, lost = (
            draw_notes(atlas, plan.columns, language, rtl=rtl, hosts=laid.unplaced_hosts)
            if plan.columns
            else (None, 0)
        )
        if brief or not lost:
            break
    items: tuple[Item, ...] = (
        rectangle(plan.page, PALETTE.paper),
        margins.draw_head(head, plan, language),
        laid.draw(),
        key.draw(plan.key, rtl=rtl),
        *((notes,) if notes else ()),
        margins.draw_foot(foot, plan, language, link),
        *((margins.draw_marking(options.marking, plan),) if options.marking else ()),
    )
    title = options.title or atlas.manifest.title[language]
    about = f"{atlas.manifest.subtitle[language]}. {atlas.manifest.as_of[language]}."
    page = plan.page
    return Scene(page.width, page.height, one_line(title), one_line(about), items, language)


def _unnumbered(atlas: Atlas) -> Atlas:
    """Return an atlas without findings, for a map that has no list to explain their numbers."""
    return replace(atlas, manifest=atlas.manifest.model_copy(update={"findings": ()}))


def _plan(atlas: Atlas, options: ExportOptions, link: str) -> _Plan:
    """Lay the sheet out, first roughly, to know how high its head, key and foot are."""
    rtl, alone = is_rtl(options.view.language), options.style == "map"
    plan = layout(options.paper, rtl=rtl, alone=alone)
    width = plan.head.width
    head, band = margins.head_of(atlas, options, width), margins.band_of(options, width)
    for _ in range(2):  # the key is that of the map, whose height goes by the key's
        projection = _projection(atlas, options, plan)
        key = _key(atlas, options, projection, plan)
        key = key.within(plan.page.height * _MOST, options.view.language)
        foot = margins.foot_of(atlas, options, projection, link, width)
        heights = Heights(head.height, key.height, margins.height_of_foot(foot, link), band)
        plan = layout(options.paper, rtl=rtl, alone=alone, heights=heights)
    return _Plan(plan, head, key)


def _key(atlas: Atlas, options: ExportOptions, projection: Projection, plan: Layout) -> KeyRows:
    room = window(projection, plan.map, projection.bounds if options.view.extent else None)
    seen = list(shown(atlas, projection, room))
    hosts = hosts_seen(atlas, projection, room).values()
    forces = [force for host in hosts for force in host.forces]
    places = [shapely.Point(projection.point(*note.at)) for note in options.notes]
    left = sum(not shapely.intersects(room, place) for place in places)
    notes = [*notes_samples(len(places), left, options.view.language)]
    return key_of(atlas, seen, forces, options.view.language, plan.key.width, notes)


def _projection(atlas: Atlas, options: ExportOptions, plan: Layout) -> Projection:
    """Return the projection; what an atlas is about lies a little low, below the cards."""
    frame = plan.map
    if not options.view.extent and hosted(atlas):
        down = frame.height * _DOWN
        frame = replace(frame, y=frame.y + down, height=frame.height - down)
    return Projection(bounds_for(atlas, options), frame)
