"""A window of the one Chromium, with the clock in each of its frames."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Frame,
    Page,
    Playwright,
    TimeoutError,
    WebSocket,
    sync_playwright,
)

from benchmarks.cdn import serve_copies

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_PROBE = Path(__file__).parent / "assets" / "probe.js"
_QUIET = 200  # ms of rest after anything, so that one act does not pay for the last
_LIMIT = 30_000  # ms for a map to be drawn, or a click to be answered


class NotDrawnError(Exception):
    """A page shows no map; the message says what it complained of."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Launch the Chromium on the path, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        try:
            yield browser
        finally:
            browser.close()


def launch(playwright: Playwright) -> Browser:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    return playwright.chromium.launch(executable_path=found, args=[*FLAGS])


@dataclass
class Window:
    """A window in a profile of its own (so with an empty cache), with one page."""

    page: Page
    limit: float = _LIMIT
    messages: int = field(default=0, init=False)
    complaints: list[str] = field(default_factory=list, init=False)

    def load(self, url: str) -> float:
        """Go to an address; return the ms from the navigation's start until its map is painted."""
        return self.painted_at(url) - float(self.page.evaluate("performance.timeOrigin"))

    def painted_at(self, url: str) -> float:
        """Go to an address; return when its map is painted, in ms since the epoch."""
        try:
            with self.page.expect_console_message(_is_painted, timeout=self.limit) as line:
                self.page.goto(url, wait_until="commit")
        except TimeoutError:
            said = "; ".join(dict.fromkeys(self.complaints)) or "nothing"
            message = f"no map within {self.limit / 1000:.0f} s; the page complained of {said}"
            raise NotDrawnError(message) from None
        return float(line.value.text.split()[1])

    def rest(self) -> None:
        """Wait until the app's script (if it is an app) has run to its end, and a bit."""
        self.page.bring_to_front()
        if self.page.url.startswith("http"):
            self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        self.page.wait_for_timeout(_QUIET)

    def listen(self) -> None:
        """Count the messages, and note the errors."""
        self.page.on("websocket", self._count)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._note)

    def _count(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda _: self._one_more())
        socket.on("framereceived", lambda _: self._one_more())

    def _one_more(self) -> None:
        self.messages += 1

    def _note(self, line: ConsoleMessage) -> None:
        if line.type == "error":
            self.complaints.append(line.text)


def _is_painted(line: ConsoleMessage) -> bool:
    return line.text.startswith("bench:painted")


@contextmanager
def window(
    browser: Browser, ready: str, calm: bool = False, limit: float = _LIMIT
) -> Iterator[Window]:
    """Open a window of 1440 × 900; `ready` is JavaScript, true in the frame whose map is drawn.

    Nothing is waited for longer than `limit` (ms).
    """
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, reduced_motion="reduce" if calm else None
    )
    context.add_init_script(path=_PROBE)
    context.add_init_script(script=f"bench.tellWhen(() => {ready})")
    context.set_default_timeout(limit)
    opened = Window(context.new_page(), limit)
    opened.listen()
    serve_copies(opened.page)
    opened.page.wait_for_timeout(_QUIET)
    try:
        yield opened
    finally:
        context.close()


@dataclass(frozen=True)
class Act:
    """A click at a point of the window; `done` is JavaScript, true when the frame shows its end."""

    at: tuple[float, float]
    frame: Frame
    done: str


def timed(opened: Window, aim: Callable[[], Act]) -> tuple[float, int]:
    """Do an act; return the ms from the click to the paint, and the messages it took.

    The pointer is there before, so that no effect of hovering is counted.
    """
    opened.rest()
    act = aim()
    opened.page.mouse.move(*act.at)
    opened.page.wait_for_timeout(_QUIET)
    before = opened.messages
    act.frame.evaluate(f"bench.expectClick(() => {act.done}, {opened.limit})")
    opened.page.mouse.click(*act.at)
    took = float(act.frame.evaluate("bench.took"))
    opened.rest()
    return took, opened.messages - before


def since_epoch() -> float:
    """Return the time of the clock of `painted_at`, in ms."""
    return time.time() * 1000
