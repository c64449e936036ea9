"""What a window does with a ZIP: one check at a time, and words where there is none."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from geo.app import upload_panel
from geo.app.waiting import told


class FakeJob:
    """A check that is under way, at a place in the queue."""

    made: list[FakeJob]
    done = False
    place = 2

    def __init__(self, packed: bytes) -> None:
        self.cancelled = False
        self.made.append(self)

    def cancel(self) -> None:
        self.cancelled = True


def put_in() -> None:
    """Put one ZIP after another into the box of a window."""
    import io

    import streamlit as st

    from geo.app.upload_panel import show_checking, window

    here = window()
    for packed in (b"first", b"second"):
        st.session_state["box-0"] = io.BytesIO(packed)
        here.take()
    show_checking(here)
    for problem in here.refused:
        st.text(str(problem))


@pytest.fixture(autouse=True)
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[FakeJob]:
    FakeJob.made = []
    monkeypatch.setattr(upload_panel, "CheckJob", FakeJob)
    return FakeJob.made


def test_a_window_has_one_check_under_way_and_is_told_its_place(jobs: list[FakeJob]) -> None:
    window = AppTest.from_function(put_in, default_timeout=60).run()
    assert not window.exception
    assert [job.cancelled for job in jobs] == [True, False]
    assert "Place 2 in the queue" in window.text[0].value


def test_a_disk_that_takes_no_more_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(packed: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(upload_panel, "CheckJob", full)
    window = AppTest.from_function(put_in, default_timeout=60).run()
    assert not window.exception
    assert "can't write temporary files here (No space left on device)" in window.text[0].value
    assert "TMPDIR" in window.text[0].value


def test_who_waits_no_more_is_told_no_place() -> None:
    FakeJob.place = 0
    assert told(FakeJob(b""), "Opening …") == "Opening …"  # type: ignore[arg-type]
    FakeJob.place = 2


def test_a_window_that_goes_takes_all_it_holds_with_it(jobs: list[FakeJob]) -> None:
    here = upload_panel.Window(checking=FakeJob(b""))  # type: ignore[arg-type]
    here.close()
    assert jobs[0].cancelled
    assert (here.checking, here.uploaded) == (None, None)
