"""The folium map in a real browser with the cable out: it draws, and texts stay texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo import open_atlas
from tests.browser.test_hostile import STRINGS, hostile, write

HOSTILE = [*STRINGS, "${window.hacked = 1}", "`);window.hacked = 1;//"]


def test_it_draws_with_the_cable_out(page: Page, tmp_path: Path) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.context.set_offline(True)
    file = tmp_path / "explore.html"
    open_atlas().explore().save(file)
    page.goto(file.as_uri())
    expect(page.get_by_text("PMF, in Iraq")).to_be_visible()
    assert page.locator("path.leaflet-interactive[stroke-dasharray]").count() > 0
    page.get_by_text("PMF, in Iraq").click()
    expect(page.locator(".leaflet-popup-content")).to_contain_text("Popular Mobilization Forces")
    page.get_by_label("Popular Mobilization Forces").uncheck()
    expect(page.get_by_text("PMF, in Iraq")).to_have_count(0)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_it_shows_any_text_and_runs_none(page: Page, tmp_path: Path, text: str) -> None:
    write(tmp_path, hostile(text))
    file = tmp_path / "explore.html"
    open_atlas(tmp_path).explore().save(file)
    page.goto(file.as_uri())
    marks = page.locator("path.leaflet-interactive")
    expect(marks.first).to_be_attached()
    for mark in marks.all():
        mark.dispatch_event("click")
        said = page.locator(".leaflet-popup-content").last
        expect(said).to_be_attached()
        assert said.locator("img, svg, a, script").count() == 0
        page.keyboard.press("Escape")
    names = page.locator(".leaflet-control-layers-overlays").evaluate("(list) => list.textContent")
    assert text in names
    assert page.evaluate("window.hacked") is None
