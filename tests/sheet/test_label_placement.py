from __future__ import annotations

import pytest

from geo.sheet.label import Entry, Label
from geo.sheet.label_placement import OverflowEntry, Placement, place
from geo.sheet.label_spots import BESIDE, CENTRED
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


@pytest.mark.parametrize("count", [1, 30])
def test_for_what_fits_nowhere_a_letter_stands(count: int) -> None:
    wanted = [
        Label((f"A long name {n}",), (10 + 6 * n, 50), STYLE, CENTRED, n, entry=Entry(f"Mark {n}"))
        for n in range(count)
    ]
    wall = Box(0, 49, 200, 2)
    placed = place(wanted, FRAME, [wall])
    entries = [lettered.entry.text for lettered in placed.overflow]
    assert entries == [f"Mark {n}" for n in range(count)]
    assert placed.overflow[0].letter == "a"
    assert "a" in names(placed)
    assert place(wanted, FRAME, [wall], letters=False) == Placement(
        Group("Labels", (), clip=FRAME), ()
    )


def test_a_mark_without_room_for_a_letter_is_still_in_the_overflow() -> None:
    one = Label(("Aldport",), (100, 50), STYLE, CENTRED, 1, entry=Entry("Aldport", "1"))
    overflow = place([one], FRAME, [FRAME]).overflow
    assert overflow == (OverflowEntry("", Entry("Aldport", "1")),)


def test_the_numbers_of_a_mark_join_its_code_or_stand_beside_the_map_without_a_letter() -> None:
    entry = Entry("SG · Salt Guild", "4,5")
    name = Label(("SG",), (100, 50), STYLE, CENTRED, 1, entry=entry)
    tag = Label(("",), (100, 50), STYLE, CENTRED, 2, "4,5", entry=entry)
    joined = place([name, tag], FRAME, [])
    assert names(joined) == ["SG", ""]  # its numbers right beside its code
    assert joined.overflow == ()
    walls = [Box(0, 0, 88, 100), Box(112, 0, 88, 100)]
    placed = place([name, tag], FRAME, walls)
    assert names(placed) == ["SG"]
    assert placed.overflow == (OverflowEntry("", entry),)
