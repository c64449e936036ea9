from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from geo.app import export_panel


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


def draw() -> None:
    """Draw a sheet, in a window; its script is in a thread and a namespace of its own."""
    from pathlib import Path

    import streamlit as st

    from geo.app.export_panel import SheetError, thumbnail
    from geo.formats import ExportOptions

    try:
        st.text(thumbnail("digest", Path("atlas"), ExportOptions()).decode())
    except SheetError as fault:
        st.text(str(fault))


def test_a_sheet_is_kept_and_a_fault_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    FakeJob.faults = iter(["the disk is full", ""])
    monkeypatch.setattr(export_panel, "Job", FakeJob)
    window = AppTest.from_function(draw)
    assert window.run().text[0].value == "the disk is full"
    assert window.run().text[0].value == "PNG"
    assert window.run().text[0].value == "PNG"  # kept: there is no third job
    assert FakeJob.cancelled == 2  # each has put its folder away
