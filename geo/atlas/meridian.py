"""The meridian at which an atlas' map is cut open: its `west`, which lies where no marks are.

In GeoJSON, neighbours on both sides of 180° are 360° apart in numbers (RFC 7946). So all that an
atlas draws is brought, on reading, into the 360° that run eastward from this one meridian. Maps
are drawn and distances compared in these degrees; files are written in those from -180 to 180
(`geo.atlas.wrapping.cut`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import shapely
from pydantic import TypeAdapter

from geo.atlas.geometries import Geometry, Path, paths_of
from geo.atlas.model import Feature
from geo.atlas.unrolling import all_unrolled, crosses, goes_round, unrolled
from geo.atlas.wrapping import ANTIMERIDIAN, longitude_within, turned, turns_to, within

NEAR = 20.0  # degrees

Collections = Mapping[str, tuple[Feature, ...]]
Span = tuple[float, float]  # west, east; degrees
_GEOMETRY: TypeAdapter[Geometry] = TypeAdapter(Geometry)


def on_one_map(collections: Collections) -> tuple[float, Collections]:
    """Return the `west` of an atlas, and its features within the 360° from it.

    While a longitude is at fault, nothing is moved: `geo.checks.geometry` says what is.
    """
    geometries = [f.geometry for found in collections.values() for f in found if f.geometry]
    if not all(map(_is_sound, geometries)):
        return ANTIMERIDIAN, collections
    paths = [path for geometry in geometries for path in paths_of(geometry)]
    west = _edge([_span(path) for path in paths])
    if west == ANTIMERIDIAN and not any(map(crosses, paths)):
        return west, collections
    moved = {name: tuple(_moved(f, west) for f in found) for name, found in collections.items()}
    return west, moved


def basemap_within(basemap: Mapping[str, Any], west: float) -> Mapping[str, Any]:
    """Return a basemap's collections (see `geo.atlas.basemap`) within the 360° from `west`."""
    if west == ANTIMERIDIAN:
        return basemap
    return {
        name: one and {**one, "features": [_drawn_within(f, west) for f in one["features"]]}
        for name, one in basemap.items()
    }


def _is_sound(geometry: Geometry) -> bool:
    parts: Any = geometry.coordinates
    if not parts or (geometry.type == "MultiPolygon" and not all(parts)):
        return False
    return all(
        all(abs(position[0]) <= 180 for position in path) and not goes_round(path)
        for path in paths_of(geometry)
    )


def _span(path: Path) -> Span:
    longitudes = [position[0] for position in (unrolled(path) if crosses(path) else path)]
    return min(longitudes), max(longitudes)


def _edge(spans: Iterable[Span]) -> float:
    """Return the meridian to cut a map at: 180°, or the middle of the largest gap of its marks.

    It is the latter where marks lie on both sides of 180°, or near it.
    """
    start, end = max(_gaps(spans), key=lambda gap: gap[1] - gap[0], default=(0.0, 360.0))
    margin = min(NEAR, (end - start) / 4)
    if any(start + margin <= edge <= end - margin for edge in (-180, 180, 540)):
        return ANTIMERIDIAN
    return longitude_within(round((start + end) / 2, 1), ANTIMERIDIAN)


def _gaps(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the gaps between spans round the world."""
    ordered = sorted((longitude_within(low, ANTIMERIDIAN), high - low) for low, high in spans)
    if not ordered:
        return
    first = ordered[0][0]
    reached = max(first, max(low + width for low, width in ordered) - 360)
    for low, width in ordered:
        if low > reached:
            yield reached, low
        reached = max(reached, low + width)
    if first + 360 > reached:
        yield reached, first + 360


def _moved(feature: Feature, west: float) -> Feature:
    """Return a feature with its geometry in the 360° from `west`; itself, if it is there."""
    if feature.geometry is None:
        return feature
    raw: Any = feature.geometry.model_dump(include={"type", "coordinates"})
    over = any(map(crosses, paths_of(feature.geometry)))
    if over:
        raw = {"type": raw["type"], "coordinates": all_unrolled(raw["coordinates"])}
    shape = shapely.geometry.shape(raw)
    if shapely.is_valid(shape):
        drawn = within(shape, west)
    else:  # it can't be cut, and `geo.checks.geometry` refuses it
        drawn = turned(shape, turns_to(shapely.bounds(shape)[0], west))
    if drawn is shape and not over:
        return feature
    return feature.model_copy(update={"geometry": _GEOMETRY.validate_python(_raw(drawn))})


def _drawn_within(feature: dict[str, Any], west: float) -> dict[str, Any]:
    """Return a feature of the basemap within the 360° from `west`, with its label's position."""
    shape = within(shapely.geometry.shape(feature["geometry"]), west)
    properties = dict(feature["properties"])
    if "label" in properties:
        lon, lat = properties["label"]
        properties["label"] = [longitude_within(lon, west), lat]
    return {**feature, "properties": properties, "geometry": _raw(shape)}


def _raw(shape: Any) -> Any:
    return shapely.geometry.mapping(shape)
