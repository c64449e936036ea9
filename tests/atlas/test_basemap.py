from __future__ import annotations

from typing import Any

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.errors import AtlasError
from geo.atlas.reading import load_atlas
from geo.atlas.view import View, narrowed
from tests.conftest import GONE, Build, line, names, point

COUNTRIES, LINES = "data/basemap/countries.geojson", "data/basemap/lines.geojson"
BOWTIE = [[10, 0], [14, 4], [14, 0], [10, 4], [10, 0]]


def drawn(kind: str, geometry: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"kind": kind}, "geometry": geometry}


@pytest.mark.parametrize(
    ("file", "path", "value", "words"),
    [
        (COUNTRIES, "type", "Topology", "Input should be 'FeatureCollection'"),
        (COUNTRIES, "features.0.geometry", None, "null is no geometry"),
        (COUNTRIES, "features.0.geometry.coordinates.0", BOWTIE, "Self-intersection[12 2]"),
        (COUNTRIES, "features.0.geometry.coordinates.0", BOWTIE[:-1], "is not closed"),
        (COUNTRIES, "features.0.geometry.coordinates.0.0", [200, 0], "200 is more than 180"),
        (
            COUNTRIES,
            "features.0.geometry.coordinates.0.0",
            [1, 2, 3, 4],
            "[1, 2, 3, 4] is not two numbers",
        ),
        (COUNTRIES, "features.0.properties.names", {"es": "A"}, "no English name"),
        (COUNTRIES, "features.0.properties.label", GONE, "Field required"),
        (COUNTRIES, "features.0.properties.colour", "red", "Extra inputs are not permitted"),
        (COUNTRIES, "features.0.id", "Gabon", 'as in "IQ"'),
        (LINES, "features", [drawn("road", line((1, 1), (2, 2)))], "'coast', 'boundary'"),
        (LINES, "features", [drawn("coast", point(1, 1))], "LineString"),
        (LINES, "features", [drawn("coast", line((1, 1)))], "a line of it is of 1 pos"),
        (LINES, "crs", {"type": "name"}, "not in degrees"),
        (LINES, "bbox", [1, 2], "[1, 2] is no bbox"),
        (COUNTRIES, "features.0.id", 364, '"364": features.0.id: 364 is not of the form'),
    ],
)
def test_what_a_basemap_gets_wrong_is_named(
    build: Build, file: str, path: str, value: Any, words: str
) -> None:
    with pytest.raises(AtlasError) as caught:
        load_atlas(build((file, path, value)))
    assert words in str(caught.value)
    assert {problem.file for problem in caught.value.problems} == {file}


def test_a_basemap_stays_as_it_was_written(build: Build) -> None:
    river = {**drawn("river", line((1, 1), (2, 2))), "id": "XR"}
    river["properties"]["names"] = names("Rho")
    atlas = load_atlas(build(("data/basemap/water.geojson", "features", [river])))
    assert list(atlas.basemap) == ["countries", "labels", "lines", "water"]
    assert atlas.basemap["water"]["features"][0]["properties"] == river["properties"]


def test_the_shapes_of_a_basemap_are_made_once_for_all_views(tiny: Atlas) -> None:
    first, *_ = tiny.basemap_shapes("countries")
    again, *_ = narrowed(tiny, View(layers=frozenset())).basemap_shapes("countries")
    assert again is first
    assert list(tiny.basemap_shapes("countries", "boundary")) == []
