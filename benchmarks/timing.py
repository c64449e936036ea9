"""Times of one act of one subject, and the order in which subjects take turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median
from typing import TypeVar

_Subject = TypeVar("_Subject")


@dataclass
class Times:
    """What was measured of one subject: times in ms, and messages to and from a server."""

    ms: list[float] = field(default_factory=list)
    messages: list[int] = field(default_factory=list)

    def add(self, ms: float, messages: int | None = None) -> None:
        self.ms.append(ms)
        if messages is not None:
            self.messages.append(messages)

    @property
    def median(self) -> float:
        return median(self.ms)

    @property
    def p95(self) -> float:
        """The nearest rank: a time that was measured, not one between two."""
        return sorted(self.ms)[ceil(0.95 * len(self.ms)) - 1]


def turns(subjects: Sequence[_Subject], repeats: int) -> Iterator[tuple[int, _Subject]]:
    """Let the subjects take turns, so that the machine's noise hits all alike.

    Each repeat starts with another one: nobody always follows the same neighbour's
    clearing up.
    """
    for repeat in range(repeats):
        first = repeat % len(subjects)
        for subject in (*subjects[first:], *subjects[:first]):
            yield repeat, subject
