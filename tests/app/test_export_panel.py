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
    monkeypatch.setattr(export_panel, "ExportJob", FakeJob)
    window = AppTest.from_function(draw)
    assert window.run().text[0].value == "the disk is full"
    assert window.run().text[0].value == "PNG"
    assert window.run().text[0].value == "PNG"  # kept: there is no third job
    assert FakeJob.cancelled == 2  # each has put its folder away


def fill_in() -> None:
    """Fill in the form for a page with notes of which the second may be unsound."""
    import streamlit as st

    from geo.app.export_form import ask_for_options
    from geo.atlas.cover import cover_of
    from geo.atlas.reading import load_atlas

    seen = {"layers": ["irgc"], "bases": ["stated"], "extent": None, "language": "fa"}
    text = st.text_input("second", key="second")
    notes = [{"at": [36, 33], "to": [38, 34], "text": ""}, {"at": [1, 2], "text": text}]
    options = ask_for_options(cover_of(load_atlas()), {**seen, "notes": notes})
    if options:
        st.text(options.model_dump_json(include={"notes"}))


@pytest.mark.parametrize(
    ("text", "says"), [("x", '"to":[38.0,34.0]'), ("", "note 2: it has neither")]
)
def test_the_notes_of_the_page_go_into_the_files(text: str, says: str) -> None:
    window = AppTest.from_function(fill_in, default_timeout=60)
    window.session_state["second"] = text
    window.run()
    assert not window.exception
    said = [one.value for one in (*window.text, *window.error, *window.markdown)]
    assert any(says in one for one in said), said
