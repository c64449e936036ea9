"""What atlases of growing size cost before a browser sees them: reading, checks, the page."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.machine import PEAK, load, system
from benchmarks.progress import Progress
from benchmarks.synthetic import write_synthetic
from geo.atlas import HOME

# In a process of its own, which prints seconds, seconds, seconds, bytes, bytes, megabytes.
_CODE = """
import gzip, sys, time
from pathlib import Path
from geo.atlas import load_atlas
from geo.checks import check
from geo.page import build_page
clock = [time.perf_counter()]
def lap(): clock.append(time.perf_counter())
atlas = load_atlas(Path(sys.argv[1])); lap()
assert check(atlas) == (); lap()
page = build_page(atlas).encode(); lap()
laps = [after - before for before, after in zip(clock, clock[1:])]
print(*laps, len(page), len(gzip.compress(page, 6)))
"""


def run(sizes: Sequence[int], repeats: int) -> str:
    """Measure every size in turns, and return a table of medians as Markdown."""
    before = load()
    progress = Progress(len(sizes) * (repeats + 1))
    with TemporaryDirectory() as folder:
        places = {size: Path(folder) / str(size) for size in sizes}
        for size, place in places.items():
            progress.step(f"write {size} features")
            write_synthetic(place, size)
        rows: dict[int, list[list[float]]] = {size: [] for size in sizes}
        for _ in range(repeats):
            for size, place in places.items():
                progress.step(f"read, check and draw {size} features")
                rows[size].append(_measured(place))
    progress.close()
    head = (
        "| features | read, s | checks, s | page built, s | page, MB | gzipped, MB | memory, MB |\n"
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    )
    lines = [_row(size, _medians(found)) for size, found in rows.items()]
    note = (
        f"{repeats} times each, in turns. Goal at 100,000: read and checked in 30 s, built in 10 s."
    )
    return "\n".join(["### Atlases of growing size\n", head, *lines, f"\n{note}\n", system(before)])


def _measured(atlas: Path) -> list[float]:
    done = subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, "-c", _CODE + PEAK, str(atlas)],
        cwd=HOME,
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(number) for number in done.stdout.split()]


def _medians(found: list[list[float]]) -> list[float]:
    return [sorted(column)[len(column) // 2] for column in zip(*found, strict=True)]


def _row(size: int, medians: list[float]) -> str:
    read, checked, built, plain, packed, memory = medians
    cells = (f"{read:.2f}", f"{checked:.2f}", f"{built:.2f}")
    sizes = (f"{plain / 1e6:.1f}", f"{packed / 1e6:.2f}", f"{memory:.0f}")
    return f"| {size:,} | {' | '.join((*cells, *sizes))} |"
