"""The sheet: the map and all round it, laid out anew for each paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.view import link_of
from geo.export_options import ExportOptions, one_line
from geo.sheet import furniture
from geo.sheet.basemap import draw_basemap, has_land, unmapped
from geo.sheet.column import Column
from geo.sheet.label_candidates import beyond, hosts_seen, obstacles, wanted
from geo.sheet.label_placement import Lettered, place
from geo.sheet.legend import draw_key, draw_legend
from geo.sheet.margins import draw_foot, draw_head, draw_marking, lay_out
from geo.sheet.marks import draw_marks
from geo.sheet.notes import draw_notes
from geo.sheet.overflow import draw_last_letters, draw_letters, height_of
from geo.sheet.projection import Bounds, Projection, bounds_of, window
from geo.sheet.rows import hosted, write_rows
from geo.sheet.scene import Box, Group, Item, Scene, Stroke, rectangle
from geo.sheet.words import is_rtl


def draw_sheet(atlas: Atlas, options: ExportOptions) -> Scene:
    """Return the sheet of an atlas that is narrowed to the options' view."""
    language = options.view.language
    rtl = is_rtl(language)
    plan = lay_out(atlas, options)
    projection = Projection(_bounds(atlas, options), plan.map)
    link = f"{options.address}?{link_of(options.view, atlas)}" if options.address else ""
    extent = projection.bounds if options.view.extent else None
    marks = draw_marks(atlas, projection, plan.map, extent)
    map_, lettered = _map(atlas, options, projection, plan.map, marks)
    strips, last = [Column(box, rtl) for box in plan.strips], Column(plan.notes, rtl)
    layers = frozenset(group.name for group in marks) | _named(atlas, projection, plan.map, extent)
    legend, forces = draw_legend(atlas, strips, language, layers)
    letters, left = draw_letters(lettered, strips, language)
    high = height_of(left, last) + sum(one.bare + 1.5 for one in forces)
    high = min(high, plan.notes.height * 0.6)
    room = Column(replace(plan.notes, height=plan.notes.height - high), rtl)
    notes = draw_notes(atlas, room, language, layers)
    last.take(room.top - plan.notes.y + 4)
    rest = Group("Legend, continued", write_rows(forces, last)[0])
    more = draw_last_letters(left, last, language)
    items: tuple[Item, ...] = (
        rectangle(plan.page, "#ffffff"),
        draw_head(atlas, options, plan),
        map_,
        legend,
        letters,
        draw_key(atlas, plan.key, language),
        notes,
        rest,
        more,
        draw_foot(atlas, options, projection, plan, link),
        *((draw_marking(options.marking, plan),) if options.marking else ()),
    )
    title = options.title or atlas.manifest.title[language]
    about = f"{atlas.manifest.subtitle[language]}. {atlas.manifest.as_of[language]}."
    said = one_line(title), one_line(about)
    return Scene(plan.page.width, plan.page.height, *said, items, language)


def _named(
    atlas: Atlas, projection: Projection, frame: Box, extent: Bounds | None
) -> frozenset[str]:
    """Return the layers of the forces that stand under the name of a country on the map."""
    found = hosted(atlas)
    seen = hosts_seen(atlas, projection, window(projection, frame, extent))
    return frozenset(force.properties.layer for one in seen for force in found[one][1])


def draw_map(
    atlas: Atlas,
    options: ExportOptions,
    projection: Projection,
    frame: Box,
    marks: tuple[Group, ...],
) -> Group:
    """Return the map within its frame, without letters: nothing here would explain them."""
    return _map(atlas, options, projection, frame, marks, letters=False)[0]


def _map(
    atlas: Atlas,
    options: ExportOptions,
    projection: Projection,
    frame: Box,
    marks: tuple[Group, ...],
    letters: bool = True,
) -> tuple[Group, Lettered]:
    """Return basemap, marks, names and what helps to read them; and what the letters say."""
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
    wants = [*wanted(atlas, projection, language, room), *beyond(blank, language)]
    names, lettered = place(wants, frame, taken, letters)
    drawn = Group(
        "Map",
        (
            draw_basemap(atlas, projection, frame),
            *((furniture.graticule(projection, frame, corners),) if options.graticule else ()),
            *marks,
            *((furniture.veil(projection, extent, frame),) if extent else ()),
            names,
            *(furniture.locator(atlas, projection, box) for box in inset),
            bar,
            arrow,
            rectangle(frame, None, Stroke("#374151", 0.8)),
        ),
    )
    return drawn, lettered


def _on_basemap(atlas: Atlas, extent: Bounds) -> Bounds:
    """Return what of an extent the basemap covers; where it covers none, the extent itself."""
    countries = [shapely.geometry.shape(one["geometry"]) for one in _countries(atlas)]
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


def _countries(atlas: Atlas) -> list[Any]:
    found: list[Any] = atlas.basemap["countries"]["features"]
    return found


def _bounds(atlas: Atlas, options: ExportOptions) -> Bounds:
    """Return what is to be seen: the extent asked for, else the corridor, else all there is.

    Of an extent, what the basemap reaches: beyond it land would look like sea.
    """
    if options.view.extent:
        return _on_basemap(atlas, options.view.extent)
    placed = atlas.corridor or tuple(atlas.features.values())
    shapes = [feature.shape for feature in placed if feature.shape is not None]
    return bounds_of(shapes) if shapes else (-20.0, 10.0, 60.0, 60.0)
