from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pyogrio
import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.model import Symbol
from geo.atlas.reading import load_atlas
from geo.atlas.view import View
from geo.formats import ExportOptions, export
from geo.formats.feature_rows import name_columns
from geo.formats.qml import qml
from geo.formats.reason_rows import COLUMNS
from tests.conftest import WHOLE, Build, line, shipped, square
from tests.formats.hostile import HOSTILE

TABLES = [
    *("basemap_countries_areas", "lines_ferry", "areas_guards"),
    *("unlocated", "evidence", "layers", "about", "layer_styles"),
]


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as base:
        yield base


def column(base: sqlite3.Connection, query: str) -> list[Any]:
    return [row[0] for row in base.execute(query)]


@pytest.fixture
def path(tiny: Atlas, tmp_path: Path) -> Path:
    return export(tiny, "gpkg", tmp_path / "out", ExportOptions(made=date(2017, 12, 24)))


def test_it_is_a_sound_geopackage(path: Path) -> None:
    with opened(path) as base:
        assert column(base, "PRAGMA application_id") == [0x47504B47]  # "GPKG"
        assert column(base, "PRAGMA user_version") == [10200]  # 1.2.0
        assert column(base, "PRAGMA integrity_check") == ["ok"]
        assert column(base, "PRAGMA foreign_key_check") == []
        assert set(column(base, "SELECT last_change FROM gpkg_contents")) == {
            "2017-12-24T00:00:00.000Z"
        }


def test_how_often_it_was_written_to_is_not_in_it(path: Path) -> None:
    # SQLite's file change counter, which GDAL moves on as often as the clock lets it
    assert int.from_bytes(path.read_bytes()[24:28], "big") == 1


def test_gdal_reads_the_tables(path: Path) -> None:
    assert [name for name, _ in pyogrio.list_layers(path)] == TABLES
    ferry = pyogrio.read_dataframe(path, layer="lines_ferry")
    assert list(ferry["id"]) == ["ferry-west", "ferry-east"]
    assert list(ferry["stretch"]) == [1, 2]
    assert ferry.crs == "EPSG:4326"
    assert tuple(ferry.total_bounds) == (11, 1, 16, 2)
    evidence = pyogrio.read_dataframe(path, layer="evidence")
    assert tuple(evidence.columns) == COLUMNS
    assert evidence["quote"][0] == "the Salt Guild runs a ferry from Aldport"
    assert evidence["char_start"][0] == 33


def test_forces_without_a_place_are_rows_of_a_table_of_attributes(
    build: Build, tmp_path: Path
) -> None:
    path = export(load_atlas(build(*WHOLE)), "gpkg", tmp_path / "out", ExportOptions())
    with opened(path) as base:
        tables = dict(base.execute("SELECT table_name, data_type FROM gpkg_contents"))
        assert tables["unlocated"] == "attributes"
        rows = base.execute(
            "SELECT id, layer, within, within_country, words_as_printed FROM unlocated"
        ).fetchall()
        assert rows == [
            ("crossing", "ferry", None, None, "runs"),
            ("boats", "guards", "crossing", None, "runs"),
            ("watch", "guards", "brunn", "XB", "guards"),
            ("isle-rho", "unplaced", None, None, "call at"),
        ]
        assert column(base, "SELECT id FROM areas_guards") == ["brunn"]


def test_mixed_single_and_multiple_shapes_are_one_table(build: Build, tmp_path: Path) -> None:
    several = {"type": "MultiLineString", "coordinates": [[(11, 1), (12, 1)], [(12, 2), (13, 2)]]}
    atlas = load_atlas(build(("data/corridor.geojson", "features.0.geometry", several)))
    path = export(atlas, "gpkg", tmp_path / "out", ExportOptions())
    assert pyogrio.read_info(path, layer="lines_ferry")["geometry_type"] == "MultiLineString"


def test_hidden_layers_are_there_and_said_to_be_hidden(build: Build, tmp_path: Path) -> None:
    atlas = load_atlas(build(("data/atlas.json", "layers.1.visible", False)))
    with opened(export(atlas, "gpkg", tmp_path / "out", ExportOptions())) as base:
        shown = dict(base.execute("SELECT layer, shown_at_start FROM layers").fetchall())
        assert shown == {"basemap_countries_areas": 1, "ferry": 1, "guards": 0, "unplaced": 1}
        assert column(base, "SELECT id FROM areas_guards") == ["brunn"]


def test_each_table_of_marks_has_a_style(path: Path) -> None:
    with opened(path) as base:
        styles = dict(
            base.execute("SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault")
        )
    assert list(styles) == ["basemap_countries_areas", "lines_ferry", "areas_guards"]
    root = ET.fromstring(styles["areas_guards"])  # noqa: S314  our own
    fills = root.findall(".//symbol[@name='1']/layer/Option/Option[@name='style']")
    assert [fill.get("value") for fill in fills] == ["solid", "b_diagonal", "no"]
    edges = root.findall(".//Option[@name='outline_style']")
    assert [edge.get("value") for edge in edges if edge.get("value") != "no"] == [
        *("solid", "dash", "dot")
    ]


def test_the_basemap_lies_below_the_marks_and_each_of_its_features_is_drawn(tmp_path: Path) -> None:
    """A feature whose kind has no category of the style would be blank in QGIS."""
    atlas = shipped()
    path = export(atlas, "gpkg", tmp_path, ExportOptions(view=View(language="ar")))
    tables = [str(name) for name, _ in pyogrio.list_layers(path)]
    ground = [name for name in tables if name.startswith("basemap_")]
    assert (
        ground
        == tables[:4]
        == [
            *("basemap_countries_areas", "basemap_water_areas"),
            *("basemap_water_lines", "basemap_lines_lines"),
        ]
    )
    counts: Counter[str] = Counter()
    with opened(path) as base:
        styles = dict(base.execute("SELECT f_table_name, styleQML FROM layer_styles"))
        assert column(base, "SELECT layer FROM layers")[:4] == ground
    for name in ground:
        rows = pyogrio.read_dataframe(path, layer=name)
        assert rows.crs == "EPSG:4326"
        assert rows.is_valid.all()
        counts[name.split("_")[1]] += len(rows)
        known = {one.get("value") for one in ET.fromstring(styles[name]).iter("category")}  # noqa: S314
        assert set(rows["kind"].fillna("")) <= known
        colours = {one.get("value") for one in ET.fromstring(styles[name]).iter("Option")}  # noqa: S314
        assert any(str(one).endswith(",255") for one in colours)
    for file in ("countries", "water", "lines"):
        assert counts[file] == len(atlas.basemap[file]["features"])
    countries = pyogrio.read_dataframe(path, layer="basemap_countries_areas").set_index("id")
    assert (countries["kind"]["IQ"], countries["name"]["IQ"]) == ("named", "العراق")


def test_whom_the_basemap_is_by_and_that_it_endorses_nothing_is_in_the_file(tmp_path: Path) -> None:
    path = export(shipped(), "gpkg", tmp_path, ExportOptions())
    with opened(path) as base:
        (by,) = column(base, "SELECT value FROM about WHERE what = 'gazetteers_and_maps'")
        assert "Natural Earth" in by
        assert "public domain · https://www.naturalearthdata.com/" in by
        query = "SELECT description FROM gpkg_contents WHERE table_name LIKE 'basemap%'"
        for description in column(base, query):
            assert description.endswith("imply no endorsement.")


def test_an_atlas_without_a_basemap_has_no_tables_of_it(build: Build, tmp_path: Path) -> None:
    atlas = load_atlas(build(("data/basemap/countries.geojson", "features", [])))
    path = export(atlas, "gpkg", tmp_path / "out", ExportOptions())
    assert [name for name, _ in pyogrio.list_layers(path)] == TABLES[1:]


def test_a_basemap_over_180_is_cut_there(build: Build, tmp_path: Path) -> None:
    halves = [square(175, 0, 5)["coordinates"], square(-180, 0, 5)["coordinates"]]
    both = {"type": "MultiPolygon", "coordinates": halves}
    atlas = load_atlas(
        build(
            ("data/basemap/countries.geojson", "features.0.geometry", both),
            ("data/forces.geojson", "features.0.properties.country", None),
            ("data/forces.geojson", "features.0.geometry", line((179, 1), (-179, 1))),
        )
    )
    path = export(atlas, "gpkg", tmp_path / "out", ExportOptions())
    shape = pyogrio.read_dataframe(path, layer="basemap_countries_areas").geometry[0]
    assert shape.bounds == (-180, 0, 180, 5)
    assert shape.area == 50


@pytest.mark.parametrize("pattern", ["dots", "rings", "solid", "grid"])
@pytest.mark.parametrize("geometry", ["point", "line", "area"])
def test_every_pattern_has_a_style(pattern: str, geometry: str) -> None:
    symbol = Symbol.model_validate({"colour": "#102030", "pattern": pattern, "code": "AB"})
    root = ET.fromstring(qml(symbol, geometry))  # noqa: S314  our own
    assert len(root.findall("renderer-v2/categories/category")) == 3
    assert "16,32,48,255" in {option.get("value") for option in root.iter("Option")}


@pytest.mark.parametrize(
    ("languages", "columns"),
    [
        (["en", "fa"], ["name_en", "name_fa"]),
        (["pt-BR", "PT-br", "pt"], ["name_pt_br", "name_pt_br_1", "name_pt"]),
    ],
)
def test_languages_that_differ_by_case_have_columns_that_dont(
    languages: list[str], columns: list[str]
) -> None:
    assert name_columns(languages) == columns


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_is_kept_to_the_character(build: Build, tmp_path: Path, text: str) -> None:
    atlas = load_atlas(build(("data/corridor.geojson", "features.0.properties.names.en", text)))
    with opened(export(atlas, "gpkg", tmp_path / "out", ExportOptions())) as base:
        assert column(base, "SELECT name FROM lines_ferry")[0] == text
