"""The scene: a page as shapes and texts, which writers of several formats draw.

Lengths are points (1/72 inch); x goes right, y down; angles are degrees, clockwise.
What comes later in a group lies on top.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from geo.symbology import PALETTE

Point: TypeAlias = tuple[float, float]
Anchor: TypeAlias = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Box:
    """A rectangle on the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: Box) -> bool:
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def inset(self, by: float) -> Box:
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


@dataclass(frozen=True)
class Hatch:
    """A fill with one of the atlas' patterns: ink on a paler ground of the same colour."""

    pattern: str
    colour: str


@dataclass(frozen=True)
class Stroke:
    """A line; `dash` has the lengths of its dashes and gaps, in turn."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True)
class Path:
    """Runs of points; closed ones are rings, filled by the even-odd rule."""

    runs: tuple[tuple[Point, ...], ...]
    closed: bool = False
    fill: str | Hatch | None = None
    fill_opacity: float = 1.0
    stroke: Stroke | None = None


@dataclass(frozen=True)
class Circle:
    """A circle, filled or not."""

    centre: Point
    radius: float
    fill: str | Hatch | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True)
class TextStyle:
    """How a text is set: its size and the `spacing` between letters, in points.

    `serif` is for the words of a source; ours are sans serif.
    """

    size: float
    colour: str = PALETTE.ink
    bold: bool = False
    italic: bool = False
    spacing: float = 0.0
    serif: bool = False


@dataclass(frozen=True)
class Text:
    """A line of text. `at` is on its baseline; `halo` is the colour of a rim round it.

    `language` is that of a source's words; "" is the page's.
    """

    at: Point
    text: str
    style: TextStyle
    anchor: Anchor = "start"
    halo: str | None = None
    angle: float = 0.0
    language: str = ""


@dataclass(frozen=True)
class Group:
    """Items that belong together; `clip` cuts off everything outside of it."""

    name: str
    children: tuple[Item, ...]
    clip: Box | None = None


Item: TypeAlias = Path | Circle | Text | Group


@dataclass(frozen=True)
class Scene:
    """A page. `title` and `description` are for readers who can't see it."""

    width: float
    height: float
    title: str
    description: str
    children: tuple[Item, ...]
    language: str = "en"


def rectangle(
    box: Box,
    fill: str | Hatch | None = None,
    stroke: Stroke | None = None,
    opacity: float = 1.0,
) -> Path:
    """Return a box as a path."""
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return Path((corners,), closed=True, fill=fill, fill_opacity=opacity, stroke=stroke)


def moved(item: Item, dx: float, dy: float) -> Item:
    """Return an item elsewhere, so many points on."""

    def to(point: Point) -> Point:
        return point[0] + dx, point[1] + dy

    match item:
        case Path():
            return replace(item, runs=tuple(tuple(map(to, run)) for run in item.runs))
        case Circle():
            return replace(item, centre=to(item.centre))
        case Text():
            return replace(item, at=to(item.at))
        case Group():
            return replace(item, children=tuple(moved(child, dx, dy) for child in item.children))


def texts(items: tuple[Item, ...]) -> Iterator[Text]:
    """Yield every text, in drawing order."""
    for item in items:
        if isinstance(item, Text):
            yield item
        elif isinstance(item, Group):
            yield from texts(item.children)


def groups(items: tuple[Item, ...]) -> Iterator[Group]:
    """Yield every group, each before those within it."""
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups(item.children)
