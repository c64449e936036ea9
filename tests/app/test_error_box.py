"""What went wrong may quote anybody: a picture in it would be asked for at its server."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

PICTURE = "![x](http://example.invalid/leak.png)"


class FakeJob:
    """A job that says a picture, and fails with one once it is done."""

    place = 0
    forms = ("pdf",)
    progress = SimpleNamespace(caption=PICTURE, fraction=0.5)
    fault = PICTURE

    def __init__(self, *_: object, done: bool = True, **__: object) -> None:
        self.done = done

    def cancel(self) -> None:
        pass


def sheet() -> None:
    from pathlib import Path
    from types import SimpleNamespace
    from typing import Any, cast

    from geo.app.export_panel import show_sheet
    from geo.formats import ExportOptions

    show_sheet(Path(), cast(Any, SimpleNamespace(digest="")), ExportOptions())


def progress() -> None:
    from typing import Any, cast

    from geo.app.export_progress import show_progress
    from tests.app.test_error_box import FakeJob

    show_progress(cast(Any, None), cast(Any, FakeJob(done=False)))


def options() -> None:
    from geo.app.error_box import show_fault

    show_fault("Marking:", "![x](http://example.invalid/leak.png)")


@pytest.mark.parametrize("script", [sheet, progress, options])
def test_what_others_say_is_shown_as_plain_text(
    script: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.app.export_panel.ExportJob", FakeJob)
    app = AppTest.from_function(script).run()  # type: ignore[arg-type]
    assert not app.exception
    assert PICTURE in [text.value for text in app.text]
    said = [element for element in app.main.children.values() if element.type != "text"]
    assert not [one for one in said if "example.invalid" in str(one.proto)]
