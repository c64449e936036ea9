"""The page in the running app: it paints, it switches, it links both ways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Frame, Page, WebSocket, expect

from geo.reading import load_atlas
from tests.browser.screen import at_rest, click_place, in_view, picture, point_of

PMF_BAND = (43.2, 33.3)  # lon, lat of a point in the band
REGULAR_ARMY_BAND = (43.2, 33.0)  # an inferred mark


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
    assert shown == load_atlas().seeds["article"].text


def test_a_switch_changes_the_picture_without_server_or_reload(page: Page, app_url: str) -> None:
    sent: list[str | bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda message: sent.append(message))

    page.on("websocket", listen)
    page.goto(app_url)
    handle = page.wait_for_selector("iframe[sandbox]")
    assert handle is not None
    frame = handle.content_frame()
    assert frame is not None
    frame.wait_for_selector("body.ready")
    at_rest(frame)
    frame.evaluate("window.stillTheSamePage = true")
    assert sent, "the app talks over the websocket that is listened to"
    before, messages = picture(frame), len(sent)

    frame.click("label[for=layer-pmf]")
    hidden = picture(frame)
    frame.click("label[for=layer-pmf]")

    assert hidden != before
    assert picture(frame) == before  # same drawing order, same pixels
    assert len(sent) == messages
    assert frame.evaluate("window.stillTheSamePage")


def test_a_mark_leads_to_its_words(page: Page, atlas_frame: Frame) -> None:
    click_place(page, atlas_frame, *PMF_BAND)
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")
    expect(atlas_frame.locator("#stepper")).to_contain_text("Excerpt 1 of")
    at_rest(atlas_frame)
    assert in_view(atlas_frame, ".piece.chosen")
    frame = page.locator("iframe[sandbox]").bounding_box()
    assert frame is not None
    assert frame["y"] == 0  # only the article scrolled, not the app round it


def test_its_excerpts_can_be_gone_through(page: Page, atlas_frame: Frame) -> None:
    click_place(page, atlas_frame, *PMF_BAND)
    first = atlas_frame.locator(".piece.chosen").first.inner_text()
    atlas_frame.click("#stepper button[aria-label=Next]")
    expect(atlas_frame.locator("#stepper")).to_contain_text("Excerpt 2 of")
    assert atlas_frame.locator(".piece.chosen").first.inner_text() != first
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")


def test_words_lead_to_their_mark(page: Page, atlas_frame: Frame) -> None:
    before: float = atlas_frame.evaluate("map_atlas.getZoom()")
    atlas_frame.click(".piece:has-text('the Popular Mobilization Forces in Iraq')")
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")
    at_rest(atlas_frame)
    assert atlas_frame.evaluate("map_atlas.getZoom()") > before
    box = atlas_frame.locator(".folium-map").bounding_box()
    assert box is not None
    x, y = point_of(atlas_frame, *PMF_BAND)
    assert box["x"] < x < box["x"] + box["width"]
    assert box["y"] < y < box["y"] + box["height"]


def test_the_way_home_shows_the_corridor_whole_and_sharp(atlas_frame: Frame) -> None:
    home: float = atlas_frame.evaluate("map_atlas.getZoom()")
    atlas_frame.click(".piece:has-text('the Popular Mobilization Forces in Iraq')")
    at_rest(atlas_frame)
    atlas_frame.click("#home")
    at_rest(atlas_frame)
    assert atlas_frame.evaluate("map_atlas.getZoom()") == home
    moved = "(layer) => layer.style.transform"
    transform: str = atlas_frame.locator(".atlas-layer").first.evaluate(moved)
    assert "." not in transform  # whole pixels: a part of one blurs the picture


def test_words_can_be_chosen_by_keyboard(atlas_frame: Frame) -> None:
    piece = atlas_frame.locator(".piece", has_text="the regime army in Syria").first
    piece.focus()
    piece.press("Enter")
    expect(atlas_frame.locator("#card h2")).to_contain_text("army")


def test_a_click_beside_all_marks_closes_the_card(page: Page, atlas_frame: Frame) -> None:
    click_place(page, atlas_frame, *PMF_BAND)
    expect(atlas_frame.locator("#stepper")).to_be_visible()
    click_place(page, atlas_frame, 45.0, 39.0)
    expect(atlas_frame.locator("#stepper")).to_be_hidden()
    expect(atlas_frame.locator("#card h2")).to_have_text("What this map rests on")


def test_only_what_the_article_says(page: Page, atlas_frame: Frame) -> None:
    at_rest(atlas_frame)
    before = picture(atlas_frame)
    atlas_frame.click("#article-only")
    assert picture(atlas_frame) != before
    click_place(page, atlas_frame, *REGULAR_ARMY_BAND)
    expect(atlas_frame.locator("#card h2")).to_have_text("What this map rests on")
    click_place(page, atlas_frame, *PMF_BAND)
    assert atlas_frame.locator("#card .claim").count() > 0
    assert atlas_frame.locator("#card .claim:not(.stated)").count() == 0
    atlas_frame.click("#article-only")
    click_place(page, atlas_frame, *REGULAR_ARMY_BAND)
    expect(atlas_frame.locator("#card .badge.inferred").first).to_be_visible()


def test_one_layer_alone_all_and_none(atlas_frame: Frame) -> None:
    checked = "#layers .row[data-layer] input:checked"
    every = atlas_frame.locator("#layers .row[data-layer] input").count()
    atlas_frame.locator(".row[data-layer=irgc] .only").focus()
    atlas_frame.locator(".row[data-layer=irgc] .only").press("Enter")
    assert atlas_frame.locator(checked).count() == 1
    expect(atlas_frame.locator("#layers .count")).to_have_text("Marks shown: 1")
    atlas_frame.click("#none")
    assert atlas_frame.locator(checked).count() == 0
    atlas_frame.click("#all")
    assert atlas_frame.locator(checked).count() == every


def test_a_hidden_mark_takes_no_clicks_and_a_shown_one_does(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.click("label[for=layer-pmf]")
    click_place(page, atlas_frame, *PMF_BAND)
    expect(atlas_frame.locator("#card h2")).to_have_text("What this map rests on")
    atlas_frame.click("label[for=layer-pmf]")
    click_place(page, atlas_frame, *PMF_BAND)
    expect(atlas_frame.locator("#card h2")).to_contain_text("PMF")


def test_who_says_what_stands_side_by_side(page: Page, atlas_frame: Frame) -> None:
    atlas_frame.click(".piece:has-text('Tehran-Damascus route')")
    sides = atlas_frame.locator("#card .dissent .side")
    assert sides.count() >= 2
    text = " ".join(sides.all_inner_texts())
    assert "INSS" in text
    assert "2018-02-14" in text


@pytest.mark.parametrize("width", [390, 1024, 1180, 1280, 1366, 1440])
def test_the_date_is_never_cut(page: Page, own_page: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(own_page)
    for language in ("en", "ar", "fa"):
        page.select_option("#language", language)
        text, room = page.locator("#as-of").evaluate(
            """(stamp) => {
                const text = new Range();
                text.selectNodeContents(stamp);
                const look = getComputedStyle(stamp);
                const px = (what) => parseFloat(look[what]);
                const room = px("width") - 2 * px("paddingLeft") - 2 * px("borderLeftWidth");
                return [text.getBoundingClientRect().width, room];
            }"""
        )
        assert text <= room + 0.01  # a hundredth too little, and dots stand for the year


def test_what_no_map_may_leave_out(atlas_frame: Frame) -> None:
    expect(atlas_frame.locator("#as-of")).to_have_text("As reported, December 2017")
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


# Each layer's canvas beside the layer drawn over all of the frame: how many px differ.
CUT_OFF = """() => {
    const pixels = (layer, draw) => {
        const { x, y } = layer._bounds.getSize();
        const canvas = Object.assign(document.createElement("canvas"), { width: x, height: y });
        const ctx = canvas.getContext("2d");
        draw(ctx, layer._frame(x, y));
        return ctx.getImageData(0, 0, x, y).data;
    };
    const shown = Object.values(map_atlas._layers).filter((one) => one._reach && !one._hidden);
    return shown.map((layer) => {
        const own = layer._canvas;
        const whole = pixels(layer, (ctx, frame) => layer._draw(ctx, frame, 1));
        const part = pixels(layer, (ctx) => {
            if (own.width) ctx.drawImage(own, own.offsetLeft, own.offsetTop);
        });
        return whole.filter((v, i) => i % 4 === 3 && Math.abs(v - part[i]) > 16).length;
    });
}"""


@pytest.mark.parametrize("zoom", [3.5, 5.25, 7, 9])
def test_a_layer_s_canvas_cuts_nothing_off(atlas_frame: Frame, zoom: float) -> None:
    atlas_frame.click("#all")
    atlas_frame.click(".piece:has-text('the regime army in Syria')")
    at_rest(atlas_frame)
    for place in ([33.5, 36.3], [35.7, 51.4], [33.3, 44.4]):
        atlas_frame.evaluate(
            "([zoom, at]) => void map_atlas.setView(at, zoom, { animate: false })", [zoom, place]
        )
        differing = atlas_frame.evaluate(CUT_OFF)
        assert len(differing) > 12
        assert max(differing) <= 6  # px of soft edges


def test_land_is_drawn_while_the_map_is_dragged(page: Page, atlas_frame: Frame) -> None:
    drawn = """() => {
        const layer = Object.values(map_atlas._layers).find((one) => one._reach);
        const corner = map_atlas.containerPointToLayerPoint([0, 0]);
        return layer._bounds.contains(L.bounds(corner, corner.add(map_atlas.getSize())));
    }"""
    atlas_frame.evaluate("void map_atlas.setView([34, 44], 7, { animate: false })")
    x, y = point_of(atlas_frame, 44, 34)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 330, y - 200, steps=8)
    assert atlas_frame.evaluate(drawn)
    page.mouse.up()
