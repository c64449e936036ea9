"""What files cost: a picture beside folium's own, all formats at once, and what viewers notice."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.cdn import place
from benchmarks.layers import Drawing, drawing_of
from benchmarks.look import bare_map, group_of
from benchmarks.machine import PEAK, facts, load
from benchmarks.progress import Progress
from benchmarks.server import serving
from benchmarks.timing import Times
from benchmarks.window import FLAGS, chromium
from geo.atlas.atlas import HOME, Atlas
from geo.checks import open_atlas
from geo.formats import ExportOptions, render
from geo.jobs.export_job import ExportJob

_AT_ONCE = 3  # exports while viewers open the page
_VIEWERS = 5  # pages opened in each state, per repeat


def run(repeats: int) -> str:
    """Measure everything, and return it as Markdown."""
    before = load()
    atlas = open_atlas()
    progress = Progress(2 * repeats + 2 + 2 * repeats)
    with chromium() as browser:
        tables = [
            _pictures(atlas, repeats, progress),
            _everything(progress),
            _viewers(browser, repeats, progress),
        ]
        progress.close()
        return "\n\n".join([*tables, facts(browser, before)])


def _timed(act: Callable[[], Any]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _pictures(atlas: Atlas, repeats: int, progress: Progress) -> str:
    """Time one picture: our sheet at 300 dpi, and folium's screenshot of the same map.

    Folium's has the basemap and the marks and nothing else; Leaflet comes from this disk,
    and there is none of the seconds that folium would wait by default: all that favours it.
    """
    ours, theirs = Times(), Times()
    options, drawing = ExportOptions(), drawing_of(atlas)
    render(atlas, "png", options)  # imports
    for _ in range(repeats):
        progress.step("picture: ours")
        ours.add(_timed(lambda: render(atlas, "png", options)))
        progress.step("picture: folium's")
        theirs.add(_timed(lambda: _folium_picture(drawing)))
    ratio = theirs.median / ours.median
    verdict = "met" if ratio >= 3 else "**missed**"
    return (
        "### One picture\n\n"
        "| | median, ms | p95, ms | × ours |\n|---|---:|---:|---:|\n"
        f"| the sheet, PNG at 300 dpi | {ours.median:.0f} | {ours.p95:.0f} | 1.0 |\n"
        f"| folium's `_to_png` of the same map, no delay | {theirs.median:.0f} | {theirs.p95:.0f} "
        f"| {ratio:.1f} |\n\n{repeats} times each, in turns, all imported. "
        f"Goal: at least 3 times as fast: {verdict}."
    )


def _folium_picture(drawing: Drawing) -> None:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    service = webdriver.ChromeService(shutil.which("chromedriver"))  # else it asks the network
    for flag in ("--headless", *FLAGS):
        options.add_argument(flag)
    chart = bare_map(drawing)
    chart.default_js = [("leaflet", place("leaflet.js").as_uri())]
    chart.default_css = [("leaflet_css", place("leaflet.css").as_uri())]
    for layer in drawing.layers:
        group_of(layer).add_to(chart)
    driver = webdriver.Chrome(options, service)  # folium, too, starts one for each picture
    try:
        chart._to_png(delay=0, driver=driver)
    finally:
        driver.quit()


def _everything(progress: Progress) -> str:
    """Count what all formats, and then another view's, cost a process of their own."""
    rows = []
    other = ["pdf", "pptx", "png", "--layers", "irgc,pmf,corridor", "--paper", "a4"]
    for name, goal, asked in (
        ("`export zip`: all formats", "15 s of CPU, 600 MB", ["zip"]),
        ("another view: `pdf pptx png`", "5 s", other),
    ):
        progress.step(name)
        seconds, cpu, memory = _process(asked)
        rows.append(f"| {name} | {seconds:.1f} | {cpu:.1f} | {memory:.0f} | {goal} |")
    head = "| | s | s of CPU | MB at most | goal |\n|---|---:|---:|---:|---|"
    note = "From the command to the written file, imports and checks counted in."
    return "\n".join(["### All formats\n", head, *rows, f"\n{note}"])


def _process(asked: list[str]) -> tuple[float, float, float]:
    """Run `python -m geo export`; return its seconds, its CPU seconds and its megabytes."""
    code = f"import sys\nfrom geo.cli import main\nmain(sys.argv[1:])\n{PEAK}"
    with TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        done = subprocess.run(  # noqa: S603  our own interpreter and module
            [sys.executable, "-c", code, "export", *asked, "-o", folder],
            cwd=HOME,
            capture_output=True,
            text=True,
            check=True,
        )
        seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return seconds, cpu, float(done.stdout.split()[-1])


def _viewers(browser: Any, repeats: int, progress: Progress) -> str:
    """Time opening the app's page while nothing is exported, and while three exports run."""
    alone, beside = Times(), Times()
    with serving(HOME / "app.py", {}) as url:
        _opened(browser, url)  # fills the server's caches
        for _ in range(repeats):
            progress.step("viewers alone")
            for _ in range(_VIEWERS):
                alone.add(_opened(browser, url))
            progress.step(f"viewers beside {_AT_ONCE} exports")
            _beside(browser, url, beside)
    ratio = beside.median / alone.median
    return (
        "### Viewers and exports\n\n"
        "| | median, ms | p95, ms | × alone |\n|---|---:|---:|---:|\n"
        f"| the page, alone | {alone.median:.0f} | {alone.p95:.0f} | 1.0 |\n"
        f"| beside {_AT_ONCE} exports of all formats | {beside.median:.0f} | {beside.p95:.0f} "
        f"| {ratio:.2f} |\n\n{len(alone.ms)} pages each. "
        f"Goal: within 1.5 times: {'met' if ratio <= 1.5 else '**missed**'}."
    )


def _beside(browser: Any, url: str, times: Times) -> None:
    """Open pages while so many exports run; one that ends is followed by the next."""
    jobs = [ExportJob(HOME, ["zip"], ExportOptions()) for _ in range(_AT_ONCE)]
    for _ in range(_VIEWERS):
        times.add(_opened(browser, url))
        for i, job in enumerate(jobs):
            if job.done:
                job.cancel()
                jobs[i] = ExportJob(HOME, ["zip"], ExportOptions())
    for job in jobs:
        job.cancel()


def _opened(browser: Any, url: str) -> float:
    """Return the ms from the navigation to the page that is ready, in a new profile."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        start = time.perf_counter()
        page.goto(url, wait_until="commit")
        frame = page.wait_for_selector("iframe[sandbox]").content_frame()
        frame.wait_for_selector("body.ready")
        return (time.perf_counter() - start) * 1000
