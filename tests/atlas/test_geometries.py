"""What QGIS and GDAL write beside a geometry is taken where it changes nothing, else refused."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas
import pyogrio
import pytest
import shapely

from geo.atlas.errors import AtlasError
from geo.atlas.reading import load_atlas
from tests.conftest import TINY, Break, Build

FORCES, COUNTRIES = "data/forces.geojson", "data/basemap/countries.geojson"
FIRST = {FORCES: "brunn", COUNTRIES: "XA"}
LEVELS = ["", "features.0.", "features.0.geometry."]
CRS84, METRES = "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::3857"


def crs(name: str) -> dict[str, object]:
    return {"type": "name", "properties": {"name": name}}


@pytest.mark.parametrize("file", FIRST)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    "name",
    [
        *(CRS84, "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"),
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    ],
)
def test_what_qgis_writes_is_taken_and_left_out_of_what_is_made(
    build: Build, file: str, level: str, name: str
) -> None:
    plain = load_atlas(build())
    members: list[Break] = [
        (file, f"{level}name", "forces"),
        (file, f"{level}description", "all of them"),
        (file, f"{level}bbox", [15, 1, 17, 3]),
        (file, f"{level}xy_coordinate_resolution", 1e-6),
        (file, f"{level}crs", crs(name)),
    ]
    found = load_atlas(build(*members))
    assert found.features["brunn"].model_dump(mode="json") == plain.features["brunn"].model_dump(
        mode="json"
    )
    assert found.basemap.shapes == plain.basemap.shapes


@pytest.mark.parametrize(
    "layer_options",
    [{}, {"WRITE_BBOX": "YES", "COORDINATE_PRECISION": "6"}, {"DESCRIPTION": "x"}],
    ids=str,
)
def test_a_file_as_gdal_writes_it_is_taken(
    build: Build, tmp_path: Path, layer_options: dict[str, str]
) -> None:
    """Its members, and its heights, beside features of ours."""
    area = shapely.Polygon([(15, 1, 9), (17, 1, 9), (17, 3, 9), (15, 3, 9)])
    frame = geopandas.GeoDataFrame({"id": ["brunn"]}, geometry=[area], crs=4326)
    path = tmp_path / "written.geojson"
    options = {"driver": "GeoJSON", "layer": "forces", "layer_options": layer_options}
    pyogrio.write_dataframe(frame, path, **options)
    written = json.loads(path.read_text("utf-8"))
    feature = TINY[FORCES]["features"][0]
    (one,) = written.pop("features")
    merged = feature | {key: one[key] for key in ("geometry", "bbox") if key in one}
    atlas = load_atlas(build((FORCES, "", written | {"features": [merged]})))
    assert shapely.equals(atlas.features["brunn"].shape, shapely.box(15, 1, 17, 3))
    assert dict(atlas.heights) == {FORCES: 5}


REFUSED = [
    ("crs", crs(METRES), f'crs: the coordinates are of "{METRES}", not in degrees', "save it in"),
    ("crs", {"type": "link", "properties": {"href": "x"}}, "not in degrees", "save it in"),
    ("crs", "EPSG:3857", 'the coordinates are of "EPSG:3857", not in degrees', "save it in"),
    ("bbox", [15, 1], "bbox: [15, 1] is no bbox", "or leave it out"),
    ("bbox", ["a", 1, 2, 3], 'bbox: ["a", 1, 2, 3] is no bbox', "or leave it out"),
    ("colour", "red", "colour: Extra inputs are not permitted", "mend its spelling"),
]


@pytest.mark.parametrize("file", FIRST)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("key", "value", "what", "fix"), REFUSED)
def test_any_other_member_is_refused_in_one_line(
    build: Build, file: str, level: str, key: str, value: object, what: str, fix: str
) -> None:
    with pytest.raises(AtlasError) as caught:
        load_atlas(build((file, f"{level}{key}", value)))
    (problem,) = {(p.file, p.feature, p.what, p.fix) for p in caught.value.problems}
    assert problem[:2] == (file, FIRST[file] if level else "")
    assert what in problem[2]
    assert fix in problem[3]


def test_a_name_by_language_is_no_crs(build: Build) -> None:
    """“crs” and “bbox” have the form of a language's tag."""
    with pytest.raises(AtlasError, match=r"names\.crs: 5 is no text"):
        load_atlas(build((FORCES, "features.0.properties.names.crs", 5)))
