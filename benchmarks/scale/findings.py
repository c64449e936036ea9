"""All that was measured, by measure, subject and size; and what could not be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from benchmarks.scale.measures import Measure
from benchmarks.timing import Times

Key = tuple[Measure, str, int]


@dataclass
class Findings:
    """Subjects go by name. Who fails once takes part in no larger size."""

    sizes: list[int]
    homes: dict[str, str] = field(default_factory=dict)  # app or file, in order of the tables
    values: defaultdict[Key, Times] = field(default_factory=lambda: defaultdict(Times))
    failed: dict[str, tuple[int, Measure, str]] = field(default_factory=dict)
    clicks: dict[int, tuple[int, int, int]] = field(default_factory=dict)  # tried, found, topmost

    def add(self, measure: Measure, subject: str, size: int, value: float) -> None:
        self.values[measure, subject, size].add(value)

    def median(self, measure: Measure, subject: str, size: int) -> float | None:
        found = self.values.get((measure, subject, size))
        return found.median if found else None

    def ours(self, home: str) -> str:
        """Return the first of a home: what others there are compared with."""
        return next(name for name, where in self.homes.items() if where == home)
