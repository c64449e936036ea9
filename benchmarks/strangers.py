"""How long a viewer waits for the page while strangers' ZIPs are checked, beside a quiet app."""

from __future__ import annotations

from threading import Event, Thread

from benchmarks.machine import load, system
from benchmarks.progress import Progress
from benchmarks.server import started
from benchmarks.timing import Times
from benchmarks.viewer import viewing
from geo.atlas.atlas import HOME
from geo.formats.zipped import zipped
from geo.jobs.upload_jobs import CheckJob
from geo.starter import STARTER

_GOAL = 1.5  # so many times as long a viewer may wait
_FEATURES = 300_000  # in a ZIP, each at fault: some seconds of work, then the next
_ROUNDS = 2  # of each, in turn: what else the machine does falls on both


def run(strangers: int, repeats: int) -> str:
    """Measure, and return it as Markdown."""
    before = load()
    progress = Progress(2 * _ROUNDS)
    alone, beside = Times(), Times()
    with started(HOME / "app.py", {}) as (url, _):
        _open(url, 3, Times())  # imports, caches, threads
        for _ in range(_ROUNDS):
            progress.step("one viewer after another, alone")
            _open(url, repeats, alone)
            progress.step(f"the same, beside {strangers} strangers")
            with _Strangers(strangers):
                _open(url, repeats, beside)
    progress.close()
    ratio = beside.median / alone.median
    met = "met" if ratio <= _GOAL else "**missed**"
    rows = [
        "| | the page is there, ms | p95 |",
        "|---|---:|---:|",
        f"| alone | {alone.median:.0f} | {alone.p95:.0f} |",
        f"| beside {strangers} ZIPs | {beside.median:.0f} | {beside.p95:.0f} |",
    ]
    goal = f"A viewer waits × {ratio:.1f} as long (median). Goal: within {_GOAL}: {met}."
    return "\n\n".join(["### Strangers", "\n".join(rows), goal, system(before)])


def _open(url: str, repeats: int, waits: Times) -> None:
    for _ in range(repeats):
        with viewing(url) as viewer:
            waits.add(viewer.open())


class _Strangers:
    """So many windows, each of which has a costly ZIP checked, and then the next."""

    def __init__(self, number: int) -> None:
        self._over = Event()
        self._thread = Thread(target=self._send, args=(number, _costly()))

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _send(self, number: int, packed: bytes) -> None:
        jobs = [CheckJob(packed) for _ in range(number)]
        while not self._over.wait(0.1):
            for i, job in enumerate(jobs):
                if job.done:
                    job.cancel()
                    jobs[i] = CheckJob(packed)
        for job in jobs:
            job.cancel()


def _costly() -> bytes:
    """Return the starter with many features, each of which is at fault."""
    files = {p.relative_to(STARTER).as_posix(): p.read_bytes() for p in STARTER.rglob("*.*")}
    many = ",".join(["{}"] * _FEATURES)
    collection = f'{{"type":"FeatureCollection","features":[{many}]}}'
    return zipped(files | {"data/forces.geojson": collection.encode()}, None)
