"""Paper: what a browser prints of the page, read back from the PDF it makes."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from geo.atlas.reading import load_atlas
from tests.browser.screen import open_page

ATLAS = load_atlas()
ARTICLE = ATLAS.source_texts[ATLAS.article.id].text
TALL = (595, 842)  # A4 in points
TITLE = 17  # points


def printed(page: Page, address: str, **options: Any) -> PdfReader:
    """Open the page, and print it as a person would: no background asked for, A4."""
    open_page(page, address)
    return PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True, **options)))


def squeezed(text: str) -> str:
    """Return the letters, none joined to another: in a PDF a line may end without a blank."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def letters(pdf: PdfReader) -> str:
    text = "\n".join(page.extract_text() for page in pdf.pages)
    return squeezed(re.sub(r"^\d+$", "", text, flags=re.MULTILINE))  # the paragraphs' numbers


def article_in_parts() -> list[str]:
    """Cut the article before each excerpt: that is where an actor's code may stand."""
    starts = {excerpt.position.start for excerpt in ATLAS.excerpts.values()}
    ends = [end for end, character in enumerate(ARTICLE) if character == "\n"]
    cuts = sorted({0, *starts, *ends, len(ARTICLE)})
    parts = (squeezed(ARTICLE[a:b]) for a, b in pairwise(cuts))
    return [part for part in parts if part]


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
def test_the_article_is_printed_whole_and_sealed(page: Page, own_page: str, language: str) -> None:
    pdf = printed(page, f"{own_page}#lang={language}")
    text = letters(pdf)
    assert 3 <= len(pdf.pages) <= 5
    at = 0
    for part in article_in_parts():
        assert part in text[at:], part
        at = text.index(part, at) + len(part)
    assert ATLAS.digest[:12] in text[at:]
    assert "NaturalEarth" in text[at:]


def test_head_key_silences_and_disclaimer_are_printed(page: Page, own_page: str) -> None:
    text = letters(printed(page, own_page))
    manifest = ATLAS.manifest
    headline = manifest.headline
    assert headline is not None
    assert headline.dispute is not None
    first = (headline.sentence, headline.hedge, headline.dispute.sentence)
    for names in (manifest.title, *first, manifest.as_of, manifest.disclaimer):
        assert squeezed(names["en"]) in text
    for silence in manifest.silences:
        assert squeezed(silence.sentence["en"]) in text
    assert "PopularMobilizationForces" in text
    assert "TalAfarandSinjar" not in text  # that layer is off


def test_nothing_that_is_there_to_be_touched_is_printed(page: Page, own_page: str) -> None:
    text = letters(printed(page, f"{own_page}#f=pmf-iraq"))
    for label in ("Copylink", "▶", "Search(Ctrl", "Onlywhatthe", "English", "Excerpt1of", "⤢"):
        assert label not in text


SHAPES = [
    ("en", 1440, 900, False),
    ("en", 1440, 900, True),
    ("ar", 1440, 900, False),
    ("ar", 1024, 768, True),
    ("fa", 390, 844, False),
]


@pytest.mark.parametrize(("language", "width", "height", "landscape"), SHAPES)
def test_nothing_sticks_out(
    page: Page, own_page: str, language: str, width: int, height: int, landscape: bool
) -> None:
    """A browser shrinks pages of which something sticks out: then their type is too small."""
    page.set_viewport_size({"width": width, "height": height})
    pdf = printed(page, f"{own_page}#f=pmf-iraq&lang={language}", landscape=landscape)
    first = pdf.pages[0]
    assert tuple(map(int, first.mediabox[2:])) == (TALL[::-1] if landscape else TALL)
    heights: list[float] = []

    def read(text: str, cm: list[float], tm: list[float], _: Any, height: float) -> None:
        if text.strip():
            heights.append(cm[0] * tm[0] * height)

    first.extract_text(visitor_text=read)
    assert heights[0] == pytest.approx(TITLE, abs=0.2)


def test_the_card_of_the_selected_mark_is_printed_whole(page: Page, own_page: str) -> None:
    text = letters(printed(page, f"{own_page}#f=pmf-iraq"))
    for claim in ATLAS.features["pmf-iraq"].properties.claims:
        assert squeezed(claim.sentence["en"]) in text
        for excerpt in claim.excerpts:
            assert squeezed(f"“{ATLAS.excerpts[excerpt].quote.exact}”") in text


def test_a_table_is_printed_where_one_is_seen(page: Page, own_page: str) -> None:
    open_page(page, own_page)
    page.click("#views [data-view=table]")
    text = letters(PdfReader(BytesIO(page.pdf(format="A4"))))
    assert "NameLayerKindBasisWhereClaims" in text
    assert text.count("alongtheway") == len(ATLAS.corridor)


def test_dark_or_in_a_briefing_the_same_is_printed(page: Page, own_page: str) -> None:
    """The map in a briefing has another size, and its card a stop; the article is the same."""
    light = printed(page, f"{own_page}#f=pmf-iraq")
    page.emulate_media(color_scheme="dark")
    dark = printed(page, f"{own_page}#f=pmf-iraq")
    briefing = printed(page, f"{own_page}#f=pmf-iraq&t=3")
    last = [pdf.pages[-1].get_contents() for pdf in (light, dark)]
    assert last[0] is not None
    assert last[1] is not None
    assert last[0].get_data() == last[1].get_data()  # colours and all
    first = article_in_parts()[0]
    onwards = [letters(pdf)[letters(pdf).rindex(first) :] for pdf in (light, briefing)]
    assert onwards[0] == onwards[1]
    assert article_in_parts()[-1] in onwards[0]


def test_the_map_is_drawn_finer_for_paper_and_left_as_it_was(page: Page, own_page: str) -> None:
    open_page(page, own_page)
    wide: int = page.evaluate("map_atlas.getSize().x")
    page.evaluate("addEventListener('beforeprint', () => window.dots = paper.width)")
    page.pdf()
    assert page.evaluate("window.dots") == 3 * wide
    assert page.locator("#paper").count() == 0
    assert page.url == own_page
