"""Where a feature of a draft is, and why there: a geometry, and the reason that stands by it.

Coordinates are lon, lat in degrees (WGS 84).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from geo.drafts.state import Record, State
from geo.drafts.wording import our_texts

Geometry: TypeAlias = Mapping[str, Any] | None  # as GeoJSON; None of what is not placed
Countries: TypeAlias = Mapping[str, Mapping[str, Any]]  # geometries of the basemap, by code


class PositionError(ValueError):
    """A feature can't be where a draft has it: `what` is wrong, and its `fix`."""

    def __init__(self, what: str, fix: str) -> None:
        self.what, self.fix = what, fix
        super().__init__(what)


def geometry_of(state: State, countries: Countries, feature: Record) -> Geometry:
    """Return the geometry of a feature's location; raises PositionError where it has none."""
    location = feature.get("location", {"kind": None})
    match location["kind"]:
        case "geometry":
            return dict(location["geometry"])
        case "point":
            return _point(location["lon"], location["lat"])
        case "line":
            through = [_position(state, id_) for id_ in location["through"]]
            return {"type": "LineString", "coordinates": through}
        case "area":
            return _area(countries, location["country"])
        case "unplaced":
            return None
    fix = "choose a candidate, give a point, or say that it is not placed"
    raise PositionError("nobody said where it is", fix)


def _point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


def _position(state: State, id_: str) -> list[float]:
    """Return the position of a feature that is a point."""
    location = state.of_kind("feature").get(id_, {}).get("location", {})
    if location.get("kind") == "point":
        return [location["lon"], location["lat"]]
    drawn = location.get("geometry", {})
    if drawn.get("type") == "Point":
        return list(drawn["coordinates"])
    what = f'its line goes through "{id_}", which is no point'
    raise PositionError(what, "give that feature a point, or leave it out of the line")


def _area(countries: Countries, code: str) -> dict[str, Any]:
    if code not in countries:
        known = ", ".join(sorted(countries))
        raise PositionError(f'the basemap has no country "{code}"', f"name one of these: {known}")
    return dict(countries[code])


def reason_of(state: State, feature: Record) -> dict[str, Any]:
    """Return the position of a feature: its own, or what its location says by itself."""
    if "position" in feature:
        return dict(feature["position"])
    location = feature["location"]
    if location.get("source"):
        note = our_texts("draftGazetteer")
        return {"basis": "background", "note": note, "source": location["source"]}
    if location["kind"] == "line":
        note = our_texts("draftLine", lambda tag: _names(state, location["through"], tag))
    else:
        note = our_texts(_NOTES[location["kind"]])
    return {"basis": "inferred", "note": note}


_NOTES = {
    "geometry": "draftDrawn",
    "point": "draftPoint",
    "area": "draftArea",
    "unplaced": "draftUnplaced",
}


def _names(state: State, ids: list[str], tag: str) -> str:
    features = state.of_kind("feature")
    names = (features[id_].get("names", {}) for id_ in ids)
    return " – ".join(known.get(tag) or next(iter(known.values()), "") for known in names)
