"""One visit: a page is opened in a new window, and used as a reader would."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from math import inf

from playwright.sync_api import Error

from benchmarks.clicks import prove
from benchmarks.layers import Layer
from benchmarks.scale import measures
from benchmarks.scale.ends import CLOSE, Link
from benchmarks.scale.findings import Findings
from benchmarks.scale.frames import drag, move
from benchmarks.scale.heap import heap
from benchmarks.scale.leash import Leash, OverdueError
from benchmarks.scale.measures import Measure
from benchmarks.subjects import Drawn, Linked
from benchmarks.window import NotDrawnError, Window, timed, window

LIMIT = 60  # s of one act, after which the subject is left out
_WARM = 3  # times as long for a server that opens a large atlas
_CENTRE = (34.0, 47.0)  # lat, lon
_FAR, _NEAR = 5.5, 6.5  # zooms: all marks are in sight, and a half of them
_DRAG = 300  # px
_SWITCHED = 2  # layers of a visit
VISIT = 45  # s, after which one is broken off, and the last of its subject and size
_FLIGHT = 700  # ms until what a link sets in motion is at rest


class LeftOut(Exception):  # noqa: N818  no error of ours: the findings say why
    """The subject could not do what was asked, and takes no further part."""


class BrokenOff(Exception):  # noqa: N818  no error either
    """A visit took its time; what it found is kept."""


class Visit:
    """What one subject does at one size; each value that is found is noted at once."""

    def __init__(self, leash: Leash, subject: Drawn, size: int, findings: Findings) -> None:
        self._leash, self._subject, self._size = leash, subject, size
        self._findings = findings
        self._end = inf

    def warm(self) -> None:
        """Open the page of an app once: its server reads the atlas, and fills its caches."""
        with self._opened(LIMIT * _WARM):
            pass

    def prove(self) -> None:
        """See that a switch changes what is seen."""
        with self._opened() as opened, self._step(measures.TOGGLE):
            prove(self._subject, self._subject.layers[0], opened)

    def make(self, turn: int, links: list[Link]) -> bool:
        """Measure everything, with other layers and links in each turn; say if there was time."""
        layers = self._subject.layers
        self._end = time.monotonic() + VISIT
        with suppress(BrokenOff), self._opened() as opened:
            self._rest(opened)
            picked = (layers[(_SWITCHED * turn + i) % len(layers)] for i in range(_SWITCHED))
            self._switch(opened, picked)
            self._move(opened)
            self._follow(opened, links[turn % len(links)])
            return True
        return False

    def _rest(self, opened: Window) -> None:
        page, frame = opened.page, self._subject.frame(opened.page)
        with self._step(measures.OPEN):
            start = page.evaluate("performance.timeOrigin")
            self._note(measures.OPEN, frame.evaluate("bench.calm()") - start)
        with self._step(measures.HEAP):
            used, whole = heap(page, frame)
        self._note(measures.HEAP, used)
        self._note(measures.MEMORY, whole)

    def _switch(self, opened: Window, layers: Iterator[Layer]) -> None:
        for layer in layers:
            for on in (False, True):
                aim = partial(self._subject.toggle, opened.page, layer, on)
                with self._step(measures.TOGGLE):
                    took, _ = timed(opened, aim)
                self._note(measures.TOGGLE, took)

    def _move(self, opened: Window) -> None:
        for kept, zoom in enumerate((_FAR, _NEAR, _FAR)):
            with self._step(measures.ZOOM):
                ms, longest = move(opened, self._subject, (*_CENTRE, zoom))
            if kept:
                self._note(measures.ZOOM, ms)
                self._note(measures.ZOOM_FRAME, longest)
        for by in (-_DRAG, _DRAG):
            with self._step(measures.PAN):
                ms, longest = drag(opened, self._subject, by)
            self._note(measures.PAN, ms)
            self._note(measures.PAN_FRAME, longest)

    def _follow(self, opened: Window, link: Link) -> None:
        """Click a mark that stands alone, and then words, once what glides there is over.

        It is the first click of its kind in this window: nothing is warm.
        """
        subject, page = self._subject, opened.page
        if not isinstance(subject, Linked):
            return
        with self._step(measures.TO_TEXT):
            move(opened, subject, (link.place.lat, link.place.lon, CLOSE))
            took, _ = timed(opened, lambda: subject.to_text(page, link.place))
        self._note(measures.TO_TEXT, took)
        page.wait_for_timeout(_FLIGHT)
        with self._step(measures.TO_MAP):
            took, _ = timed(opened, lambda: subject.to_map(page, link.words))
        self._note(measures.TO_MAP, took)

    def _note(self, measure: Measure, value: float) -> None:
        self._findings.add(measure, self._subject.name, self._size, value)

    @contextmanager
    def _opened(self, limit: int = LIMIT) -> Iterator[Window]:
        """Open the page in a new window. Its closing fails if the browser was killed."""
        subject = self._subject
        try:
            with window(self._leash.browser, subject.ready, limit=limit * 1000) as opened:
                with self._step(measures.OPEN, limit):
                    opened.load(subject.url)
                yield opened
        except Error as error:
            raise self._failure(measures.OPEN, error) from error

    @contextmanager
    def _step(self, measure: Measure, limit: int = LIMIT) -> Iterator[None]:
        if time.monotonic() > self._end:
            raise BrokenOff
        try:
            with self._leash.held(limit):
                yield
        except (OverdueError, NotDrawnError, RuntimeError, Error) as error:
            raise self._failure(measure, error) from error

    def _failure(self, measure: Measure, error: Exception) -> LeftOut:
        """Note why the subject is left out, unless that is known."""
        why = str(error).splitlines()[0].partition(": () =>")[0]  # without the code of the page
        self._findings.failed.setdefault(self._subject.name, (self._size, measure, why))
        return LeftOut(why)
