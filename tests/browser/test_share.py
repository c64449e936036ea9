"""Share · Export: the menu by keyboard, and what it copies and saves."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
import shapely
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Frame, Page, expect

from geo.atlas.reading import load_atlas
from geo.page.style import canvas_style
from tests.browser.conftest import frame_of
from tests.browser.screen import at_rest, open_page
from tests.browser.test_access import violations
from tests.browser.test_copy import pasted

MENU = "#share-menu"


def open_menu(where: Page | Frame) -> None:
    if not where.is_visible("#share-button"):
        where.click("#more")  # a narrow window keeps the menu behind it
    where.click("#share-button")


def choose(where: Page | Frame, item: str) -> None:
    open_menu(where)
    where.click(f"#{item}")


def saved(page: Page, where: Page | Frame, item: str) -> tuple[str, bytes]:
    """Save a file as a person does, and return its name and what is in it."""
    with page.expect_download() as download:
        choose(where, item)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_the_menu_is_gone_through_by_keyboard(page: Page, own_page: str) -> None:
    open_page(page, own_page)
    items = page.locator(f"{MENU} [role=menuitem]")
    page.focus("#share-button")
    page.keyboard.press("ArrowDown")
    expect(items.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(items.last).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(items.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(items.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(MENU)).to_be_hidden()
    expect(page.locator("#share-button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(items.first).to_be_focused()
    page.keyboard.press("Enter")  # copies the link
    expect(page.locator(MENU)).to_be_hidden()
    expect(page.locator("#share-button")).to_be_focused()
    expect(page.locator("#notice")).to_contain_text("Copied")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(page.locator(MENU)).to_be_hidden()
    expect(page.locator("#help")).to_be_focused()


def test_a_click_elsewhere_shuts_the_menu(page: Page, own_page: str) -> None:
    open_page(page, own_page)
    page.click("#share-button")
    page.click("#title")
    expect(page.locator(MENU)).to_be_hidden()
    expect(page.locator("#share-button")).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("width", [1440, 900, 390, 320])
def test_the_menu_is_in_the_window(page: Page, own_page: str, width: int, language: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    open_page(page, own_page, f"lang={language}")
    open_menu(page)
    box = page.locator(MENU).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 844
    words = page.locator(f"{MENU} [role=menuitem]").all_inner_texts()
    assert len(set(words)) == len(words) == 10


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_menu(
    page: Page, own_page: str, language: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_page(page, own_page, f"lang={language}")
    page.click("#share-button")
    assert [found for found in violations(page.main_frame) if "share" in found] == []


def test_a_link_has_the_map_s_place_also_when_nobody_moved_it(page: Page, own_page: str) -> None:
    open_page(page, own_page)
    choose(page, "copy-link")
    expect(page.locator("#notice")).to_contain_text("Copied")
    link = pasted(page)
    assert re.search(r"#at=-?[\d.]+,-?[\d.]+,[\d.]+$", link)
    assert page.url == own_page  # the address itself stays bare
    seen = page.evaluate("[map_atlas.getCenter().lng, map_atlas.getZoom()]")
    page.set_viewport_size({"width": 900, "height": 700})
    open_page(page, link)
    assert page.evaluate("[map_atlas.getCenter().lng, map_atlas.getZoom()]") == pytest.approx(
        seen, abs=0.01
    )


@pytest.mark.parametrize("style", ["chicago", "apa", "plain"])
def test_a_footnote_invents_no_author_and_no_date(page: Page, own_page: str, style: str) -> None:
    open_page(page, own_page, "f=damascus")
    choose(page, f"cite-{style}")
    expect(page.locator("#notice")).to_contain_text("Copied")
    note = pasted(page)
    for words in ("ISIS flocks to Russia", "HuffPost Contributor platform", "[damascus]"):
        assert words in note
    assert "no date printed" in note if style == "plain" else "n.d. [December 2017, inf" in note
    assert re.search(r"[Aa]ccessed|Retrieved", note)
    assert "file:" not in note  # nor the folders of this disk


def test_the_code_to_embed_a_file_has_its_name_alone(page: Page, own_page: str) -> None:
    open_page(page, own_page, "b=stated")
    choose(page, "copy-embed")
    expect(page.locator("#notice")).to_contain_text("In src, put the address")
    note, code = pasted(page).split("\n")
    assert note == "<!-- In src, put the address at which this file will be. -->"
    assert code.startswith('<iframe src="iranian-land-corridor.html#b=stated&#38;at=')


def picture(page: Page, where: Page | Frame) -> Image.Image:
    name, data = saved(page, where, "save-picture")
    assert name.endswith("-map.png")
    return Image.open(io.BytesIO(data)).convert("RGB")


def share(image: Image.Image, colour: str, box: tuple[int, int, int, int]) -> float:
    """Return how much of a part of a picture has a colour, or one next to it."""
    part = image.crop(box)
    bands = ImageChops.difference(part, Image.new("RGB", part.size, colour)).split()
    far = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return sum(far.histogram()[:12]) / (part.width * part.height)


@pytest.mark.parametrize(
    ("width", "language", "scheme"),
    [(1440, "en", "light"), (1440, "ar", "dark"), (390, "fa", "light"), (390, "en", "dark")],
)
def test_the_picture_is_the_map_with_its_headline_and_its_key(
    page: Page, own_page: str, width: int, language: str, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_page(page, own_page, f"lang={language}")
    image = picture(page, page)
    wide, high = page.evaluate("[map_atlas.getSize().x, map_atlas.getSize().y]")
    assert image.width == 2 * wide
    assert image.height > 2 * high + 200
    ink, paper = (canvas_style()["palette"][name] for name in ("ink", "paper"))
    atlas = load_atlas()
    corridor = next(
        atlas.style_of(one) for one in atlas.manifest.layers if one.id == "corridor"
    ).symbol.colour
    head = (0, 0, image.width, 120)
    foot = (0, image.height - 160, image.width, image.height)
    assert 0.01 < share(image, ink, head) < 0.3
    assert share(image, paper, head) > 0.6  # light, also from a dark screen
    assert share(image, paper, foot) > 0.6
    assert share(image, corridor, (0, 120, image.width, image.height - 160)) > 0.001
    edges = [
        (0, 0, 16, 120),
        (image.width - 16, 0, image.width, 120),
        (0, image.height - 8, image.width, image.height),
    ]
    assert all(share(image, paper, edge) == 1 for edge in edges)  # no word is cut off there


def test_the_picture_has_the_lists_of_countries(page: Page, own_page: str) -> None:
    """Where a list stands, what the picture has is what the screen has."""
    open_page(page, own_page)
    box = page.locator(".holder[data-holder=syria], .holder").first.bounding_box()
    window = page.locator(".folium-map").bounding_box()
    assert box is not None
    assert window is not None
    image = picture(page, page)
    seen = Image.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB")
    top = page.evaluate("map_atlas.getSize().y")
    found = min(
        difference(seen, image, int(box["x"] - window["x"]), at + int(box["y"] - window["y"]))
        for at in range(100, image.height // 2 - int(top))
    )
    assert found < 8


def difference(seen: Image.Image, image: Image.Image, left: int, top: int) -> float:
    """Return how far a screenshot is from a part of a picture of twice its size: mean grey."""
    part = image.crop((2 * left, 2 * top, 2 * (left + seen.width), 2 * (top + seen.height)))
    small = [one.convert("L").resize((60, 30)) for one in (seen, part)]
    return float(ImageStat.Stat(ImageChops.difference(*small)).mean[0])


def test_the_claims_are_saved_as_they_are_shown(page: Page, own_page: str) -> None:
    open_page(page, own_page, "b=stated")
    name, data = saved(page, page, "save-csv")
    assert name == "irans-land-corridor-as-one-article-reports-it-claims.csv"
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    known = {claim.id: claim for _, _, claim in load_atlas().each_claim()}
    assert len(rows) > 30
    for row in rows:
        assert row["basis"] == known[row["claim_id"]].basis == "stated"
        assert row["words_as_printed"].removeprefix("'") == (known[row["claim_id"]].words or "")
    assert {row["within"] for row in rows} >= {"Iraq", "Syria"}
    assert not any(row["longitude"] for row in rows if row["within"])


def test_the_marks_are_saved_as_they_are_shown(page: Page, own_page: str) -> None:
    open_page(page, own_page, "l=" + ",".join(layer.id for layer in load_atlas().manifest.layers))
    name, data = saved(page, page, "save-geojson")
    assert name.endswith("-map.geojson")
    features = load_atlas().features
    for one in json.loads(data)["features"]:
        mark = features[one["id"]]
        assert (one["geometry"] is None) == (mark.geometry is None)
        if mark.shape is not None:
            here = shapely.from_geojson(json.dumps(one["geometry"]))
            assert here.is_valid
            assert shapely.get_dimensions(here) == shapely.get_dimensions(mark.shape)
            assert shapely.hausdorff_distance(here, mark.shape) < 0.002
        assert one["properties"].get("within") == mark.properties.within


def test_files_are_saved_from_the_app_s_frame(page: Page, atlas_frame: Frame) -> None:
    for item in ("save-csv", "save-geojson", "save-picture"):
        name, data = saved(page, atlas_frame, item)
        assert name
        assert len(data) > 10_000


def test_the_app_s_page_prints_and_copies(page: Page, atlas_frame: Frame, app_url: str) -> None:
    atlas_frame.evaluate("addEventListener('beforeprint', () => (window.printed = true))")
    choose(atlas_frame, "print-page")
    atlas_frame.wait_for_function("window.printed", polling=50)
    choose(atlas_frame, "copy-embed")
    expect(atlas_frame.locator("#notice")).to_contain_text("Copied")
    assert pasted(page).startswith(f'<iframe src="{app_url}/?at=')
    choose(atlas_frame, "copy-picture")
    expect(atlas_frame.locator("#notice")).to_have_text("Copied: the picture of the map")


def test_the_briefing_panel_is_opened_from_the_menu(page: Page, atlas_frame: Frame) -> None:
    choose(atlas_frame, "open-briefing")
    tab = page.get_by_role("tab", name="Briefing", exact=True)
    expect(tab).to_have_attribute("aria-selected", "true")
    expect(tab).to_be_in_viewport()


def test_a_link_copied_in_the_app_leads_back_to_the_place(
    page: Page, atlas_frame: Frame, app_url: str
) -> None:
    atlas_frame.evaluate("void map_atlas.setView([33, 43], 6.5, { animate: false })")
    at_rest(atlas_frame)
    choose(atlas_frame, "copy-link")
    expect(atlas_frame.locator("#notice")).to_contain_text("Copied")
    link = pasted(page)
    assert link == f"{app_url}/?at=43,33,6.5"
    page.goto("about:blank")
    page.goto(link)
    assert frame_of(page).evaluate("map_atlas.getZoom()") == 6.5
