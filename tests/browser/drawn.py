"""What the map has drawn: its pixels, and its texts, on its canvas and in its elements."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeAlias

import numpy as np
import shapely
from coloraide import Color
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Frame

from tests.browser.screen import boxes, picture

Picture: TypeAlias = NDArray[np.float64]  # rows of pixels, each red, green, blue from 0 to 255


@dataclass(frozen=True)
class Written:
    """A text of the map, and where in the window it is."""

    text: str
    font: str  # as CSS has it
    size: float  # px
    colour: str  # as CSS has it
    box: shapely.Polygon
    window: shapely.Polygon  # of the map
    lines: shapely.MultiLineString  # drawn later

    @property
    def is_of_water(self) -> bool:
        """Seas, lakes and gulfs are named in italics; the article's words, in those of a serif."""
        return "italic" in self.font and "Serif" not in self.font

    @property
    def is_seen(self) -> bool:
        return self.window.contains(self.box)


LABELS = """
    const layer = Object.values(map_atlas._layers).find((one) => one._container?.parentNode
        ?.className.includes("labels-pane"));
    const ctx = layer.canvas.getContext("2d");
"""

# Draws the names once more, and listens to the canvas. A line on it is a leader.
WRITTEN = f"""() => {{
    {LABELS}
    const {{ fillText, moveTo, lineTo }} = CanvasRenderingContext2D.prototype;
    const {{ x: left, y: top }} = layer.canvas.getBoundingClientRect();
    const inWindow = ([x, y]) => {{
        const to = ctx.getTransform().transformPoint(new DOMPoint(x, y));
        return [to.x + left, to.y + top];
    }};
    const found = [];
    let from;
    ctx.moveTo = (...at) => {{
        from = at;
        moveTo.call(ctx, ...at);
    }};
    ctx.lineTo = (...at) => {{
        for (const {{ lines }} of found) lines.push([from, at].map(inWindow));
        lineTo.call(ctx, ...at);
    }};
    ctx.fillText = (text, x, y) => {{
        const size = parseFloat(/([\\d.]+)px/.exec(ctx.font)[1]);
        const {{ width }} = ctx.measureText(text);
        const start = x - width * {{ left: 0, center: 0.5, right: 1 }}[ctx.textAlign];
        const corners = [[start, y - size / 2], [start + width, y - size / 2],
            [start + width, y + size / 2], [start, y + size / 2]].map(inWindow);
        found.push({{ text, font: ctx.font, size, colour: ctx.fillStyle, corners, lines: [] }});
        fillText.call(ctx, text, x, y);
    }};
    layer.redraw();
    for (const name of ["moveTo", "lineTo", "fillText"]) delete ctx[name];
    return found;
}}"""

# The lines of text in the elements over the map that can be seen: no other element lies on them.
PRINTED = """() => {
    const found = [];
    const over = [...document.querySelectorAll("#members, #tools, #layers, .leaflet-control")];
    for (const root of over) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const { parentElement: parent } = node;
            if (!node.data.trim() || !parent.checkVisibility({ checkOpacity: true })) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const { left, top, right, bottom } of range.getClientRects()) {
                const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                if (!hit || !(parent.contains(hit) || hit.contains(parent))) continue;
                if (parent.closest(".unseen")) continue;
                const { font, fontSize, color: colour } = getComputedStyle(parent);
                const corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
                const size = parseFloat(fontSize);
                found.push({ text: node.data, font, size, colour, corners, lines: [] });
            }
        }
    }
    return found;
}"""


def written(frame: Frame) -> list[Written]:
    """Return all that is written on the map's canvas, in a window with one dot a pixel."""
    return _texts(frame, WRITTEN)


def printed(frame: Frame) -> list[Written]:
    """Return all lines of text in the elements over the map: lists, key, controls."""
    return _texts(frame, PRINTED)


def _texts(frame: Frame, script: str) -> list[Written]:
    found: list[Any] = frame.evaluate(script)
    (window,) = boxes(frame, ".folium-map")
    for one in found:
        one["box"] = shapely.Polygon(one.pop("corners"))
        one["lines"] = shapely.MultiLineString(one["lines"])
    return [Written(window=window, **one) for one in found]


def painted(frame: Frame, *, lists: bool = False) -> Picture:
    """Return the map's pixels, without controls, with or without its lists."""
    hide = "(root, value) => void (root.style.visibility = value)"
    if not lists:
        frame.locator("#members").evaluate(hide, "hidden")
    pixels = _pixels(picture(frame))
    frame.locator("#members").evaluate(hide, "")
    return pixels


# Takes the letters away, and leaves what lies below them; or brings them back.
LETTERS = f"""(on) => {{
    {LABELS}
    if (on) delete ctx.fillText;
    else ctx.fillText = () => {{}};
    layer.redraw();
    const none = new CSSStyleSheet();
    none.replaceSync("* {{ -webkit-text-fill-color: transparent !important; }}");
    document.adoptedStyleSheets = on ? [] : [none];
}}"""


def grounds(frame: Frame, texts: list[Written]) -> list[tuple[Written, Picture]]:
    """Return the texts that are seen, each with the pixels that its letters lie on."""
    stage = frame.locator(".folium-map")
    shots = []
    for on in (False, True):
        frame.evaluate(LETTERS, on)
        shots.append(_pixels(stage.page.screenshot()))
    bare, full = shots
    is_ink = np.abs(full - bare).max(axis=-1) > 100  # the middles of strokes, not their edges
    found = []
    for text in texts:
        if text.is_seen:
            left, top, right, bottom = map(round, text.box.bounds)
            place = np.s_[top : bottom + 1, left : right + 1]
            found.append((text, bare[place][is_ink[place]]))
    return found


def contrast(pixels: Picture, others: Picture) -> NDArray[np.float64]:
    """Return the contrast of pixels with others by WCAG 2.1, pixel by pixel."""
    lights = np.stack(np.broadcast_arrays(_luminance(pixels), _luminance(others)))
    return np.asarray((lights.max(axis=0) + 0.05) / (lights.min(axis=0) + 0.05))


def rgb(colour: str) -> Picture:
    """Return the pixel of a colour of CSS."""
    return np.array(Color(colour).convert("srgb").coords()) * 255


def _luminance(pixels: Picture) -> NDArray[np.float64]:
    parts = pixels / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _pixels(png: bytes) -> Picture:
    return np.asarray(Image.open(BytesIO(png)).convert("RGB"), dtype=float)
