"""A basemap for an atlas: what lies round its marks, cut from the basemap of the whole world.

Coordinates and margins are lon, lat in degrees (CRS84).
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import shapely
from shapely.geometry.base import BaseGeometry

from geo.atlas.basemap import BASEMAP, Basemap

DATA = Path(__file__).parent / "data"
FOLDER = "data/basemap"
MARGIN = 2.0  # of the extent, on each side: the small map of a sheet shows so much round the marks
LEAST_MARGIN = 10.0
SOUTH, NORTH = -60.0, 84.0  # what the basemap of the world covers
_GRID = 0.001
_TYPES: Mapping[str, tuple[str, ...]] = {
    "countries": ("Polygon",),
    "water": ("Polygon", "LineString"),
    "lines": ("LineString",),
    "labels": ("Point",),
}
Position: TypeAlias = tuple[float, float]
Feature: TypeAlias = dict[str, Any]


def basemap_files(positions: Iterable[Position]) -> dict[str, bytes]:
    """Return the basemap's files by name in an atlas' folder, for marks at these positions."""
    extent = extent_of(list(positions))
    files = {f"{FOLDER}/{name}.geojson": _collection(cut(name, extent)) for name in world()}
    return files | {f"{FOLDER}/ORIGIN.md": (DATA / "ORIGIN.md").read_bytes()}


def write_basemap(folder: Path, positions: Iterable[Position]) -> None:
    """Write a basemap's files into the folder of an atlas."""
    for name, content in basemap_files(positions).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@cache
def world() -> Basemap:
    """Return the basemap of the world."""
    read = json.loads(lzma.decompress((DATA / "world.json.xz").read_bytes()))
    return Basemap({name: {"features": read[name]} for name in BASEMAP})


def extent_of(positions: list[Position]) -> BaseGeometry:
    """Return a box round positions, with a margin; it is in two parts over 180°.

    Without a position it is the whole world.
    """
    if not positions:
        return shapely.box(-180, SOUTH, 180, NORTH)
    west, east = _longitudes([lon for lon, _ in positions])
    south, north = (pick(lat for _, lat in positions) for pick in (min, max))
    margin = max(LEAST_MARGIN, MARGIN * max(east - west, north - south))
    south, north = max(SOUTH, south - margin), min(NORTH, north + margin)
    west, east = west - margin, east + margin
    if east - west >= 360:
        return shapely.box(-180, south, 180, north)
    parts = [shapely.box(west + turn, south, east + turn, north) for turn in (-360, 0, 360)]
    return shapely.union_all(parts).intersection(shapely.box(-180, south, 180, north))


def _longitudes(lons: Iterable[float]) -> Position:
    """Return the shortest span that holds longitudes; its east may be beyond 180."""
    found = sorted(set(lons))
    gaps = [after - before for before, after in pairwise([*found, found[0] + 360])]
    widest = gaps.index(max(gaps))
    west = found[(widest + 1) % len(found)]
    return west, west + 360 - gaps[widest]


def cut(name: str, extent: BaseGeometry) -> Iterator[Feature]:
    """Yield what of a collection lies in the extent; a name stays within its country."""
    shapely.prepare(extent)
    features = world()[name]["features"]
    for feature, whole in zip(features, world().shapes[name], strict=True):
        if not extent.intersects(whole):
            continue
        if extent.covers(whole):
            yield feature
            continue
        shape = _parts(shapely.intersection(whole, extent), name)
        if shape.is_empty:
            continue
        properties = dict(feature["properties"])
        if "label" in properties and not shape.covers(shapely.Point(properties["label"])):
            inner = shape.representative_point()
            properties["label"] = [round(inner.x, 3), round(inner.y, 3)]
        yield {**feature, "properties": properties, "geometry": _geometry(shape)}


def _parts(shape: shapely.Geometry, name: str) -> BaseGeometry:
    """Return the parts of a cut shape that its collection takes, not where it touches a corner."""
    parts = shapely.get_parts(shapely.set_precision(shape, _GRID))
    return shapely.union_all([part for part in parts if part.geom_type in _TYPES[name]])


def _geometry(shape: BaseGeometry) -> dict[str, Any]:
    """Return a shape as GeoJSON on the grid, its rings wound as RFC 7946 wants."""
    wound = shapely.orient_polygons(shape, exterior_cw=False)
    geometry: dict[str, Any] = shapely.geometry.mapping(wound)
    return {**geometry, "coordinates": _rounded(geometry["coordinates"])}


def _rounded(coordinates: Any) -> Any:
    if isinstance(coordinates, float):
        return round(coordinates, 3)
    return [_rounded(one) for one in coordinates]


def _collection(features: Iterable[Feature]) -> bytes:
    """Return a FeatureCollection, one feature a line."""
    lines = [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features]
    return ('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n").encode()
