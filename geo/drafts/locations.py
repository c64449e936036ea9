"""Where a draft has a feature: at a point, along other features, as an area, or nowhere."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from geo.atlas.forms import Country, Id
from geo.atlas.geometries import Geometry
from geo.atlas.model import Value
from geo.proposals.proposal import Latitude, Longitude


class AtCandidate(Value):
    """At a candidate of the proposal that the feature comes from: 1 is the first."""

    kind: Literal["candidate"]
    number: Annotated[int, Field(ge=1)]


class AtPoint(Value):
    """At a point that a person typed or chose on the map, or found in the gazetteer `source`."""

    kind: Literal["point"]
    lon: Longitude
    lat: Latitude
    source: Id | None = None


class AlongPlaces(Value):
    """Along a line through placed features, in their order."""

    kind: Literal["line"]
    through: Annotated[tuple[Id, ...], Field(min_length=2)]


class AreaOfCountry(Value):
    """The area of a country of the basemap."""

    kind: Literal["area"]
    country: Country


class AsDrawn(Value):
    """A geometry that is given whole."""

    kind: Literal["geometry"]
    geometry: Geometry


class Unplaced(Value):
    """Nowhere: the article names it, and it is not placed."""

    kind: Literal["unplaced"]


Location: TypeAlias = Annotated[
    AtCandidate | AtPoint | AlongPlaces | AreaOfCountry | AsDrawn | Unplaced,
    Field(discriminator="kind"),
]
