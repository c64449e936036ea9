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


# Waits until what is looked at is there, and the same for some frames: on a slow machine what
# has been asked to move may not yet have begun. Out of sight a frame has no frames to wait for.
REST = """
    const pause = (ms) => new Promise((go) => setTimeout(go, ms));
    const frame = () => Promise.race([new Promise(requestAnimationFrame), pause(300)]);
    const rest = async (look) => {
        const ends = performance.now() + 150_000;
        let seen = look();
        for (let calm = 0; calm < 4; await pause(40)) {
            await frame();
            const now = look();
            calm = now && now === seen ? calm + 1 : 0;
            seen = now;
            if (performance.now() > ends) throw Error(`no rest: ${now}`);
        }
        return seen;
    };
"""


def click_place(page: Page, frame: Frame, lon: float, lat: float) -> None:
    page.mouse.click(*point_of(frame, lon, lat))


def picture(frame: Frame) -> bytes:
    """Return the map's canvases as they are painted, as one PNG (no controls, no tooltip)."""
    return frame.locator(".folium-map").screenshot()


def at_rest(frame: Frame) -> None:
    """Wait until the map no longer moves, fades or pulses, nor the article scrolls."""
    frame.evaluate(
        f"""async () => {{
            {REST}
            await rest(() => {{
                const article = document.getElementById("article");
                const {{ lat, lng }} = map_atlas.getCenter();
                const moving = document.getAnimations().some((one) => one.playState === "running");
                return !moving && [lat, lng, map_atlas.getZoom(), article.scrollTop].join();
            }});
        }}"""
    )


def box_at_rest(page: Page, selector: str) -> tuple[float, float]:
    """Return where an element's corner is, in pixels of the window, once it no longer moves."""
    found: str = page.evaluate(
        f"""async (selector) => {{
            {REST}
            return rest(() => {{
                const found = document.querySelector(selector);
                const {{ x, y }} = found?.getBoundingClientRect() ?? {{}};
                return y > 0 && y < window.innerHeight - 60 && `${{x}},${{y}}`;
            }});
        }}""",
        selector,
    )
    x, y = map(float, found.split(","))
    return x, y


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
