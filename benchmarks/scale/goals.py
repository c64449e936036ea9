"""The goals, each with the number that decides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.scale.aim import CLICKS
from benchmarks.scale.building import Built
from benchmarks.scale.cast import APP, CANVAS, EXPLORE, FILE, GROUPS
from benchmarks.scale.findings import Findings
from benchmarks.scale.measures import (
    HEAP,
    OPEN,
    PACKED,
    TO_MAP,
    TO_TEXT,
    TOGGLE,
    ZOOM,
    Measure,
)

_FRAMES = 35  # ms: two frames at 60 Hz, and a little
_LINK = 50  # ms
_FRAME = 1000 / 60  # ms: nothing is painted sooner
_ACTS = (TOGGLE, ZOOM, TO_TEXT, TO_MAP)


@dataclass(frozen=True)
class Verdict:
    """`met` is None when the run did not measure it; nobody can pass the `limit`."""

    goal: str
    found: str
    met: bool | None
    limit: str = ""


@dataclass(frozen=True)
class _Faster:
    """A peer is to cost so many times as much as ours.

    Of several ways to use it the first decides, unless it was given up, and so costs more;
    the others are named beside it.
    """

    what: str
    measure: Measure
    ours: str
    peers: tuple[str, ...]
    size: int
    least: float

    def judge(self, findings: Findings) -> Verdict:
        found = {one: findings.median(self.measure, one, self.size) for one in self.peers}
        costs = {one: cost for one, cost in found.items() if cost}
        own = findings.median(self.measure, self.ours, self.size)
        goal = f"{self.what} at {self.size:,}: {self.peers[0]} takes ≥ {self.least:g} × as much"
        if not (own and costs):
            return Verdict(goal, "–", None)
        names = {self.peers[0]: ""}
        said = [f"{names.get(one, one)} × {cost / own:.1f}".strip() for one, cost in costs.items()]
        cost = next(iter(costs.values()))
        limit = f"× {cost / _FRAME:.0f}: a frame" if self.measure in _ACTS else ""
        return Verdict(goal, "; ".join(said), cost / own >= self.least, limit)


_EXPLORE = (EXPLORE, CANVAS)
_FASTER = (
    _Faster("Switching in the app", TOGGLE, APP, (GROUPS,), 10_000, 50),
    _Faster("Switching in the file", TOGGLE, FILE, _EXPLORE, 10_000, 4),
    _Faster("Switching in the file", TOGGLE, FILE, _EXPLORE, 100_000, 25),
    _Faster("Opening", OPEN, FILE, _EXPLORE, 10_000, 2),
    _Faster("Opening", OPEN, FILE, _EXPLORE, 100_000, 5),
    _Faster("JS heap", HEAP, FILE, _EXPLORE, 100_000, 10),
    _Faster("Zooming", ZOOM, FILE, _EXPLORE, 100_000, 6),
    _Faster("Gzipped bytes", PACKED, FILE, _EXPLORE, 10_000, 2),
    _Faster("Mark to text", TO_TEXT, APP, (GROUPS,), 10_000, 10),
    _Faster("Words to map", TO_MAP, APP, (GROUPS,), 10_000, 10),
)


def verdicts(findings: Findings, built: Mapping[int, Built]) -> Iterator[Verdict]:
    yield from (one.judge(findings) for one in _FASTER)
    for measure, what in ((TO_TEXT, "Mark to text"), (TO_MAP, "Words to map")):
        yield _most(f"{what} in the app at 10,000", findings.median(measure, APP, 10_000), _LINK)
    for home, name in (("app", APP), ("file", FILE)):
        found = [findings.median(TOGGLE, name, size) for size in findings.sizes]
        yield _most(f"Switching in the {home}, at every size", _worst(found), _FRAMES)
    yield from (_grown(findings, measure) for measure in (OPEN, HEAP))
    yield _aimed(findings)
    whole = built.get(100_000)
    seconds = whole.read + whole.checked if whole else None
    yield _most("Reading and checking 100,000", seconds, 30, "s")
    yield _most("Building the page of 100,000", whole.built if whole else None, 10, "s")


def _worst(found: list[float | None]) -> float | None:
    known = [one for one in found if one is not None]
    return max(known) if len(known) == len(found) else None


def _most(what: str, value: float | None, limit: float, unit: str = "ms") -> Verdict:
    goal = f"{what}: ≤ {limit:g} {unit}"
    found = "–" if value is None else f"{value:.{0 if unit == 'ms' else 1}f} {unit}"
    return Verdict(goal, found, None if value is None else value <= limit)


def _times(goal: str, found: float | None, met: bool, limit: str = "") -> Verdict:
    said = "–" if found is None else f"× {found:.1f}"
    return Verdict(goal, said, None if found is None else met, limit)


def _grown(findings: Findings, measure: Measure) -> Verdict:
    """Judge what a hundred times the features cost."""
    small, large = (findings.median(measure, FILE, size) for size in (1_000, 100_000))
    times = large / small if small and large else None
    goal = f"{measure.title}, from 1,000 to 100,000: at most linear (× 100)"
    return _times(goal, times, times is not None and times <= 100)


def _aimed(findings: Findings) -> Verdict:
    scores = findings.clicks.values()
    least = min((min(found, top) for _, found, top in scores), default=None)
    goal = f"Of {CLICKS} clicks, so many choose the topmost mark under the pointer, at every size"
    return Verdict(goal, "–" if least is None else f"{least}", least == CLICKS if scores else None)


def table(found: Iterator[Verdict]) -> str:
    words = {True: "met", False: "**missed**", None: "not measured"}
    rows = [f"| {one.goal} | {one.found} | {words[one.met]} | {one.limit} |" for one in found]
    head = "| goal | found |  | physical limit |\n| --- | ---: | --- | ---: |"
    return "\n".join(["### Goals\n", head, *rows])
