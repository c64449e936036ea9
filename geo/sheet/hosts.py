"""Forces without a place, by the feature that they are said to be within."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Part
from geo.atlas.model import Feature
from geo.export_options import one_line
from geo.sheet.beside import beyond_place


@dataclass(frozen=True)
class Host:
    """A placed feature, and the forces that are said to be within it."""

    feature: Feature
    forces: tuple[Feature, ...]

    @property
    def shape(self) -> shapely.Geometry:
        return cast(shapely.Geometry, self.feature.shape)


def hosted(atlas: Atlas) -> dict[str, Host]:
    """Return, by their ids, the features within which forces are to be shown.

    Such a feature may be hidden itself; its name is then written with the forces.
    """
    visible = {layer.id for layer in atlas.manifest.layers if layer.visible}
    hosts: dict[str, Host] = {}
    for force in atlas.features.values():
        places = atlas.places[force.id]
        if force.shape is None and places and force.properties.layer in visible:
            if force.properties.within is None or beyond_place(atlas, force):
                continue
            known = hosts.get(places[0].id, Host(places[0], ()))
            hosts[places[0].id] = replace(known, forces=(*known.forces, force))
    return hosts


def by_part(
    atlas: Atlas, forces: tuple[Feature, ...]
) -> Iterator[tuple[Part | None, list[Feature]]]:
    """Yield forces by their part, in the order of the atlas' parts; those without one come last."""
    for part in (*atlas.manifest.parts, None):
        those = [force for force in forces if part_of(atlas, force) == part]
        if those:
            yield part, those


def part_of(atlas: Atlas, force: Feature) -> Part | None:
    """Return the part that a force has."""
    own = force.properties.part
    return next((part for part in atlas.manifest.parts if own and part.id == own.id), None)


def name_of(atlas: Atlas, force: Feature, language: str) -> str:
    """Return the name of a force's actor alone, for where its country is named already."""
    layer = atlas.layer_of(force)
    names = atlas.style_of(layer).names if layer.actor else force.properties.names
    return one_line(names[language])
