"""Made-up atlases of growing size: built, then opened and used beside peers, in turns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.machine import facts, load
from benchmarks.progress import Progress
from benchmarks.scale import building, goals
from benchmarks.scale.aim import aim
from benchmarks.scale.cast import APP, FILE, PEERS, Cast, cast_of
from benchmarks.scale.findings import Findings
from benchmarks.scale.leash import Leash, leash
from benchmarks.scale.measures import PACKED, PLAIN
from benchmarks.scale.plot import plot
from benchmarks.scale.tables import refusals, tables
from benchmarks.scale.visit import LIMIT, VISIT, LeftOut, Visit
from benchmarks.subjects import Drawn
from benchmarks.synthetic import write_synthetic
from benchmarks.timing import turns
from benchmarks.window import window

SIZES = (50, 1_000, 10_000, 100_000)


def run(sizes: Sequence[int], repeats: int, peers: Collection[str]) -> tuple[str, bytes]:
    """Measure everything; return it as Markdown, and the plot as an SVG."""
    before, sizes = load(), sorted(sizes)
    chosen = {peer.name: peer.home for name, peer in PEERS.items() if name in peers}
    findings = Findings(sizes, {APP: "app", FILE: "file", **chosen})
    each = len(findings.homes) * (repeats + 1) + 2
    progress = Progress(len(sizes) * (1 + repeats + each))
    with TemporaryDirectory() as folder, leash() as held:
        folders = {size: Path(folder) / str(size) for size in sizes}
        for size, place in folders.items():
            progress.step(f"write {size:,} features")
            write_synthetic(place, size)
        built = building.build(folders, repeats, progress)
        for size, place in folders.items():
            _Size(size, size == sizes[0], repeats, held, progress, findings).run(place, peers)
        progress.close()
        machine = facts(held.browser, before)
    parts = [goals.table(goals.verdicts(findings, built)), *tables(findings), refusals(findings)]
    picture = "![Cost against features, both logarithmic](scale.svg)"
    said = [picture, building.table(built), *filter(None, parts), _how(repeats), machine]
    return "\n\n".join(said), plot(findings)


def _how(repeats: int) -> str:
    asked = {peer.name: peer.most for peer in PEERS.values() if peer.most < max(SIZES)}
    capped = "; ".join(f"{name} up to {most:,}" for name, most in asked.items())
    return (
        f"{repeats} visits each, in turns; in brackets, how many times the cost of ours in the "
        f"same home, app or file. Who needs more than {LIMIT} s for one act, or fails, takes no "
        f"further part; a visit is broken off after {VISIT} s, and then the last at its size. "
        f"Asked to try: {capped}; all others every size."
    )


@dataclass(frozen=True)
class _Size:
    """One size; the `first` is where it is seen, too, that switches switch."""

    size: int
    first: bool
    repeats: int
    leash: Leash
    progress: Progress
    findings: Findings

    def run(self, folder: Path, peers: Collection[str]) -> None:
        self._step("write the pages, start the servers")
        able = [name for name in peers if PEERS[name].name not in self.findings.failed]
        with cast_of(folder, self.size, able, self.repeats + 8) as cast:
            for name, (plain, packed) in cast.bytes.items():
                self.findings.add(PLAIN, name, self.size, plain / 1e6)
                self.findings.add(PACKED, name, self.size, packed / 1e6)
            self._prepare(cast)
            self._measure(cast)
            self._step("click on marks")
            self._aim(cast)

    def _prepare(self, cast: Cast) -> None:
        for subject in cast.subjects:
            self._step(f"prepare {subject.name}")
            if subject.home == "app":
                self._visit(subject, Visit.warm)
            if self.first:
                self._visit(subject, Visit.prove)

    def _measure(self, cast: Cast) -> None:
        slow: set[Drawn] = set()
        for turn, subject in turns(cast.subjects, self.repeats):
            self._step(f"visit {subject.name}")
            make = partial(Visit.make, turn=turn, links=cast.links)
            if subject not in slow and self._visit(subject, make) is False:
                slow.add(subject)

    def _visit(self, subject: Drawn, act: Callable[[Visit], bool | None]) -> bool | None:
        """Let a subject act, and return what it says; nothing if it is, or must be, left out."""
        if subject.name in self.findings.failed:
            return None
        try:
            return act(Visit(self.leash, subject, self.size, self.findings))
        except LeftOut as error:
            self.progress.note(f"left out: {subject.name}: {error}")
            return None

    def _aim(self, cast: Cast) -> None:
        ours = next(one for one in cast.subjects if one.name == FILE)
        if ours.name in self.findings.failed:
            return
        with window(self.leash.browser, ours.ready, limit=LIMIT * 1000) as opened:
            opened.load(ours.url)
            self.findings.clicks[self.size] = astuple(aim(opened, cast.atlas))

    def _step(self, name: str) -> None:
        self.progress.step(f"{self.size:,}: {name}")
