"""The map's symbology: what each colour, pattern and line style is, on the screen and on paper.

The screen (a canvas, in CSS pixels) and the sheet (a scene, in points) are drawn by two engines.
Both take their style from here, and so do PowerPoint, QGIS and the briefing: a reader who knows
one of them can read them all. Sizes differ by medium, and stand side by side in `SCREEN`, `PAPER`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]
Corners: TypeAlias = tuple[Point, ...]


@dataclass(frozen=True)
class Palette:
    """Every colour that isn't an atlas' own: its layers and actors bring theirs.

    Theirs are checked for contrast on `land` and `paper` (geo/checks/symbols.py).
    """

    ink: str = "#1f2933"
    soft: str = "#4d5866"  # text of less weight; 7.2 : 1 on paper
    slate: str = "#374151"  # scale bar, north arrow, tags, and the facts beside a stretch
    leader: str = "#4a5361"
    line: str = "#d9d5cb"
    edge: str = "#8b929b"
    paper: str = "#ffffff"
    ground: str = "#faf9f5"  # of panels and quotes
    black: str = "#000000"

    accent: str = "#b45309"  # what is chosen
    pointed: str = "#1d6fb8"  # what the pointer or the keyboard is at
    call: str = "#1d5f9e"  # links
    warm: str = "#fdf3e1"
    chosen: str = "#ffe2a8"
    flash: str = "#ffb020"
    neutral: str = "#5c6470"  # quoted words of no layer's colour
    note: str = "#3b6592"  # a briefer's notes, which are not of the article

    land: str = "#fcfaf5"  # of the countries that an atlas names as the corridor's
    other_land: str = "#e3dfd5"  # a step darker: the ground that they stand out from
    relief: str = "#3a2c1c"  # shade on land, multiplied
    sea: str = "#cbdae1"
    shore: str = "#8fa9b5"  # of a lake
    river: str = "#a9c2cf"
    coast: str = "#7f9ba8"
    boundary: str = "#968d7c"
    disputed: str = "#968d7c"
    cut: str = "#6b7280"  # where the basemap ends
    graticule: str = "#7c8794"
    degrees: str = "#5b6673"
    country_name: str = "#6f6a5e"  # 4.1 : 1 on other land, which is for orientation only
    sea_name: str = "#3f6577"


PALETTE = Palette()
DARK = Palette(  # of a dark screen; paper, files and pictures stay light
    ink="#e6e9ec",
    soft="#b4bec8",
    slate="#c6ced6",
    leader="#aab4bf",
    line="#3b444e",
    edge="#76818d",
    paper="#1b2128",
    ground="#232a32",
    accent="#f0a24a",
    pointed="#7db7f0",
    call="#7db7f0",
    warm="#3a3122",
    chosen="#6b4c12",
    flash="#80550f",
    neutral="#a3adb8",
    note="#8fb4dc",
    land="#2c3740",
    other_land="#1b242c",
    relief="#000000",
    sea="#0f1c26",
    shore="#3c5666",
    river="#31505f",
    coast="#4d6a7b",
    boundary="#8a97a1",
    disputed="#8a97a1",
    cut="#8a97a1",
    graticule="#5b6673",
    degrees="#94a1ad",
    country_name="#94a1ad",
    sea_name="#7fa3b5",
)

# FIRST, Traffic Light Protocol 2.0: the colour of each label, on black.
TLP: Mapping[str, str] = {
    "TLP:CLEAR": "#ffffff",
    "TLP:GREEN": "#33ff00",
    "TLP:AMBER": "#ffc000",
    "TLP:AMBER+STRICT": "#ffc000",
    "TLP:RED": "#ff2b2b",
}

# The order of a legend's groups of layers; what is "unplaced" has no symbol on a map.
GROUPS = ("corridor", "actors", "background", "elsewhere")


class Dot(NamedTuple):
    x: float
    y: float
    radius: float
    filled: bool


class Pattern(NamedTuple):
    """The ink of a fill, in a tile of `TILE` by `TILE`, and the nearest of others' own patterns.

    `drawingml` is an ST_PresetPatternVal that can be told from the others in LibreOffice, too: it
    draws each as lines, and pct20 and confetti as diagonals. `qt` is a brush, which names strokes
    by the corner that they start from; dots and rings have none, and are laid out as markers.
    """

    strokes: tuple[tuple[float, float, float, float], ...] = ()  # x1, y1, x2, y2
    dots: tuple[Dot, ...] = ()
    drawingml: str | None = None
    qt: str | None = None


TILE, INK_WIDTH = 8.0, 1.4
GROUND_OPACITY, SOLID_OPACITY = 0.22, 0.75  # of the ground below the ink, and of a solid fill
PATTERNS: Mapping[str, Pattern] = {
    "solid": Pattern(qt="solid"),
    "diagonal": Pattern(
        ((-2, 10, 10, -2), (-2, 2, 2, -2), (6, 10, 10, 6)), drawingml="wdUpDiag", qt="b_diagonal"
    ),
    "back-diagonal": Pattern(
        ((-2, -2, 10, 10), (6, -2, 10, 2), (-2, 6, 2, 10)), drawingml="wdDnDiag", qt="f_diagonal"
    ),
    "cross": Pattern(((-2, 10, 10, -2), (-2, -2, 10, 10)), drawingml="openDmnd", qt="diagonal_x"),
    "horizontal": Pattern(((0, 2, 8, 2), (0, 6, 8, 6)), drawingml="ltHorz", qt="horizontal"),
    "vertical": Pattern(((2, 0, 2, 8), (6, 0, 6, 8)), drawingml="ltVert", qt="vertical"),
    "grid": Pattern(((0, 4, 8, 4), (4, 0, 4, 8)), drawingml="lgGrid", qt="cross"),
    "dots": Pattern((), (Dot(2, 2, 1.4, True), Dot(6, 6, 1.4, True)), drawingml="dotGrid"),
    "rings": Pattern((), (Dot(4, 4, 2.4, False),), drawingml="divot"),
}


class LineStyle(NamedTuple):
    """How a line says the basis of a claim.

    `dash` has for each part of a dash, on a line with round ends, a factor of the line's width
    and what is added; `badge` is that of a thin frame with square ends, in points.
    """

    css: str  # a border-style; the legends' words have it as their key
    qt: str  # a pen
    dash: tuple[tuple[float, float], ...] = ()
    badge: tuple[float, ...] = ()


LINE_STYLES: Mapping[str, LineStyle] = {
    "stated": LineStyle("solid", "solid"),
    "inferred": LineStyle("dashed", "dash", ((2.5, 2), (1, 3)), (2.4, 1.2)),
    "background": LineStyle("dotted", "dot", ((0, 0.1), (1, 3)), (0.7, 1.1)),
}


def dash_of(basis: str, width: float) -> tuple[float, ...]:
    """Return the dash of a basis, for a line of this width with round ends."""
    return tuple(width * factor + more for factor, more in LINE_STYLES[basis].dash)


class NoteStyle(NamedTuple):
    """How a briefer's note is told from all that an article says.

    The `dash` of its rim is long and short in turn, which no basis has. The outlines of the
    `pencil` beside its words lie in a square of ten.
    """

    dash: tuple[float, ...]
    pencil: tuple[Corners, ...]


NOTE = NoteStyle(
    dash=(6, 2.5, 1.5, 2.5),
    pencil=(
        ((0, 10), (1, 6.6), (6, 1.6), (8.4, 4), (3.4, 9)),
        ((6.7, 0.9), (7.6, 0), (10, 2.4), (9.1, 3.3)),
    ),
)


class BasemapStyle(NamedTuple):
    """How a kind of feature of a file of the basemap is drawn; no kind is all of them.

    `line` and `fill` are names of colours of a `Palette`.
    """

    file: str
    kind: str
    line: str
    fill: str | None = None

    def colours(self, palette: Palette = PALETTE) -> tuple[str, str | None]:
        """Return the colours of line and fill."""
        return getattr(palette, self.line), getattr(palette, self.fill) if self.fill else None


BASEMAP = (  # in drawing order
    BasemapStyle("countries", "", "other_land", "other_land"),
    BasemapStyle("countries", "named", "land", "land"),
    BasemapStyle("water", "lake", "shore", "sea"),
    BasemapStyle("water", "river", "river"),
    BasemapStyle("lines", "coast", "coast"),
    BasemapStyle("lines", "boundary", "boundary"),
    BasemapStyle("lines", "disputed", "disputed"),
)

AREA_OPACITY = 0.6  # of the paper below an area's pattern
CASING_OPACITY = (0.85, 0.16)  # of the paper below a line, and of the line's own colour on that


class Line(NamedTuple):
    """A line on a pale casing: the wider the casing, the less it can pass for a road."""

    casing: float
    width: float


@dataclass(frozen=True)
class Sizes:
    """The lengths of a medium. Corners are of a point's symbol; other kinds are discs."""

    tile: float
    basemap: Mapping[str, float]  # widths of lines, by kind
    disputed: tuple[float, float]  # its dash
    area: float  # the width of its edge
    lines: Mapping[str, Line]
    disc: float  # its radius
    point: float  # the width of its edge
    point_dash: float  # the width that its dash is made for
    point_rim: float  # the width of the paper round it
    corners: Mapping[str, Corners]
    arrow: Corners
    arrow_rim: float


SCREEN = Sizes(  # CSS pixels
    tile=8,
    basemap={
        "": 0.7,
        "named": 0.7,
        "lake": 0.6,
        "river": 1.3,
        "coast": 0.9,
        "boundary": 1.1,
        "disputed": 1.3,
    },
    disputed=(5, 4),
    area=1.8,
    lines={"used": Line(18, 4), "unused": Line(8, 2), "bracket": Line(5, 2), "other": Line(6, 3)},
    disc=6.5,
    point=2.2,
    point_dash=1.4,
    point_rim=5,
    corners={
        "crossing": ((0, -8), (8, 0), (0, 8), (-8, 0)),
        "garrison": ((0, -8), (8, 6), (-8, 6)),
    },
    arrow=((14, 0), (-3, 10), (1, 0), (-3, -10)),
    arrow_rim=1,
)
PAPER = Sizes(  # points
    tile=6,
    basemap={
        "": 0.6,
        "named": 0.6,
        "lake": 0.5,
        "river": 0.9,
        "coast": 0.7,
        "boundary": 0.8,
        "disputed": 0.9,
    },
    disputed=(4, 3),
    area=1.2,
    lines={"used": Line(13, 2.8), "unused": Line(6, 1.5), "other": Line(4, 1.5)},
    disc=4.4,
    point=1.6,
    point_dash=1.0,
    point_rim=3.4,
    corners={
        "country": ((-4, -4), (4, -4), (4, 4), (-4, 4)),  # the screen writes its name alone
        "crossing": ((0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)),
        "garrison": ((0, -5.5), (5.5, 4), (-5.5, 4)),
    },
    arrow=((0.7, 0), (-8, 4.4), (-5.8, 0), (-8, -4.4)),
    arrow_rim=0.7,
)
