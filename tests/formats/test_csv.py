from __future__ import annotations

import csv
import io

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas
from geo.atlas.view import View
from geo.formats import ExportOptions, render
from geo.formats.csv import guarded, unguarded
from tests.conftest import WHOLE, Build, shipped


def rows(atlas: Atlas, options: ExportOptions | None = None) -> list[dict[str, str]]:
    data = render(atlas, "csv", options or ExportOptions())
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return [
        {name: unguarded(cell) for name, cell in row.items()}
        for row in csv.DictReader(text, strict=True)
    ]


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"),
        *("'quoted'", "'=1", "''"),
    ],
)
def test_a_formula_is_guarded_and_comes_back(cell: str) -> None:
    assert guarded(cell).startswith("'")
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "plain", "1=1", "“quoted”", "2017-12", "الممر"])
def test_what_is_no_formula_is_left_alone(cell: str) -> None:
    assert guarded(cell) == cell == unguarded(cell)


def test_the_table_is_what_a_spreadsheet_asks_for(tiny: Atlas) -> None:
    data = render(tiny, "csv", ExportOptions())
    assert data.startswith(b'\xef\xbb\xbf"basis","mark",')
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines.pop() == ""
    assert all(line.startswith('"') and line.endswith('"') for line in lines)


def test_every_quote_of_the_atlas_that_ships_stands_in_its_source() -> None:
    atlas = shipped()
    view = View(layers=frozenset(layer.id for layer in atlas.manifest.layers))
    found = [row for row in rows(atlas, ExportOptions(view=view)) if row["quote"]]
    assert {row["excerpt_id"] for row in found} == set(atlas.excerpts)
    text = atlas.source_texts[atlas.article.id].text
    for row in found:
        assert text[int(row["char_start"]) : int(row["char_end"])] == row["quote"]
        assert row["source_sha256"] == atlas.article.sha256
    assert {row["claim_id"] for row in rows(atlas, ExportOptions(view=view))} - {""} == set(
        atlas.claims
    )


def test_a_row_is_a_reason_and_says_where_to_check_it(tiny: Atlas) -> None:
    first = rows(tiny, ExportOptions(marking="TLP:GREEN"))[0]
    assert first["quote"] == "the Salt Guild runs a ferry from Aldport"
    assert (first["paragraph"], first["hedge_as_printed"]) == ("2", "suggest")
    assert first["published"] == "no date printed"
    assert (first["marking"], first["as_of"]) == ("TLP:GREEN", "as_of")
    assert (first["disclaimer"], first["atlas_sha256"]) == ("disclaimer", tiny.digest)
    assert first["view"].startswith("layers: as the map opens; bases: background,")


def test_what_weakens_a_claim_stands_with_its_words(build: Build) -> None:
    said = ("words_as_printed", "modality", "hedge_as_printed")
    found = {
        row["claim_id"]: tuple(row[column] for column in said)
        for row in rows(load_atlas(build(*WHOLE)))
        if row["claim_id"]
    }
    assert found["c-west"] == ("runs a ferry", "reported", "suggest")
    assert found["c-boats"] == ("runs", "asserted", "")
    assert found["c-watch"] == ("guards", "asserted", "")
    assert found["c-east"] == found["c-depth"] == ("", "", "")  # ours; a background source's


def test_what_is_inferred_has_the_quotes_of_its_premises(tiny: Atlas) -> None:
    found = {row["claim_id"]: row for row in rows(tiny)}
    east, west = found["c-east"], found["c-west"]
    assert (east["reason"], east["claim_note"], east["premises"]) == (
        "1",
        "It has to land.",
        "c-west",
    )
    assert (east["quote"], east["excerpt_id"]) == (west["quote"], "e-ferry")


def test_what_rests_on_no_text_and_what_is_not_said_are_rows(build: Build) -> None:
    path = "features.1.properties.claims.0.from"
    tiny = load_atlas(build(("data/corridor.geojson", path, ["c-depth"])))
    found = {row["claim_id"]: row for row in rows(tiny)}
    assert (found["c-east"]["reason"], found["c-east"]["claim_note"]) == ("", "It has to land.")
    assert (found["c-depth"]["source"], found["c-depth"]["at"]) == ("almanac", "1901-02")
    assert found["c-depth"]["relations"] == "contradicts c-west"
    unsaid = [row["claim"] for row in rows(tiny) if row["basis"] == "not said"]
    assert unsaid == ["No price is named.", "No bridge."]
