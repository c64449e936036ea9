"""Many viewers and a few exports at once on the running app, and what a session weighs."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from threading import Barrier

from benchmarks.machine import load, system
from benchmarks.progress import Progress
from benchmarks.server import started
from benchmarks.timing import Times
from benchmarks.viewer import viewing
from geo.atlas.atlas import HOME
from geo.formats import ExportOptions
from geo.jobs.export_job import ExportJob

_TOUCHES = 5  # of a panel, by each viewer
_COMING = 10  # seconds in which viewers come one by one
_SESSION = 3.0  # MB that a session may weigh
_FLAT = 10.0  # MB that many reruns may add


@dataclass(frozen=True)
class _Waits:
    """How long viewers waited, in ms: for the page, and at touches of a panel."""

    opened: Times = field(default_factory=Times)
    touched: Times = field(default_factory=Times)


def run(viewers: int, exporters: int, reruns: int) -> str:
    """Measure everything, and return it as Markdown."""
    before = load()
    progress = Progress(6)
    with started(HOME / "app.py", {}) as (url, process):
        progress.step("sessions held open")  # first: later ones would live in what others left
        _session(url, process, 3)  # imports, caches, threads
        session = _session(url, process, viewers)
        waits = _waits(url, viewers, exporters, progress)
        progress.step(f"{reruns} reruns")
        growth = _reruns(url, process, reruns)
    progress.close()
    p95s = [one.opened.p95 for one in waits.values()]
    alone, coming, together = p95s[:3]
    goals = [
        f"{viewers} viewers wait for the page × {coming / alone:.1f} as long as one (p95), and × "
        f"{together / alone:.1f} when all come in one moment. Goal: within 2: "
        f"{_verdict(coming <= 2 * alone)}, and in one moment {_verdict(together <= 2 * alone)}.",
        f"A session weighs {session.memory:.2f} MB ({viewers} held open). "
        f"Goal: under {_SESSION:.0f} MB: {_verdict(session.memory < _SESSION)}. To open one takes "
        f"the server {session.cpu:.0f} ms of CPU, and {session.sent / 1000:.1f} kB over the "
        "WebSocket, beside the page itself.",
        f"{reruns} reruns of one add {growth:.1f} MB, after as many to warm up. "
        f"Goal: under {_FLAT:.0f} MB: {_verdict(growth < _FLAT)}.",
    ]
    how = (
        f"{_TOUCHES} touches each without a pause; the viewers are no browsers (`viewer.py`). "
        f"Those who come one by one do so in {_COMING} s, and stay."
    )
    return "\n\n".join(["### Load", _table(waits), how, *goals, system(before)])


def _waits(url: str, viewers: int, exporters: int, progress: Progress) -> dict[str, _Waits]:
    """Let viewers come in several ways, and return how long they waited in each."""
    found: dict[str, _Waits] = {}

    def step(name: str) -> _Waits:
        progress.step(name)
        return found.setdefault(name, _Waits())

    one = step("one viewer, alone")
    for _ in range(viewers):
        _crowd(url, 1, one)
    _crowd(url, viewers, step(f"{viewers} viewers, one by one"), over=_COMING)
    _crowd(url, viewers, step(f"{viewers} viewers in one moment"))
    beside = step(f"the same, beside {exporters} exports")
    jobs = [ExportJob(HOME, ["zip"], ExportOptions()) for _ in range(exporters)]
    _crowd(url, viewers, beside)
    for job in jobs:
        job.cancel()
    return found


def _table(waits: dict[str, _Waits]) -> str:
    head = "| | the page is there, ms | p95 | a panel is touched, ms | p95 |"
    rows = (
        f"| {name} | {one.opened.median:.0f} | {one.opened.p95:.0f} "
        f"| {one.touched.median:.0f} | {one.touched.p95:.0f} |"
        for name, one in waits.items()
    )
    return "\n".join([head, "|---|---:|---:|---:|---:|", *rows])


def _verdict(met: bool) -> str:
    return "met" if met else "**missed**"


def _crowd(url: str, viewers: int, waits: _Waits, over: float = 0) -> None:
    """Let viewers open the page within so many seconds, and touch a panel; note their waits."""
    gate = Barrier(viewers)

    def view(number: int) -> None:
        with viewing(url) as viewer:
            gate.wait()
            time.sleep(over * number / viewers)
            waits.opened.add(viewer.open())
            for _ in range(_TOUCHES):
                waits.touched.add(viewer.touch())

    with ThreadPoolExecutor(viewers) as pool:
        list(pool.map(view, range(viewers)))  # raises what a viewer met


@dataclass(frozen=True)
class _Session:
    """What one session costs: MB while it is open; ms of CPU and bytes sent to open it."""

    memory: float
    cpu: float
    sent: float


def _session(url: str, process: int, sessions: int) -> _Session:
    """Return what each of some sessions costs while all are open."""
    memory, cpu = _resident(process), _busy(process)
    with ExitStack() as windows:
        viewers = [windows.enter_context(viewing(url)) for _ in range(sessions)]
        for viewer in viewers:
            viewer.open()
        memory, cpu = _resident(process) - memory, _busy(process) - cpu
        sent = sum(viewer.bytes for viewer in viewers)
    return _Session(memory / sessions, cpu / sessions, sent / sessions)


def _busy(process: int) -> float:
    """Return the ms of CPU that a process of Linux has taken: utime and stime of proc(5)."""
    after_name = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, after_name[11:13])) * 1000 / os.sysconf("SC_CLK_TCK")


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
