"""No file gives a position to what the article only says to be within a country, or a whole."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from geo.atlas.view import View
from geo.formats import ExportOptions, render
from geo.formats.representative_point import POINT_COLUMNS
from geo.text.catalogue import words
from tests.conftest import shipped

KML = "{http://www.opengis.net/kml/2.2}"
SHAPES = [f"{KML}{tag}" for tag in ("Point", "LineString", "Polygon", "MultiGeometry")]
GEOMETRIES = ("POINT", "LINESTRING", "POLYGON", "MULTI", '{"type"')
Found: TypeAlias = dict[str, bool]  # the id of each feature in a file -> whether it has a place


def in_geojson(data: bytes, _: Path) -> Found:
    return {one["id"]: one["geometry"] is not None for one in json.loads(data)["features"]}


def in_gpkg(data: bytes, folder: Path) -> Found:
    path = folder / "atlas.gpkg"
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as base:
        places = dict(
            base.execute(
                "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns "
                "WHERE table_name NOT LIKE 'basemap%'"
            )
        )
        tables = [*places, "unlocated"]
        rows = [
            (one, table)
            for table in tables
            for (one,) in base.execute(f"SELECT id FROM {table}")  # noqa: S608  its own names
        ]
    assert "unlocated" not in places
    return {one: table in places for one, table in rows}


def in_kmz(data: bytes, _: Path) -> Found:
    root = ET.fromstring(ZipFile(io.BytesIO(data)).read("doc.kml"))  # noqa: S314  our own
    return {
        mark.get("id", "").removeprefix("mark."): any(mark.find(tag) is not None for tag in SHAPES)
        for mark in root.iter(f"{KML}Placemark")
    }


def in_csv(data: bytes, _: Path) -> Found:
    table = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    rows = [row for row in table if row["feature_id"]]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(GEOMETRIES)]
    for row in rows:
        assert len({bool(row[column]) for column in (*POINT_COLUMNS, "position_basis")}) == 1
    return {row["feature_id"]: row["longitude"] != "" for row in rows}


def in_xlsx(data: bytes, _: Path) -> Found:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(1)
    head, *rows = sheet.to_python()
    one, lon, lat, precision = (
        head.index(words("en", key))
        for key in ("cellMarkId", "cellLongitude", "cellLatitude", "cellPrecision")
    )
    for row in rows:
        assert len({row[column] == "" for column in (lon, lat, precision)}) == 1
    return {str(row[one]): row[lon] != "" for row in rows}


READERS: dict[str, Callable[[bytes, Path], Found]] = {
    "geojson": in_geojson,
    "gpkg": in_gpkg,
    "kmz": in_kmz,
    "csv": in_csv,
    "xlsx": in_xlsx,
}


@pytest.mark.parametrize("form", READERS)
def test_what_is_within_another_has_no_place_in_any_file(form: str, tmp_path: Path) -> None:
    atlas = shipped()
    every = frozenset(layer.id for layer in atlas.manifest.layers)
    data = render(atlas, form, ExportOptions(view=View(layers=every)))
    found = READERS[form](data, tmp_path)
    within = {f.id for f in atlas.features.values() if f.properties.within}
    assert "irgc-corridor" in within
    assert within <= set(found)  # they are there, each
    assert [one for one in sorted(within) if found[one]] == []
    assert {one for one, placed in found.items() if placed} == {
        one.id for one in atlas.features.values() if one.shape is not None
    }
