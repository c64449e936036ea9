from __future__ import annotations

from dataclasses import replace

from geo.sheet.label import Label
from geo.sheet.label_placement import Placement, place
from geo.sheet.label_spots import BESIDE, CENTRED, Spot
from geo.sheet.scene import Box, Group, TextStyle

FRAME = Box(0, 0, 200, 100)
STYLE = TextStyle(10)


def label(text: str, at: tuple[float, float] = (100, 50), priority: float = 1) -> Label:
    return Label((text, text[:2]), at, STYLE, BESIDE, priority)


def names(placed: Placement) -> list[str]:
    return [child.name for child in placed.group.children if isinstance(child, Group)]


def test_the_most_wanted_is_placed_first() -> None:
    here = [Label((name,), (100, 50), STYLE, CENTRED, rank) for name, rank in (("b", 2), ("a", 1))]
    assert names(place(here, FRAME, [])) == ["a"]


def test_a_name_makes_way() -> None:
    placed = place([label("Aldport"), label("Brunn")], FRAME, [])
    assert sorted(names(placed)) == ["Aldport", "Brunn"]


def test_a_name_of_the_basemap_that_fits_nowhere_is_left_out() -> None:
    assert names(place([label("Aldport")], FRAME, [FRAME])) == []
    assert names(place([label("Aldport", at=(500, 50))], FRAME, [])) == []


def test_a_shorter_text_is_used_where_its_mark_has_no_room_for_the_longer() -> None:
    own = Box(90, 40, 20, 20)
    one = Label(("SG · Salt Guild", "SG"), (100, 50), STYLE, CENTRED, 1, own=own)
    assert names(place([one], FRAME, [own])) == ["SG"]


def test_names_that_belong_together_are_shown_together_or_not_at_all() -> None:
    pair = [
        Label((name,), at, STYLE, CENTRED, 9, together="ab")
        for name, at in (("a", (50, 50)), ("b", (150, 50)))
    ]
    assert names(place(pair, FRAME, [])) == ["a", "b"]
    assert names(place(pair, FRAME, [Box(140, 40, 20, 20)])) == []
    assert names(place(pair, Box(0, 0, 100, 100), [])) == ["a"]  # the other isn't on this map


def test_a_mark_whose_name_fits_nowhere_is_counted() -> None:
    one = Label(("Aldport",), (100, 50), STYLE, CENTRED, 1, marks=3)
    assert [label.marks for label in place([one], FRAME, [FRAME]).unplaced] == [3]
    assert place([one], FRAME, []).unplaced == ()


def test_a_leader_may_cross_marks_but_no_names_where_its_label_says_so() -> None:
    wall, spots = Box(110, 0, 4, 100), (Spot(40, 0, -1),)
    one = Label(("Brunn",), (100, 50), STYLE, spots, 1, leader=8)
    assert names(place([one], FRAME, [wall])) == []
    crossing = replace(one, crosses=True)
    assert names(place([crossing], FRAME, [wall])) == ["Brunn"]
    assert names(place([crossing], FRAME, [], [wall])) == []
