from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.app import previews
from geo.app.previews import PreviewError, Previews
from geo.export_options import ExportOptions


class FakeJob:
    """A job that has ended: the first with a fault, the next with pages."""

    faults: Iterator[str]
    cancelled = 0
    done = True

    def __init__(self, *_: object, **__: object) -> None:
        self.fault = next(self.faults)

    def pages(self) -> tuple[bytes, ...]:
        return (b"PNG",)

    def counts(self) -> dict[str, dict[str, int]]:
        return {"pdf": {"briefing": 6}}

    def cancel(self) -> None:
        type(self).cancelled += 1


@pytest.fixture(autouse=True)
def jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    FakeJob.cancelled = 0
    monkeypatch.setattr(previews, "PagesJob", FakeJob)
    monkeypatch.setattr(previews, "CountJob", FakeJob)


def test_pages_and_counts_are_kept_and_a_fault_is_not() -> None:
    FakeJob.faults = iter(["the disk is full", "", ""])
    kept, options = Previews(Path("atlas")), ExportOptions()
    with pytest.raises(PreviewError, match="the disk is full"):
        kept.pages("pdf", options, "en", first=True)
    assert kept.pages("pdf", options, "en", first=True, draws=False) == ()
    assert kept.pages("pdf", options, "en", first=True) == (b"PNG",)
    assert kept.counts(options) == {}
    kept.count(options, "en")
    assert kept.pages("pdf", options, "fa", first=True) == (b"PNG",)  # no other job draws it
    assert kept.counts(options.model_copy(update={"style": "dossier"})) == {"pdf": {"briefing": 6}}
    assert FakeJob.cancelled == 3  # each has put its folder away


def test_what_was_looked_at_longest_ago_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    FakeJob.faults = iter([""] * 4)
    monkeypatch.setattr(previews, "KEPT", 2 * len(b"PNG"))
    kept, (first, second, third) = Previews(Path("atlas")), map(titled, "abc")
    for options in (first, second, first, third):
        kept.pages("pdf", options, "en", first=True)
    known = [
        kept.pages("pdf", one, "en", first=True, draws=False) for one in (first, second, third)
    ]
    assert known == [(b"PNG",), (), (b"PNG",)]


def titled(title: str) -> ExportOptions:
    return ExportOptions(title=title)
