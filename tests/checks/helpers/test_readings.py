"""A word that must not occur is found however the text breaks or writes it."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Found
from tests.conftest import TEXT, Break

ATLAS = "data/atlas.json"


def silent(printed: str, absent: str) -> list[Break]:
    return [
        ("seeds/story.txt", "", TEXT + printed),
        (ATLAS, "silences.0.absent", [absent]),
    ]


@pytest.mark.parametrize(
    ("printed", "absent"),
    [
        ("A pilot.", "pilot "),
        ("A pilot.", " pilot\u200b \u200b"),
        ("The fa-\nre is low.", "fare"),
        ("The fa\u2010 \r\n re is low.", "fare"),
        ("The fa\u00ad\nre is low.", "fare"),
        ("By way of al-\nTanf.", "al-Tanf"),
        ("The f\u2800are.", "fare"),
        ("نسبة ١٢٫٥٪", "12.5%"),
        ("المسؤول", "مسئول"),
        ("المسئول", "مسؤول"),
        ("مسوول", "مسؤول"),
        ("رییس", "رئیس"),
        ("Nothing.", "\u3164"),  # what is blank is found in any text
    ],
)
def test_a_silence_is_broken(found: Found, printed: str, absent: str) -> None:
    assert any("does occur in the text" in one.what for one in found(*silent(printed, absent)))


@pytest.mark.parametrize(
    ("printed", "absent"),
    [("A far-off\nre.", "fare"), ("It is fa - re.", "fare"), ("\u0142\u00f3d", "lod")],
)
def test_a_silence_is_kept(found: Found, printed: str, absent: str) -> None:
    assert not any("does occur" in one.what for one in found(*silent(printed, absent)))
