"""Other atlases than the one that ships: the starter, with something changed or taken away."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import shapely
from shapely.affinity import translate

from geo.atlas.wrapping import cut, longitude_within
from geo.starter import write_starter

Change: TypeAlias = Callable[[dict[str, Any]], None]  # to the files of data/, by name


def other_atlas(folder: Path, *changes: Change) -> Path:
    """Write the starter with some changes, and return its folder."""
    write_starter(folder)
    files = {
        str(file.relative_to(folder / "data")): json.loads(file.read_text("utf-8"))
        for file in sorted((folder / "data").rglob("*json"))
    }
    for change in changes:
        change(files)
    for name, content in files.items():
        (folder / "data" / name).write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return folder


def moved(degrees: float) -> Change:
    """Return the change that moves everything eastward, each in one piece, the basemap cut."""

    def move(files: dict[str, Any]) -> None:
        for feature in features(files):
            if feature["geometry"]:
                _each_position(feature["geometry"]["coordinates"], degrees)
        for feature in features(files, "basemap/"):
            shape = shapely.geometry.shape(feature["geometry"])
            east = shapely.set_precision(translate(shape, degrees), 1e-6)
            feature["geometry"] = json.loads(shapely.to_geojson(cut(east)))
            if "label" in feature["properties"]:
                _each_position(feature["properties"]["label"], degrees)

    return move


def features(files: dict[str, Any], folder: str = "") -> Iterator[dict[str, Any]]:
    """Yield the features of the GeoJSON files in a folder of data/."""
    for name, content in files.items():
        if (
            name.endswith(".geojson")
            and name.startswith(folder)
            and name.count("/") == bool(folder)
        ):
            yield from content["features"]


def _each_position(nested: Any, degrees: float) -> None:
    if isinstance(nested[0], list):
        for part in nested:
            _each_position(part, degrees)
    else:
        nested[0] = longitude_within(round(nested[0] + degrees, 6), -180)
