"""A layer that shows an actor shows it alone, under its id, and only what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas.atlas import MANIFEST, Atlas
from geo.atlas.errors import Problem


def ids(atlas: Atlas) -> Iterator[Problem]:
    """Yield layers with the id of an actor whom they don't show."""
    for layer in atlas.manifest.layers:
        if layer.id in atlas.actors and layer.actor != layer.id:
            what = f'it has the id of the actor "{layer.id}", and does not show it'
            yield Problem(MANIFEST, layer.id, what, "give the layer another id, or that actor")


def marks(atlas: Atlas) -> Iterator[Problem]:
    """Yield features on the layer of an actor who is in no claim of them."""
    shown = {layer.id: layer.actor for layer in atlas.manifest.layers if layer.actor}
    for file, feature in atlas.each_feature():
        actor = shown.get(feature.properties.layer)
        if actor and not any(actor in claim.actors for claim in feature.claims):
            what = f'it is on the layer of "{actor}", of whom no claim of it speaks'
            yield Problem(file, feature.id, what, "name the actor in a claim, or change the layer")
