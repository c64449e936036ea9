from __future__ import annotations

import pytest

from geo.sheet.labels import BESIDE, CENTRED, Label, compact, place
from geo.sheet.scene import Box, Group, Look, Text

FRAME = Box(0, 0, 200, 100)
LOOK = Look(10)


def label(text: str, at: tuple[float, float] = (100, 50), priority: float = 1) -> Label:
    return Label((text, text[:2]), at, LOOK, BESIDE, priority)


def names(group: Group) -> list[str]:
    return [child.name for child in group.children if isinstance(child, Group)]


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([], ""),
        ([3], "3"),
        ([2, 1, 2], "1,2"),
        ([1, 2, 3, 5], "1–3,5"),
        ([9, 4, 5, 6, 7, 11, 12], "4–7,9,11,12"),
    ],
)
def test_numbers_are_written_short(numbers: list[int], text: str) -> None:
    assert compact(numbers) == text


def test_the_most_wanted_is_placed_first() -> None:
    here = [Label((name,), (100, 50), LOOK, CENTRED, rank) for name, rank in (("b", 2), ("a", 1))]
    assert names(place(here, FRAME, [])) == ["a"]


def test_a_name_makes_way() -> None:
    placed = place([label("Aldport"), label("Brunn")], FRAME, [])
    assert sorted(names(placed)) == ["Aldport", "Brunn"]


def test_a_name_that_fits_nowhere_is_left_out() -> None:
    assert names(place([label("Aldport")], FRAME, [FRAME])) == []
    assert names(place([label("Aldport", at=(500, 50))], FRAME, [])) == []


def test_a_shorter_text_is_used_where_its_mark_has_no_room_for_the_longer() -> None:
    own = Box(90, 40, 20, 20)
    one = Label(("SG · Salt Guild", "SG"), (100, 50), LOOK, CENTRED, 1, own=own)
    assert names(place([one], FRAME, [own])) == ["SG"]


def test_names_that_belong_together_are_shown_together_or_not_at_all() -> None:
    pair = [
        Label((name,), at, LOOK, CENTRED, 9, together="ab")
        for name, at in (("a", (50, 50)), ("b", (150, 50)))
    ]
    assert names(place(pair, FRAME, [])) == ["a", "b"]
    assert names(place(pair, FRAME, [Box(140, 40, 20, 20)])) == []
    assert names(place(pair, Box(0, 0, 100, 100), [])) == ["a"]  # the other isn't on this map


def test_a_tag_stands_beside_its_name() -> None:
    one = Label(("Brunn",), (100, 50), LOOK, CENTRED, 1, tag="1–3")
    (group,) = place([one], FRAME, []).children
    assert isinstance(group, Group)
    found = {child.text: child.at[0] for child in group.children if isinstance(child, Text)}
    assert found["Brunn"] < found["1–3"]
