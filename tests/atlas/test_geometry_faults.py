"""The form of a geometry is refused in one line, in words of GeoJSON's, with its feature."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.geometry_faults import geometry_fault
from geo.atlas.reading import read_atlas
from tests.conftest import GONE, Build, point, square

FORCES, COUNTRIES = "data/forces.geojson", "data/basemap/countries.geojson"
PAIR = [15, 1]


def shape(kind: str, coordinates: Any) -> dict[str, Any]:
    return {"type": kind, "coordinates": coordinates}


FAULTS = [
    ({"type": "GeometryCollection", "geometries": [point(15, 1)]}, "it is a GeometryCollection"),
    ({"type": "Circle", "coordinates": PAIR}, '"Circle" is no type of a geometry'),
    ({"type": 5, "coordinates": PAIR}, "5 is no type of a geometry"),
    ({"coordinates": PAIR}, "it has no type"),
    ({"type": "Point"}, "its geometry is empty"),
    (shape("Point", []), "its geometry is empty"),
    (shape("LineString", []), "its geometry is empty"),
    (shape("Point", None), "its geometry is empty"),
    (shape("Point", ["15", "1"]), 'its position ["15", "1"] has a number in quotation marks'),
    (shape("LineString", [PAIR, ["15", 1]]), 'its position ["15", 1] has a number in quotation'),
    (shape("LineString", [["15", "1"]] * 3_000), 'its position ["15", "1"] has a number in'),
    (shape("Point", [15]), "its position [15] is not two numbers"),
    (shape("Point", [15, 1, 2, 3]), "its position [15, 1, 2, 3] is not two numbers"),
    (shape("Point", [None, 1]), "its position [null, 1] is not two numbers"),
    (shape("Point", [True, 1]), "its position [true, 1] is not two numbers"),
    (shape("Point", [PAIR]), "hold [[15, 1]], and those of a Point are one position"),
    (shape("Point", {"x": 1}), 'hold {"x": 1}, and those of a Point are one position'),
    (shape("LineString", PAIR), "hold [15, 1], and those of a LineString are a list of positions"),
    (shape("MultiPolygon", [[PAIR]]), "hold [15, 1], and those of a MultiPolygon are a list of"),
    (shape("LineString", [PAIR]), "a line of it is of 1 position(s)"),
    (shape("MultiLineString", [[PAIR, PAIR], [PAIR]]), "a line of it is of 1 position(s)"),
    (shape("Polygon", [[]]), "a ring of it is of 0 position(s)"),
    (shape("MultiPolygon", [[[PAIR] * 3]]), "a ring of it is of 3 position(s)"),
    ([], "[] is no geometry"),
    ("here", '"here" is no geometry'),
    (["W" * 9_000], '["' + "W" * 58 + "…"),
]


@pytest.mark.parametrize(("geometry", "what"), FAULTS, ids=range(len(FAULTS)))
@pytest.mark.parametrize(("file", "feature"), [(FORCES, "brunn"), (COUNTRIES, "XA")])
def test_a_geometry_is_refused_in_one_line(
    build: Build, file: str, feature: str, geometry: Any, what: str
) -> None:
    (problem,) = read_atlas(build((file, "features.0.geometry", geometry))).problems
    assert (problem.file, problem.feature) == (file, feature)
    assert problem.what.startswith("features.0.geometry: ")
    assert what in problem.what
    assert "Input" not in problem.what + problem.fix


@pytest.mark.parametrize(
    ("file", "id_", "feature", "fix"),
    [
        (FORCES, 364, "364", 'as in "salt-guild"'),
        (FORCES, 1.5, "1.5", 'as in "salt-guild"'),
        (FORCES, "Fort No. 1", "Fort No. 1", 'as in "salt-guild"'),
        (FORCES, "x" * 65, "x" * 65, 'as in "salt-guild"'),
        (FORCES, ["x"], "", 'as in "salt-guild"'),
        (FORCES, GONE, "", "add it"),
        (COUNTRIES, 364, "364", 'as in "IQ"'),
    ],
)
def test_an_odd_id_is_shown_with_the_form_it_should_have(
    build: Build, file: str, id_: Any, feature: str, fix: str
) -> None:
    (problem,) = read_atlas(build((file, "features.0.id", id_))).problems
    assert (problem.file, problem.feature) == (file, feature)
    assert problem.what.startswith("features.0.id: ")
    assert fix in problem.fix


def test_a_sound_geometry_has_no_fault() -> None:
    for sound in (point(15, 1), point(15, 1, 9), square(15, 1, 2), shape("MultiPoint", [PAIR])):
        assert geometry_fault(json.loads(json.dumps(sound))) is None


NESTED = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=3) | st.integers(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
)
KINDS = st.sampled_from(["Point", "LineString", "Polygon", "MultiPoint", "MultiPolygon", "Circle"])


@given(KINDS, NESTED)
def test_any_geometry_is_judged(kind: str, nested: Any) -> None:
    for raw in (nested, shape(kind, nested)):
        fault = geometry_fault(raw)
        assert fault is None or all(0 < len(text) < 300 for text in fault)
