"""Many viewers and a few exports at once on the running app, and what a session weighs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier

from benchmarks.machine import load, system
from benchmarks.progress import Progress
from benchmarks.server import started
from benchmarks.timing import Times
from benchmarks.viewer import viewing
from geo.atlas import HOME
from geo.export import Order
from geo.export.job import Job

_TOUCHES = 5  # of a panel, by each viewer
_SESSION = 3.0  # MB that a session may weigh
_FLAT = 10.0  # MB that many reruns may add


def run(viewers: int, exporters: int, reruns: int) -> str:
    """Measure everything, and return it as Markdown."""
    before = load()
    progress = Progress(4)
    with started(HOME / "app.py", {}) as (url, process):
        progress.step("sessions held open")  # first: later ones would live in what others left
        _session(url, process, 3)  # imports, caches, threads
        session = _session(url, process, viewers)
        progress.step(f"{viewers} viewers")
        alone = _crowd(url, viewers)
        progress.step(f"{viewers} viewers and {exporters} exporters")
        jobs = [Job(HOME, ["zip"], Order()) for _ in range(exporters)]
        beside = _crowd(url, viewers)
        for job in jobs:
            job.cancel()
        progress.step(f"{reruns} reruns")
        growth = _reruns(url, process, reruns)
    progress.close()
    head = "| | median, ms | p95, ms |\n|---|---:|---:|"
    rows = [
        f"| {what}, {how} | {times.median:.0f} | {times.p95:.0f} |"
        for what, both in (("the page is there", 0), ("a panel is touched", 1))
        for how, times in (("alone", alone[both]), (f"beside {exporters} exports", beside[both]))
    ]
    weights = (
        f"A session weighs {session:.1f} MB ({viewers} held open). "
        f"Goal: under {_SESSION:.0f} MB: {_verdict(session < _SESSION)}. "
        f"{reruns} reruns of one add {growth:.1f} MB, after as many to warm up. "
        f"Goal: under {_FLAT:.0f} MB: {_verdict(growth < _FLAT)}."
    )
    how = (
        f"{viewers} viewers at once, {_TOUCHES} touches each without a pause; "
        "they are no browsers (`viewer.py`)."
    )
    return "\n".join(["### Load\n", head, *rows, f"\n{how}\n", weights, f"\n{system(before)}"])


def _verdict(met: bool) -> str:
    return "met" if met else "**missed**"


def _crowd(url: str, viewers: int) -> tuple[Times, Times]:
    """Return how long the page, and a touch of a panel, took them that came all at once."""
    opened, touched, gate = Times(), Times(), Barrier(viewers)

    def view(_: int) -> None:
        with viewing(url) as viewer:
            gate.wait()
            opened.add(viewer.open())
            for _ in range(_TOUCHES):
                touched.add(viewer.touch())

    with ThreadPoolExecutor(viewers) as pool:
        list(pool.map(view, range(viewers)))  # raises what a viewer met
    return opened, touched


def _session(url: str, process: int, sessions: int) -> float:
    """Return the megabytes that each of some sessions adds while all are open."""
    before = _resident(process)
    with ExitStack() as windows:
        for _ in range(sessions):
            windows.enter_context(viewing(url)).open()
        return (_resident(process) - before) / sessions


def _reruns(url: str, process: int, reruns: int) -> float:
    """Return the megabytes that reruns add once as many have been run."""
    with viewing(url) as viewer:
        weights = []
        for _ in range(2):
            for _ in range(reruns):
                viewer.touch()
            weights.append(_resident(process))
    return weights[1] - weights[0]


def _resident(process: int) -> float:
    """Return the megabytes of memory that a process of Linux holds now."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024
