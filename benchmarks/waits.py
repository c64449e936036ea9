"""Measures of waiting for a map. Each takes subjects in turns, and returns the times of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.progress import Progress
from benchmarks.server import serving
from benchmarks.subjects import Drawn, Subject
from benchmarks.timing import Times, turns
from benchmarks.window import NotDrawnError, since_epoch, window


def drawing(
    browser: Browser, subjects: Sequence[Drawn], progress: Progress
) -> tuple[list[Drawn], dict[str, str]]:
    """Return the subjects that draw in this browser, and why the others don't, by name."""
    able, unable = [], {}
    for subject in subjects:
        progress.step(f"see that it draws: {subject.name}")
        with window(browser, subject.ready) as opened:
            try:
                opened.load(subject.url)
                able.append(subject)
            except NotDrawnError as error:
                unable[subject.name] = str(error)
    return able, unable


def loads(
    browser: Browser, subjects: Sequence[Subject], repeats: int, progress: Progress
) -> dict[Subject, Times]:
    """Time a page of a running server, or a file: from the navigation's start to the painted map.

    Each time in a new profile, so with an empty browser cache. The first repeat warms
    the server's own caches, and is not kept.
    """
    results = {subject: Times() for subject in subjects}
    for repeat, subject in turns(subjects, repeats + 1):
        progress.step(f"load: {subject.name}")
        with window(browser, subject.ready) as opened:
            took = opened.load(subject.url)
        if repeat:
            results[subject].add(took)
    return results


def starts(
    browser: Browser,
    scripts: Mapping[Subject, Path],
    environment: Mapping[str, str],
    repeats: int,
    progress: Progress,
) -> dict[Subject, Times]:
    """Time `streamlit run` from the process' start to the painted map in a waiting window.

    The window goes to the address as soon as the server answers. Files come from the
    system's cache and modules from their bytecode: the first repeat is not kept.
    """
    results: dict[Subject, Times] = {subject: Times() for subject in scripts}
    for repeat, subject in turns(tuple(scripts), repeats + 1):
        progress.step(f"start: {subject.name}")
        with window(browser, subject.ready) as opened:
            start = since_epoch()
            with serving(scripts[subject], environment) as url:
                took = opened.painted_at(url) - start
        if repeat:
            results[subject].add(took)
    return results
