"""The briefer's notes on a sheet: each says whose it is, and none looks like a mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from geo.export_options import PAPERS
from geo.sheet import Scene, to_svg
from geo.sheet.scene import Box, Group, Item, Path, groups, texts
from geo.symbology import LINE_STYLES, NOTE, PALETTE
from geo.text.bidi import without_isolates
from geo.text.catalogue import words
from tests.conftest import shipped
from tests.sheet.conftest import Draw, drawn
from tests.sheet.test_sheet import HOSTILE, box_of, written

BAGHDAD, DAMASCUS, OSLO = [44.4, 33.3], [36.3, 33.5], [10.7, 59.9]
TEXT = "Ask the desk"
LONG = "We have asked our own desk about this, and wait for what it says. " * 2
NOTES = [{"at": BAGHDAD, "text": TEXT}, {"at": [47, 36.5], "to": DAMASCUS, "text": "یادداشت"}]


def notes_of(scene: Scene, language: str = "en") -> Group:
    name = words(language, "briefersNote")
    return next(group for group in groups(scene.children) if group.name == name)


def paths(items: tuple[Item, ...]) -> Iterator[Path]:
    for item in items:
        if isinstance(item, Path):
            yield item
        elif isinstance(item, Group):
            yield from paths(item.children)


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
def test_each_note_says_whose_it_is_and_so_does_the_legend(language: str) -> None:
    scene = drawn(shipped(), notes=NOTES, view={"language": language})
    said = [without_isolates(text.text) for text in texts((notes_of(scene, language),))]
    assert said.count(words(language, "briefersNote")) == len(NOTES)
    assert {TEXT, "یادداشت"} <= set(said)
    assert words(language, "briefersNoteMeans") in written(scene)


@pytest.mark.parametrize("notes", [[], [{"at": OSLO, "text": TEXT}]])
def test_without_a_note_on_the_map_nothing_speaks_of_their_look(notes: list[Any]) -> None:
    said = written(drawn(shipped(), notes=notes))
    assert words("en", "briefersNote") not in said
    assert words("en", "briefersNoteMeans") not in said


def test_without_notes_the_sheet_is_the_one_it_was() -> None:
    assert to_svg(drawn(shipped(), notes=[])) == to_svg(drawn(shipped()))


@pytest.mark.parametrize(("extent", "left"), [(None, 1), ([43, 32, 46, 35], 2)])
def test_notes_outside_of_the_map_are_counted_and_not_drawn(
    extent: list[float] | None, left: int
) -> None:
    notes = [*NOTES, {"at": OSLO, "text": "far away"}]
    said = written(drawn(shipped(), notes=notes, view={"extent": extent}))
    assert words("en", "notesBeyond", left) in said
    assert "far away" not in said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("paper", "language"), [*((paper, "en") for paper in PAPERS), ("a4", "fa")]
)
def test_notes_lie_in_the_map_and_no_text_lies_on_another(paper: str, language: str) -> None:
    notes = [
        *NOTES,
        {"at": [51, 37], "text": LONG},
        {"at": [36.0, 34.6], "text": "at the edge"},
        {"at": [44.5, 33.35], "text": "beside the first"},
    ]
    scene = drawn(shipped(), paper=paper, notes=notes, view={"language": language})
    group = notes_of(scene, language)
    assert group.clip
    found = [text for text in texts(scene.children) if not text.angle]
    assert [t.text for t in texts((group,)) if not group.clip.holds(box_of(t))] == []
    own = list(texts((group,)))
    clashes = [
        (a.text, b.text)
        for a in own
        for b in found
        if a is not b and box_of(a).overlaps(box_of(b)) and a.text != b.text
    ]
    assert clashes == []


def test_an_arrow_ends_where_the_window_does() -> None:
    notes = [{"at": BAGHDAD, "to": OSLO, "text": TEXT}]
    scene = drawn(shipped(), notes=notes, view={"extent": [40, 30, 48, 36]})
    group = notes_of(scene)
    assert group.clip
    for path in paths((group,)):
        for run in path.runs:
            assert all(group.clip.inset(-0.1).holds(Box(x, y, 0, 0)) for x, y in run)


def test_the_look_of_notes_is_of_no_basis_mark_or_part() -> None:
    atlas = shipped()
    dashes = {len(style.dash) for style in LINE_STYLES.values()}
    assert len(NOTE.dash) not in dashes
    colours = {atlas.style_of(layer).symbol.colour for layer in atlas.manifest.layers}
    assert PALETTE.note not in colours | {part.hue for part in atlas.manifest.parts}
    inks = {
        path.stroke.colour for path in paths((notes_of(drawn(atlas, notes=NOTES)),)) if path.stroke
    }
    assert inks == {PALETTE.note, PALETTE.paper}


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_only_text(draw: Draw, text: str) -> None:
    middle = [0.5, 0.5]
    scene = draw(notes=[{"at": middle, "text": text[:140]}], view={"extent": [-5, -5, 8, 8]})
    svg = ElementTree.fromstring(to_svg(scene))  # noqa: S314  our own
    assert not list(svg.iter("{http://www.w3.org/2000/svg}script"))
