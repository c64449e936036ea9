from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from geo.app.export_form import KINDS, OFFERED, formats_of, known_number
from geo.formats import FORMATS
from geo.text.catalogue import phrases


def fill_in() -> None:
    """Fill in the form for a page with notes of which the second may be unsound."""
    import streamlit as st

    from geo.app.export_form import ask_for_file
    from geo.atlas.cover import cover_of
    from geo.atlas.reading import load_atlas
    from geo.jobs.preview_jobs import Counts

    seen = {"layers": ["irgc"], "bases": ["stated"], "extent": None, "language": "fa"}
    text = st.text_input("second", key="second")
    notes = [{"at": [36, 33], "to": [38, 34], "text": ""}, {"at": [1, 2], "text": text}]
    counts: Counts = {"pdf": {"briefing": 6}, "pptx": {"briefing": 9}}
    asked = ask_for_file(cover_of(load_atlas()), {**seen, "notes": notes}, lambda _: counts)
    if asked:
        st.text(asked.options.model_dump_json(include={"notes"}))
        st.text(asked.presets.model_dump_json(exclude_defaults=True))


@pytest.fixture
def form() -> AppTest:
    window = AppTest.from_function(fill_in, default_timeout=60)
    window.session_state["second"] = "x"
    return window


@pytest.mark.parametrize(
    ("text", "says"), [("x", '"to":[38.0,34.0]'), ("", "note 2: it has neither")]
)
def test_the_notes_of_the_page_go_into_the_file(form: AppTest, text: str, says: str) -> None:
    form.session_state["second"] = text
    form.run()
    assert not form.exception
    said = [one.value for one in (*form.text, *form.error, *form.markdown)]
    assert any(says in one for one in said), said


def test_it_asks_first_how_much_is_to_be_told_in_the_language_of_the_page(form: AppTest) -> None:
    form.run()
    assert form.radio[0].label == "چه چیزی لازم دارید؟"
    assert [one.label for one in form.selectbox] == ["زبان", "طبقه‌بندی", "کاغذ"]


def test_what_is_chosen_is_what_a_browser_may_keep(form: AppTest) -> None:
    form.run()
    assert form.text[-1].value == "{}"
    form.session_state["export-style"] = "dossier"
    form.session_state["export-marking"] = "TLP:RED"
    form.run()
    assert form.text[-1].value == '{"style":"dossier","marking":"TLP:RED"}'


def test_slides_and_tables_are_asked_about_no_paper(form: AppTest) -> None:
    form.session_state["export-form"] = "pptx"
    form.run()
    assert [one.label for one in form.selectbox] == ["زبان", "طبقه‌بندی"]
    form.session_state["export-style"] = "data"
    form.session_state["export-form"] = "csv"
    form.run()
    assert [one.label for one in form.selectbox] == ["زبان", "طبقه‌بندی"]


def test_a_format_that_a_style_lacks_gives_way_to_its_first(form: AppTest) -> None:
    form.session_state["export-form"] = "png"
    form.session_state["export-style"] = "dossier"
    form.run()
    assert not form.exception
    assert form.session_state["export-form"] == "pdf"


def test_every_format_is_offered_and_each_kind_has_its_own() -> None:
    assert set(OFFERED) == set(FORMATS)
    assert {f"form_{form}" for form in FORMATS} <= phrases("en", "panel").keys()
    offered = {form for kind in KINDS for form in formats_of(kind)}
    assert offered == set(FORMATS)
    for kind in KINDS:
        for form in formats_of(kind):
            assert kind in FORMATS[form].styles or (kind == "data" and not FORMATS[form].styles)


@pytest.mark.parametrize(
    ("form", "kind", "number"),
    [
        ("pdf", "one-page", 1),
        ("pptx", "map", 1),
        ("pdf", "briefing", 6),
        ("pdf", "dossier", 0),  # not counted yet
        ("csv", "data", 0),
    ],
)
def test_no_number_of_pages_is_said_before_it_is_known(form: str, kind: str, number: int) -> None:
    assert known_number({"pdf": {"briefing": 6}}, form, kind) == number  # type: ignore[arg-type]


def put_away() -> None:
    """Count how often the script runs where a file is out of date; `busy` is set from outside."""
    from pathlib import Path
    from types import SimpleNamespace

    import streamlit as st

    from geo.app.export_panel import put_away_what_is_out_of_date

    if not st.session_state.get("runs"):
        busy = st.session_state["busy"]
        st.session_state["making"] = SimpleNamespace(busy=busy, close=lambda: None)
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    put_away_what_is_out_of_date(None, Path())


@pytest.mark.parametrize(("busy", "runs"), [(True, 2), (False, 1)])
def test_a_file_that_is_not_asked_for_any_more_has_the_panel_drawn_once_more_and_no_further(
    busy: bool, runs: int
) -> None:
    window = AppTest.from_function(put_away)
    window.session_state["busy"] = busy
    window.run()
    assert not window.exception
    assert "making" not in window.session_state
    assert window.session_state["runs"] == runs
