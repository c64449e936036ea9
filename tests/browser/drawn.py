"""What the map has drawn: its pixels, its lines on the screen, and the texts on its canvas."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Frame

from tests.browser.screen import boxes, picture

Picture: TypeAlias = NDArray[np.float64]  # rows of pixels, each red, green, blue from 0 to 255


@dataclass(frozen=True)
class Written:
    """A text that the map's canvas of names was asked to paint, and where in the window."""

    text: str
    font: str  # as CSS has it
    size: float  # px
    box: shapely.Polygon
    window: shapely.Polygon  # of the map

    @property
    def is_of_water(self) -> bool:
        """Seas, lakes and gulfs are named in italics; the article's words, in those of a serif."""
        return "italic" in self.font and "Serif" not in self.font

    @property
    def is_seen(self) -> bool:
        return self.window.contains(self.box)


# Draws the names once more, and listens to the canvas.
WRITTEN = """() => {
    const layer = Object.values(map_atlas._layers).find((one) => one._container?.parentNode
        ?.className.includes("labels-pane"));
    const ctx = layer.canvas.getContext("2d");
    const found = [];
    ctx.fillText = (text, x, y) => {
        const size = parseFloat(/([\\d.]+)px/.exec(ctx.font)[1]);
        const { width } = ctx.measureText(text);
        const left = x - width * { left: 0, center: 0.5, right: 1 }[ctx.textAlign];
        const corners = [[left, y - size / 2], [left + width, y - size / 2],
            [left + width, y + size / 2], [left, y + size / 2]];
        const to = ctx.getTransform();
        const moved = corners.map(([x, y]) => to.transformPoint(new DOMPoint(x, y)));
        found.push({ text, font: ctx.font, size, corners: moved.map(({ x, y }) => [x, y]) });
        CanvasRenderingContext2D.prototype.fillText.call(ctx, text, x, y);
    };
    layer.redraw();
    delete ctx.fillText;
    const { x: left, y: top } = layer.canvas.getBoundingClientRect();
    return found.map(({ corners, ...rest }) =>
        ({ ...rest, corners: corners.map(([x, y]) => [x + left, y + top]) }));
}"""


def written(frame: Frame) -> list[Written]:
    """Return all that is written on the map's canvas, in a window with one dot a pixel."""
    found: list[Any] = frame.evaluate(WRITTEN)
    (window,) = boxes(frame, ".folium-map")
    return [
        Written(one["text"], one["font"], one["size"], shapely.Polygon(one["corners"]), window)
        for one in found
    ]


def painted(frame: Frame, *, lists: bool = False) -> Picture:
    """Return the map's pixels, without controls, with or without its lists."""
    hide = "(root, value) => void (root.style.visibility = value)"
    if not lists:
        frame.locator("#members").evaluate(hide, "hidden")
    pixels = np.asarray(Image.open(BytesIO(picture(frame))).convert("RGB"), dtype=float)
    frame.locator("#members").evaluate(hide, "")
    return pixels
