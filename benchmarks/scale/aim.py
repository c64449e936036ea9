"""Does a click find its mark? Random clicks on marks that cover each other, in our own page."""

from __future__ import annotations

import random
from dataclasses import dataclass

import shapely
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from benchmarks.scale.ends import CLOSE, PX
from benchmarks.scale.mercator import place, projected
from benchmarks.window import Window
from geo.atlas.atlas import Atlas

CLICKS = 200
_EACH = 10  # clicks of a view
_VIEWS = 200  # at most: in a small atlas, many hold few marks
_NEAR = 12 / PX  # degrees: as near as the page lets a pointer be to a mark
_INK = {"Point": 6 / PX, "LineString": 1.5 / PX, "Polygon": 0}  # degrees from the geometry
_WIDTH, _HEIGHT = 500 / PX, 400 / PX  # degrees of a view in which marks are clicked

# The window's whole pixel at a place, and that pixel's own place, if the map is what lies there.
_AIM = """([lon, lat]) => {
    const box = map_atlas.getContainer().getBoundingClientRect();
    const point = map_atlas.latLngToContainerPoint([lat, lon]);
    const [x, y] = [Math.round(box.x + point.x), Math.round(box.y + point.y)];
    const there = document.elementFromPoint(x, y);
    const free = there?.closest(".folium-map") && !there.closest(".leaflet-control");
    const at = map_atlas.containerPointToLatLng([x - box.x, y - box.y]);
    return free ? [x, y, at.lng, at.lat] : null;
}"""
_CHOSEN = "new URLSearchParams(location.hash.slice(1)).get('f')"
_CLOSE = "document.querySelector('#card .close')?.click()"


@dataclass
class Score:
    """Clicks; those that chose a mark under the pointer; those above which none is drawn there."""

    tried: int = 0
    found: int = 0
    topmost: int = 0


class Marks:
    """What the page draws, the topmost last, projected."""

    def __init__(self, atlas: Atlas) -> None:
        rank = {layer.id: at for at, layer in enumerate(atlas.manifest.layers)}
        features = sorted(atlas.features.values(), key=lambda one: rank[one.properties.layer])
        placed = [(one.id, one.shape) for one in features if isinstance(one.shape, BaseGeometry)]
        self.at = {name: at for at, (name, _) in enumerate(placed)}
        self.shapes = [projected(shape) for _, shape in placed]
        self._tree = shapely.STRtree(self.shapes)

    def near(self, point: Point) -> list[int]:
        """Return those that a pointer may choose."""
        return [int(at) for at in self._tree.query(point, predicate="dwithin", distance=_NEAR)]

    def inked(self, point: Point) -> list[int]:
        """Return those that are drawn at a point for certain."""
        shapes = self.shapes
        return [
            at
            for at in self.near(point)
            if shapes[at].distance(point) <= _INK[shapes[at].geom_type]
        ]

    def seen(self, middle: Point) -> list[int]:
        x, y = middle.x, middle.y
        view = shapely.box(x - _WIDTH / 2, y - _HEIGHT / 2, x + _WIDTH / 2, y + _HEIGHT / 2)
        return [int(at) for at in self._tree.query(view, predicate="intersects")]


def aim(opened: Window, atlas: Atlas) -> Score:
    """Click on marks in views of random marks, to which the page's own address leads."""
    marks, chance, score = Marks(atlas), random.Random(7), Score()  # noqa: S311  no secret
    for _ in range(_VIEWS):
        middle = _spot(chance.choice(marks.shapes), chance)
        lon, lat = place(middle.x, middle.y)
        link = f"at={lon:.4f},{lat:.4f},{CLOSE}"
        opened.page.evaluate("(link) => { location.hash = link; }", link)
        opened.rest()
        for at in chance.choices(marks.seen(middle), k=min(_EACH, CLICKS - score.tried)):
            _click(opened, marks, _spot(marks.shapes[at], chance), score)
        if score.tried == CLICKS:
            break
    return score


def _spot(shape: BaseGeometry, chance: random.Random) -> Point:
    """Return a point where the mark is drawn: along a line, within an area."""
    if isinstance(shape, LineString):
        return Point(shape.interpolate(chance.random(), normalized=True))
    return Point(shape.representative_point())


def _click(opened: Window, marks: Marks, spot: Point, score: Score) -> None:
    """Click a mark; not where a button of the map lies over it, or nothing is surely drawn."""
    found = opened.page.evaluate(_AIM, list(place(spot.x, spot.y)))
    if found is None:
        return
    x, y, lon, lat = found
    point = projected(Point(lon, lat)).centroid
    if not (inked := marks.inked(point)):
        return
    opened.page.mouse.click(x, y)
    chosen = marks.at.get(opened.page.evaluate(_CHOSEN), -1)
    opened.page.evaluate(_CLOSE)
    score.tried += 1
    if chosen in marks.near(point):
        score.found += 1
        score.topmost += chosen >= max(inked)
