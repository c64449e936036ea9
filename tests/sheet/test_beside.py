"""What is within a whole is drawn beside it; what is not placed by the article is never solid."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely

from geo.atlas.model import Feature
from geo.atlas.reading import load_atlas
from geo.sheet.beside import drawn_as, on_page
from geo.sheet.projection import Projection
from geo.sheet.ribbon import WIDTH
from geo.sheet.scene import Box, Path
from geo.sheet.wording import is_disputed, use_of
from tests.conftest import Build, claim, feature, point, texts
from tests.sheet.conftest import drawn
from tests.sheet.hosts import hosts
from tests.sheet.test_sheet import group, walk, written


@pytest.mark.parametrize("wide", [1.0, 8.0])
def test_its_line_keeps_off_by_points_of_the_page_at_any_scale(build: Build, wide: float) -> None:
    atlas = load_atlas(build(*hosts()))
    projection = Projection((14 - wide, 3 - wide, 14 + wide, 3 + wide), Box(0, 0, 500, 400))
    force = on_page(atlas, atlas.features["guild-whole"], projection)
    line = shapely.union_all(
        [on_page(atlas, one, projection) for one in atlas.parts["ferry-whole"]]
    )
    assert isinstance(force, shapely.LineString)
    assert shapely.distance(force.interpolate(0.5, normalized=True), line) == pytest.approx(
        15, abs=0.3
    )
    assert shapely.centroid(force).y < shapely.centroid(line).y  # above it


def test_it_is_a_bracket_with_its_words_along_it(build: Build) -> None:
    scene = drawn(load_atlas(build(*hosts())))
    (layer,) = (one for one in walk((group(scene.children, "Map"),)) if one.name == "guards")
    casing, ink, ticks = (item for item in layer.children if isinstance(item, Path))
    assert casing.stroke
    assert ink.stroke
    assert ink.stroke.dash == ()  # a bracket stands for no place: only its claim counts
    assert len(ticks.runs) == 2
    said = " ".join(written(scene))
    assert "guards Brunn" in said
    assert "said of the whole" in said


@pytest.mark.parametrize(
    ("claimed", "placed", "drawn"),
    [
        ("stated", "stated", "stated"),
        ("stated", "background", "stated"),
        ("stated", "inferred", "inferred"),
        ("inferred", "stated", "inferred"),
        ("background", "inferred", "background"),
    ],
)
def test_a_mark_is_drawn_as_the_weaker_of_its_claim_and_its_place(
    claimed: str, placed: str, drawn: str
) -> None:
    reasons: dict[str, dict[str, Any]] = {
        "stated": {"excerpts": ["e-1"], "words": "so"},
        "inferred": {"from": ["c-2"], "note": texts("so")},
        "background": {"source": "almanac"},
    }
    said = claim("c-1", claimed, **reasons[claimed])
    place = {"position": {"basis": placed, "note": texts("so")}}
    one = Feature.model_validate(feature("a", "b", point(1, 2), said, **place))
    assert drawn_as(one) == drawn


def test_a_stretch_is_used_when_the_whole_is(build: Build) -> None:
    atlas = load_atlas(build(*hosts()))
    west = atlas.features["ferry-west"]
    use = use_of(atlas, west)
    assert use
    assert use.id == "c-use"
    assert not is_disputed(atlas, use)
    scene = drawn(atlas)
    assert WIDTH in _widths(scene)
    assert "use reported" in " ".join(written(scene))


def test_use_that_is_disputed_says_so(build: Build) -> None:
    (*rest, waypoints) = hosts()
    relation = [{"kind": "contradicts", "to": "c-use"}]
    against = claim("c-against", "background", source="almanac", relations=relation)
    features = [*waypoints[2], feature("isle", "unplaced", None, against)]
    atlas = load_atlas(build(*rest, (*waypoints[:2], features)))
    said = " ".join(written(drawn(atlas)))
    assert said.count("use reported · disputed") >= 1


def _widths(scene: object) -> set[float]:
    items = getattr(scene, "children")  # noqa: B009
    return {
        item.stroke.width
        for one in walk(items)
        for item in one.children
        if isinstance(item, Path) and item.stroke
    }


def test_the_line_of_nothing_is_empty(build: Build) -> None:
    atlas = load_atlas(build(*hosts()))
    projection = Projection((10, 0, 18, 4), Box(0, 0, 500, 400))
    assert shapely.is_empty(on_page(atlas, atlas.features["league-xb"], projection))
    assert not np.isnan(shapely.bounds(on_page(atlas, atlas.features["xb"], projection))).any()
