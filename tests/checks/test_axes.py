from __future__ import annotations

import pytest

from geo.atlas.reading import load_atlas
from geo.checks import axes
from tests.conftest import Break, Build, collection, feature, line, point

WAYPOINTS = "data/waypoints.geojson"
ISLES = [(-60.12, -45.42), (-59.56, -45.1), (-60.05, -45.95), (-60.4, -44.9)]


def isles(*places: tuple[float, float], country: str | None = None) -> list[Break]:
    """Return the tiny atlas with these places alone, none with a country but the first."""
    features = [
        feature(f"isle-{n}", "ferry", point(*at), **({"country": country} if not n else {}))
        for n, at in enumerate(places)
    ]
    none: list[Break] = [
        (file, "features", []) for file in ("data/corridor.geojson", "data/forces.geojson")
    ]
    return [*none, (WAYPOINTS, "", collection(*features))]


def found(build: Build, *breaks: Break) -> list[str]:
    return [problem.feature for problem in axes.check(load_atlas(build(*breaks)))]


@pytest.mark.parametrize(
    ("place", "is_swapped"),
    [
        ((-45.15, -60.9), True),
        ((-60.9, -45.15), False),
        ((-45.15, 60.9), False),  # nor is it among them when swapped
        ((-70.0, -60.0), False),  # far off, and farther when swapped
    ],
)
def test_a_mark_that_swapping_brings_among_the_others_is_found(
    build: Build, place: tuple[float, float], is_swapped: bool
) -> None:
    assert found(build, *isles(place, *ISLES)) == (["isle-0"] if is_swapped else [])


def test_several_are_found_each(build: Build) -> None:
    swapped = [(lat, lon) for lon, lat in ISLES[:2]]
    assert found(build, *isles(*swapped, *ISLES)) == ["isle-0", "isle-1"]


def test_a_line_is_found_too(build: Build) -> None:
    course = (WAYPOINTS, "features.0.geometry", line((-45.2, -60.9), (-45.4, -60.1)))
    assert found(build, *isles((0, 0), *ISLES), course) == ["isle-0"]


def test_what_names_its_country_is_left_to_that_check(build: Build) -> None:
    assert found(build, *isles((-45.15, -60.9), *ISLES, country="XA")) == []


def test_near_the_line_where_both_are_equal_nothing_is_said(build: Build) -> None:
    """Ankara is north of Syria, and Syria's mirror image is not far from it."""
    levant = [(36.29, 33.51), (35.5, 33.89), (36.16, 36.2), (44.4, 33.3), (51.42, 35.69)]
    assert found(build, *isles((32.85, 39.93), *levant)) == []


def test_of_few_marks_none_can_be_said_to_be_among_the_others(build: Build) -> None:
    assert found(build, *isles((-45.15, -60.9), *ISLES[:2])) == []
    assert found(build, *isles()) == []


def test_beyond_180_degrees_too(build: Build) -> None:
    ports = [(179.5, -17.0), (-179.5, -16.5), (178.0, -18.0), (-178.5, -17.5)]
    assert found(build, *isles((-17.0, 80.0), *ports)) == []
