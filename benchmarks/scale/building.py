"""What atlases of growing size cost before a browser sees them: reading, checks, the page."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.machine import PEAK
from benchmarks.progress import Progress
from geo.atlas.atlas import HOME

# In a process of its own, which prints seconds, seconds, seconds, bytes, bytes, megabytes.
_CODE = """
import gzip, sys, time
from pathlib import Path
from geo.atlas.reading import load_atlas
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


@dataclass(frozen=True)
class Built:
    """Medians: seconds, bytes, and megabytes of the process."""

    read: float
    checked: float
    built: float
    plain: float
    packed: float
    memory: float


def build(folders: Mapping[int, Path], repeats: int, progress: Progress) -> dict[int, Built]:
    """Measure every size in turns."""
    rows: dict[int, list[list[float]]] = {size: [] for size in folders}
    for _ in range(repeats):
        for size, folder in folders.items():
            progress.step(f"read, check and draw {size:,} features")
            rows[size].append(_measured(folder))
    return {size: Built(*map(median, zip(*row, strict=True))) for size, row in rows.items()}


def _measured(atlas: Path) -> list[float]:
    done = subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, "-c", _CODE + PEAK, str(atlas)],
        cwd=HOME,
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(number) for number in done.stdout.split()]


def table(found: Mapping[int, Built]) -> str:
    head = (
        "| features | read, s | checks, s | page built, s | page, MB | gzipped, MB | memory, MB |\n"
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    )
    rows = [_row(size, built) for size, built in found.items()]
    return "\n".join(["### An atlas is built\n", head, *rows])


def _row(size: int, built: Built) -> str:
    cells = (f"{built.read:.2f}", f"{built.checked:.2f}", f"{built.built:.2f}")
    sizes = (f"{built.plain / 1e6:.1f}", f"{built.packed / 1e6:.2f}", f"{built.memory:.0f}")
    return f"| {size:,} | {' | '.join((*cells, *sizes))} |"
