"""What QGIS writes beside a geometry is taken where it changes nothing, and else refused."""

from __future__ import annotations

import pytest

from geo.atlas.errors import AtlasError
from geo.atlas.reading import load_atlas
from tests.conftest import Break, Build

FORCES = "data/forces.geojson"
LEVELS = ["", "features.0.", "features.0.geometry."]
CRS84, METRES = "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::3857"


def crs(name: str) -> dict[str, object]:
    return {"type": "name", "properties": {"name": name}}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", [CRS84, "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"])
def test_what_qgis_writes_is_taken_and_left_out_of_what_is_made(
    build: Build, level: str, name: str
) -> None:
    plain = load_atlas(build()).features["brunn"]
    members: list[Break] = [
        (FORCES, f"{level}name", "forces"),
        (FORCES, f"{level}bbox", [15, 1, 17, 3]),
        (FORCES, f"{level}crs", crs(name)),
    ]
    found = load_atlas(build(*members)).features["brunn"]
    assert found.model_dump(mode="json") == plain.model_dump(mode="json")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("key", "value", "what", "fix"),
    [
        ("crs", crs(METRES), f'the coordinates are of "{METRES}", not in degrees', "save it in"),
        ("crs", {"type": "link", "properties": {"href": "x"}}, "Input should be 'name'", "use"),
        ("bbox", [15, 1], "bbox", "add it"),
        ("colour", "red", "colour: Extra inputs are not permitted", "mend its spelling"),
    ],
)
def test_any_other_member_is_refused(
    build: Build, level: str, key: str, value: object, what: str, fix: str
) -> None:
    with pytest.raises(AtlasError) as caught:
        load_atlas(build((FORCES, f"{level}{key}", value)))
    found = [p for p in caught.value.problems if what in p.what]
    assert found, str(caught.value)
    assert all(p.file == FORCES and fix in p.fix for p in found)
    assert {p.feature for p in found} == {"brunn" if level else ""}
