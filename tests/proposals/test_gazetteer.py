"""A name is found however it is written; the file that ships is the file that is named."""

from __future__ import annotations

import hashlib

import pytest

from geo.proposals.gazetteer import FILE, gazetteer


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("San Salvador", "SV"),
        ("Salalah", "OM"),
        ("Hodeidah", "YE"),
        ("TEHRAN", "IR"),
        ("N’Djamena", "TD"),
        ("القاهرة", "EG"),
        ("UAE", "AE"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, country: str) -> None:
    assert country in [place.country for place in gazetteer().find(name)]


def test_a_name_that_nobody_has_is_not_found() -> None:
    assert gazetteer().find("Xyzzyville") == []
    assert "" not in gazetteer()


def test_the_proposer_names_its_data() -> None:
    digest = hashlib.sha256(FILE.read_bytes()).hexdigest()
    assert gazetteer().proposer.data_sha256 == digest


def test_a_town_refers_to_geonames_and_a_country_to_natural_earth() -> None:
    [state] = [p for p in gazetteer().find("Mali") if p.kind == "country"]
    [town] = [p for p in gazetteer().find("Timbuktu") if p.kind == "town"]
    assert [one and one.source for one in (state.candidate(), town.candidate())] == [
        "natural-earth",
        "geonames",
    ]
    assert (found := town.candidate())
    assert found.refs == {"geonames": "2449067"}
