"""What is said to be within a whole is drawn beside its line, never on it, and of no place."""

from __future__ import annotations

from itertools import pairwise

import pytest
import shapely

from geo.atlas.reading import load_atlas
from geo.page.beside import GAP, lines_beside
from geo.page.varint import projected
from tests.conftest import Build, claim, feature, line

WEST, EAST = line((11, 1), (13, 2)), line((13, 2), (16, 2))


def whole(*names: str) -> list[dict[str, object]]:
    """Return a whole of two stretches, from west to east, with forces within it."""
    guard = claim("c-whole", "stated", words="runs a ferry", excerpts=["e-ferry"])
    forces = [
        feature(one, "ferry", None, claim(f"c-{one}", "background", source="almanac"), within="all")
        for one in names
    ]
    return [
        feature("all", "ferry", None, guard, kind="whole"),
        feature("west", "ferry", WEST, part_of=["all"]),
        feature("east", "ferry", EAST, part_of=["all"]),
        *forces,
    ]


def mercator(shape: tuple[str, object]) -> shapely.Geometry:
    degrees = shapely.geometry.shape({"type": shape[0], "coordinates": shape[1]})
    return shapely.transform(degrees, projected)


@pytest.mark.parametrize("turned", [False, True])
def test_it_lies_north_of_the_line_at_an_even_distance(build: Build, turned: bool) -> None:
    features = whole("first", "second")
    if turned:
        for one in features[1:3]:
            geometry = one["geometry"]
            assert isinstance(geometry, dict)
            geometry["coordinates"] = geometry["coordinates"][::-1]
    atlas = load_atlas(build(("data/corridor.geojson", "features", features)))
    found = lines_beside(atlas)
    assert list(found) == ["first", "second"]
    base = shapely.union_all([mercator((one["type"], one["coordinates"])) for one in (WEST, EAST)])
    lines = [mercator(shape) for shape in found.values() if shape]
    for gaps, beside in enumerate(lines, 1):
        distances = [base.distance(shapely.Point(at)) for at in shapely.get_coordinates(beside)]
        assert distances == pytest.approx([GAP * gaps] * len(distances), rel=0.02)
        assert shapely.centroid(beside).y < shapely.centroid(base).y  # y points down
    assert not any(shapely.intersects(one, other) for one, other in pairwise([base, *lines]))


def test_what_is_within_a_place_or_has_a_place_has_no_line(build: Build) -> None:
    held = feature("held", "ferry", None, within="west")
    features = [*whole(), held]
    atlas = load_atlas(build(("data/corridor.geojson", "features", features)))
    assert list(lines_beside(atlas)) == ["held"]  # a stretch is a line, too
    point = feature("isle", "unplaced", {"type": "Point", "coordinates": (12, 2)})
    spy = feature("spy", "unplaced", None, within="isle")
    atlas = load_atlas(build(("data/waypoints.geojson", "features", [point, spy])))
    assert lines_beside(atlas) == {}
