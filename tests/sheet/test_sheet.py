"""The sheet as a whole: what is on it, what isn't, and that nothing lies on anything else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree

import pytest

from geo.export_options import PAPERS
from geo.sheet import Scene, to_svg
from geo.sheet.fonts import width_of
from geo.sheet.scene import Box, Group, Item, Text, texts
from geo.symbology import TLP
from tests.conftest import shipped
from tests.sheet.conftest import Draw, drawn, shipped_sheet

HOSTILE = [
    "</text><script>alert(1)</script>",
    "]]> &amp; <!-- \" ' -->",
    "#set page() $x$ \\ {{ 7 }} %n",
    "\u202egnp.exe \u2028 \u200f",
    "W" * 10_000,
]


def box_of(text: Text) -> Box:
    """Return about where a text's ink is."""
    wide, size = width_of(text.text, text.style), text.style.size
    left = text.at[0] - wide * {"start": 0, "middle": 0.5, "end": 1}[text.anchor]
    return Box(left, text.at[1] - size * 0.72, wide, size * 0.74)


def written(scene: Scene) -> list[str]:
    return [text.text for text in texts(scene.children)]


def group(items: tuple[Item, ...], name: str) -> Group:
    return next(item for item in walk(items) if item.name == name)


def walk(items: tuple[Item, ...]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from walk(item.children)


def marked_sheet(paper: str, language: str) -> Scene:
    return shipped_sheet(paper=paper, view={"language": language}, marking="TLP:AMBER")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar", "fa"])
@pytest.mark.parametrize("paper", PAPERS)
def test_no_text_lies_on_another_or_leaves_the_page(paper: str, language: str) -> None:
    scene = marked_sheet(paper, language)
    page = Box(0, 0, scene.width, scene.height)
    found = list(texts(scene.children))
    assert len(found) > 40
    assert [t.text for t in found if not page.inset(4).holds(box_of(t))] == []
    level = [text for text in found if not text.angle]
    clashes = [(a.text, b.text) for a, b in combinations(level, 2) if box_of(a).overlaps(box_of(b))]
    assert clashes == []


@pytest.mark.parametrize("paper", PAPERS)
def test_no_text_is_too_small_to_read_in_print(paper: str) -> None:
    scene = marked_sheet(paper, "en")
    foot = list(texts((group(scene.children, "Sources"),)))
    others = [text for text in texts(scene.children) if text not in foot]
    assert min(text.style.size for text in foot) >= 7
    assert min(text.style.size for text in others) >= 8


def test_it_says_what_a_map_must_say() -> None:
    said = "\n".join(written(shipped_sheet(address="https://example.org/atlas")))
    for words in (
        "As reported, December 2017",
        "Boundaries and names shown imply no endorsement.",
        "Lambert conformal conic",
        "made 2026-01-02",
        "29633ac69937",
        shipped().digest[:12],
        "ISIS flocks to Russia as Iran Consolidates",
        "Natural Earth",
        "What the article does not say",
        "use reported",
        "https://example.org/atlas",
    ):
        assert words in said


def test_the_headline_its_hedge_the_dispute_and_the_source_stand_above_all_else() -> None:
    atlas = shipped()
    headline, genre = atlas.manifest.headline, atlas.article.genre
    assert headline
    assert headline.dispute
    assert headline.dispute.short
    assert genre
    head = group(shipped_sheet().children, "Title")
    said = "".join(text.text for text in texts((head,))).replace(" ", "")
    for one in (headline.sentence, headline.hedge, headline.dispute.short, genre):
        assert one["en"].replace(" ", "") in said
    assert "gradeC" in said


def test_a_title_of_the_briefers_own_replaces_the_headline() -> None:
    said = written(shipped_sheet(title="My title", subtitle="My subtitle"))
    assert {"My title", "My subtitle"} <= set(said)
    assert not any(text.startswith("Reports suggest that Iran") for text in said)


@pytest.mark.parametrize("paper", PAPERS)
def test_findings_are_numbered_and_each_has_its_words(paper: str) -> None:
    atlas = shipped()
    notes = [t.text for t in texts((group(marked_sheet(paper, "en").children, "Notes"),))]
    said = "".join(notes).replace(" ", "")
    assert "What the article does not say" in notes
    assert any(text.endswith("more in the dossier") for text in notes)
    for number, finding in enumerate(atlas.manifest.findings, 1):
        assert str(number) in notes
        printed = [atlas.claims[one].words or "" for one in finding.claims]
        assert all(f"“{words}”".replace(" ", "") in said for words in printed)


def test_the_articles_words_stand_in_a_serif_and_in_their_language() -> None:
    scene = shipped_sheet(view={"language": "ar"})
    serifs = [text for text in texts(scene.children) if text.style.serif]
    assert any("guaranteed by the Popular" in text.text for text in serifs)
    assert {text.language for text in serifs} == {"en", ""}  # "" is the sample in the key


def test_a_map_alone_has_no_number_that_nothing_explains() -> None:
    scene = shipped_sheet(style="map")
    assert not any(one.name == "Notes" for one in walk(scene.children))
    map_ = [text.text for text in texts((group(scene.children, "Map"),))]
    assert [text for text in map_ if text.isdigit() and text != "0"] == []


def test_what_lies_outside_the_frame_is_said_to_be() -> None:
    said = written(shipped_sheet())
    assert "Outside this map: Off the corridor, Arab coalition" in said


def test_what_is_said_of_a_whole_that_is_hidden_is_not_said_to_lie_outside() -> None:
    said = " ".join(written(shipped_sheet(view={"layers": ["irgc"]}))).replace("  ", " ")
    assert "Said of what is not shown here: Iranian Revolutionary Guards" in said
    assert "Outside this map" not in said


def test_what_is_hidden_is_nowhere_on_the_sheet() -> None:
    svg = to_svg(shipped_sheet(view={"layers": ["pmf"]}))
    for words in ("IRGC “supervising", ">Damascus<", "use reported", "al-Tanf"):
        assert words not in svg


@pytest.mark.parametrize("marking", ["", *TLP, "For official use"])
def test_the_marking_stands_at_head_and_foot(draw: Draw, marking: str) -> None:
    scene = draw(marking=marking)
    found = [text for text in texts(scene.children) if marking and text.text == marking]
    assert len(found) == (2 if marking else 0)
    if found:
        assert found[0].at[1] < 20 < scene.height - 20 < found[1].at[1]


LONG = "WORDS of a handling caveat that is as long as a marking may be " * 3


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("text", [LONG[:190].strip(), "W" * 200])
def test_a_long_title_and_a_long_marking_are_whole(draw: Draw, paper: str, text: str) -> None:
    scene = draw(paper=paper, title=text, marking=text)
    title = [one.text for one in texts((group(scene.children, "Headline"),))]
    marking = [one.text for one in texts((group(scene.children, "Marking"),))]
    bare = text.replace(" ", "")
    assert "".join(title).replace(" ", "") == bare
    assert "".join(marking).replace(" ", "") == bare * 2


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("marking", "start"), [("SECRET نص", "\u2066"), ("سري SECRET", "\u2067")])
def test_a_marking_keeps_its_own_direction(language: str, marking: str, start: str) -> None:
    said = written(shipped_sheet(marking=marking, view={"language": language}))
    assert said.count(f"{start}{marking}\u2069") == 2


def test_what_no_font_has_is_spelled_out() -> None:
    said = written(shipped_sheet(title="Boats \U0001f6f6", marking="\U0001f680"))
    assert "Boats [canoe]" in said
    assert said.count("[rocket]") == 2


@pytest.mark.parametrize("view", [{"layers": ["unplaced"]}, {"extent": [100, 20, 120, 30]}])
def test_a_sheet_that_shows_nothing_says_so(view: dict[str, object]) -> None:
    said = " ".join(written(shipped_sheet(view=view)))
    assert "Nothing that is to be shown lies on this map." in said


@pytest.mark.parametrize(
    ("extent", "ends"),
    [([41, 32, 50, 37], False), ([-20, 10, 100, 60], True), ([100, 20, 120, 30], True)],
)
def test_where_the_basemap_ends_the_sheet_says_so(extent: list[float], ends: bool) -> None:
    said = written(shipped_sheet(view={"extent": extent}))
    assert ("no basemap here" in said) == ends


def test_islands_that_end_of_themselves_have_no_edge(draw: Draw) -> None:
    assert "no basemap here" not in written(draw())


def test_an_extent_is_framed_and_the_rest_is_veiled(draw: Draw) -> None:
    scene = draw(view={"extent": [10, 0, 14, 4]})
    assert group(scene.children, "Outside the view")
    assert not any(one.name == "Outside the view" for one in walk(draw().children))


def test_the_graticule_is_drawn_when_asked_for() -> None:
    said, without = written(shipped_sheet(graticule=True)), written(shipped_sheet())
    for degrees in ("° N", "° E"):
        assert any(text.endswith(degrees) for text in said)
        assert not any(text.endswith(degrees) for text in without)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str, draw: Draw) -> None:
    scene = draw(title=text[:200], subtitle=text[:200], marking=text[:200])
    root = ElementTree.fromstring(to_svg(scene))  # noqa: S314  our own text
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    allowed = {"svg", "title", "desc", "defs", "pattern", "rect", "path", "circle", "g", "text"}
    assert tags <= allowed | {"clipPath"}
    page = Box(0, 0, scene.width, scene.height)
    assert all(page.holds(box_of(one)) for one in texts(scene.children))


def test_the_same_options_give_the_same_sheet() -> None:
    assert to_svg(drawn(shipped())) == to_svg(drawn(shipped()))


@pytest.mark.parametrize(
    "extent",
    [
        (-180, -90, 180, 90),
        (30, -10, 50, 10),
        (-170, 20, 170, 60),
        (0, 80, 20, 90),
        (44, 33, 44.001, 33.001),
        (-120, -90, -60, 90),
        (-120, -60, -60, 60),
        (0, -90, 20, -89),
        (-90, -10.5, -70, 9.6),
    ],
)
def test_any_extent_can_be_drawn(extent: tuple[float, ...]) -> None:
    svg = to_svg(shipped_sheet(view={"extent": extent}, graticule=True))
    assert "nan" not in svg
    assert "inf " not in svg


def test_a_text_is_as_wide_in_any_font() -> None:
    root = ElementTree.fromstring(to_svg(shipped_sheet()))  # noqa: S314  our own text
    found = [one for one in root.iter() if one.tag.endswith("}text")]
    assert all("textLength" in one.attrib or "letter-spacing" in one.attrib for one in found)
    assert all(one.attrib["font-family"].endswith("serif") for one in found)


@pytest.mark.parametrize("count", [1, 11])
def test_a_link_has_its_code(count: int) -> None:
    layers = [layer.id for layer in shipped().manifest.layers][:count]
    scene = shipped_sheet(view={"layers": layers}, address="https://atlas.example.org/app")
    foot = group(scene.children, "Sources")
    assert not all(isinstance(item, Text) for item in foot.children)
