from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pyogrio
import pytest
import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas
from geo.atlas.view import View
from geo.formats import ExportOptions, render
from tests.conftest import WHOLE, Build, square

EVERYTHING = ExportOptions(view=View(layers=frozenset({"ferry", "guards"})))


def made(atlas: Atlas, options: ExportOptions = EVERYTHING) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(atlas, "geojson", options))
    return found


def whole() -> Atlas:
    return load_atlas()


def faults(collection: dict[str, Any]) -> Iterator[str]:
    """Yield where a FeatureCollection departs from RFC 7946, by the section that says so."""
    if collection["type"] != "FeatureCollection" or "crs" in collection:
        yield "3.3, 4: a FeatureCollection, without a crs"
    for feature in collection["features"]:
        if set(feature) != {"type", "id", "geometry", "properties"}:
            yield "3.2: the members of a Feature"
        if feature["geometry"]:
            yield from _geometry_faults(feature["geometry"])


def _geometry_faults(geometry: dict[str, Any]) -> Iterator[str]:
    if set(geometry) != {"type", "coordinates"}:
        yield "3.1: the members of a geometry"
    shape = shapely.geometry.shape(geometry)
    positions = shapely.get_coordinates(shape)
    if not ((abs(positions) <= (180, 90)).all() and (positions == positions.round(7)).all()):
        yield "4, 11.2: lon, lat in degrees, no more precise than they are"
    for part in shapely.get_parts(shape):
        if isinstance(part, shapely.Polygon) and not part.exterior.is_ccw:
            yield "3.1.6: exterior rings are counter-clockwise"


def test_it_is_geojson_to_the_letter() -> None:
    atlas = whole()
    options = ExportOptions(
        view=View(layers=frozenset(layer.id for layer in atlas.manifest.layers))
    )
    collection = made(atlas, options)
    assert list(faults(collection)) == []
    assert [feature["id"] for feature in collection["features"]] == list(atlas.features)


def test_rings_are_turned_and_numbers_shortened(build: Build) -> None:
    shape = square(15, 1.123456789, 2)
    shape["coordinates"][0].reverse()
    atlas = load_atlas(build(("data/forces.geojson", "features.0.geometry", shape)))
    collection = made(atlas)
    assert list(faults(collection)) == []
    assert collection["bbox"] == [11, 1, 17, 3.1234568]


def test_a_feature_carries_its_reasons(tiny: Atlas) -> None:
    first, second = made(tiny)["features"][:2]
    claim = first["properties"]["claims"][0]
    assert claim["excerpts"] == [
        {
            "id": "e-ferry",
            "source": "story",
            "quote": "the Salt Guild runs a ferry from Aldport",
            "start": 33,
            "end": 73,
            "paragraph": 2,
        }
    ]
    inferred, background = second["properties"]["claims"]
    assert (inferred["from"], inferred["excerpts"]) == (["c-west"], claim["excerpts"])
    assert (background["source"]["title"], background["excerpts"]) == ("almanac", [])
    assert background["relations"] == [{"kind": "contradicts", "to": "c-west"}]
    assert first["properties"]["position"]["source"]["id"] == "pilot-book"


def test_what_weakens_a_claim_stands_with_its_words(build: Build) -> None:
    features = made(load_atlas(build(*WHOLE)), ExportOptions())["features"]
    found = {c["id"]: c for feature in features for c in feature["properties"]["claims"]}
    said = [found["c-west"][key] for key in ("words", "modality", "hedges")]
    assert said == ["runs a ferry", "reported", ["suggest"]]
    assert (found["c-boats"]["words"], found["c-boats"]["modality"]) == ("runs", "asserted")
    assert [one for one, claim in found.items() if claim.get("hedges")] == ["c-west"]
    excerpts = [excerpt for claim in found.values() for excerpt in claim["excerpts"]]
    assert not [one for one in excerpts if {"modality", "hedges"} & set(one)]


@pytest.mark.parametrize(
    ("mark", "look"),
    [
        ("ferry-west", {"stroke": "#8a5a00", "stroke-width": 4, "code": "FER"}),
        ("ferry-east", {"stroke-width": 3, "pattern": "solid"}),
        ("brunn", {"fill": "#1f4e8c", "fill-opacity": 0.4, "pattern": "diagonal"}),
    ],
)
def test_a_mark_has_the_look_of_its_layer_and_basis(
    tiny: Atlas, mark: str, look: dict[str, Any]
) -> None:
    found = next(one for one in made(tiny)["features"] if one["id"] == mark)["properties"]
    assert look.items() <= found.items()


def test_what_is_not_placed_is_there_without_a_geometry(tiny: Atlas) -> None:
    isle = made(tiny)["features"][-1]
    assert (isle["id"], isle["geometry"]) == ("isle-rho", None)


def test_it_says_what_it_is(tiny: Atlas) -> None:
    said = made(tiny)["atlas"]
    assert said["atlas_sha256"] == tiny.digest
    assert said["article_sha256"] == tiny.article.sha256 == said["article"]["sha256"]
    assert said["not_said"][0]["sentence"] == {"en": "No price is named."}
    assert said["view"].startswith("layers: ferry, guards;")


def test_gdal_reads_it_back(tiny: Atlas) -> None:
    info = pyogrio.read_info(io.BytesIO(render(tiny, "geojson", EVERYTHING)))
    assert (info["features"], info["crs"]) == (4, "EPSG:4326")
    assert tuple(info["total_bounds"]) == (11, 1, 17, 3)
