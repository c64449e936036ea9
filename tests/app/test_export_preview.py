from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from geo.app import export_preview


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


def draw() -> None:
    """Look at a page, in a window; its script is in a thread and a namespace of its own."""
    from pathlib import Path
    from types import SimpleNamespace
    from typing import Any, cast

    import streamlit as st

    from geo.app.export_form import Asked
    from geo.app.export_presets import Presets
    from geo.app.export_preview import PreviewError, preview_of_window
    from geo.formats import ExportOptions

    cover = cast(Any, SimpleNamespace(digest="digest"))
    asked = Asked("pdf", ExportOptions(), Presets())
    preview = preview_of_window()
    try:
        st.text(repr(preview.pages(cover, Path("atlas"), asked, "en", first=True)))
        st.text(repr(preview.counts(cover, asked.options)))
        preview.count(cover, Path("atlas"), asked.options, "en")
        st.text(repr(preview.counts(cover, asked.options)))
    except PreviewError as fault:
        st.text(str(fault))


def test_pages_and_counts_are_kept_and_a_fault_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    FakeJob.faults = iter(["the disk is full", "", "", ""])
    FakeJob.cancelled = 0
    monkeypatch.setattr(export_preview, "PagesJob", FakeJob)
    monkeypatch.setattr(export_preview, "CountJob", FakeJob)
    window = AppTest.from_function(draw)
    assert window.run().text[0].value == "the disk is full"
    said = [one.value for one in window.run().text]
    assert said == ["(b'PNG',)", "{}", "{'pdf': {'briefing': 6}}"]
    said = [one.value for one in window.run().text]
    assert said[:2] == ["(b'PNG',)", "{'pdf': {'briefing': 6}}"]  # kept: no third job draws it
    assert FakeJob.cancelled == 4  # each has put its folder away
