from __future__ import annotations

import pytest

from geo.sheet.tags import compact


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


@pytest.mark.parametrize(
    ("language", "text"), [("ar", "١–٣,١٢"), ("fa-IR", "۱–۳,۱۲"), ("qaa", "1–3,12")]
)
def test_numbers_are_in_the_digits_of_the_language(language: str, text: str) -> None:
    assert compact([1, 2, 3, 12], language) == text
