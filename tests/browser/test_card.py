"""The card: all that is said of a mark, also when that is a great deal."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from geo.checks import open_atlas
from geo.formats import ExportOptions, export
from tests.browser.screen import choose_words
from tests.conftest import Build, claim, texts


def test_many_claims_come_by_the_hundred(page: Page, build: Build, tmp_path: Path) -> None:
    many = [
        claim(f"c-{i}", "inferred", **{"from": ["c-guard"]}, note=texts("Counted."))
        for i in range(250)
    ]
    guard = claim("c-guard", "stated", actors=["league"], words="guards", excerpts=["e-guard"])
    folder = build(("data/forces.geojson", "features.0.properties.claims", [guard, *many]))
    url = export(open_atlas(folder), "html", tmp_path / "out", ExportOptions()).as_uri()
    page.goto(f"{url}#f=brunn")
    claims = page.locator("#card .claim")
    expect(claims).to_have_count(100)
    expect(page.locator("#card")).to_contain_text("1–100 of 251")
    for shown in (200, 251):
        page.locator("#card").get_by_role("button", name="The rows after").click()
        expect(claims).to_have_count(shown)
    expect(page.locator("#card").get_by_role("button", name="The rows after")).to_be_hidden()


def test_a_quote_far_down_comes_up_when_its_words_are_chosen(
    page: Page, build: Build, tmp_path: Path
) -> None:
    many = [
        claim(f"c-{i}", "inferred", **{"from": ["c-guard"]}, note=texts("Counted."))
        for i in range(250)
    ]
    guard = claim("c-guard", "stated", actors=["league"], words="guards", excerpts=["e-guard"])
    folder = build(("data/forces.geojson", "features.0.properties.claims", [*many, guard]))
    page.goto(export(open_atlas(folder), "html", tmp_path / "out", ExportOptions()).as_uri())
    choose_words(page.main_frame, "guards Brunn")
    quote = page.locator("#card [data-claim=c-guard] .quote")
    expect(quote).to_have_attribute("aria-pressed", "true")
    expect(quote).to_be_in_viewport()
    expect(page.locator("#card")).to_contain_text("1–251 of 251")
