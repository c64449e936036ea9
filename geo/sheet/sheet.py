"""The sheet: the map, legend, notes and margins, laid out for a paper."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.view import link_of
from geo.export_options import ExportOptions, one_line
from geo.sheet import furniture
from geo.sheet.basemap import draw_basemap, has_land, unmapped
from geo.sheet.briefers_notes import Room, draw_briefers_notes, draw_key_of_notes
from geo.sheet.column import Column
from geo.sheet.force_rows import hosted, write_rows
from geo.sheet.label_candidates import (
    hosts_seen,
    label_candidates,
    missing_basemap_label,
    obstacles,
)
from geo.sheet.label_placement import OverflowEntry, place
from geo.sheet.legend import draw_key, draw_legend
from geo.sheet.margins import draw_foot, draw_head, draw_marking, lay_out
from geo.sheet.marks import draw_marks
from geo.sheet.notes import draw_notes
from geo.sheet.overflow import draw_last_letters, draw_letters, height_of
from geo.sheet.projection import Bounds, Projection, bounds_of, window
from geo.sheet.scene import Box, Group, Item, Scene, Stroke, rectangle
from geo.symbology import PALETTE
from geo.text.language import is_rtl


def draw_sheet(atlas: Atlas, options: ExportOptions) -> Scene:
    """Return the sheet of an atlas that is narrowed to the options' view."""
    language = options.view.language
    rtl = is_rtl(language)
    plan = lay_out(atlas, options)
    projection = Projection(_bounds(atlas, options), plan.map)
    link = f"{options.address}?{link_of(options.view, atlas)}" if options.address else ""
    extent = projection.bounds if options.view.extent else None
    marks = draw_marks(atlas, projection, plan.map, extent)
    map_ = _map(atlas, options, projection, plan.map, marks)
    strips = [Column(box, rtl) for box in plan.strips]
    key_of_notes = draw_key_of_notes(len(options.notes), map_.notes_left, strips[-1], language)
    layers = frozenset(group.name for group in marks) | _named(atlas, projection, plan.map, extent)
    legend, unwritten = draw_legend(atlas, strips, language, layers)
    letters, unplaced = draw_letters(map_.overflow, strips, language)
    last_column = Column(plan.notes, rtl)
    rest_height = height_of(unplaced, last_column) + sum(panel.bare + 1.5 for panel in unwritten)
    notes_height = plan.notes.height - min(rest_height, plan.notes.height * 0.6)
    notes_column = Column(replace(plan.notes, height=notes_height), rtl)
    notes = draw_notes(atlas, notes_column, language, layers)
    last_column.take(notes_column.top - plan.notes.y + 4)
    legend_rest = Group("Legend, continued", write_rows(unwritten, last_column).items)
    letters_rest = draw_last_letters(unplaced, last_column, language)
    items: tuple[Item, ...] = (
        rectangle(plan.page, PALETTE.paper),
        draw_head(atlas, options, plan),
        map_.group,
        *key_of_notes,
        legend,
        letters,
        draw_key(atlas, plan.key, language),
        notes,
        legend_rest,
        letters_rest,
        draw_foot(atlas, options, projection, plan, link),
        *((draw_marking(options.marking, plan),) if options.marking else ()),
    )
    title = options.title or atlas.manifest.title[language]
    about = f"{atlas.manifest.subtitle[language]}. {atlas.manifest.as_of[language]}."
    return Scene(
        plan.page.width, plan.page.height, one_line(title), one_line(about), items, language
    )


def _named(
    atlas: Atlas, projection: Projection, frame: Box, extent: Bounds | None
) -> frozenset[str]:
    """Return the layers of the forces that are listed under a country's name on the map."""
    hosts = hosted(atlas)
    seen = hosts_seen(atlas, projection, window(projection, frame, extent))
    return frozenset(force.properties.layer for id_ in seen for force in hosts[id_].forces)


def draw_map(
    atlas: Atlas,
    options: ExportOptions,
    projection: Projection,
    frame: Box,
    marks: tuple[Group, ...],
) -> Group:
    """Return the map within its frame; without letters, which only a sheet explains."""
    return _map(atlas, options, projection, frame, marks, letters=False).group


class _Map(NamedTuple):
    """The map as drawn, the entries of labels that found no room, and how many notes lie beyond."""

    group: Group
    overflow: tuple[OverflowEntry, ...]
    notes_left: int


def _map(
    atlas: Atlas,
    options: ExportOptions,
    projection: Projection,
    frame: Box,
    marks: tuple[Group, ...],
    letters: bool = True,
) -> _Map:
    """Return basemap, marks, labels, and the furniture that helps to read them."""
    bar, bar_box = furniture.scale_bar(
        projection, frame.right - 10, frame.bottom - 8, options.view.language
    )
    arrow, arrow_box = furniture.north_arrow(projection, (frame.right - 20, frame.y + 30))
    corner = Box(frame.x, frame.bottom - 74, 104, 74)
    extent = projection.bounds if options.view.extent else None
    room = window(projection, frame, extent)
    inset = [corner] if has_land(atlas) else []
    corners = [bar_box, arrow_box, *inset]
    taken = [*corners[:2], *(box.inset(-2) for box in inset), *obstacles(atlas, projection, room)]
    language, blank = options.view.language, unmapped(atlas, projection, frame if inset else corner)
    notes = draw_briefers_notes(
        options.notes, projection, Room(frame, room, corners, taken), language
    )
    taken += notes.boxes
    candidates = [
        *label_candidates(atlas, projection, language, room),
        *missing_basemap_label(blank, language),
    ]
    labels = place(candidates, frame, taken, letters)
    drawn = Group(
        "Map",
        (
            draw_basemap(atlas, projection, frame),
            *((furniture.graticule(projection, frame, corners),) if options.graticule else ()),
            *marks,
            *((furniture.veil(projection, extent, frame),) if extent else ()),
            labels.group,
            *notes.groups,
            *(furniture.locator(atlas, projection, box) for box in inset),
            bar,
            arrow,
            rectangle(frame, None, Stroke(PALETTE.slate, 0.8)),
        ),
    )
    return _Map(drawn, labels.overflow, notes.left)


def _on_basemap(atlas: Atlas, extent: Bounds) -> Bounds:
    """Return the part of an extent that the basemap covers; the extent itself if it covers none."""
    countries = list(atlas.basemap_shapes("countries"))
    reach = shapely.total_bounds(countries or [shapely.box(*extent)])
    west, south, east, north = reach.tolist()
    seen = (
        max(extent[0], west),
        max(extent[1], south),
        min(extent[2], east),
        min(extent[3], north),
    )
    if seen[0] < seen[2] and seen[1] < seen[3]:
        return seen
    if extent[3] - extent[1] > 150:  # from pole to pole: one of them is infinitely far
        return extent[0], -75.0, extent[2], 75.0
    return extent


def _bounds(atlas: Atlas, options: ExportOptions) -> Bounds:
    """Return the bounds of the map: the view's extent, else the corridor, else all features.

    An extent is cut to the basemap, for beyond it land would look like sea.
    """
    if options.view.extent:
        return _on_basemap(atlas, atlas.on_map(options.view.extent))
    placed = atlas.corridor or tuple(atlas.features.values())
    shapes = [feature.shape for feature in placed if feature.shape is not None]
    return bounds_of(shapes) if shapes else (-20.0, 10.0, 60.0, 60.0)
