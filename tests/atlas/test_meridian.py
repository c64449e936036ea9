"""An atlas is cut open where it has no marks, so that neighbours are neighbours."""

from __future__ import annotations

import json
from typing import Any

import pytest
import shapely

from geo.atlas.atlas import HOME, Atlas
from geo.atlas.reading import load_atlas
from geo.atlas.summary import seal_summary
from geo.atlas.view import View, link_of, narrowed
from geo.checks import check
from geo.formats import ExportOptions, render
from tests.conftest import Break, Build, line, point, shipped, square

CORRIDOR, FORCES = "data/corridor.geojson", "data/forces.geojson"
ANYWHERE: tuple[Break, ...] = (
    *((CORRIDOR, f"features.{at}.properties.country", None) for at in (0, 1)),
    (FORCES, "features.0.properties.country", None),
)


def about(*breaks: Break) -> tuple[Break, ...]:
    return (*ANYWHERE, *breaks)


ISLES = about(
    (CORRIDOR, "features.0.geometry", line((178, -40), (179, -41))),
    (CORRIDOR, "features.1.geometry", line((179, -41), (-179, -42))),
    (FORCES, "features.0.geometry", square(-179, -42, 1)),
)


@pytest.fixture
def isles(build: Build) -> Atlas:
    return load_atlas(build(*ISLES))


@pytest.mark.parametrize(
    ("corridor", "force", "west"),
    [
        (line((11, 1), (13, 2)), point(16, 1), -180),
        (line((-150, 1), (13, 2)), point(100, 1), -180),  # the largest gap is over the Pacific
        (line((170, 1), (179, 2)), point(-170, 1), 0),
        (line((170, 1), (179, 2)), point(175, 1), -5.5),  # near 180°
        (line((100, 1), (101, 2)), point(102, 1), -180),
        (point(180, 1), point(-180, 1), 0),
        (line((-180, 1), (0, 1), (180, 1)), point(5, 1), -180),  # no gap
    ],
)
def test_a_map_is_cut_open_far_from_its_marks(
    build: Build, corridor: Any, force: Any, west: float
) -> None:
    breaks = [(CORRIDOR, f"features.{at}.geometry", corridor) for at in (0, 1)]
    assert load_atlas(build(*breaks, (FORCES, "features.0.geometry", force))).west == west


def test_nothing_of_the_shipped_atlas_is_moved() -> None:
    assert shipped().west == -180
    written = json.loads((HOME / CORRIDOR).read_text("utf-8"))["features"]
    for one in written:
        shape = shipped().features[one["id"]].shape
        assert shape == (one["geometry"] and shapely.geometry.shape(one["geometry"]))


def test_both_sides_lie_beside_each_other(isles: Atlas) -> None:
    assert check(isles) == ()
    shapes = [one.shape for one in isles.features.values() if one.shape is not None]
    assert shapely.total_bounds(shapes).tolist() == [178, -42, 182, -40]
    assert "over 180° ferry-east\n" in seal_summary(isles)


def test_the_basemap_moves_along(build: Build) -> None:
    land = {
        "type": "MultiPolygon",
        "coordinates": [
            square(179, -42, 1)["coordinates"],
            square(-180, -42, 1)["coordinates"],
        ],
    }
    breaks: list[Break] = [
        ("data/basemap/countries.geojson", "features.0.geometry", land),
        ("data/basemap/countries.geojson", "features.0.properties.label", [-179.5, -41.5]),
    ]
    country, _ = load_atlas(build(*ISLES, *breaks)).basemap["countries"]["features"]
    assert shapely.geometry.shape(country["geometry"]).equals(shapely.box(179, -42, 181, -41))
    assert country["properties"]["label"] == [180.5, -41.5]


@pytest.mark.parametrize(
    ("extent", "shown"),
    [
        ((177, -43, 178.5, -39), {"ferry-west"}),
        ((179.5, -43, -179.5, -39), {"ferry-east"}),
        ((-179, -43, -178, -39), {"ferry-east", "brunn"}),
        ((-20, -43, 20, -39), set()),  # over the edge of the map
        ((-180, -90, 180, 90), {"ferry-west", "ferry-east", "brunn"}),
        ((-179.5, -43, 178.5, -39), {"ferry-west", "ferry-east", "brunn"}),  # the long way
    ],
)
def test_an_extent_may_cross_180_degrees(
    isles: Atlas, extent: tuple[float, float, float, float], shown: set[str]
) -> None:
    kept = narrowed(isles, View(extent=extent)).features.values()
    assert {one.id for one in kept if one.shape is not None} == shown


def test_a_link_to_an_extent_across_180_degrees_has_its_middle(isles: Atlas) -> None:
    view = View(extent=(179, -43, -178, -39))
    assert link_of(view, isles).startswith("at=-179.5000,-41.0000,")


def test_files_are_within_180_degrees_and_cut_there(isles: Atlas) -> None:
    written = json.loads(render(isles, "geojson", ExportOptions()))
    assert written["bbox"] == [178, -42, -178, -40]  # RFC 7946, 5.2
    east = next(one for one in written["features"] if one["id"] == "ferry-east")
    assert east["geometry"] == {
        "type": "MultiLineString",
        "coordinates": [[[179, -41], [180, -41.5]], [[-180, -41.5], [-179, -42]]],
    }
    brunn = next(one for one in written["features"] if one["id"] == "brunn")
    assert shapely.geometry.shape(brunn["geometry"]).bounds == (-179, -42, -178, -41)
