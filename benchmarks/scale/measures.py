"""What is measured in the browser: each measure is a table, and some are lines of the plot."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """`note` says how it is measured; `digits` are those after the point."""

    title: str
    unit: str
    note: str
    digits: int = 0
    p95: bool = False
    plotted: bool = False


PLAIN = Measure("Bytes of the page", "MB", "Of the files alone.", 2)
PACKED = Measure(
    "Bytes of the page, gzipped",
    "MB",
    "At level 6. What peers load besides is not in it.",
    2,
    plotted=True,
)
OPEN = Measure(
    "A page is opened",
    "ms",
    "From the start of the navigation until the map is painted and no frame is late any more.",
    plotted=True,
)
HEAP = Measure(
    "JS heap of the opened page", "MB", "After a collection of garbage.", 1, plotted=True
)
MEMORY = Measure(
    "JS heap with buffers and DOM",
    "MB",
    "The heap, what array buffers and texts hold outside it, and the document's objects.",
    1,
)
TOGGLE = Measure(
    "A layer is switched",
    "ms",
    "From the click to the paint: median / p95 of layers switched off and on.",
    p95=True,
    plotted=True,
)
ZOOM = Measure(
    "The map is zoomed",
    "ms",
    "One level in or out, until painted and calm; without the quarter of a second that "
    "Leaflet animates for itself.",
    plotted=True,
)
ZOOM_FRAME = Measure("The longest frame of a zoom", "ms", "The same zooms.")
PAN = Measure(
    "The map is dragged, then let go",
    "ms",
    "From the release of the pointer, 300 px on, until painted and calm.",
)
PAN_FRAME = Measure("The longest frame of a drag", "ms", "The same drags.", plotted=True)
TO_TEXT = Measure(
    "A mark leads to the text", "ms", "From the click to the painted outcome, at zoom 9.5."
)
TO_MAP = Measure("Words lead to the map", "ms", "From the click to the painted outcome.")

SIZE = (PLAIN, PACKED, HEAP, MEMORY)
TIME = (OPEN, TOGGLE, ZOOM, ZOOM_FRAME, PAN, PAN_FRAME, TO_TEXT, TO_MAP)
MEASURES = (*SIZE, *TIME)
