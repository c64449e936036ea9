"""What a person does with the page, in words: pointing, looking, reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import shapely
from playwright.sync_api import FloatRect, Frame, Page


def points_of(frame: Frame, places: Iterable[Sequence[float]]) -> list[tuple[float, float]]:
    """Return where places (lon, lat) are on the screen, in pixels of the window."""
    found: list[list[float]] = frame.evaluate(
        """(places) => places.map(([lon, lat]) => {
            const { x, y } = map_atlas.latLngToContainerPoint([lat, lon]);
            return [x, y];
        })""",
        [[*place] for place in places],
    )
    box = frame.locator(".folium-map").bounding_box()
    assert box is not None
    return [(box["x"] + x, box["y"] + y) for x, y in found]


def point_of(frame: Frame, lon: float, lat: float) -> tuple[float, float]:
    """Return where a place is on the screen, in pixels of the window."""
    (point,) = points_of(frame, [(lon, lat)])
    return point


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


LANGUAGES = ["en", "ar", "fa"]
SIZES = [(1440, 900), (1920, 1080), (1024, 768), (390, 844), (844, 390)]
PMF = "#members [data-mark=pmf-iraq]"  # its row in the list at Iraq's name
NOWHERE = (53.4, 34.2)  # lon, lat where nothing is on the map of the atlas that is shipped


def picture(frame: Frame) -> bytes:
    """Return the map as it is painted, its lists with it, as one PNG (no key, no controls)."""
    controls = frame.locator("#tools, #layers, .leaflet-control")
    hide = "(found, value) => found.forEach((one) => void (one.style.visibility = value))"
    controls.evaluate_all(hide, "hidden")
    painted = frame.locator(".folium-map").screenshot()
    controls.evaluate_all(hide, "")
    return painted


def open_article(frame: Frame) -> None:
    """Bring up the article, which is shut below the findings until a mark is chosen."""
    if frame.locator("#article").is_hidden():
        frame.click("#open-article")


def choose_words(frame: Frame, words: str) -> None:
    """Click marked words of the article."""
    open_article(frame)
    frame.click(f".piece:has-text('{words}')")


def unfold(frame: Frame, layer: str) -> None:
    """Unfold the rows of the map's key among which a layer's row is."""
    fold = frame.locator(f".group:has(#layer-{layer}) .unfold")
    if fold.get_attribute("aria-expanded") == "false":
        fold.click()


def switch(frame: Frame, layer: str) -> None:
    """Press the switch of a layer in the map's key."""
    unfold(frame, layer)
    frame.click(f"label[for=layer-{layer}]")


def at_rest(frame: Frame) -> None:
    """Wait until the page is there, and nothing on it moves, fades, pulses or scrolls."""
    frame.evaluate(
        f"""async () => {{
            {REST}
            await rest(() => {{
                if (!document.body.classList.contains("ready")) return false;
                const article = document.getElementById("article");
                const {{ lat, lng }} = map_atlas.getCenter();
                const moving = document.getAnimations().some((one) => one.playState === "running");
                return !moving && [lat, lng, map_atlas.getZoom(), article.scrollTop].join();
            }});
        }}"""
    )


def open_page(page: Page, address: str, link: str = "") -> Frame:
    """Open a page anew, at the view of a link, and return it once nothing on it moves."""
    page.goto("about:blank")  # of an address that differs by its fragment nothing is loaded
    page.goto(f"{address}#{link}" if link else address)
    at_rest(page.main_frame)
    return page.main_frame


def follow(frame: Frame, link: str) -> None:
    """Give the page that is open the view of a link, as the browser's Back does."""
    frame.evaluate(
        """async (link) => {
            if (location.hash.slice(1) === link) return;
            const followed = new Promise((go) => addEventListener("popstate", go, { once: true }));
            location.hash = link;
            await followed;
        }""",
        link,
    )
    at_rest(frame)


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


def edges(box: FloatRect) -> tuple[float, float, float, float]:
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def boxes(frame: Frame, selector: str) -> list[shapely.Polygon]:
    """Return where the elements are that can be seen, in pixels of the window."""
    seen = (one.bounding_box() for one in frame.locator(f":is({selector}):visible").all())
    return [shapely.box(*edges(box)) for box in seen if box]


def path_of(frame: Frame, shape: shapely.Geometry) -> shapely.MultiLineString:
    """Return where a line is on the screen, in pixels of the window."""
    parts = (shapely.get_coordinates(part).tolist() for part in shapely.get_parts(shape))
    return shapely.MultiLineString([points_of(frame, run) for run in parts])
