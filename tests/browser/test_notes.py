"""Notes by the briefer: added, moved, edited, deleted; in the link, the picture and the print."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import combinations
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Frame, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import frame_of
from tests.browser.screen import boxes, open_page, point_of
from tests.browser.test_access import violations

EAST, SOUTH = (50.0, 33.0), (47.0, 31.0)
HOSTILE = "</script><img src=x onerror=alert(1)> \u202e {{ 7 }} 'n\"=&#"
NOTE, ARROW = "n=50,33_Ask+the+desk", "n=47,31,50,33_"
# How many dots of a canvas are of the colour of notes.
INK = """(canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let found = 0;
    for (let i = 0; i < data.length; i += 4) {
        if (data[i] === 0x3b && data[i + 1] === 0x65 && data[i + 2] === 0x92) found += 1;
    }
    return found;
}"""


def notes(frame: Frame) -> list[str]:
    """Return what the grips of the notes on the map are called."""
    found = frame.locator(".note-grip").all()
    return [grip.get_attribute("aria-label") or "" for grip in found]


def ink(frame: Frame, canvas: str = ".leaflet-notes-pane canvas") -> int:
    found: int = frame.locator(canvas).evaluate(INK)
    return found


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    page.mouse.move(*end)
    page.mouse.up()


def middle(frame: Frame, number: int) -> tuple[float, float]:
    """Return the middle of a grip on the screen."""
    box = frame.locator(".note-grip").nth(number).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_note_is_placed_by_a_click_and_is_there_after_a_reload(page: Page, own_page: str) -> None:
    frame = open_page(page, own_page)
    assert ink(frame) == 0
    expect(page.locator(".note-key")).to_be_hidden()
    page.click("#add-note")
    expect(page.locator("#add-note")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#notice")).to_contain_text("Click the place")
    page.mouse.click(*point_of(frame, *EAST))
    expect(page.locator("#note-text")).to_be_focused()
    page.keyboard.type("Ask the desk")
    expect(page.locator("#note-length")).to_have_text("12 of 140 characters")
    page.keyboard.press("Enter")
    expect(page.locator("#note-editor")).to_have_count(0)
    expect(page.locator(".note-grip")).to_be_focused()
    expect(page.locator(".note-key")).to_be_visible()
    expect(page).to_have_url(re.compile(r"#n=[\d.]+,[\d.]+_Ask\+the\+desk$"))
    page.reload()
    page.wait_for_selector(".note-grip")
    assert notes(frame) == ["Note by the briefer: Ask the desk"]
    assert ink(frame) > 20


def test_no_mark_is_chosen_by_the_click_that_places_a_note(page: Page, own_page: str) -> None:
    frame = open_page(page, own_page)
    page.click("#add-note")
    page.mouse.click(*point_of(frame, 51.42, 35.69))
    expect(page.locator("#note-editor")).to_be_visible()
    expect(page.locator("body.chosen")).to_have_count(0)


def test_an_arrow_takes_two_clicks_and_needs_no_text(page: Page, own_page: str) -> None:
    frame = open_page(page, own_page)
    page.click("#add-arrow")
    page.mouse.click(*point_of(frame, *SOUTH))
    expect(page.locator("#notice")).to_contain_text("points to")
    page.mouse.click(*point_of(frame, *EAST))
    page.click("#note-editor [type=submit]")
    expect(page).to_have_url(re.compile(r"#n=[\d.]+,[\d.]+,[\d.]+,[\d.]+_$"))
    assert notes(frame) == ["Note by the briefer", "Note by the briefer: the end of its arrow"]


def test_escape_leaves_everything_as_it_was(page: Page, own_page: str) -> None:
    frame = open_page(page, own_page)
    page.click("#add-note")
    page.keyboard.press("Escape")
    expect(page.locator(".placing")).to_have_count(0)
    page.click("#add-note")
    page.mouse.click(*point_of(frame, *EAST))
    page.keyboard.type("never said")
    page.keyboard.press("Escape")
    expect(page.locator("#note-editor")).to_have_count(0)
    assert notes(frame) == []
    assert ink(frame) == 0
    assert page.url.rstrip("#") == own_page


def test_without_a_mouse(page: Page, own_page: str) -> None:
    frame = open_page(page, own_page)
    page.focus("#add-note")
    page.keyboard.press("Enter")
    page.keyboard.type("Ask the desk")
    page.keyboard.press("Enter")
    expect(page.locator(".note-grip")).to_be_focused()
    before = page.url
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".note-grip")).to_be_focused()
    assert page.url != before
    page.keyboard.press("Enter")
    expect(page.locator("#note-text")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(" again")
    page.keyboard.press("Enter")
    assert notes(frame) == ["Note by the briefer: Ask the desk again"]
    page.keyboard.press("Delete")
    expect(page.locator(".note-grip")).to_have_count(0)
    expect(page.locator("#add-note")).to_be_focused()
    expect(page).not_to_have_url(re.compile("n="))


def test_a_note_is_dragged_edited_and_deleted(page: Page, own_page: str) -> None:
    frame = open_page(page, own_page, f"{NOTE}&{ARROW}&l=corridor")
    x, y = middle(frame, 0)
    drag(page, (x, y), (x - 80, y - 40))
    expect(page).to_have_url(re.compile(r"n=4[6-9][\d.]*,3[3-5][\d.]*_Ask\+the\+desk"))
    drag(page, middle(frame, 2), point_of(frame, 49, 35))
    expect(page).to_have_url(re.compile(r"n=47,31,(49|48\.9\d*|49\.0\d*),3[45][\d.]*_"))
    page.mouse.click(*middle(frame, 0))
    page.fill("#note-text", "Ask again")
    page.click("#note-editor [type=submit]")
    assert notes(frame)[0] == "Note by the briefer: Ask again"
    page.mouse.click(*middle(frame, 0))
    page.click("#note-editor button:last-child")
    expect(page.locator(".note-grip")).to_have_count(2)
    expect(page.locator("body.chosen")).to_have_count(0)


def test_the_way_back_undoes_a_note(page: Page, own_page: str) -> None:
    open_page(page, own_page)
    page.focus("#add-note")
    page.keyboard.press("Enter")
    page.keyboard.type("x")
    page.keyboard.press("Enter")
    expect(page.locator(".note-grip")).to_have_count(1)
    page.go_back()
    expect(page.locator(".note-grip")).to_have_count(0)
    page.go_forward()
    expect(page.locator(".note-grip")).to_have_count(1)


def test_hostile_text_stays_text(page: Page, own_page: str) -> None:
    frame = open_page(page, own_page, f"n=50,33_{quote(HOSTILE)}")
    assert page.locator("img").count() == 0
    assert notes(frame) == [f"Note by the briefer: {HOSTILE.replace(chr(0x202E) + ' ', '')}"]
    page.mouse.click(*middle(frame, 0))
    expect(page.locator("#note-text")).to_have_value(HOSTILE.replace("\u202e ", ""))


def test_what_is_no_note_is_named_and_the_rest_is_shown(page: Page, own_page: str) -> None:
    frame = open_page(page, own_page, f"n=500,33_far&{NOTE}&n=%3Cimg%20src=x%3E")
    expect(page.locator("#notice")).to_contain_text("500,33_far, <img src=x>")
    assert notes(frame) == ["Note by the briefer: Ask the desk"]


def test_a_map_has_no_more_notes_than_can_be_read(page: Page, own_page: str) -> None:
    open_page(page, own_page, "&".join(f"n={35 + i},33_x" for i in range(12)))
    page.click("#add-note")
    expect(page.locator("#notice")).to_contain_text("12 notes at most")
    expect(page.locator(".placing")).to_have_count(0)


@pytest.mark.parametrize("link", ["", "lang=ar", "lang=fa"])
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing(page: Page, own_page: str, link: str, width: int, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    frame = open_page(page, own_page, f"{NOTE}&{ARROW}&{link}")
    assert [one for one in violations(frame) if "note" in one] == []
    page.locator(".note-grip").first.press("Enter")
    expect(page.locator("#note-text")).to_be_focused()
    assert [one for one in violations(frame) if "note" in one] == []
    box, stage = page.locator("#note-editor").bounding_box(), page.locator("#stage").bounding_box()
    assert box
    assert stage
    assert stage["x"] <= box["x"]
    assert box["x"] + box["width"] <= stage["x"] + stage["width"]


def test_a_finger_places_a_note(browser: Any, own_page: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    frame = open_page(page, own_page)
    page.tap("#add-note")
    page.touchscreen.tap(*point_of(frame, 44, 36))
    expect(page.locator("#note-text")).to_be_focused()
    page.fill("#note-text", "x")
    page.tap("#note-editor [type=submit]")
    assert notes(frame) == ["Note by the briefer: x"]
    context.close()


def test_lists_and_names_make_room_for_notes(page: Page, own_page: str) -> None:
    frame = open_page(page, own_page, f"{NOTE}&n=44,30_Ask+the+desk")
    areas = boxes(frame, ".note-grip, .holder")
    assert len(areas) > 2
    assert not any(one.intersection(other).area for one, other in combinations(areas, 2))


def test_the_print_has_the_note_and_the_line_that_says_whose_it_is(
    page: Page, own_page: str
) -> None:
    frame = open_page(page, own_page, NOTE)
    frame.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert ink(frame, "#paper") > 1000
    frame.evaluate("dispatchEvent(new Event('afterprint'))")
    pdf = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = "".join("".join(one.extract_text() for one in pdf.pages).split())
    assert "Notebythebriefer,notfromthearticle" in text


def test_in_the_app_the_link_has_notes_and_its_panel_is_told(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?{NOTE}")
    frame = frame_of(page)
    expect(frame.locator(".note-grip")).to_have_count(1)
    told = page.evaluate(
        """() => new Promise((go) => {
            addEventListener("corridor-atlas:view", ({ detail }) => go(detail.notes));
            dispatchEvent(new CustomEvent("corridor-atlas:ask"));
        })"""
    )
    assert told == [{"at": [50, 33], "text": "Ask the desk"}]
    frame.locator(".note-grip").press("Delete")
    expect(page).not_to_have_url(re.compile("n="))
