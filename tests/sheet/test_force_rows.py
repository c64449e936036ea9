"""Forces without a place: they stand by the name of a country, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from geo.atlas.reading import load_atlas
from geo.sheet.force_rows import ForceRow, brief, panel
from geo.sheet.scene import Box, Path, texts
from tests.conftest import Build
from tests.sheet.conftest import drawn
from tests.sheet.hosts import hosts
from tests.sheet.test_sheet import group, walk, written

ROW = ForceRow("square", "The League", ("“guards” · reported: “suggest”",), "1,2")


@pytest.mark.parametrize("shown", [True, False])
def test_a_force_stands_under_the_name_of_its_country(build: Build, shown: bool) -> None:
    atlas = load_atlas(build(*hosts(shown=shown, modality="reported", hedges=["suggest"])))
    labels = group(drawn(atlas).children, "Labels")
    (one,) = (found for found in walk(labels.children) if found.name == "In xb, no place given")
    said = [text.text for text in texts(one.children)]
    assert said[0] == "In xb, no place given"
    assert said[1] == "league-xb"
    assert "“guards Brunn” · reported: “suggest”" in said
    assert any(isinstance(item, Path) and item.fill == "#1f2933" for item in one.children)


def test_its_panel_keeps_off_the_corridor_and_the_names(build: Build) -> None:
    scene = drawn(load_atlas(build(*hosts())))
    map_ = group(scene.children, "Map")
    (one,) = (found for found in walk((map_,)) if found.name == "In xb, no place given")
    ground = next(
        item for item in one.children if isinstance(item, Path) and item.fill == "#ffffff"
    )
    (x, y), _, (right, foot), _ = ground.runs[0]
    box = Box(x, y, right - x, foot - y)
    for layer in walk((map_,)):
        if layer.name == "ferry":
            points = [
                p for i in layer.children if isinstance(i, Path) for run in i.runs for p in run
            ]
            assert not any(box.overlaps(Box(*point, 0.1, 0.1)) for point in points)


def test_the_switch_of_its_layer_takes_it_off_the_map(build: Build) -> None:
    atlas = load_atlas(build(*hosts()))
    without = written(drawn(atlas, view={"layers": ["ferry", "places"]}))
    assert not [one for one in without if "league-xb" in one or "no place given" in one]


def test_nothing_is_drawn_at_a_place_of_a_force(build: Build) -> None:
    atlas = load_atlas(build(*hosts()))
    scene = drawn(atlas, view={"layers": ["guards"]})  # no stretch is shown to stand beside
    map_ = group(scene.children, "Map")
    assert not [one for one in walk((map_,)) if one.name == "guards"]
    legend = " ".join(text.text for text in texts((group(scene.children, "Legend"),)))
    assert "Outside this map" not in legend


def test_the_legend_names_forces_by_their_part_with_what_weakens_their_words(build: Build) -> None:
    atlas = load_atlas(build(*hosts(modality="reported", hedges=["suggest"])))
    legend = [text.text for text in texts((group(drawn(atlas).children, "Legend"),))]
    assert "Tied to it" in legend
    assert "league-xb: “guards Brunn” · reported: “suggest”" in legend


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("width", [60.0, 120.0, 300.0])
def test_no_line_of_a_panel_is_wider_than_it(width: float, rtl: bool) -> None:
    for one in (panel("In a country", (ROW, ROW), width, rtl), brief(ROW, width, rtl, "A part")):
        assert one.width <= width
        box = Box(0, 0, one.width, one.height)
        for text in texts(tuple(one.draw(box))):
            left, right = _reach(text)
            assert left >= -0.5
            assert right <= one.width + 0.5


def _reach(text: Any) -> tuple[float, float]:
    from tests.sheet.test_sheet import box_of

    box = box_of(text)
    return box.x, box.right
