"""The atlas as peers take it: plain GeoJSON, a collection a layer, with nothing to check.

That favours them: no article travels and, unless they are worded, no claims and no excerpts.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from geo.atlas.atlas import Atlas
from geo.atlas.model import Feature


@dataclass(frozen=True)
class Layer:
    """One switch, and the GeoJSON features (lon, lat) behind it; `id` is its label, too."""

    id: str
    colour: str
    visible: bool
    features: list[dict[str, Any]]

    @property
    def collection(self) -> dict[str, Any]:
        return {"type": "FeatureCollection", "features": self.features}


@dataclass(frozen=True)
class Drawing:
    """The map that all draw: the basemap's shapes, in order, and the layers with switches."""

    basemap: dict[str, Any]
    layers: tuple[Layer, ...]
    places: dict[str, list[float]]  # lon, lat by name: what an app lists beside the map

    def write(self, file: Path) -> None:
        file.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @staticmethod
    def read(file: Path) -> Drawing:
        record = json.loads(file.read_text("utf-8"))
        layers = tuple(Layer(**layer) for layer in record["layers"])
        return Drawing(record["basemap"], layers, record["places"])


def drawing_of(atlas: Atlas) -> Drawing:
    layers = layers_of(atlas)
    return Drawing(basemap_of(atlas), layers, _places(layers))


def basemap_of(atlas: Atlas) -> dict[str, Any]:
    return {name: atlas.basemap[name] for name in ("countries", "water", "lines")}


def _places(layers: tuple[Layer, ...]) -> dict[str, list[float]]:
    return {
        feature["properties"]["name"]: feature["geometry"]["coordinates"]
        for layer in layers
        for feature in layer.features
        if layer.id == "places" and feature["geometry"]["type"] == "Point"
    }


def layers_of(atlas: Atlas, worded: bool = False) -> tuple[Layer, ...]:
    """Return the layers that hold placed features, in drawing order.

    `worded`: each feature carries the sentences of its claims and the words they rest on.
    """
    found = []
    for layer in atlas.manifest.layers:
        look = atlas.actors[layer.actor] if layer.actor else layer.symbol
        placed = [f for f in atlas.features.values() if f.properties.layer == layer.id]
        features = [
            {
                "type": "Feature",
                "properties": {
                    "name": feature.properties.names["en"],
                    "kind": feature.properties.kind,
                    "basis": feature.basis,
                    **(_words(atlas, feature) if worded else {}),
                },
                "geometry": feature.geometry.model_dump(mode="json", exclude_none=True),
            }
            for feature in placed
            if feature.geometry is not None
        ]
        if look and features:
            found.append(Layer(layer.id, look.colour, layer.visible, features))
    return tuple(found)


def _words(atlas: Atlas, feature: Feature) -> dict[str, str]:
    claims = feature.properties.claims
    quotes = (atlas.excerpts[one].quote.exact for claim in claims for one in atlas.grounds(claim))
    sentences = (atlas.localised(claim.sentence, "en").text for claim in claims)
    return {"claims": " ".join(sentences), "quotes": " ".join(quotes)}
