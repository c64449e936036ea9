"""The form of a basemap's four GeoJSON collections, which are kept as dictionaries.

Coordinates are lon, lat in degrees (RFC 7946), two numbers each, once heights are left out
(`geo.atlas.heights`); rings are closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Generic, Literal, NotRequired, TypeAlias, TypeVar

import shapely
from geojson_pydantic.types import BBox
from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    with_config,
)
from pydantic_core import PydanticCustomError
from typing_extensions import TypedDict

from geo.atlas.forms import COUNTRY, Id, Names, Text
from geo.atlas.geometries import Crs

_EXACT = with_config(ConfigDict(extra="forbid"))


def _closed(ring: list[Position]) -> list[Position]:
    if ring[0] != ring[-1]:
        raise PydanticCustomError("ring_open", "the ring is not closed")
    return ring


def _sound(area: Any) -> Any:
    shape = shapely.geometry.shape(area)
    if not shape.is_valid:
        raise ValueError(f"the area is not valid: {shapely.is_valid_reason(shape)}")
    return area


def _in_english(names: Names) -> Names:
    if "en" not in names:  # the fallback of other languages
        raise ValueError('there is no English name ("en")')
    return names


Position: TypeAlias = tuple[
    Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]
]
Run: TypeAlias = Annotated[list[Position], Field(min_length=2)]
Ring: TypeAlias = Annotated[list[Position], Field(min_length=4), AfterValidator(_closed)]
Rings: TypeAlias = Annotated[list[Ring], Field(min_length=1)]
Named: TypeAlias = Annotated[Names, AfterValidator(_in_english)]
Type = TypeVar("Type")
Coordinates = TypeVar("Coordinates")
Properties = TypeVar("Properties")
Geometry = TypeVar("Geometry")


class Members(TypedDict):
    """What programs write beside, as in the other files (see `geo.atlas.geometries`)."""

    bbox: NotRequired[BBox | None]
    name: NotRequired[Text | None]
    crs: NotRequired[Crs | None]
    description: NotRequired[Text | None]
    xy_coordinate_resolution: NotRequired[float | None]
    z_coordinate_resolution: NotRequired[float | None]


@_EXACT
class Shape(Members, Generic[Type, Coordinates]):
    """A GeoJSON geometry."""

    type: Type
    coordinates: Coordinates


Point: TypeAlias = Shape[Literal["Point"], Position]
LineString: TypeAlias = Shape[Literal["LineString"], Run]
MultiLineString: TypeAlias = Shape[
    Literal["MultiLineString"], Annotated[list[Run], Field(min_length=1)]
]
Polygon: TypeAlias = Annotated[Shape[Literal["Polygon"], Rings], AfterValidator(_sound)]
MultiPolygon: TypeAlias = Annotated[
    Shape[Literal["MultiPolygon"], Annotated[list[Rings], Field(min_length=1)]],
    AfterValidator(_sound),
]
Line: TypeAlias = Annotated[LineString | MultiLineString, Field(discriminator="type")]
Area: TypeAlias = Annotated[Polygon | MultiPolygon, Field(discriminator="type")]
LineOrArea: TypeAlias = Annotated[
    LineString | MultiLineString | Polygon | MultiPolygon, Field(discriminator="type")
]


@_EXACT
class Country(TypedDict):
    """The properties of a country.

    `label` is the position of its name. Names with the same `together` are shown all or none.
    """

    names: Named
    label: Position
    together: NotRequired[Id]


@_EXACT
class Drawn(TypedDict):
    """The properties of a line, or of water."""

    kind: Literal["coast", "boundary", "disputed", "river", "lake"]
    names: NotRequired[Named]


@_EXACT
class Sea(TypedDict):
    """The properties of a sea's label."""

    kind: Literal["sea"]
    names: Named


@_EXACT
class Feature(Members, Generic[Properties, Geometry]):
    """A GeoJSON feature; countries have an id (ISO 3166-1 alpha-2)."""

    type: Literal["Feature"]
    id: NotRequired[Annotated[str, StringConstraints(pattern=COUNTRY)]]
    properties: Properties
    geometry: Geometry


@_EXACT
class Collection(Members, Generic[Properties, Geometry]):
    """A GeoJSON feature collection."""

    type: Literal["FeatureCollection"]
    features: list[Feature[Properties, Geometry]]


class Basemap(dict[str, Any]):
    """The collections of a basemap, by name: GeoJSON, as dictionaries.

    Their shapes are made once. All views of an atlas share its basemap, and so the shapes.
    """

    @cached_property
    def shapes(self) -> Mapping[str, tuple[shapely.Geometry, ...]]:
        """The shapes of the features of each collection, in the same order; in degrees."""
        return {
            name: tuple(shapely.geometry.shape(one["geometry"]) for one in collection["features"])
            for name, collection in self.items()
        }


BASEMAP: dict[str, TypeAdapter[Any]] = {
    "countries": TypeAdapter(Collection[Country, Area]),
    "labels": TypeAdapter(Collection[Sea, Point]),
    "lines": TypeAdapter(Collection[Drawn, Line]),
    "water": TypeAdapter(Collection[Drawn, LineOrArea]),
}
