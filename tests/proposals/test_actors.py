"""Organisations, persons and those who speak are found; titles alone, and places, are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.proposals.actors import propose_actors
from geo.proposals.proposal import Proposal


def found(text: str) -> dict[str, Proposal]:
    return {proposal.quote: proposal for proposal in propose_actors(text)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Malian army left.", "Malian army", "armed-force"),
        ("The Ministry of Transport waits.", "Ministry of Transport", "state"),
        ("Colonel Amadou Sangaré came.", "Colonel Amadou Sangaré", "person"),
        ("It is so, said Leonora Dizon.", "Leonora Dizon", "person"),
        ("CMF ships patrol.", "CMF", "organisation"),
        ("Ansar Allah holds the coast.", "Ansar Allah", "organisation"),
        ("Soldiers of the Guyana Defence Force came.", "Guyana Defence Force", "armed-force"),
    ],
)
def test_actors_are_found(text: str, name: str, kind: str) -> None:
    assert found(text)[name].actor_kind == kind


def test_an_acronym_in_parentheses_is_an_alias_of_its_long_form() -> None:
    text = "The Combined Maritime Forces (CMF) met. The CMF waits."
    assert found(text)["Combined Maritime Forces"].aliases == ("CMF",)
    assert "CMF" not in found(text)


def test_a_person_has_the_name_without_the_title_and_the_surname_as_aliases() -> None:
    assert found("Mayor Ana Diaz left.")["Mayor Ana Diaz"].aliases == ("Ana Diaz", "Diaz")


@pytest.mark.parametrize("text", ["The Minister left.", "Paris is quiet.", "They said so.", ""])
def test_others_are_no_actors(text: str) -> None:
    assert found(text) == {}


@given(st.text(st.sampled_from("Aa (FDA) said General Council of é’\n.🙂"), max_size=200))
def test_whatever_the_text_each_quote_stands_where_it_is_said_to(text: str) -> None:
    for quote, proposal in found(text).items():
        assert proposal.starts
        assert all(text.startswith(quote, start) for start in proposal.starts)
