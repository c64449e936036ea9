"""What is measured: each subject knows where to click, and how its outcome shows.

Expressions are JavaScript for a frame that holds `bench` (see assets/probe.js).
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import ElementHandle, Frame, Page

from benchmarks.layers import Layer
from benchmarks.window import Act

# Scrolled into sight at once; its first line of text, where it has several.
_CENTRE = """(element) => {
    element.scrollIntoView({ block: "nearest", behavior: "instant" });
    const [box] = element.getClientRects();
    return [box.x + box.width / 2, box.y + box.height / 2];
}"""


@dataclass(frozen=True)
class Place:
    """A mark that can be clicked on the map."""

    name: str
    lon: float
    lat: float


@dataclass(frozen=True)
class Words:
    """Words to click: ours stand in the article; a peer has a button that names a place."""

    text: str
    button: str


@dataclass(frozen=True)
class Subject(ABC):
    """A page at an address: of an app when it is served, else a file."""

    name: str
    url: str

    @property
    def home(self) -> Literal["app", "file"]:
        return "app" if self.url.startswith("http") else "file"

    @property
    @abstractmethod
    def ready(self) -> str:
        """True in the frame of the map, once it is drawn."""


class Empty(Subject):
    """An app of one line of text: what every app waits for, whatever it shows."""

    @property
    def ready(self) -> str:
        return 'document.querySelector("[data-testid=stText]") !== null'


@dataclass(frozen=True)
class Drawn(Subject):
    """A map with switches.

    `calm`: as for a person who wants reduced motion, so that ours doesn't animate
    the scroll and the flight of a link, and their whole work is in the time.
    """

    layers: tuple[Layer, ...] = field(compare=False, repr=False)
    calm: bool = False

    @abstractmethod
    def toggle(self, page: Page, layer: Layer, on: bool) -> Act:
        """Switch a layer; the others are as at the start."""

    @abstractmethod
    def map_of(self, page: Page) -> ElementHandle:
        """Find the element that holds the map, whose picture must change."""

    @property
    @abstractmethod
    def mover(self) -> str:
        """A function that shows a lat, lon and zoom at once: without Leaflet's quarter second."""

    def frame(self, page: Page) -> Frame:
        """Return the frame that holds the map."""
        return page.main_frame

    def count(self, without: Layer | None = None) -> int:
        """How many features are drawn: those of the layers that are on at the start."""
        return sum(len(one.features) for one in self.layers if one.visible and one != without)


class Linked(Drawn):
    """A subject whose marks and words lead to each other."""

    @abstractmethod
    def go_home(self, page: Page) -> None:
        """Show all places again."""

    @abstractmethod
    def to_text(self, page: Page, place: Place) -> Act:
        """Click a mark; done when its words are selected."""

    @abstractmethod
    def to_map(self, page: Page, words: Words) -> Act:
        """Click words; done when their mark is selected, or the map begins to go there."""


def point_in(frame: Frame, x: float, y: float) -> tuple[float, float]:
    """Return a point of a frame as one of the window."""
    if frame.parent_frame is None:
        return x, y
    box = frame.frame_element().bounding_box()
    if box is None:
        raise RuntimeError("the frame is out of sight")
    return box["x"] + x, box["y"] + y


def leaflet_mover(chart: str) -> str:
    return f"(lat, lon, zoom) => {chart}.setView([lat, lon], zoom, {{ animate: false }})"


def centre_of(frame: Frame, element: str) -> tuple[float, float]:
    """Return the centre of what a JavaScript expression finds, in px of the window."""
    x, y = frame.evaluate(f"() => ({_CENTRE})({element})")
    return point_in(frame, x, y)


def found(page: Page, selector: str) -> ElementHandle:
    element = page.wait_for_selector(selector)
    if element is None:
        raise RuntimeError(f"no {selector}")
    return element


def inside(element: ElementHandle) -> Frame:
    frame = element.content_frame()
    if frame is None:
        raise RuntimeError("not a frame")
    return frame


def labelled(selector: str, text: str) -> str:
    """Return an expression for the element whose whole text is `text`."""
    return (
        f"[...document.querySelectorAll({json.dumps(selector)})]"
        f".find((one) => one.textContent.trim() === {json.dumps(text)})"
    )
