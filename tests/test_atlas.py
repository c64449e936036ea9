import gc
import json
from pathlib import Path
from typing import Any

import pytest

from geo.atlas import Atlas
from geo.errors import AtlasError, Problem
from geo.reading import load_atlas
from tests.conftest import GONE, TINY, Break, Build, point

ACTORS, CORRIDOR, FORCES = "data/actors.json", "data/corridor.geojson", "data/forces.geojson"
ATLAS, SOURCES = "data/atlas.json", "data/sources.json"
CLAIM = "features.0.properties.claims.0"
SHAPE = "features.0.geometry"

CASES: list[tuple[Break, str, str, str]] = [
    *(((file, "", GONE), file, "", "can't be read") for file in TINY),
    ((ATLAS, "", None), ATLAS, "", "neither an object nor a list"),
    ((ATLAS, "", []), ATLAS, "", "Input should be an object"),
    ((ATLAS, "", "{"), ATLAS, "", "is not JSON"),
    ((ATLAS, "titel", "x"), ATLAS, "", "titel: Extra inputs are not permitted"),
    ((ATLAS, "layers.1.id", "ferry"), ATLAS, "ferry", "the id is used twice"),
    ((SOURCES, "0.file", "../story.txt"), "seeds/../story.txt", "", "is not in seeds/"),
    ((SOURCES, "0.file", "/etc/passwd"), "seeds//etc/passwd", "", "is not in seeds/"),
    ((SOURCES, "0.file", ".."), "seeds/..", "", "can't be read"),
    ((SOURCES, "0.file", "a\0b"), SOURCES, "story", "control character"),
    ((SOURCES, "0.sha256", GONE), SOURCES, "story", "both a file and a sha256"),
    ((ACTORS, "0.colour", "blue"), ACTORS, "guild", '0.colour: "blue" is not of the form'),
    ((ACTORS, "0.names.en", ""), ACTORS, "guild", "0.names.en"),
    ((ACTORS, "1.id", "guild"), ACTORS, "guild", "the id is used twice"),
    ((ACTORS, "0.names.en", "\ud800"), ACTORS, "", "hex escape"),
    (("data/excerpts.json", "1.id", "e-ferry"), "data/excerpts.json", "e-ferry", "used twice"),
    ((CORRIDOR, "type", "Feature"), CORRIDOR, "", "type: Input should be"),
    ((CORRIDOR, f"{CLAIM}.verb", GONE), CORRIDOR, "c-west", "the verb as printed"),
    ((CORRIDOR, "features.1.id", "ferry-west"), CORRIDOR, "ferry-west", "the id is used twice"),
    ((FORCES, "features.0.id", "ferry-west"), FORCES, "ferry-west", "the id is used twice"),
    ((FORCES, f"{CLAIM}.id", "c-west"), FORCES, "c-west", "the id is used twice"),
    ((CORRIDOR, "features.0.properties.order", "1"), CORRIDOR, "ferry-west", "valid integer"),
    ((FORCES, SHAPE, point("15", 1)), FORCES, "brunn", "valid number"),
    ((FORCES, SHAPE, point(True, 1)), FORCES, "brunn", "valid number"),
    ((FORCES, SHAPE, point(15)), FORCES, "brunn", "Point.coordinates"),
    ((FORCES, SHAPE, {"type": "Circle"}), FORCES, "brunn", "does not match"),
    (
        (FORCES, f"{SHAPE}.coordinates.0.4", [15, 2]),
        FORCES,
        "brunn",
        "the ring 0 from [15, 1] to [15, 2] is",
    ),
    ((FORCES, f"{SHAPE}.coordinates.0", [[15, 1], [16, 1], [15, 1]]), FORCES, "brunn", "4 items"),
    (
        ("data/basemap/water.geojson", "type", GONE),
        "data/basemap/water.geojson",
        "",
        "Field required",
    ),
    ((ACTORS, "0.names.en", "Salt\x1b[2J"), ACTORS, "guild", "control character"),
    ((ACTORS, "0.names.en", "Salt\ufffe"), ACTORS, "guild", "control character"),
    ((ACTORS, "0.names", {"e n": "Salt"}), ACTORS, "guild", '"e n" is not of the form'),
    (("data/basemap/lines.geojson", "", []), "data/basemap/lines.geojson", "", "an object"),
]


@pytest.mark.parametrize(("one", "file", "feature", "words"), CASES, ids=range(len(CASES)))
def test_a_fault_of_form_names_file_feature_and_fix(
    build: Build, one: Break, file: str, feature: str, words: str
) -> None:
    with pytest.raises(AtlasError) as caught:
        load_atlas(build(one))
    there = [p for p in caught.value.problems if (p.file, p.feature) == (file, feature)]
    assert any(words.lower() in p.what.lower() and p.fix for p in there), str(caught.value)


def test_a_position_that_is_none_is_reported_once(build: Build) -> None:
    with pytest.raises(AtlasError) as caught:
        load_atlas(build((FORCES, SHAPE, point("15", 1))))
    assert len(caught.value.problems) == 1


def test_all_faults_of_form_are_told_at_once(build: Build) -> None:
    breaks = [(ACTORS, "0.colour", "blue"), (ATLAS, "title", GONE), (FORCES, "", GONE)]
    with pytest.raises(AtlasError) as caught:
        load_atlas(build(*breaks))
    assert [p.file for p in caught.value.problems] == [ACTORS, ATLAS, FORCES]


def test_a_folder_that_is_not_there_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(AtlasError) as caught:
        load_atlas(tmp_path / "none")
    manifest = Problem(ATLAS, "", "can't be read (No such file or directory)", "put the file there")
    assert manifest in caught.value.problems


def test_features_and_claims_are_found_by_id_and_by_file(tiny: Atlas) -> None:
    assert list(tiny.features) == ["ferry-west", "ferry-east", "brunn", "isle-rho"]
    assert tiny.claims["c-depth"].as_of == "1901-02"
    assert [(file, f.id, c.id) for file, f, c in tiny.each_claim()][:2] == [
        ("data/corridor.geojson", "ferry-west", "c-west"),
        ("data/corridor.geojson", "ferry-east", "c-east"),
    ]


def test_the_digest_holds_every_byte_that_was_read(build: Build) -> None:
    first = load_atlas(build()).digest
    assert load_atlas(build()).digest == first
    for file, content in TINY.items():
        if isinstance(content, str):
            changed: Any = content + "x"
        else:
            changed = json.dumps(content) + " "
        assert load_atlas(build((file, "", changed))).digest != first, file


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(build: Build, on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        load_atlas(build())
        with pytest.raises(AtlasError):
            load_atlas(build((ACTORS, "", GONE)) / "none")
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()


def test_a_byte_order_mark_is_no_fault(build: Build) -> None:
    text = "\ufeff" + json.dumps(TINY[ACTORS])
    assert set(load_atlas(build((ACTORS, "", text))).actors) == {"guild", "league"}


def test_a_table_has_the_placed_features_in_lon_lat(tiny: Atlas) -> None:
    gdf = tiny.gdf("data/corridor.geojson")
    assert list(gdf.index) == ["ferry-west", "ferry-east"]
    assert gdf.crs == "EPSG:4326"
    assert list(gdf.total_bounds) == [11, 1, 16, 2]
    assert list(gdf.basis) == ["stated", "inferred"]
    assert list(gdf.claims) == [1, 2]
    assert len(tiny.gdf("data/waypoints.geojson")) == 0
