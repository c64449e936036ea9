"""A process waits for the next task, where one is to be kept."""

from __future__ import annotations

import io

import pytest

from geo.jobs import spare
from geo.jobs.child import Task
from geo.jobs.spare import Spares

TASK = Task("module", [], "1,2,3", "/folder")


class FakeProcess:
    """A process, noted when it is started; to one that has ended nothing can be written."""

    started: list[FakeProcess]

    def __init__(self) -> None:
        self.stdin = io.BytesIO()
        self.killed = False
        self.started.append(self)

    def kill(self) -> None:
        self.killed = True

    def wait(self) -> None: ...


class EndedPipe(io.BytesIO):
    def flush(self) -> None:
        raise BrokenPipeError


@pytest.fixture(autouse=True)
def processes(monkeypatch: pytest.MonkeyPatch) -> list[FakeProcess]:
    FakeProcess.started = []
    monkeypatch.setattr(spare, "_started", FakeProcess)
    return FakeProcess.started


def test_none_waits_until_that_is_asked_for(processes: list[FakeProcess]) -> None:
    assert Spares().given(TASK) is None
    assert processes == []


def test_the_one_that_waits_has_the_task_and_the_next_is_started(
    processes: list[FakeProcess],
) -> None:
    spares = Spares()
    spares.keep()
    spares.keep()
    (waiting,) = processes
    given = spares.given(TASK)
    assert id(given) == id(waiting)
    assert waiting.stdin.getvalue() == f"{TASK.written()}\n".encode()
    assert len(processes) == 2


def test_one_that_has_ended_is_given_nothing(processes: list[FakeProcess]) -> None:
    spares = Spares()
    spares.keep()
    processes[0].stdin = EndedPipe()
    assert spares.given(TASK) is None
    assert processes[0].killed
    assert len(processes) == 2
