from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.itinerary import ELSEWHERE, UNPLACED
from geo.atlas.reading import load_atlas
from geo.atlas.view import View, narrowed
from tests.conftest import GONE, WHOLE, Build, shipped, square
from tests.strangers import crowded, written

CORRIDOR, FORCES = "data/corridor.geojson", "data/forces.geojson"
SEGMENTS = [
    (CORRIDOR, "features.0.properties.kind", "segment"),
    (CORRIDOR, "features.1.properties.kind", "segment"),
]


def ids(atlas: Atlas) -> dict[str, list[str]]:
    return {stretch: [f.id for f in found] for stretch, found in atlas.itinerary.items()}


def test_features_follow_the_corridor_and_the_unplaced_come_last(build: Build) -> None:
    assert ids(load_atlas(build(*SEGMENTS))) == {
        "ferry-west": ["ferry-west"],
        "ferry-east": ["ferry-east"],
        ELSEWHERE: ["brunn"],  # in XB, which no segment names
        UNPLACED: ["isle-rho"],
    }


@pytest.mark.parametrize("one", ["elsewhere", "unplaced"])
def test_a_segment_may_be_called_as_what_is_beside_the_way(build: Build, one: str) -> None:
    found = ids(load_atlas(build(*SEGMENTS, (CORRIDOR, "features.0.id", one))))
    assert found == {
        one: [one],
        "ferry-east": ["ferry-east"],
        ELSEWHERE: ["brunn"],
        UNPLACED: ["isle-rho"],
    }


def test_a_feature_belongs_to_the_stretch_of_its_country(build: Build) -> None:
    named = (CORRIDOR, "features.1.properties.country", "XB")
    assert ids(load_atlas(build(*SEGMENTS, named)))["ferry-east"] == ["ferry-east", "brunn"]


@pytest.mark.parametrize("country", ["XB", GONE])
def test_where_no_stretch_names_a_country_none_is_asked_for(build: Build, country: object) -> None:
    named = (FORCES, "features.0.properties.country", country)
    nowhere = (CORRIDOR, "features.0.properties.country", GONE)
    atlas = load_atlas(build(*SEGMENTS, nowhere, named))
    assert ids(atlas)["ferry-east"] == ["ferry-east", "brunn"]


def test_the_order_of_the_segments_is_the_way(build: Build) -> None:
    swapped = (CORRIDOR, "features.0.properties.order", 3)
    assert list(ids(load_atlas(build(*SEGMENTS, swapped))))[:2] == ["ferry-east", "ferry-west"]


def test_a_segment_that_is_no_line_is_no_stretch(build: Build) -> None:
    area = (CORRIDOR, "features.1.geometry", square(13, 1, 1))
    assert ids(load_atlas(build(*SEGMENTS, area)))["ferry-west"] == ["ferry-west", "ferry-east"]


def test_without_a_corridor_all_is_elsewhere(tiny: Atlas) -> None:
    assert ids(tiny) == {
        ELSEWHERE: ["ferry-west", "ferry-east", "brunn"],
        UNPLACED: ["isle-rho"],
    }


def test_it_is_worked_out_once_an_atlas_and_anew_for_a_view(tiny: Atlas) -> None:
    assert tiny.itinerary is tiny.itinerary
    assert tiny.excerpt_numbers is tiny.excerpt_numbers
    seen = narrowed(tiny, View(layers=frozenset({"guards"})))
    assert ids(seen) != ids(tiny)


def test_every_cited_excerpt_has_one_number(build: Build) -> None:
    assert load_atlas(build(*SEGMENTS)).excerpt_numbers == {"e-ferry": 1, "e-guard": 2, "e-isle": 3}


def test_the_way_is_the_same_where_the_corridor_is_hidden(build: Build) -> None:
    shown = narrowed(load_atlas(build(*SEGMENTS)), View(layers=frozenset({"guards"})))
    assert ids(shown) == {ELSEWHERE: ["brunn"], UNPLACED: ["isle-rho"]}


NAMED = (CORRIDOR, "features.1.properties.country", "XB")


def test_a_whole_is_met_first_and_a_force_where_its_country_is(build: Build) -> None:
    assert ids(load_atlas(build(*SEGMENTS, *WHOLE, NAMED))) == {
        # at the start of its first part: the whole, what is said to be within it, and the part
        "ferry-west": ["crossing", "boats", "ferry-west"],
        # within brunn, whose country is that of the eastern stretch
        "ferry-east": ["ferry-east", "brunn", "watch"],
        UNPLACED: ["isle-rho"],
    }


def test_a_force_in_a_country_off_the_way_is_elsewhere(build: Build) -> None:
    assert ids(load_atlas(build(*SEGMENTS, *WHOLE)))[ELSEWHERE] == ["brunn", "watch"]


def test_the_way_is_the_same_where_a_whole_s_parts_are_hidden(build: Build) -> None:
    atlas = load_atlas(build(*SEGMENTS, *WHOLE, NAMED))
    shown = narrowed(atlas, View(layers=frozenset({"guards"})))
    assert ids(shown) == {
        "ferry-west": ["boats"],
        "ferry-east": ["brunn", "watch"],
        UNPLACED: ["isle-rho"],
    }


def test_an_excerpt_is_numbered_where_something_is_first_inferred_from_it(build: Build) -> None:
    # the inference is met before the claim that it is from
    first = (CORRIDOR, "features.0.properties.order", 3)
    assert load_atlas(build(*SEGMENTS, first)).excerpt_numbers["e-ferry"] == 1


def test_of_segments_on_one_line_the_first_has_what_is_beside_it(tmp_path: Path) -> None:
    atlas = load_atlas(written(tmp_path, crowded(segments=4, marks=3)))
    found = ids(atlas)
    assert set(found["s-0"]) >= {"s-0", "m-0", "m-1", "m-2"}
    assert found["s-1"] == ["s-1"]


def test_many_segments_and_many_marks_are_not_compared_each_with_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ZIP of 150 kB had 36 million distances computed."""
    atlas = load_atlas(written(tmp_path, crowded(segments=200, marks=200)))
    measured: list[shapely.LineString] = []

    def distance(line: shapely.LineString, point: shapely.Point) -> float:
        measured.append(line)
        return 0.0

    monkeypatch.setattr(shapely.LineString, "distance", distance)
    assert sum(map(len, atlas.itinerary.values())) == len(atlas.features)
    assert len(measured) <= len(atlas.features)  # within its own stretch alone


def test_the_shipped_tour_goes_from_tehran_to_the_coast() -> None:
    atlas = shipped()
    found = ids(atlas)
    segments = [segment.id for segment in atlas.corridor]
    assert list(found) == [*segments, ELSEWHERE, UNPLACED]
    assert found[segments[0]][0] == "corridor"  # the whole
    assert found["corridor-syria-east"].index("damascus") > 0
    assert "pmf-iraq" in found["corridor-iraq"]
    assert sorted(atlas.excerpt_numbers.values()) == list(range(1, len(atlas.excerpts) + 1))
