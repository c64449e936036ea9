"""What a person does with the page, in words: pointing, looking, reading."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Frame, Page


def point_of(frame: Frame, lon: float, lat: float) -> tuple[float, float]:
    """Return where a place is on the screen, in pixels of the window."""
    at: Any = frame.evaluate(
        """(place) => {
            const { x, y } = map_atlas.latLngToContainerPoint(place);
            return [x, y];
        }""",
        [lat, lon],
    )
    box = frame.locator(".folium-map").bounding_box()
    assert box is not None
    return box["x"] + at[0], box["y"] + at[1]


def click_place(page: Page, frame: Frame, lon: float, lat: float) -> None:
    page.mouse.click(*point_of(frame, lon, lat))


def picture(frame: Frame) -> bytes:
    """Return the map's canvases as they are painted, as one PNG (no controls, no tooltip)."""
    return frame.locator(".folium-map").screenshot()


def at_rest(frame: Frame) -> None:
    """Wait until the map no longer moves, fades or pulses, nor the article scrolls."""
    frame.wait_for_function(
        """() => {
            const article = document.getElementById("article");
            const { lat, lng } = map_atlas.getCenter();
            const now = [lat, lng, map_atlas.getZoom(), article.scrollTop].join();
            const still = window.seenBefore === now;
            window.seenBefore = now;
            return still && document.getAnimations().every((one) => one.playState !== "running");
        }""",
        polling=120,
    )


def box_at_rest(page: Page, selector: str) -> tuple[float, float]:
    """Return where an element's corner is, in pixels of the window, once it no longer moves."""
    found = page.wait_for_function(
        """(selector) => {
            const { x, y } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
            const still = window.boxBefore === `${x},${y}`;
            window.boxBefore = `${x},${y}`;
            return still && y > 0 && y < window.innerHeight - 60 && [x, y];
        }""",
        arg=selector,
        polling=150,
    ).json_value()
    return found[0], found[1]


def in_view(frame: Frame, selector: str) -> bool:
    """Say whether an element can be seen inside the article's own scrolling box."""
    seen: bool = frame.locator(selector).first.evaluate(
        """(element) => {
            const box = element.getBoundingClientRect();
            const pane = document.getElementById("article").getBoundingClientRect();
            return box.top >= pane.top && box.bottom <= pane.bottom;
        }"""
    )
    return seen
