"""The canvases of the map: nothing is cut off, at rest or while it is dragged."""

from __future__ import annotations

import pytest
from playwright.sync_api import Frame, Page

from tests.browser.screen import at_rest, choose_words, point_of

# Each layer's canvas beside the layer drawn over all of the frame: how many px differ.
CUT_OFF = """() => {
    const pixels = (layer, draw) => {
        const { x, y } = layer._bounds.getSize();
        const canvas = Object.assign(document.createElement("canvas"), { width: x, height: y });
        const ctx = canvas.getContext("2d");
        draw(ctx, layer.frame(x, y));
        return ctx.getImageData(0, 0, x, y).data;
    };
    const shown = Object.values(map_atlas._layers).filter((one) => one.reach && !one.isHidden);
    return shown.map((layer) => {
        const own = layer.canvas;
        const whole = pixels(layer, (ctx, frame) => layer.draw(ctx, frame, 1));
        const part = pixels(layer, (ctx) => {
            if (own.width) ctx.drawImage(own, own.offsetLeft, own.offsetTop);
        });
        return whole.filter((v, i) => i % 4 === 3 && Math.abs(v - part[i]) > 16).length;
    });
}"""


@pytest.mark.parametrize("zoom", [3.5, 5.25, 7, 9])
def test_a_layer_s_canvas_cuts_nothing_off(atlas_frame: Frame, zoom: float) -> None:
    atlas_frame.click("#all")
    choose_words(atlas_frame, "the regime army in Syria")
    at_rest(atlas_frame)
    for place in ([33.5, 36.3], [35.7, 51.4], [33.3, 44.4]):
        atlas_frame.evaluate(
            "([zoom, at]) => void map_atlas.setView(at, zoom, { animate: false })", [zoom, place]
        )
        differing = atlas_frame.evaluate(CUT_OFF)
        assert len(differing) > 12
        assert max(differing) <= 6  # px of soft edges


def test_land_is_drawn_while_the_map_is_dragged(page: Page, atlas_frame: Frame) -> None:
    drawn = """() => {
        const layer = Object.values(map_atlas._layers).find((one) => one.reach);
        const corner = map_atlas.containerPointToLayerPoint([0, 0]);
        return layer._bounds.contains(L.bounds(corner, corner.add(map_atlas.getSize())));
    }"""
    atlas_frame.evaluate("void map_atlas.setView([34, 44], 7, { animate: false })")
    x, y = point_of(atlas_frame, 44, 34)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 330, y - 200, steps=8)
    assert atlas_frame.evaluate(drawn)
    page.mouse.up()
