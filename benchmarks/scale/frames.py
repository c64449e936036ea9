"""Movements of the map, and the frames that they cost."""

from __future__ import annotations

from benchmarks.subjects import Drawn
from benchmarks.window import Window

Camera = tuple[float, float, float]  # lat, lon, zoom
_STEP = 15  # px: of a hand that is in no hurry


def move(opened: Window, subject: Drawn, camera: Camera) -> tuple[float, float]:
    """Show a part of the map at once; return the ms until it was painted, and the longest frame."""
    opened.rest()
    lat, lon, zoom = camera
    act = f"({subject.mover})({lat}, {lon}, {zoom})"
    ms, longest = subject.frame(opened.page).evaluate(f"bench.moved(() => void {act})")
    return float(ms), float(longest)


def drag(opened: Window, subject: Drawn, by: int) -> tuple[float, float]:
    """Drag the map by px to the right; return the ms from the release on, and the longest frame.

    The pointer stands still before it lets go, so that the map does not glide on.
    """
    opened.rest()
    box = subject.map_of(opened.page).bounding_box()
    if box is None:
        raise RuntimeError(f"{subject.name}: no map in sight")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = opened.page.mouse
    mouse.move(x, y)
    opened.page.wait_for_timeout(200)
    frame = subject.frame(opened.page)
    frame.evaluate("bench.expectDrag()")
    mouse.down()
    mouse.move(x + by, y, steps=abs(by) // _STEP)
    opened.page.wait_for_timeout(100)
    mouse.up()
    ms, longest = frame.evaluate("bench.dragged")
    return float(ms), float(longest)
