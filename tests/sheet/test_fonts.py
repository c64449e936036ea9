from __future__ import annotations

import pytest

from geo.sheet.fonts import elided, is_arabic, width_of, wrapped
from geo.sheet.scene import TextStyle

PLAIN = TextStyle(10)


@pytest.mark.parametrize(
    ("text", "ems"),
    [("", 0.0), ("i", 0.258), ("W", 0.931), ("Tehran", 3.2), ("دمشق", 2.44)],
)
def test_a_text_is_as_wide_as_its_shaped_letters(text: str, ems: float) -> None:
    assert width_of(text, PLAIN) == pytest.approx(ems * 10, rel=0.1)


def test_joined_letters_are_narrower_than_letters_apart() -> None:
    assert width_of("بيت", PLAIN) < sum(width_of(letter, PLAIN) for letter in "بيت")


def test_letters_are_spaced_out_but_not_joined_ones() -> None:
    spaced = TextStyle(10, spacing=2)
    assert width_of("ab", spaced) == width_of("ab", PLAIN) + 4
    assert width_of("بيت", spaced) == width_of("بيت", PLAIN)


@pytest.mark.parametrize("text", ["short", "W" * 10_000, "كلمة " * 3000, "a\u202eb"])
@pytest.mark.parametrize("room", [3.0, 40.0, 200.0])
def test_no_text_is_wider_than_its_room(text: str, room: float) -> None:
    line = elided(text, PLAIN, room)
    assert width_of(line, PLAIN) <= max(room, width_of("…", PLAIN))
    assert line == text or line.endswith("…")


def test_lines_hold_all_words_in_order() -> None:
    text = "one two three four five six"
    lines = wrapped(text, PLAIN, 60)
    assert len(lines) > 1
    assert " ".join(lines) == text
    assert all(width_of(line, PLAIN) <= 60 for line in lines)


def test_what_is_over_says_so() -> None:
    lines = wrapped("one two three four five six", PLAIN, 60, lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_scripts_are_told_apart() -> None:
    assert is_arabic("abc ایران")
    assert not is_arabic("Tehran – 2017")
