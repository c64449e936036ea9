from __future__ import annotations

import gc
from typing import Any, cast

import pytest

from geo.jobs.job import Job
from geo.jobs.queue import Queue


class FakeJob:
    """A job that ends when it is told to."""

    def __init__(self, queue: Queue) -> None:
        self.began: float | None = None
        self.gave_way = self.ended = False
        self.queue = queue
        queue.join(cast(Job, self))

    def over(self) -> bool:
        return self.ended

    def begin(self) -> None:
        self.began = 0.0

    def give_way(self) -> None:
        self.began, self.gave_way = None, True

    @property
    def place(self) -> int:
        self.queue.advance()
        return self.queue.place(cast(Job, self))


def places(*jobs: FakeJob) -> list[int]:
    return [job.place for job in jobs]


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The clock of the queue: a list whose last number is the time."""
    clock = [0.0]
    monkeypatch.setattr("geo.jobs.queue.time.monotonic", lambda: clock[-1])
    return clock


def test_jobs_begin_in_the_order_in_which_they_came() -> None:
    queue = Queue(slots=2)
    jobs = [FakeJob(queue) for _ in range(5)]
    assert places(*jobs) == [0, 0, 1, 2, 3]
    jobs[1].ended = True
    assert places(*jobs) == [0, 0, 0, 1, 2]
    jobs[0].ended = jobs[2].ended = jobs[4].ended = True
    assert places(*jobs) == [0, 0, 0, 0, 0]
    assert jobs[3].began is not None
    assert jobs[4].began is None  # it was over before its turn


def test_a_job_that_nobody_holds_leaves_the_queue() -> None:
    queue = Queue(slots=1)
    jobs = [FakeJob(queue) for _ in range(3)]
    last = jobs.pop()
    jobs.clear()
    gc.collect()
    assert last.place == 0
    assert last.began is not None


def test_slow_jobs_give_way_to_a_quick_one(now: list[float]) -> None:
    queue = Queue(slots=2, patience=10)
    slow = [FakeJob(queue) for _ in range(4)]
    quick = FakeJob(queue)
    assert places(*slow, quick) == [0, 0, 1, 2, 3]
    now.append(11)
    assert quick.place == 2  # the first has given way, to the third
    assert [job.gave_way for job in slow] == [True, False, False, False]
    queue.advance()
    assert [job.gave_way for job in slow[:2]] == [True, True]


def test_the_quick_one_is_served_though_the_slow_ones_never_end(now: list[float]) -> None:
    queue = Queue(slots=2, patience=10)
    slow = [FakeJob(queue) for _ in range(4)]
    quick = FakeJob(queue)
    for look in range(8):
        now.append(11.0 * look)
        queue.advance()
        if quick.began is not None:
            break
    assert quick.began is not None
    under_way = [job.gave_way for job in (*slow, quick) if job.began is not None]
    assert under_way.count(True) <= 1  # the other slot is kept for those that did not give way


def test_nobody_gives_way_while_nobody_waits(now: list[float]) -> None:
    queue = Queue(slots=2, patience=10)
    jobs = [FakeJob(queue) for _ in range(2)]
    now.append(99)
    assert places(*jobs) == [0, 0]
    assert not any(job.gave_way for job in jobs)


def test_a_queue_of_one_slot_serves_all(now: list[float]) -> None:
    queue: Any = Queue(slots=1, patience=10)
    slow, quick = FakeJob(queue), FakeJob(queue)
    now.append(11)
    assert places(slow, quick) == [1, 0]
    quick.ended = True
    assert slow.place == 0
