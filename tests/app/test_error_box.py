"""What went wrong may quote anybody: a picture in it would be asked for at its server."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

PICTURE = "![x](http://example.invalid/leak.png)"


class FakeJob:
    """A job that has failed with a picture."""

    done, fault = True, PICTURE

    def __init__(self, *_: object, **__: object) -> None: ...

    def pages(self) -> tuple[bytes, ...]:
        return ()

    def cancel(self) -> None: ...


def preview() -> None:
    from pathlib import Path

    from geo.app.export_form import Asked
    from geo.app.export_presets import Presets
    from geo.app.export_preview import show_preview
    from geo.app.previews import Previews
    from geo.formats import ExportOptions

    asked = Asked("pdf", ExportOptions(), Presets())
    show_preview(Previews(Path()), asked, "en", draws=True)


def making() -> None:
    from types import SimpleNamespace

    import streamlit as st

    from geo.app.export_progress import show_making
    from tests.app.test_error_box import PICTURE

    st.session_state["making"] = SimpleNamespace(job=None, file=None, fault=PICTURE)
    show_making("en")


def options() -> None:
    from geo.app.error_box import show_fault

    show_fault("Marking:", "![x](http://example.invalid/leak.png)")


@pytest.mark.parametrize("script", [preview, making, options])
def test_what_others_say_is_shown_as_plain_text(
    script: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.app.previews.PagesJob", FakeJob)
    app = AppTest.from_function(script).run()  # type: ignore[arg-type]
    assert not app.exception
    assert PICTURE in [text.value for text in app.text]
    said = [element for element in app.main.children.values() if element.type != "text"]
    assert not [one for one in said if "example.invalid" in str(one.proto)]
