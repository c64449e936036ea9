from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.export import Order
from geo.panels import briefing


class FakeJob:
    """A job that has ended: the first with a fault, the next with a file."""

    faults: Iterator[str]
    cancelled = 0
    done = True

    def __init__(self, *_: object, **__: object) -> None:
        self.fault = next(self.faults)

    def files(self) -> dict[str, bytes]:
        return {"atlas.png": b"PNG"}

    def cancel(self) -> None:
        type(self).cancelled += 1


def test_a_fault_is_not_kept_for_the_next_try(monkeypatch: pytest.MonkeyPatch) -> None:
    FakeJob.faults = iter(["the disk is full", ""])
    monkeypatch.setattr(briefing, "Job", FakeJob)
    asked = ("digest", Path("atlas"), Order(), "this very order")
    with pytest.raises(briefing.SheetError, match="the disk is full"):
        briefing.thumbnail(*asked)
    assert briefing.thumbnail(*asked) == b"PNG"
    assert briefing.thumbnail(*asked) == b"PNG"  # this one is kept: there is no third job
    assert FakeJob.cancelled == 2  # each has put its folder away
