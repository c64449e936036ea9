"""What is wrong with a raw geometry, bbox or crs of a GeoJSON file, each in a line of its own.

A parser says it at every number, in its own terms. Here the first fault is said, in GeoJSON's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from geo.atlas.errors import Fault, short

IN_DEGREES = "save it in longitude and latitude, in degrees (CRS84, EPSG:4326)"
_POSITION = "write longitude, then latitude: two numbers, in degrees"
# By type: how deep the lists are around a position, and what they are.
_DEPTHS = {
    "Point": (0, "one position"),
    "MultiPoint": (1, "a list of positions"),
    "LineString": (1, "a list of positions"),
    "MultiLineString": (2, "a list of lines, each a list of positions"),
    "Polygon": (2, "a list of rings, each a list of positions"),
    "MultiPolygon": (3, "a list of polygons, each a list of rings"),
}
_TYPES = ", ".join(_DEPTHS)


def geometry_fault(raw: Any) -> Fault | None:
    """Return the first fault of a geometry's form, None where it has none of these."""
    if not isinstance(raw, dict):
        return f"{short(raw)} is no geometry", "write one of GeoJSON, or null for no place"
    kind = raw.get("type")
    if kind == "GeometryCollection":
        fix = "make a feature of each, or a Multi… of those that are alike"
        return "it is a GeometryCollection, and a mark is of one kind of geometry", fix
    if not isinstance(kind, str) or kind not in _DEPTHS:
        what = f"{short(kind)} is no type of a geometry" if "type" in raw else "it has no type"
        return what, f"write one of {_TYPES}"
    coordinates = raw.get("coordinates")
    if coordinates is None or coordinates == []:
        return "its geometry is empty", "give it coordinates, or a null geometry"
    depth, form = _DEPTHS[kind]
    nesting = _of_coordinates(coordinates, depth, f"those of a {kind} are {form}")
    return next(nesting, None) or next(_of_lengths(coordinates, kind), None)


def _of_coordinates(nested: Any, depth: int, form: str) -> Iterator[Fault]:
    """Yield what in the coordinates is no position, or is not as deep as it should be."""
    if not isinstance(nested, list) or (depth and not all(isinstance(n, list) for n in nested)):
        yield f"its coordinates hold {short(nested)}, and {form}", "nest them so"
    elif depth:
        for inner in nested:
            yield from _of_coordinates(inner, depth - 1, form)
    elif any(isinstance(number, list) for number in nested):
        yield f"its coordinates hold {short(nested)}, and {form}", "nest them so"
    elif any(isinstance(number, str) for number in nested):
        what = f"its position {short(nested)} has a number in quotation marks"
        yield what, "write numbers without them"
    elif len(nested) not in (2, 3) or not all(map(_is_number, nested)):
        yield f"its position {short(nested)} is not two numbers", _POSITION


def _of_lengths(coordinates: Any, kind: str) -> Iterator[Fault]:
    """Yield the lines and rings, of sound nesting, that have fewer positions than they need."""
    if kind.endswith("Point"):
        return
    paths: Iterable[Any] = [coordinates]
    for _ in range(_DEPTHS[kind][0] - 1):
        paths = chain.from_iterable(paths)
    is_line = kind.endswith("LineString")
    name, least, last = ("a line", 2, "") if is_line else ("a ring", 4, ", the last like the first")
    for path in paths:
        if len(path) < least:
            yield f"{name} of it is of {len(path)} position(s)", f"give it {least} or more{last}"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def bbox_fault(raw: Any) -> Fault:
    """Return what is wrong with a bbox that the parser refused."""
    fix = "write west, south, east, north, in degrees, or leave it out"
    return f"{short(raw)} is no bbox", fix


def crs_fault(raw: Any) -> Fault:
    """Return what is wrong with a crs that the parser refused."""
    try:
        name = raw["properties"]["name"]
    except (KeyError, IndexError, TypeError):
        name = raw
    return f"the coordinates are of {short(name)}, not in degrees", IN_DEGREES


# By the name of a member of a GeoJSON object.
MEMBERS: Mapping[str, Callable[[Any], Fault | None]] = {
    "geometry": geometry_fault,
    "bbox": bbox_fault,
    "crs": crs_fault,
}
