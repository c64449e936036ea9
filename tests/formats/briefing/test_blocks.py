from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.formats.briefing.blocks import LEAST, Block, fitted, flow, measure, stacked, text_paragraph
from geo.sheet.scene import TextStyle

STYLE = TextStyle(10)


def block(*texts: str, width: float = 200) -> Block:
    return Block(0, 0, width, tuple(text_paragraph(text, STYLE) for text in texts))


@pytest.mark.parametrize("text", ["word " * 40, "W" * 120, "خط " * 60])
def test_a_text_gets_as_small_as_it_has_to_be(text: str) -> None:
    small = fitted(block(text), 60)
    ((said, style),) = small.paragraphs[0].runs
    assert said == text
    assert style.size < STYLE.size
    assert small.height <= 60


def test_no_text_gets_smaller_than_is_legible() -> None:
    small = fitted(block("word " * 400), 60)
    ((said, style),) = small.paragraphs[0].runs
    assert (said, style.size) == ("word " * 400, LEAST)


@given(text=st.text(st.sampled_from("ab –خط"), max_size=900), room=st.floats(15, 80))
def test_a_text_that_is_broken_over_columns_is_whole_and_keeps_its_size(
    text: str, room: float
) -> None:
    columns = flow([block(text)], 5, room)
    parts = [part for column in columns for one in column for part in one.paragraphs]
    assert "".join(part.text for part in parts) == text
    assert {style.size for part in parts for _, style in part.runs} <= {STYLE.size}
    assert all(one.y + one.height <= room + 0.01 for column in columns for one in column)


def test_what_fits_keeps_its_size() -> None:
    assert fitted(block("word"), 20) == block("word")


def test_a_word_that_is_too_long_takes_as_many_lines_as_it_needs() -> None:
    wide = measure("W" * 30, STYLE)
    one, four = (block("W" * 30, width=room) for room in (wide + 9, wide / 3.5))
    assert four.height > 3 * one.height


def test_a_text_reads_its_own_way() -> None:
    assert [p.rtl for p in block("The IRGC", "الممر").paragraphs] == [False, True]


@pytest.mark.parametrize(
    ("heights", "by", "found"),
    [
        ([], 1, []),
        ([40, 40], 1, [[0, 1]]),
        ([30] * 4, 1, [[0, 1], [2, 3]]),  # and not three and one
        ([30, 30], 2, [[0], [1]]),
        ([120, 10], 1, [[0], [1]]),  # what is too high stands alone
    ],
)
def test_columns_are_as_few_as_may_be_and_evenly_filled(
    heights: list[float], by: int, found: list[list[int]]
) -> None:
    columns = stacked(heights, 5, 100, by)
    assert [[index for index, _ in column] for column in columns] == found
    assert all(column[0][1] == 0 for column in columns)


def test_a_block_too_high_for_a_column_goes_on_in_the_next() -> None:
    texts = [f"line {n}" for n in range(9)]
    columns = flow([block(*texts)], 5, 60)
    assert len(columns) > 1
    assert [p.text for column in columns for part in column for p in part.paragraphs] == texts
    assert all(part.height <= 60 for column in columns for part in column)
