"""An atlas as tables, for those who know geopandas and pandas."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas
import pytest

from geo import AtlasError, View, open_atlas
from geo.library import Atlas
from tests.conftest import Build


@pytest.fixture
def ferry(build: Build) -> Atlas:
    return open_atlas(build())


def test_a_row_a_feature_in_lon_lat(ferry: Atlas) -> None:
    gdf = ferry.gdf("corridor")
    assert list(gdf.index) == ["ferry-west", "ferry-east"]
    assert gdf.crs == "EPSG:4326"
    assert list(gdf.total_bounds) == [11, 1, 16, 2]
    assert list(gdf.basis) == ["stated", "inferred"]
    assert list(gdf.claims) == [1, 2]


def test_a_row_says_what_it_rests_on(ferry: Atlas) -> None:
    row = ferry.gdf("corridor").loc["ferry-west"]
    claim = ferry.features["ferry-west"].claims[0]
    excerpt = ferry.excerpts[claim.excerpts[0]]
    assert row.quotes == excerpt.quote.exact
    assert row.sources.startswith(ferry.article.publisher or ferry.article.title)
    assert (row.words, row.modality) == (claim.words, claim.modality)


def test_names_are_in_the_language_asked_for() -> None:
    forces = open_atlas().gdf("forces", language="ar")
    assert set(forces.language) == {"ar"}
    assert list(forces.name) == list(forces.name_ar)
    assert list(forces.name) != list(forces.name_en)


def test_what_is_placed_nowhere_has_no_geometry() -> None:
    forces = open_atlas().gdf("forces")
    assert forces.geometry.isna().all()
    assert forces.loc["pmf-iraq", "within"] == "iraq"
    assert isinstance(forces.loc["pmf-iraq", "part"], str)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("forces", ["brunn"]),
        ("guards", ["brunn"]),
        (None, ["ferry-west", "ferry-east", "brunn", "isle-rho"]),
    ],
)
def test_a_collection_a_layer_or_all(name: str | None, ids: list[str], ferry: Atlas) -> None:
    assert list(ferry.gdf(name).index) == ids


def test_nothing_is_a_table_with_the_same_columns(ferry: Atlas) -> None:
    none = ferry.select(View(layers=frozenset())).gdf("forces")
    assert len(none) == 0
    assert list(none.columns) == list(ferry.gdf().columns)


def test_a_table_can_be_written(ferry: Atlas, tmp_path: Path) -> None:
    gdf = ferry.gdf()
    gdf.to_file(tmp_path / "ferry.gpkg")
    assert list(geopandas.read_file(tmp_path / "ferry.gpkg").quotes) == list(gdf.quotes)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda atlas: atlas.gdf("ferries"), "its collections are corridor, forces, waypoints"),
        (lambda atlas: atlas.gdf("ferries"), "its layers are ferry"),
        (lambda atlas: atlas.gdf(language="xx"), "no language 'xx'; it has en, ar, fa"),
        (lambda atlas: atlas.evidence("xx"), "no language 'xx'; it has en, ar, fa"),
        (lambda atlas: atlas.explore("xx"), "no language 'xx'; it has en, ar, fa"),
        (lambda atlas: atlas.select(View(layers=frozenset({"x"}))), "no layer x (there are ferry"),
    ],
)
def test_what_is_not_there_says_what_is(
    call: Callable[[Atlas], object], words: str, ferry: Atlas
) -> None:
    with pytest.raises(ValueError, match="the atlas has") as caught:
        call(ferry)
    assert words in str(caught.value)


def test_a_row_a_reason(ferry: Atlas) -> None:
    evidence = ferry.evidence()
    for row in evidence[evidence.excerpt_id.notna()].itertuples():
        text = ferry.source_texts[str(row.source_id)].text
        assert text[int(str(row.char_start)) : int(str(row.char_end))] == row.quote


def test_the_evidence_is_of_what_was_selected(ferry: Atlas) -> None:
    stated = ferry.select(View(bases=frozenset({"stated"})))
    assert isinstance(stated, Atlas)
    assert set(stated.evidence().basis) <= {"stated", "not said"}
    assert len(stated.evidence()) < len(ferry.evidence())


def test_a_broken_atlas_says_all_that_is_wrong(build: Build) -> None:
    folder = build(("data/actors.json", "0.kind", 1), ("data/sources.json", "0.sha256", "0" * 64))
    with pytest.raises(AtlasError) as caught:
        open_atlas(folder)
    assert {one.file for one in caught.value.problems} >= {"data/actors.json", "data/sources.json"}
