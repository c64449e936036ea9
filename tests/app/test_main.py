"""The shell, run by Streamlit's own AppTest: what stands round the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.atlas.reading import load_atlas
from geo.page import TILES
from tests.conftest import Build

MAIN = Path(__file__).parents[2] / "geo" / "app" / "main.py"


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(str(MAIN), default_timeout=30)


def opened(app: AppTest, panel: str) -> AppTest:
    app.session_state["tab"] = panel
    return app.run()


def test_the_panels_stand_there(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert [tab.label for tab in app.tabs] == ["Checks", "Evidence", "Briefing", "Open", "Basemap"]
    assert f"{len(load_atlas().excerpts)}, all exact" in app.text[0].value


def test_the_evidence_is_there_when_its_panel_is_opened(app: AppTest) -> None:
    assert not app.run().dataframe
    rows = opened(app, "Evidence").dataframe[0].value
    assert sum(rows["Basis"] != "not said") == len(load_atlas().claims)
    assert any("Hezbollah" in claim for claim in rows["Claim"][rows["Basis"] == "not said"])


def test_a_search_narrows_the_table(app: AppTest) -> None:
    opened(app, "Evidence").text_input[0].input("Hezbollah upstage").run()
    assert list(app.dataframe[0].value["Mark"]) == ["Lebanon"]
    assert list(app.dataframe[0].value["Basis"]) == ["background"]


def test_a_long_table_is_cut_and_says_so(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.atlas.evidence_search.MOST", 10)
    opened(app, "Evidence")
    assert len(app.dataframe[0].value) == 10
    assert any("The first 10 are shown" in caption.value for caption in app.caption)
    app.text_input[0].input("Hezbollah upstage").run()
    assert not any("are shown" in caption.value for caption in app.caption)


def test_online_tiles_are_off_and_each_names_its_server(app: AppTest) -> None:
    app.run()
    assert app.radio[0].value == ""
    offline, *online = app.radio[0].options
    assert "contacts no server" in offline
    assert all(tiles.host in option for tiles, option in zip(TILES, online, strict=True))


def test_it_opens_the_atlas_that_the_environment_names(
    app: AppTest, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS", str(build()))
    opened(app, "Evidence")
    assert not app.exception
    assert "brunn" in list(app.dataframe[0].value["Mark"])


def test_an_atlas_that_fails_its_checks_is_not_drawn(
    app: AppTest, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS", str(build(("data/excerpts.json", "0.target.selector.1.start", 3))))
    app.run()
    assert not app.exception
    assert "nothing is drawn" in app.error[0].value
    assert "data/excerpts.json" in app.code[0].value
    assert not app.dataframe


def test_an_atlas_that_is_edited_leaves_the_map_and_says_so(
    app: AppTest, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = build()
    monkeypatch.setenv("ATLAS", str(folder))
    app.run()
    assert not app.error
    (folder / "data" / "excerpts.json").write_text('[{"id": "e-f', encoding="utf-8")  # half written
    app.run()
    assert not app.exception
    assert "it was so before" in app.error[0].value
    assert "data/excerpts.json" in app.code[0].value
    assert [tab.label for tab in app.tabs] == ["Checks", "Evidence", "Briefing", "Open", "Basemap"]


def test_no_fragment_is_in_another(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser may be sent the inner one without what surrounds it, which ends the app there."""
    fragment, within, nested = st.fragment, list[str](), list[str]()

    def noted(draw: Callable[..., Any], **options: Any) -> Any:
        nested.extend(f"{draw.__name__} in {outer}" for outer in within)

        def drawn(*given: Any) -> None:
            within.append(draw.__name__)
            draw(*given)
            within.remove(draw.__name__)

        return fragment(drawn, **options)

    monkeypatch.setattr(st, "fragment", noted)
    opened(app, "Briefing")
    assert app.button(key="download")
    assert nested == []
