"""Queues: jobs begin in the order in which they came, so many of them under way at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count
from math import inf
from threading import RLock
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from geo.jobs.job import Job


class Queue:
    """Jobs that wait, and at most `slots` that are under way.

    A job that was under way for longer than `patience` seconds while others wait gives way to
    them, once: it begins again behind them. Of the slots one is never taken by those that did,
    so that several slow jobs don't hold up a quick one.

    Who looks after a job moves its queue on (`advance`); who lets go of a job leaves the queue.
    """

    def __init__(self, slots: int, patience: float = inf) -> None:
        self.slots, self.patience = slots, patience
        self._numbers = count()
        self._jobs: WeakValueDictionary[int, Job] = WeakValueDictionary()
        self._lock = RLock()

    def join(self, job: Job) -> None:
        """Put a job last, and let it begin if it can."""
        with self._lock:
            self._jobs[next(self._numbers)] = job
        self.advance()

    def place(self, job: Job) -> int:
        """Return the place of a job among those that wait, from 1; 0 when it waits no more."""
        with self._lock:
            waiting = list(self._waiting())
            return waiting.index(job) + 1 if job in waiting else 0

    def advance(self) -> None:
        """Let jobs begin for which there is room by now."""
        with self._lock:
            for number, job in list(self._jobs.items()):
                if job.over():
                    self._jobs.pop(number, None)
            self._make_room()
            while job_next := self._next():
                job_next.begin()

    def _waiting(self) -> Iterator[Job]:
        return (job for job in list(self._jobs.values()) if job.began is None)

    def _under_way(self) -> list[Job]:
        return [job for job in list(self._jobs.values()) if job.began is not None]

    def _next(self) -> Job | None:
        """Return the job whose turn it is; None when none waits, or there is no room for it."""
        under_way = self._under_way()
        if len(under_way) >= self.slots:
            return None
        slow = sum(job.gave_way for job in under_way)
        room_for_slow = self.slots == 1 or slow < self.slots - 1
        return next((job for job in self._waiting() if room_for_slow or not job.gave_way), None)

    def _make_room(self) -> None:
        """Let a job that takes long give way, where a job waits that did not."""
        if all(job.gave_way for job in self._waiting()) or len(self._under_way()) < self.slots:
            return
        now = time.monotonic()
        for number, job in list(self._jobs.items()):
            long = job.began is not None and now - job.began > self.patience
            if long and not job.gave_way:
                del self._jobs[number]
                job.give_way()
                self._jobs[next(self._numbers)] = job
                return


QUICK = Queue(slots=2, patience=10)  # what somebody looks at: a check, a page, a table, a sheet
EXPORTS = Queue(slots=2)  # files to take away: each may take 4 GB
