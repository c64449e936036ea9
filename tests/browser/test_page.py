"""The page in the running app: it paints, it switches, it links both ways."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

import pytest
import shapely
from playwright.sync_api import Frame, Page, WebSocket, expect

from geo.atlas.reading import load_atlas
from tests.browser.conftest import frame_of
from tests.browser.screen import (
    NOWHERE,
    PMF,
    at_rest,
    click_place,
    in_view,
    open_article,
    open_page,
    picture,
    point_of,
    switch,
    unfold,
)

REGULAR_ARMY = "#members [data-mark=iraqi-army-iraq]"  # an inferred mark
HOME = "What the article says"
ATLAS = load_atlas()
WHOLE = ATLAS.features["tehran-damascus-route"].properties.names["en"]


def test_the_map_paints(atlas_frame: Frame) -> None:
    colours: int = atlas_frame.evaluate(
        """() => {
            const canvas = document.querySelector(".leaflet-basemap-pane canvas");
            const { width, height } = canvas;
            const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
            return new Set(new Uint32Array(data.buffer)).size;
        }"""
    )
    assert colours > 50  # land, water, lines, and the shades between


def test_the_article_stands_there_whole_and_unchanged(atlas_frame: Frame) -> None:
    shown = atlas_frame.locator("#article").evaluate("(article) => article.textContent")
    assert shown == load_atlas().source_texts["article"].text


def test_a_switch_changes_the_picture_without_server_or_reload(page: Page, app_url: str) -> None:
    sent: list[str | bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda message: sent.append(message))

    page.on("websocket", listen)
    page.goto(app_url)
    frame = frame_of(page)
    unfold(frame, "pmf")  # lists make room for the key
    at_rest(frame)
    frame.evaluate("window.stillTheSamePage = true")
    assert sent, "the app talks over the websocket that is listened to"
    before, messages = picture(frame), len(sent)

    switch(frame, "pmf")
    hidden = picture(frame)
    switch(frame, "pmf")

    assert hidden != before
    assert picture(frame) == before  # same drawing order, same pixels
    assert len(sent) == messages
    assert frame.evaluate("window.stillTheSamePage")


def test_a_mark_leads_to_its_words(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.click(PMF)
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")
    expect(atlas_frame.locator("#stepper")).to_contain_text("Excerpt 1 of")
    at_rest(atlas_frame)
    assert in_view(atlas_frame, ".piece.chosen")
    frame = page.locator("iframe[sandbox]").bounding_box()
    assert frame is not None
    assert frame["y"] == 0  # only the article scrolled, not the app round it


def test_its_excerpts_can_be_gone_through(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.click(PMF)
    first = atlas_frame.locator(".piece.chosen").first.inner_text()
    atlas_frame.click("#stepper button[aria-label=Next]")
    expect(atlas_frame.locator("#stepper")).to_contain_text("Excerpt 2 of")
    assert atlas_frame.locator(".piece.chosen").first.inner_text() != first
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")


def test_what_is_said_of_a_whole_is_shown_by_its_parts(atlas_frame: Frame) -> None:
    at_rest(atlas_frame)
    before = picture(atlas_frame)
    atlas_frame.fill("#find", "Tehran–Damascus route")
    atlas_frame.locator("#found [role=option]", has_text=WHOLE).first.click()
    expect(atlas_frame.locator("#card h2")).to_have_text(WHOLE)
    assert picture(atlas_frame) != before
    stretches = atlas_frame.locator("#card .marks .chip")
    expect(stretches).to_have_count(len(ATLAS.parts["tehran-damascus-route"]))
    stretches.first.click()
    expect(atlas_frame.locator("#card .of-whole h3").first).to_contain_text("Said of the whole")
    own = atlas_frame.locator("#card > section:not(.of-whole) .claim.stated")
    expect(own).to_have_count(0)  # what is stated is so of the whole
    expect(atlas_frame.locator("#card .of-whole .claim.stated").first).to_be_attached()


def test_the_way_home_shows_the_corridor_whole_and_sharp(atlas_frame: Frame) -> None:
    opening: float = atlas_frame.evaluate("map_atlas.getZoom()")
    atlas_frame.evaluate("void map_atlas.setView([36.3, 33.5], 7, { animate: false })")
    at_rest(atlas_frame)
    atlas_frame.click("#full-extent")
    at_rest(atlas_frame)
    assert atlas_frame.evaluate("map_atlas.getZoom()") == opening
    moved = "(layer) => layer.style.transform"
    transform: str = atlas_frame.locator(".atlas-layer").first.evaluate(moved)
    assert "." not in transform  # whole pixels: a part of one blurs the picture


def test_words_can_be_chosen_by_keyboard(atlas_frame: Frame) -> None:
    open_article(atlas_frame)
    piece = atlas_frame.locator(".piece", has_text="the regime army in Syria").first
    piece.focus()
    piece.press("Enter")
    expect(atlas_frame.locator("#card h2")).to_contain_text("army")


def test_a_click_beside_all_marks_closes_the_card(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.click(PMF)
    expect(atlas_frame.locator("#stepper")).to_be_visible()
    click_place(page, atlas_frame, *NOWHERE)
    expect(atlas_frame.locator("#stepper")).to_be_hidden()
    expect(atlas_frame.locator("#card h2")).to_have_text(HOME)


def test_only_what_the_article_says(atlas_frame: Frame) -> None:
    at_rest(atlas_frame)
    before = picture(atlas_frame)
    expect(atlas_frame.locator(REGULAR_ARMY)).to_contain_text("inferred")
    atlas_frame.click("#article-only")
    assert picture(atlas_frame) != before
    expect(atlas_frame.locator(REGULAR_ARMY)).to_have_count(0)
    atlas_frame.click(PMF)
    assert atlas_frame.locator("#card .claim").count() > 0
    assert atlas_frame.locator("#card .claim:not(.stated)").count() == 0
    atlas_frame.click("#whole-map")
    atlas_frame.click(REGULAR_ARMY)
    expect(atlas_frame.locator("#card .badge.inferred").first).to_be_visible()


# Which pixels of the corridor's canvas along a line, in px of the window, have its colour.
INKED = """([x1, y1, x2, y2]) => {
    const canvas = document.querySelector(".leaflet-layer-corridor-pane canvas");
    const { left, top } = canvas.getBoundingClientRect();
    const ctx = canvas.getContext("2d");
    const length = Math.round(Math.hypot(x2 - x1, y2 - y1));
    return Array.from({ length }, (_, at) => {
        const [x, y] = [x1 + ((x2 - x1) * at) / length, y1 + ((y2 - y1) * at) / length];
        const [red, green, blue, alpha] = ctx.getImageData(x - left, y - top, 1, 1).data;
        return alpha > 200 && green < 100 && red < 160;
    });
}"""
LONGEST = 12  # px that a line may go on without a gap


@pytest.mark.parametrize("link", ["", "b=stated"])
def test_a_line_that_we_drew_is_never_solid(page: Page, own_page: str, link: str) -> None:
    """The middle of its ribbon has gaps where use is reported, and else no ink at all."""
    open_page(page, own_page, link)
    inked = []
    for stretch in ATLAS.corridor:
        assert stretch.properties.position.basis == "inferred"
        places = [point_of(page.main_frame, *at) for at in shapely.get_coordinates(stretch.shape)]
        along = [one for pair in pairwise(places) for one in page.evaluate(INKED, sum(pair, ()))]
        runs = [len(list(run)) for is_ink, run in groupby(along) if is_ink]
        inked.append(sum(runs) / len(along))
        assert max(runs, default=0) <= LONGEST, stretch.id
    assert max(inked) > 0.4  # the colour that was looked for is there


def test_one_layer_alone_all_and_none(atlas_frame: Frame) -> None:
    checked = "#layers .row[data-layer] input:checked"
    every = atlas_frame.locator("#layers .row[data-layer] input").count()
    unfold(atlas_frame, "irgc")
    atlas_frame.locator(".row[data-layer=irgc] .only").focus()
    atlas_frame.locator(".row[data-layer=irgc] .only").press("Enter")
    assert atlas_frame.locator(checked).count() == 1
    expect(atlas_frame.locator("#layers .count")).to_have_text("Marks shown: 1")
    atlas_frame.click("#none")
    assert atlas_frame.locator(checked).count() == 0
    atlas_frame.click("#all")
    assert atlas_frame.locator(checked).count() == every


def test_rows_follow_their_layer(atlas_frame: Frame) -> None:
    expect(atlas_frame.locator(".holder[data-holder=iraq] .size")).to_have_text(" (2)")
    switch(atlas_frame, "pmf")
    expect(atlas_frame.locator(PMF)).to_have_count(0)
    expect(atlas_frame.locator(".holder[data-holder=iraq] .size")).to_have_text(" (1)")
    switch(atlas_frame, "iraqi-army")
    expect(atlas_frame.locator(".holder[data-holder=iraq]")).to_be_hidden()
    switch(atlas_frame, "pmf")
    expect(atlas_frame.locator(PMF)).to_be_visible()


def test_who_says_what_stands_side_by_side_also_under_the_filter(atlas_frame: Frame) -> None:
    disputed = next(
        (feature, relation)
        for feature in ATLAS.features.values()
        for claim in feature.claims
        for relation in claim.relations
        if relation.kind == "contradicts" and relation.to == "route-use"
    )
    atlas_frame.click("#article-only")
    atlas_frame.click(".finding >> nth=0")
    sides = atlas_frame.locator("#card [data-claim=route-use] .dissent .side")
    assert sides.count() >= 2
    expect(sides.nth(1)).to_contain_text("Disputed by")
    (claim,) = (one for one in disputed[0].claims if disputed[1] in one.relations)
    expect(atlas_frame.locator("#card [data-claim=route-use]")).to_contain_text(
        claim.sentence["en"]
    )


def test_what_a_reader_sees_first(atlas_frame: Frame) -> None:
    headline, source = ATLAS.manifest.headline, ATLAS.article
    assert headline is not None
    assert headline.dispute is not None
    assert source.genre is not None
    assert source.dated is not None
    assert headline.dispute.short is not None
    expect(atlas_frame.locator("#subtitle")).to_have_text(headline.sentence["en"])
    facts = atlas_frame.locator("#facts")
    for words in (headline.dispute.short["en"], "Nobody is said to control it", source.genre["en"]):
        expect(facts).to_contain_text(words)
    expect(facts.locator("summary")).to_have_text(source.grade)
    card = atlas_frame.locator("#card")
    for sentence in (headline.hedge, headline.dispute.sentence, source.genre):
        expect(card).to_contain_text(sentence["en"])
    expect(card).to_contain_text(f"dated {source.dated.at} by us")
    findings = atlas_frame.locator("#card .finding")
    shorts = [one.short["en"] for one in ATLAS.manifest.findings if one.short]
    assert len(shorts) == len(ATLAS.manifest.findings)
    assert findings.all_inner_texts() == [f"{n}\n{short}" for n, short in enumerate(shorts, 1)]
    atlas_frame.locator(".findings .unfold").first.click()
    whole = ATLAS.manifest.findings[0].sentence["en"]
    assert findings.first.inner_text() == f"1\n{whole}"
    top = [
        atlas_frame.locator(one).bounding_box() for one in (".findings", ".silences", ".disputed")
    ]
    heights = [box["y"] for box in top if box]
    assert heights == sorted(heights)
    assert len(heights) == 3
    findings.last.click()
    expect(atlas_frame.locator("#stepper")).to_be_visible()  # at its mark, and its quote


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_digits_are_those_of_the_language(page: Page, own_page: str, language: str) -> None:
    open_page(page, own_page, f"lang={language}&f=pmf-iraq")
    ours = "#stepper, .number, .fold, .quote small:first-of-type, .leaflet-control-scale, .count"
    for words in page.locator(ours).all_inner_texts():
        assert not re.search(r"[0-9]", words), words
    margin = """() => [...document.querySelectorAll("#article [data-paragraph]")].map(
        (one) => getComputedStyle(one, "::before").content)"""
    assert not any(re.search(r"[0-9]", number) for number in page.evaluate(margin))


@pytest.mark.parametrize("width", [390, 1024, 1180, 1280, 1366, 1440])
def test_the_date_is_never_cut(page: Page, own_page: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for language in ("en", "ar", "fa"):
        open_page(page, own_page, f"lang={language}")
        fits = page.locator("#as-of").evaluate(
            """(stamp) => {
                const text = new Range();
                text.selectNodeContents(stamp);
                const own = stamp.getBoundingClientRect();
                const within = (one) => one.left >= own.left - 1 && one.right <= own.right + 1
                    && one.top >= own.top - 1 && one.bottom <= own.bottom + 1;
                const isSeen = own.left >= 0 && own.right <= innerWidth && own.top >= 0;
                return isSeen && stamp.scrollWidth <= stamp.clientWidth + 1
                    && [...text.getClientRects()].every(within);
            }"""
        )
        assert fits, language


def test_what_no_map_may_leave_out(atlas_frame: Frame) -> None:
    expect(atlas_frame.locator("#as-of")).to_have_text(ATLAS.manifest.as_of["en"])
    expect(atlas_frame.locator("#foot")).to_contain_text("imply no endorsement")
    expect(atlas_frame.locator("#foot")).to_contain_text("Natural Earth")
    expect(atlas_frame.locator(".leaflet-control-scale")).to_contain_text("km")
    assert atlas_frame.locator(".leaflet-control-attribution svg").count() == 0  # Leaflet's flag


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_sticks_out_at_any_size(
    page: Page, atlas_frame: Frame, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    for place in (page, atlas_frame):
        assert place.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    box = atlas_frame.locator(".folium-map").bounding_box()
    assert box is not None
    assert box["width"] >= 380
    assert box["height"] >= 250
