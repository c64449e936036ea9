"""Names of places are found with their candidates; other names, and common words, are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.proposals.gazetteer import gazetteer
from geo.proposals.places import MOST, propose_places, ranked


def found(text: str) -> list[str]:
    return [proposal.quote for proposal in propose_places(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trucks left Khartoum for Port Sudan.", ["Khartoum", "Port Sudan"]),
        ("Ships pass the Bab el-Mandeb Strait.", ["Bab el-Mandeb Strait"]),
        ("They met in the Gulf of Tadjoura.", ["Gulf of Tadjoura"]),
        ("The Labbezanga crossing is shut.", ["Labbezanga crossing"]),
        ("Guards stand near the village of Anéfis.", ["Anéfis"]),
        (
            "It lies off Port of Spain, Trinidad and Tobago.",
            ["Port of Spain", "Trinidad and Tobago"],
        ),
        ("They met in St. Petersburg.", ["St. Petersburg"]),
        ("Fighting spread to western Ukraine.", ["Ukraine"]),
        ("Hodeidah's harbour is closed.", ["Hodeidah"]),
        ("وصلت الشاحنات الى مصر.", ["مصر"]),
    ],
)
def test_places_are_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Washington Post reported it.",
        "The China Coast Guard left in May.",
        "According to Brigadier Fraser, nobody came.",
        "President Georgia Bright said no.",
        "French President Emmanuel Macron left. Faith in Macron is rare.",
        "As of Monday nothing had changed.",
        "a mobile home, a nice bath",
        "",
    ],
)
def test_other_names_are_no_places(text: str) -> None:
    assert found(text) == []


def test_a_name_has_all_of_its_mentions_and_its_capitals_as_an_alias() -> None:
    text = "MANILA — A ship left Manila. Manila is silent."
    [manila] = propose_places(text)
    assert [text[start : start + 6] for start in manila.starts] == ["Manila", "Manila"]
    assert manila.aliases == ("MANILA",)


def test_candidates_of_a_country_that_the_text_names_come_first() -> None:
    [alone] = [one for one in propose_places("A bomb fell on Tripoli.") if one.quote == "Tripoli"]
    [named] = [
        one
        for one in propose_places("In Lebanon, a bomb fell on Tripoli.")
        if one.quote == "Tripoli"
    ]
    assert alone.candidates[0].country == "LY"
    assert named.candidates[0].country == "LB"
    assert len(named.candidates) <= MOST


def test_a_country_comes_before_towns_of_its_name() -> None:
    first, *_ = ranked(gazetteer().find("Georgia"), frozenset())
    assert first.kind == "country"


def test_what_no_source_gives_a_position_has_no_candidate() -> None:
    [river] = propose_places("It follows the Aras River.")
    assert river.candidates == ()


def test_names_are_filled_in_where_the_gazetteer_has_them() -> None:
    [yemen] = propose_places("Yemen is quiet.")
    assert yemen.names == {"en": "Yemen", "ar": "اليمن", "fa": "یمن"}


def test_a_verb_of_speech_is_said() -> None:
    [niamey] = propose_places("Niamey denies it.")
    assert "it may mean a government" in niamey.why


@given(st.text(st.sampled_from("AaBé \n’'-.,()“”Paris London of the سوريا 🙂"), max_size=200))
def test_whatever_the_text_each_quote_stands_where_it_is_said_to(text: str) -> None:
    for proposal in propose_places(text):
        assert proposal.starts
        assert all(text.startswith(proposal.quote, start) for start in proposal.starts)
