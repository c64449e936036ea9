"""Finding: words however they are written, all that an atlas says, and a claim's own place."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import choose_row
from tests.browser.screen import at_rest, open_page
from tests.browser.test_access import violations

IN_VIEW = """(element) => {
    const box = element.getBoundingClientRect();
    const pane = document.getElementById("card").getBoundingClientRect();
    return box.top >= pane.top - 1 && box.top < pane.bottom - 20;
}"""
MARKED = """() => Array.from(CSS.highlights.get("found") ?? [], (range) => {
    const live = new Range();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
})"""
CLAIM = "corridor-not-operated"


@pytest.fixture
def opened(page: Page, own_page: str) -> Page:
    page.emulate_media(reduced_motion="reduce")
    open_page(page, own_page)
    return page


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Tehran–Damascus", ["Tehran-Damascus"]),
        ("tehran — damascus", ["Tehran-Damascus"]),
        ("«aggression»", ["aggression"]),
        ("“poodle”", ["poodle"]),
        ("IRANS ARC", []),
        ("iran's irgc", ["Iran’s IRGC"]),
        ("smug\u00adglers", []),
        ("pro\u00admised  firm\u200bness", ["promised firmness"] * 2),
        ("Émannüel", ["Emannuel"]),
    ],
)
def test_what_is_marked_in_the_article_is_what_was_found(
    opened: Page, words: str, marked: list[str]
) -> None:
    opened.fill("#find", words)
    expect(opened.locator("#found .in-article")).to_have_text(f"In the article: {len(marked)}")
    assert opened.evaluate(MARKED) == marked


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("«دمشق»", "places"),
        ("ايران", "places"),
        ("كريدور", "places"),
        ("Tehran – Damascus", "places"),
        ("IRGC", "actors"),
        ("Euphrates and Palmyra", "layers"),
        ("named, no part", "parts"),
        ("started using", "findings"),
        ("١٢ ژانویه", "claims"),
        ("highway", "silences"),
        ("GeoNames", "sources"),
    ],
)
def test_each_kind_is_found_under_its_name(opened: Page, words: str, group: str) -> None:
    opened.fill("#find", words)
    found = opened.locator(f"[aria-labelledby=found-{group}]")
    expect(found.locator("[role=option]").first).to_be_visible()
    total = int(re.sub(r".*\((\d+)\)", r"\1", opened.locator(f"#found-{group}").inner_text()))
    shown = found.locator("[role=option]:not([id$=-more])").count()
    assert shown == min(total, 5)
    expect(found.locator("[id$=-more]")).to_have_count(int(total > 5))


def test_more_of_a_group_are_shown_when_asked_for(opened: Page) -> None:
    opened.fill("#find", "iran")
    claims = opened.locator("[aria-labelledby=found-claims] [role=option]")
    expect(claims).to_have_count(6)
    opened.click("#found-claims-more")
    expect(opened.locator("#found")).to_be_visible()
    expect(claims).to_have_count(56)
    opened.press("#find", "Backspace")  # another search begins with few
    expect(claims).to_have_count(6)


def first_of(opened: Page, group: str, words: str) -> None:
    opened.fill("#find", words)
    opened.locator(f"[aria-labelledby=found-{group}] [role=option]").first.click()
    expect(opened.locator("#found")).to_be_hidden()


def test_a_layer_that_is_chosen_is_shown(opened: Page) -> None:
    expect(opened.locator("#layer-route-euphrates")).not_to_be_checked()
    first_of(opened, "layers", "Euphrates and Palmyra")
    expect(opened.locator("#layer-route-euphrates")).to_be_checked()
    expect(opened.locator("#notice")).to_contain_text("Euphrates and Palmyra")


def test_a_part_that_is_chosen_shows_its_layers(opened: Page) -> None:
    opened.click("#none")
    first_of(opened, "parts", "named, no part")
    expect(opened.locator("#group-none")).to_be_checked()
    expect(opened.locator("#group-tied")).not_to_be_checked()


@pytest.mark.parametrize(
    ("group", "words", "chosen"),
    [
        ("claims", "had not yet operated", f".claim[data-claim={CLAIM}][aria-current=true]"),
        ("findings", "started using", ".claim[data-claim=route-use][aria-current=true]"),
        ("sources", "Is Iran about to Operate", f".claim[data-claim={CLAIM}][aria-current=true]"),
        ("silences", "highway", ".silences li[aria-current=true]"),
        ("sources", "ISIS flocks to Russia", ".source[aria-current=true]"),
    ],
)
def test_what_is_chosen_is_brought_up_on_its_card(
    opened: Page, group: str, words: str, chosen: str
) -> None:
    first_of(opened, group, words)
    at_rest(opened.main_frame)
    expect(opened.locator(f"#card {chosen}")).to_have_count(1)
    assert opened.locator(f"#card {chosen}").evaluate(IN_VIEW)


def test_a_claim_that_the_filter_hides_is_shown_when_asked_for_and_the_filter_stays(
    opened: Page,
) -> None:
    opened.click("#article-only")
    first_of(opened, "claims", "had not yet operated")
    expect(opened.locator(f"#card .claim[data-claim={CLAIM}]")).to_be_visible()
    expect(opened.locator("#article-only")).to_have_attribute("aria-pressed", "true")
    expect(opened.locator("#card .claim.background")).to_have_count(1)


def test_a_link_leads_to_its_claim_and_a_quote_leaves_it(page: Page, own_page: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{own_page}#c={CLAIM}")
    claim = page.locator(f"#card .claim[data-claim={CLAIM}]")
    expect(claim).to_have_attribute("aria-current", "true")
    expect(page.locator("#card h2")).to_have_text("The Tehran–Damascus route")
    page.locator("#card .quote").first.click()
    expect(page.locator("#card .claim[aria-current]")).to_have_count(0)
    assert "c=" not in page.evaluate("location.hash")


def test_a_row_of_the_evidence_table_opens_the_card_at_its_claim(
    page: Page, atlas_frame: Frame
) -> None:
    choose_row(page, "«Hezbollah» upstage")
    chosen = atlas_frame.locator("#card .claim[aria-current=true]")
    expect(chosen).to_contain_text("Hezbollah")
    at_rest(atlas_frame)
    assert chosen.evaluate(IN_VIEW)
    expect(page).to_have_url(re.compile(f"c={chosen.get_attribute('data-claim')}"))


@pytest.mark.parametrize(("language", "dark"), [("en", False), ("ar", True), ("fa", False)])
def test_axe_finds_nothing_in_what_is_found(opened: Page, language: str, dark: bool) -> None:
    opened.emulate_media(color_scheme="dark" if dark else "light")
    opened.select_option("#language", language)
    opened.fill("#find", "iran")
    opened.press("#find", "ArrowDown")
    at_rest(opened.main_frame)
    assert violations(opened.main_frame, "#finder") == []


def test_the_keyboard_goes_through_all_groups(opened: Page) -> None:
    opened.fill("#find", "euphrates")
    options = opened.locator("#found [role=option]")
    for at in range(options.count()):
        opened.press("#find", "ArrowDown")
        active = opened.locator("#find").get_attribute("aria-activedescendant")
        assert active == options.nth(at).get_attribute("id")
    opened.press("#find", "ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")


def test_on_a_phone_the_list_is_within_the_window(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.click("#more")
    opened.fill("#find", "iran")
    box = opened.locator("#found").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["width"] > 300
