"""The view: what of an atlas is asked for, and the atlas narrowed down to it.

What a view leaves out is not in the narrowed atlas, and so in no file made from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log2
from typing import Annotated, TypeAlias
from urllib.parse import urlencode

import shapely
from pydantic import AfterValidator, BeforeValidator

from geo.atlas.atlas import Atlas
from geo.atlas.forms import Id, Tag
from geo.atlas.manifest import Headline, Manifest
from geo.atlas.model import BASES, Basis, Feature, Value

Extent: TypeAlias = tuple[float, float, float, float]
_LIMITS = {"west": 180, "south": 90, "east": 180, "north": 90}

_AN_EXTENT = "an extent is west,south,east,north, in degrees, west and south the less"


def _has_four_corners(extent: object) -> object:
    if isinstance(extent, Sequence) and len(extent) != 4:
        raise ValueError(_AN_EXTENT)
    return extent


def _has_an_area(extent: Extent) -> Extent:
    for (corner, limit), value in zip(_LIMITS.items(), extent, strict=True):
        if not abs(value) <= limit:  # nan is not, either
            raise ValueError(f"{corner} is {value:g}, beyond ±{limit}: {_AN_EXTENT}")
    west, south, east, north = extent
    if west >= east or south >= north:
        raise ValueError(_AN_EXTENT)
    return extent


class View(Value):
    """What is asked for: layers, bases, an extent (west, south, east, north; degrees, CRS84).

    `layers` None stands for those that the page opens with; without an extent it is the
    whole atlas. `language` is that of names and headings.
    """

    layers: frozenset[Id] | None = None
    bases: frozenset[Basis] = frozenset(BASES)
    extent: (
        Annotated[Extent, BeforeValidator(_has_four_corners), AfterValidator(_has_an_area)] | None
    ) = None
    language: Tag = "en"

    def unknown(self, atlas: Atlas) -> list[str]:
        """Return what the view asks for and the atlas doesn't have, and what there is instead."""
        languages = atlas.manifest.languages
        layers = [layer.id for layer in atlas.manifest.layers]
        found = []
        if missing := sorted((self.layers or frozenset()) - set(layers)):
            found.append(f"no layer {', '.join(missing)} (there are {', '.join(layers)})")
        if self.language not in languages:
            found.append(f"no language {self.language} (there are {', '.join(languages)})")
        return found


def narrowed(atlas: Atlas, view: View, *, hidden: bool = False) -> Atlas:
    """Return the atlas with just what the view shows, and what that rests on.

    `hidden` keeps the layers that the page opens without, for a reader who can switch
    them on; a view that names its layers has none. What is named but not placed is on
    no layer's switch, and is kept; so is what the article as a whole doesn't say. A
    layer without a mark left is dropped.
    """
    collections = _collections(atlas, view, _layers(atlas, view, hidden))
    features = [feature for kept in collections.values() for feature in kept]
    claims = [claim for feature in features for claim in feature.claims]
    excerpts = {one for claim in claims for one in atlas.grounds(claim)}
    manifest = _manifest(atlas.manifest, view, features)
    actors = {actor for claim in claims for actor in claim.actors}
    actors |= {layer.actor for layer in manifest.layers if layer.actor}
    sources = _cited(atlas, manifest, features, excerpts)
    return replace(
        atlas,
        manifest=manifest,
        collections=collections,
        excerpts={key: one for key, one in atlas.excerpts.items() if key in excerpts},
        actors={key: one for key, one in atlas.actors.items() if key in actors},
        sources={key: one for key, one in atlas.sources.items() if key in sources},
    )


def _layers(atlas: Atlas, view: View, hidden: bool) -> frozenset[str]:
    if view.layers is not None:
        return view.layers
    return frozenset(layer.id for layer in atlas.manifest.layers if layer.visible or hidden)


def _cited(
    atlas: Atlas, manifest: Manifest, features: list[Feature], excerpts: set[str]
) -> set[str]:
    """Return the sources that something shown rests on, and those that they rest on in turn."""
    silences = (manifest.silences, *(feature.properties.silences for feature in features))
    waiting = [
        *(claim.source for feature in features for claim in feature.claims),
        *(feature.properties.position.source for feature in features),
        *(silence.source for some in silences for silence in some),
        *(atlas.excerpts[one].source for one in excerpts),
        # the article; whose map this is drawn on
        *(one.id for one in atlas.sources.values() if one.kind != "background"),
    ]
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one is not None and one not in found:
            found.add(one)
            waiting += [origin.source for origin in atlas.sources[one].rests_on]
    return found


def _collections(
    atlas: Atlas, view: View, layers: frozenset[str]
) -> dict[str, tuple[Feature, ...]]:
    """Return by file the features that a view shows, each with the claims that it shows."""
    shown = _shown(atlas, view, layers)
    known = {c.id for features in shown.values() for f in features for c in f.claims}
    return {
        file: tuple(_without_dangling(feature, known) for feature in features)
        for file, features in shown.items()
    }


def _shown(atlas: Atlas, view: View, layers: frozenset[str]) -> dict[str, tuple[Feature, ...]]:
    box = shapely.box(*view.extent) if view.extent else None

    def is_in_sight(feature: Feature) -> bool:
        places = atlas.places[feature.id]
        if not places:
            return True
        is_near = box is None or any(shapely.intersects(place.shape, box) for place in places)
        return is_near and feature.properties.layer in layers

    def is_spoken_of(feature: Feature) -> bool:
        """Say whether a claim is shown of it, or of a whole in sight that it is a part of."""
        wholes = (whole for whole in atlas.wholes(feature) if whole.properties.layer in layers)
        said = (claim for one in (feature, *wholes) for claim in one.claims)
        return any(claim.basis in view.bases for claim in said)

    return {
        file: tuple(
            _of_bases(f, view.bases) for f in features if is_in_sight(f) and is_spoken_of(f)
        )
        for file, features in atlas.collections.items()
    }


def _of_bases(feature: Feature, bases: frozenset[Basis]) -> Feature:
    claims = tuple(claim for claim in feature.claims if claim.basis in bases)
    return _with(feature, claims=claims)


def _with(feature: Feature, **changes: object) -> Feature:
    properties = feature.properties.model_copy(update=changes)
    return feature.model_copy(update={"properties": properties})


def _without_dangling(feature: Feature, known: set[str]) -> Feature:
    """Drop what names a claim that isn't shown; a part that it gives, too, has no reason then."""
    part = feature.properties.part
    if part and part.claim is not None and part.claim not in known:
        part = None
    claims = (
        claim.model_copy(
            update={
                "premises": tuple(one for one in claim.premises if one in known),
                "relations": tuple(one for one in claim.relations if one.to in known),
            }
        )
        for claim in feature.claims
    )
    return _with(feature, claims=tuple(claims), part=part)


def _manifest(manifest: Manifest, view: View, features: list[Feature]) -> Manifest:
    known = {claim.id for feature in features for claim in feature.claims}
    used = {feature.properties.layer for feature in features}
    taken = {f.properties.part.id for f in features if f.properties.part}
    layers = tuple(
        layer.model_copy(update={"visible": layer.visible or view.layers is not None})
        for layer in manifest.layers
        if layer.id in used
    )
    return manifest.model_copy(
        update={
            "layers": layers,
            "parts": tuple(part for part in manifest.parts if part.id in taken),
            "headline": _headline(manifest.headline, known),
            "findings": tuple(one for one in manifest.findings if known.issuperset(one.claims)),
        }
    )


def _headline(headline: Headline | None, known: set[str]) -> Headline | None:
    """Return the headline if all that it rests on is shown.

    That it is disputed, by whom and when stays said, also where background is hidden.
    """
    if headline is None or not known.issuperset(headline.claims):
        return None
    if headline.dispute is None:
        return headline
    claims = tuple(one for one in headline.dispute.claims if one in known)
    dispute = headline.dispute.model_copy(update={"claims": claims})
    return headline.model_copy(update={"dispute": dispute})


def link_of(view: View, atlas: Atlas) -> str:
    """Return the view as the query of a link to the page (see page/assets/core/permalink.js).

    The page says where it looks by a centre and a zoom; an extent becomes those at
    which a map of 1000 pixels shows it (Web Mercator: 256 · 2^zoom pixels round the world).
    """
    unplaced = {layer.id for layer in atlas.manifest.layers if layer.group == "unplaced"}
    parts = {}
    if view.layers is not None:
        parts["l"] = ",".join(sorted(view.layers - unplaced))
    if view.bases != frozenset(BASES):
        parts["b"] = ",".join(basis for basis in BASES if basis in view.bases)
    if view.language != "en":
        parts["lang"] = view.language
    if view.extent is not None:
        west, south, east, north = view.extent
        zoom = log2(360 / 256 * 1000 / (east - west))
        parts["at"] = f"{(west + east) / 2:.4f},{(south + north) / 2:.4f},{min(zoom, 24):.2f}"
    return urlencode(parts, safe=",")
