"""A Chromium that is not waited for: it is killed when one act takes too long."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from playwright.sync_api import Browser, Playwright, sync_playwright

from benchmarks.window import launch

_GRACE = 5  # s, in which what waits for the page may give up by itself


class OverdueError(Exception):
    """An act took longer than the limit."""


class Leash:
    """Starts browsers, one at a time; a page that is stuck in its own script answers to nobody."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self._launch()

    def _launch(self) -> None:
        self._browser = launch(self._playwright)
        processes = self._browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
        whole = (one["id"] for one in processes["processInfo"] if one["type"] == "browser")
        self._process = int(next(whole))

    @property
    def browser(self) -> Browser:
        """The one that runs; a new one when it was killed."""
        if not self._browser.is_connected():
            self._launch()
        return self._browser

    @contextmanager
    def held(self, limit: float) -> Iterator[None]:
        """Kill the browser unless the act ends within the limit (s) and some grace."""
        timer = Timer(limit + _GRACE, os.kill, (self._process, signal.SIGKILL))
        timer.start()
        try:
            yield
        except Exception as error:
            if not self._browser.is_connected():
                raise OverdueError(f"stuck for {limit:.0f} s") from error
            raise
        finally:
            timer.cancel()


@contextmanager
def leash() -> Iterator[Leash]:
    with sync_playwright() as playwright:
        holder = Leash(playwright)
        try:
            yield holder
        finally:
            holder.browser.close()
