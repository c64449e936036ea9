"""The layers of the atlas that a draft becomes: its own, and a layer for each new kind of mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from geo.drafts.looks import Looks
from geo.drafts.positions import Geometry
from geo.drafts.state import Record, State
from geo.drafts.wording import our_texts

Written: TypeAlias = list[dict[str, Any]]


class _Form(NamedTuple):
    """A layer for features without a layer of their own: its group, the key of its name, a pattern.

    An area is dotted, for a filled area would look like a claim to its ground.
    """

    group: str
    name: str
    pattern: str


# In drawing order, the first at the bottom.
_OURS = {
    "areas": _Form("elsewhere", "draftAreas", "dots"),
    "lines": _Form("elsewhere", "draftLines", "solid"),
    "places": _Form("elsewhere", "draftPlaces", "rings"),
    "unplaced": _Form("unplaced", "draftUnplacedLayer", "grid"),
}
_OF_TYPE = {"Point": "places", "LineString": "lines"}


def layer_of(feature: Record, geometry: Geometry) -> str:
    """Return the layer of a feature: its own, or that for geometries of its type."""
    own = feature.get("layer")
    if own:
        return str(own)
    if geometry is None:
        return "unplaced"
    return _OF_TYPE.get(geometry["type"].removeprefix("Multi"), "areas")


def layers_and_actors(state: State, used: set[str]) -> tuple[Written, Written]:
    """Return the `used` layers, the draft's own first, and the actors, each with its look.

    Raises AtlasError where more are drawn than can be told apart.
    """
    own = state.of_kind("atlas").get("atlas", {}).get("layers", ())
    known: Written = [layer for layer in own if layer["id"] in used]
    actors = state.of_kind("actor")
    looks = Looks([layer["symbol"] for layer in known if "symbol" in layer] + [*actors.values()])
    new = [_layer(id_, actors, looks) for id_ in _new(used, known, actors)]
    drawn = {layer.get("actor") for layer in (*known, *new)}
    return [*known, *new], [
        {
            "id": id_,
            "names": {},
            "kind": "actor",
            **looks.complete(actor, _name(actor), is_drawn=id_ in drawn),
        }
        for id_, actor in actors.items()
    ]


def _new(used: set[str], known: Written, actors: Mapping[str, Record]) -> Iterator[str]:
    missing = used - {layer["id"] for layer in known}
    for id_ in dict.fromkeys(("areas", *actors, "lines", "places", "unplaced")):
        if id_ in missing:
            yield id_


def _layer(id_: str, actors: Mapping[str, Record], looks: Looks) -> dict[str, Any]:
    if id_ in actors:
        return {"id": id_, "group": "actors", "actor": id_}
    form = _OURS[id_]
    symbol = looks.complete({"pattern": form.pattern}, id_)
    return {"id": id_, "group": form.group, "names": our_texts(form.name), "symbol": symbol}


def _name(actor: Record) -> str:
    names = actor.get("names", {})
    return str(names.get("en") or next(iter(names.values()), ""))
