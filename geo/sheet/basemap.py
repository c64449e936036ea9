"""Land, water and boundaries, clipped to a frame. Disputed lines are dashed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import shapely

from geo.atlas.atlas import Atlas
from geo.sheet.projection import Bounds, Projection
from geo.sheet.scene import Box, Group, Item, Path, Point, Stroke, rectangle
from geo.symbology import BASEMAP, PALETTE, PAPER, BasemapStyle


def draw_basemap(atlas: Atlas, projection: Projection, frame: Box, detail: float = 0.3) -> Group:
    """Return the basemap within `frame`; `detail` is the simplification tolerance in points."""
    items: list[Item] = [*_ground(atlas, projection, frame)]
    for style in BASEMAP:
        stroke = stroke_of(style)
        for shape in atlas.basemap_shapes(style.file, style.kind):
            on_page = clipped(projection.shape(shape), frame.inset(-2), detail)
            if runs := runs_of(on_page):
                _, fill = style.colours()
                items.append(Path(runs, closed=fill is not None, fill=fill, stroke=stroke))
    return Group("Basemap", tuple(items), clip=frame)


def stroke_of(style: BasemapStyle) -> Stroke:
    """Return how a kind of feature of the basemap is outlined on paper."""
    dash = PAPER.disputed if style.kind == "disputed" else ()
    line, _ = style.colours()
    return Stroke(line, PAPER.basemap[style.kind], dash)


def unmapped(atlas: Atlas, projection: Projection, frame: Box) -> shapely.Geometry:
    """Return the part of a frame (points) beyond the basemap's edge; all without a basemap.

    It is empty when the basemap was not cut out of a larger one.
    """
    whole = shapely.box(frame.x, frame.y, frame.right, frame.bottom)
    if not any(collection["features"] for collection in atlas.basemap.values()):
        return whole
    bounds = _cut_at(atlas)
    if bounds is None:
        return shapely.GeometryCollection()
    ring = projection.shape(shapely.segmentize(shapely.box(*bounds), 1))
    beyond: shapely.Geometry = shapely.difference(whole, shapely.make_valid(ring))
    return beyond


def has_land(atlas: Atlas) -> bool:
    """Say whether the basemap tells land from sea."""
    return bool(atlas.basemap["countries"]["features"])


def _ground(atlas: Atlas, projection: Projection, frame: Box) -> Iterator[Item]:
    """Yield the sea; beyond the basemap's edge, where land would look like sea, blank paper.

    Without land all of it is blank: nothing tells what is sea.
    """
    if not has_land(atlas):
        yield rectangle(frame, PALETTE.paper)
        return
    yield rectangle(frame, PALETTE.sea)
    blank = unmapped(atlas, projection, frame.inset(-2))
    if runs := runs_of(shapely.simplify(blank, 0.3)):
        yield Path(runs, closed=True, fill=PALETTE.paper, stroke=Stroke(PALETTE.cut, 0.8, (2, 3)))


def _cut_at(atlas: Atlas) -> Bounds | None:
    """Return the box that the countries were cut to; None where they end of themselves.

    A cut leaves many corners in one line on each side; a coast leaves one.
    """
    shapes = [*atlas.basemap_shapes("countries")]
    if not shapes:
        return None
    corners = np.unique(shapely.get_coordinates(shapes), axis=0)
    low, high = corners.min(axis=0), corners.max(axis=0)
    on_edge = np.concatenate([(corners == low).sum(axis=0), (corners == high).sum(axis=0)])
    return (*low.tolist(), *high.tolist()) if on_edge.min() >= 3 else None


def clipped(shape: shapely.Geometry, frame: Box, detail: float) -> shapely.Geometry:
    """Return the part of a shape on the page that lies in the frame, simplified."""
    west, south, east, north = shapely.bounds(shape)
    if east < frame.x or west > frame.right or north < frame.y or south > frame.bottom:
        return shapely.GeometryCollection()
    if shapely.get_dimensions(shape) == 2:
        shape = shapely.make_valid(shape)
    inside = shapely.intersection(shape, shapely.box(frame.x, frame.y, frame.right, frame.bottom))
    return shapely.simplify(inside, detail)


def runs_of(shape: shapely.Geometry) -> tuple[tuple[Point, ...], ...]:
    """Return the lines and rings of a shape on the page, rounded to a hundredth of a point."""
    return tuple(_run(line) for line in _lines(shape) if not shapely.is_empty(line))


def _lines(shape: shapely.Geometry) -> Iterable[shapely.Geometry]:
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            yield from shapely.get_rings(part)
        elif part.geom_type == "GeometryCollection":
            yield from _lines(part)
        elif part.geom_type == "LineString":
            yield part


def _run(line: shapely.Geometry) -> tuple[Point, ...]:
    return tuple((x, y) for x, y in np.round(shapely.get_coordinates(line), 2).tolist())
