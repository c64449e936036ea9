"""The atlas as peers take it: plain GeoJSON, a collection a layer, with nothing to check.

That favours them: no claims and no article travel, nor the names of the basemap.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from geo.atlas import Atlas


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

    def write(self, file: Path) -> None:
        file.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @staticmethod
    def read(file: Path) -> Drawing:
        record = json.loads(file.read_text("utf-8"))
        return Drawing(record["basemap"], tuple(Layer(**layer) for layer in record["layers"]))


def drawing_of(atlas: Atlas) -> Drawing:
    basemap = {name: atlas.basemap[name] for name in ("countries", "water", "lines")}
    return Drawing(basemap, layers_of(atlas))


def layers_of(atlas: Atlas) -> tuple[Layer, ...]:
    """Return the layers that hold placed features, in drawing order."""
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
                },
                "geometry": feature.geometry.model_dump(mode="json", exclude_none=True),
            }
            for feature in placed
            if feature.geometry is not None
        ]
        if look and features:
            found.append(Layer(layer.id, look.colour, layer.visible, features))
    return tuple(found)
