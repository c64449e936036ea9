"""The steps along the corridor, and the guided tour of the findings, by keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from geo.atlas.reading import load_atlas
from tests.browser.conftest import page_of
from tests.browser.screen import open_page, switch
from tests.conftest import Build

STATUS = "#bar [role=status]"
ATLAS = load_atlas()
HEADLINE, FINDINGS = ATLAS.manifest.headline, ATLAS.manifest.findings
assert HEADLINE is not None
FIRST = HEADLINE.sentence["en"]


def begin(page: Page, frame: Frame) -> None:
    frame.locator("#tour").press("Enter")
    expect(frame.locator("#bar")).to_be_visible()


def test_next_and_previous_walk_the_corridor(atlas_frame: Frame) -> None:
    atlas_frame.fill("#find", "tehran")
    atlas_frame.click("#found [role=option] >> nth=0")
    expect(atlas_frame.locator("#card h2")).to_have_text("Tehran")
    seen = []
    forward = atlas_frame.locator("#stepper button[aria-label=Next]")
    while forward.is_enabled():
        seen.append(atlas_frame.locator("#card h2").inner_text())
        forward.click()
    stops = list(dict.fromkeys(seen))
    assert len(stops) > 20
    assert [name for name in stops if name in ("Tehran", "Iraq", "Damascus", "Lebanon")] == [
        "Tehran",
        "Iraq",
        "Damascus",
        "Lebanon",
    ]
    atlas_frame.click("#stepper button[aria-label=Previous]")
    expect(atlas_frame.locator("#card h2")).to_have_text(seen[-1])


def test_a_briefing_starts_at_the_first_stop_and_shows_it_large(
    page: Page, atlas_frame: Frame
) -> None:
    small: str = atlas_frame.evaluate("getComputedStyle(document.querySelector('#card')).fontSize")
    begin(page, atlas_frame)
    expect(atlas_frame.locator("#card h2")).to_have_text(FIRST)
    expect(atlas_frame.locator(STATUS)).to_contain_text("stop 1 of")
    large: str = atlas_frame.evaluate("getComputedStyle(document.querySelector('#card')).fontSize")
    assert float(large[:-2]) > 1.3 * float(small[:-2])
    for hidden in ("#layers", "#reader", "#find"):
        expect(atlas_frame.locator(hidden)).to_be_hidden()
    assert atlas_frame.evaluate("document.fullscreenElement !== null")


def test_it_is_walked_by_keyboard_alone(page: Page, atlas_frame: Frame) -> None:
    begin(page, atlas_frame)
    page.keyboard.press("ArrowRight")
    expect(atlas_frame.locator(STATUS)).to_contain_text("stop 2 of")
    page.keyboard.press("PageDown")  # a clicker's key
    expect(atlas_frame.locator(STATUS)).to_contain_text("stop 3 of")
    page.keyboard.press("ArrowLeft")
    expect(atlas_frame.locator(STATUS)).to_contain_text("stop 2 of")
    page.keyboard.press("End")
    status = atlas_frame.locator(STATUS).inner_text()
    numbers = re.findall(r"\d+", status)
    assert numbers[0] == numbers[1]
    page.keyboard.press("ArrowRight")  # nowhere to go from the last stop
    expect(atlas_frame.locator(STATUS)).to_have_text(status)
    page.keyboard.press("Home")
    expect(atlas_frame.locator("#card h2")).to_have_text(FIRST)
    page.keyboard.press("Escape")
    expect(atlas_frame.locator("#bar")).to_be_hidden()
    expect(atlas_frame.locator("#tour")).to_be_focused()
    expect(atlas_frame.locator("#article")).to_be_visible()


def test_arrows_follow_the_direction_of_reading(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.select_option("#language", "fa")
    begin(page, atlas_frame)
    page.keyboard.press("ArrowLeft")
    expect(atlas_frame.locator("#bar progress")).to_have_js_property("value", 2)


def test_it_tells_the_headline_each_finding_and_what_is_not_said(
    page: Page, atlas_frame: Frame
) -> None:
    begin(page, atlas_frame)
    card, heading = atlas_frame.locator("#card"), atlas_frame.locator("#card h2")
    assert HEADLINE is not None
    assert HEADLINE.dispute is not None
    for sentence in (HEADLINE.hedge, HEADLINE.dispute.sentence):
        expect(card).to_contain_text(sentence["en"])
    for number, finding in enumerate(FINDINGS, 1):
        page.keyboard.press("ArrowRight")
        short = finding.short or finding.sentence
        expect(heading).to_have_text(f"{number} {short['en']}")
        (first, *_) = (one for one in finding.claims if ATLAS.claims[one].excerpts)
        exact = ATLAS.excerpts[ATLAS.claims[first].excerpts[0]].quote.exact
        expect(card.locator(".quote q").first).to_have_text(exact)
    page.keyboard.press("ArrowRight")
    expect(card.locator(".silences li")).to_have_text(
        [one.sentence["en"] for one in ATLAS.manifest.silences]
    )
    expect(atlas_frame.locator(STATUS)).to_have_text(
        f"stop {len(FINDINGS) + 2} of {len(FINDINGS) + 2}"
    )


def test_a_stop_stands_at_its_mark(page: Page, own_page: str) -> None:
    open_page(page, own_page, "t=3")
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("[#&]f=.*t=2"))
    expect(page.locator("#card h2")).to_contain_text("1 ")


def test_a_briefing_is_in_the_link(page: Page, own_page: str) -> None:
    page.goto(f"{own_page}#t=2")
    expect(page.locator("#bar")).to_be_visible()
    short = FINDINGS[0].short or FINDINGS[0].sentence
    expect(page.locator("#card h2")).to_contain_text(short["en"])
    page.keyboard.press("Escape")
    expect(page.locator("#bar")).to_be_hidden()
    assert "t=" not in page.url


def test_without_findings_a_tour_stops_only_at_what_is_shown(
    page: Page, build: Build, tmp_path: Path
) -> None:
    open_page(page, page_of(build(), tmp_path / "out"))
    page.click("#none")
    switch(page.main_frame, "guards")
    begin(page, page.main_frame)
    expect(page.locator(STATUS)).to_have_text("stop 1 of 1")
    expect(page.locator("#card h2")).to_have_text("brunn")


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_is_cut_at_any_size(page: Page, own_page: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(page, own_page, "t=4")
    for selector in ("#bar button >> nth=-1", "#card h2", "#title", "#stage"):
        box = page.locator(selector).bounding_box()
        assert box is not None, selector
        assert box["x"] >= 0, selector
        assert box["x"] + box["width"] <= size[0], selector
        assert box["width"] > 30, selector
