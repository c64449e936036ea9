"""The card: all that is said of a mark, also when that is a great deal."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import page_of
from tests.browser.screen import choose_words, open_page
from tests.conftest import Build, claim, texts

GUARD = claim("c-guard", "stated", actors=["league"], words="guards", excerpts=["e-guard"])
MANY = [
    claim(f"c-{i}", "inferred", **{"from": ["c-guard"]}, note=texts("Counted.")) for i in range(250)
]


def test_many_claims_come_by_the_hundred(page: Page, build: Build, tmp_path: Path) -> None:
    folder = build(("data/forces.geojson", "features.0.properties.claims", [GUARD, *MANY]))
    url = page_of(folder, tmp_path / "out")
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
    folder = build(("data/forces.geojson", "features.0.properties.claims", [*MANY, GUARD]))
    open_page(page, page_of(folder, tmp_path / "out"))
    choose_words(page.main_frame, "guards Brunn")
    quote = page.locator("#card [data-claim=c-guard] .quote")
    expect(quote).to_have_attribute("aria-pressed", "true")
    expect(quote).to_be_in_viewport()
    expect(page.locator("#card")).to_contain_text("1–251 of 251")
