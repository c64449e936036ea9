from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.evidence_table import (
    CELL,
    CUT,
    EvidenceRow,
    Said,
    citation,
    evidence_table,
    matching,
)
from geo.atlas.model import Source
from geo.atlas.reading import load_atlas
from tests.conftest import Build, source, texts
from tests.strangers import amplified, written

CORRIDOR = "data/corridor.geojson"
DEPTH = "features.1.properties.claims.1"


def row_of(atlas: Atlas, basis: str, language: str = "en") -> EvidenceRow:
    return next(row for row in evidence_table(atlas, language) if row.basis == basis)


def test_every_claim_is_a_row_with_its_reasons(tiny: Atlas) -> None:
    rows = evidence_table(tiny)
    assert len([row for row in rows if row.basis != "not said"]) == len(tiny.claims)
    assert rows[0].feature == "ferry-west"
    assert rows[0].shown() == {
        "Basis": "stated",
        "Mark": "ferry-west",
        "Actor": "Guild",
        "Claim": "So it is.",
        "Words as printed": "runs a ferry",
        "Said as": "reported",
        "Hedge as printed": "suggest",
        "Quote": "the Salt Guild runs a ferry from Aldport",
        "Date it refers to": "",
        "Inferred from": "",
        "Disputes": "",
        "Disputed by": "So it is. (almanac, no date printed)",
        "Source": "story, no date printed",
    }


def test_an_inference_has_the_excerpts_of_what_it_is_from(tiny: Atlas) -> None:
    row = row_of(tiny, "inferred")
    assert row.shown()["Inferred from"] == "So it is. (story, no date printed)"
    assert row.quotes == ("the Salt Guild runs a ferry from Aldport",)
    assert row.excerpts == ("e-ferry",)
    assert row.sources == ("story, no date printed",)
    assert (row.words, row.modality, row.hedges) == ("", "", ())


def test_who_disputes_what_is_said_at_both(build: Build) -> None:
    sentence = (CORRIDOR, f"{DEPTH}.sentence", texts("The almanac knows no ferry."))
    atlas = load_atlas(build(sentence))
    disputed = row_of(atlas, "background").shown()["Disputes"]
    assert disputed == "So it is. (story, no date printed)"
    by = "The almanac knows no ferry. (almanac, no date printed)"
    assert [row.shown()["Disputed by"] for row in evidence_table(atlas)][:3] == [by, "", ""]


def test_a_relation_of_another_kind_is_no_dispute(build: Build) -> None:
    supports = (CORRIDOR, f"{DEPTH}.relations.0.kind", "supports")
    rows = evidence_table(load_atlas(build(supports)))
    assert {row.disputes or row.disputed_by for row in rows} == {()}


def test_what_is_not_said_is_a_row_too(tiny: Atlas) -> None:
    unsaid = [row for row in evidence_table(tiny) if row.basis == "not said"]
    assert [(row.feature, row.claim) for row in unsaid] == [
        ("", "No price is named."),
        ("ferry-west", "No bridge."),
    ]


def test_sentences_are_in_the_reader_s_language_where_there_are_some(build: Build) -> None:
    both = (CORRIDOR, f"{DEPTH}.sentence", {"en": "So it is.", "fa": "چنین است."})
    atlas = load_atlas(build(both))
    assert row_of(atlas, "background", "fa").claim == "چنین است."
    assert row_of(atlas, "stated", "fa").claim == "So it is."


def test_a_claim_says_of_when_it_speaks(tiny: Atlas) -> None:
    assert row_of(tiny, "background").date == "1901-02"


@pytest.mark.parametrize(
    ("dated", "words"),
    [
        ({}, "Almanac, no date printed"),
        ({"published": "1901"}, "Almanac, 1901"),
        ({"publisher": "Brunn Press", "published": "1901"}, "Brunn Press, Almanac, 1901"),
        (
            {"dated": {"at": "1900/1901", "basis": "inferred", "note": texts("By its tides.")}},
            "Almanac, no date printed; dated 1900 to 1901 by us",
        ),
    ],
)
def test_a_source_is_named_with_its_date_and_whose_date_it_is(
    dated: dict[str, str], words: str
) -> None:
    almanac = source("almanac", "background", **{"title": "Almanac", **dated})
    assert citation(Source.model_validate(almanac)) == words


@pytest.mark.parametrize(
    ("words", "features"),
    [
        ("", ["ferry-west", "ferry-east", "ferry-east", "brunn", "isle-rho", "", "ferry-west"]),
        ("GUILD", ["ferry-west", "ferry-east"]),  # also in what the inference quotes
        ("ferry runs", ["ferry-west", "ferry-east"]),
        ("1901-02", ["ferry-east"]),
        ("🛶", ["isle-rho"]),
        ("nowhere", []),
    ],
)
def test_a_search_finds_the_rows_with_all_its_words(
    tiny: Atlas, words: str, features: list[str]
) -> None:
    assert [row.feature for row in matching(evidence_table(tiny), words)] == features


def test_rows_share_their_texts(tmp_path: Path) -> None:
    """A thousand claims on the same quotes are no thousand copies of these."""
    atlas = load_atlas(written(tmp_path, amplified(claims=2, excerpts=3, length=100)))
    one, other = [row for row in evidence_table(atlas) if row.feature == "tide"]
    assert len(one.quotes) == 4
    assert all(a is b for a, b in zip(one.quotes, other.quotes, strict=True))


def test_a_cell_that_is_too_long_is_cut_and_says_so(tiny: Atlas) -> None:
    quotes = ("x" * CELL, "y")
    shown = replace(evidence_table(tiny)[0], quotes=quotes).shown()["Quote"]
    assert shown == "x" * CELL + CUT
    assert "has it whole" in shown


def test_the_search_looks_into_every_column(tiny: Atlas) -> None:
    row = evidence_table(tiny)[0]
    rows = [
        replace(row, words="zebra"),
        replace(row, hedges=("zebra",)),
        replace(row, date="zebra"),
        replace(row, premises=(Said("zebra", ()),)),
        replace(row, disputes=(Said("So.", ("zebra",)),)),
        replace(row, disputed_by=(Said("zebra", ()),)),
    ]
    assert matching([row, *rows], "zebra") == tuple(rows)
