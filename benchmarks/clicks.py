"""Measures of clicks. Each takes subjects in turns, and returns the times of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from playwright.sync_api import Browser

from benchmarks.layers import Layer
from benchmarks.progress import Progress
from benchmarks.subjects import Drawn, Linked, Place, Subject, Words
from benchmarks.timing import Times, turns
from benchmarks.window import Act, Window, timed, window

_FLIGHT = 900  # ms until what a link sets in motion is at rest
_SWITCHES = ".leaflet-control-container, #switches"


def toggles(
    browser: Browser,
    subjects: Sequence[Drawn],
    layers: Sequence[Layer],
    repeats: int,
    progress: Progress,
) -> dict[Subject, Times]:
    """Time a layer switched off, and on again: from the click to the paint.

    Each repeat takes the next layer. All have been switched once before, when the
    map's picture was seen to change: code and canvases are warm for everybody.
    """
    results: dict[Subject, Times] = {subject: Times() for subject in subjects}
    with _loaded(browser, subjects) as windows:
        for subject in subjects:
            progress.step(f"see that layers switch: {subject.name}")
            for layer in layers:
                prove(subject, layer, windows[subject])
        for repeat, subject in turns(subjects, repeats):
            progress.step(f"switch a layer: {subject.name}")
            for on in (False, True):
                took = _toggle(subject, layers[repeat % len(layers)], on, windows[subject])
                results[subject].add(*took)
    return results


def links(
    browser: Browser,
    subjects: Sequence[Linked],
    ends: tuple[Sequence[Place], Sequence[Words]],
    repeats: int,
    progress: Progress,
) -> tuple[dict[Subject, Times], dict[Subject, Times]]:
    """Time a click on a mark until its words are shown as selected, and one on words.

    What then glides there (our scroll and flight, Leaflet's pan) is over before the
    next click, and is not in the time. The first repeat is for warmth, and not kept.
    """
    places, texts = ends
    to_text: dict[Subject, Times] = {subject: Times() for subject in subjects}
    to_map: dict[Subject, Times] = {subject: Times() for subject in subjects}
    with _loaded(browser, subjects) as windows:
        for repeat, subject in turns(subjects, repeats + 1):
            progress.step(f"follow a link: {subject.name}")
            opened = windows[subject]
            subject.go_home(opened.page)
            there = _follow(subject, places[repeat % len(places)], opened)
            back = _follow(subject, texts[repeat % len(texts)], opened)
            if repeat:
                to_text[subject].add(*there)
                to_map[subject].add(*back)
    return to_text, to_map


@contextmanager
def _loaded(browser: Browser, subjects: Sequence[Drawn]) -> Iterator[dict[Drawn, Window]]:
    """Open a window for each subject; they stay open, and only the one in front is used."""
    with ExitStack() as stack:
        windows = {}
        for subject in subjects:
            windows[subject] = stack.enter_context(window(browser, subject.ready, subject.calm))
            windows[subject].load(subject.url)
        yield windows


def _toggle(subject: Drawn, layer: Layer, on: bool, opened: Window) -> tuple[float, int]:
    return timed(opened, lambda: subject.toggle(opened.page, layer, on))


def _follow(subject: Linked, end: Place | Words, opened: Window) -> tuple[float, int]:
    def aim() -> Act:
        if isinstance(end, Place):
            return subject.to_text(opened.page, end)
        return subject.to_map(opened.page, end)

    took = timed(opened, aim)
    opened.page.wait_for_timeout(_FLIGHT)
    return took


def prove(subject: Drawn, layer: Layer, opened: Window) -> None:
    """See that the switch changes the map's picture, so that what is timed is what is seen."""
    pictures = []
    for on in (False, True):
        _toggle(subject, layer, on, opened)
        switches = [opened.page.locator(_SWITCHES)]
        pictures.append(subject.map_of(opened.page).screenshot(mask=switches))
    if pictures[0] == pictures[1]:
        raise RuntimeError(f"{subject.name}: the picture with and without {layer.id} is the same")
