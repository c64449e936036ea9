"""Views: a selection of layers, bases and an extent, and the atlas narrowed to it.

Nothing that a view leaves out is in the narrowed atlas, nor in any file made from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log2
from typing import Annotated
from urllib.parse import urlencode

import shapely
from pydantic import AfterValidator, BeforeValidator

from geo.atlas.atlas import Atlas, Extent
from geo.atlas.forms import Id, Tag
from geo.atlas.manifest import Headline, Manifest
from geo.atlas.model import BASES, Basis, Feature, Value
from geo.atlas.wrapping import ANTIMERIDIAN, longitude_within

_LIMITS = {"west": 180, "south": 90, "east": 180, "north": 90}

_AN_EXTENT = "an extent is west,south,east,north, in degrees, west and south the less"
_ACROSS = "no mark near 180°, across which alone the west of an extent is the greater"


def _has_four_corners(extent: object) -> object:
    if isinstance(extent, Sequence) and len(extent) != 4:
        raise ValueError(_AN_EXTENT)
    return extent


def _has_an_area(extent: Extent) -> Extent:
    for (corner, limit), value in zip(_LIMITS.items(), extent, strict=True):
        if not abs(value) <= limit:  # also true of nan
            raise ValueError(f"{corner} is {value:g}, beyond ±{limit}: {_AN_EXTENT}")
    west, south, east, north = extent
    if west == east or south >= north:
        raise ValueError(_AN_EXTENT)
    return extent


class View(Value):
    """A selection of an atlas: layers, bases, extent (west, south, east, north; degrees, CRS84).

    The west of an extent across 180° is greater than its east (RFC 7946, section 5.2).
    `layers` None stands for the layers that the page opens with, `extent` None for the whole
    atlas. `language` is that of names and headings.
    """

    layers: frozenset[Id] | None = None
    bases: frozenset[Basis] = frozenset(BASES)
    extent: (
        Annotated[Extent, BeforeValidator(_has_four_corners), AfterValidator(_has_an_area)] | None
    ) = None
    language: Tag = "en"

    def unknown(self, atlas: Atlas) -> list[str]:
        """Describe what the atlas lacks of layers, language and extent, and what it has."""
        languages = atlas.manifest.languages
        layers = [layer.id for layer in atlas.manifest.layers]
        lacking = []
        if missing := sorted((self.layers or frozenset()) - set(layers)):
            lacking.append(f"no layer {', '.join(missing)} (there are {', '.join(layers)})")
        if self.language not in languages:
            lacking.append(f"no language {self.language} (there are {', '.join(languages)})")
        if self.extent and self.extent[0] > self.extent[2] and atlas.west == ANTIMERIDIAN:
            lacking.append(_ACROSS)
        return lacking


def narrowed(atlas: Atlas, view: View, *, hidden: bool = False) -> Atlas:
    """Return the atlas with only the features and claims that the view shows.

    The excerpts, sources and actors of these are kept; layers without a feature are dropped.
    Features without a place, and the silences of the article, are always kept: no layer's
    switch hides them. `hidden` keeps layers that the page opens without, for formats whose
    reader can switch them on; it has no effect on a view that names its layers.
    """
    collections = _collections(atlas, view, _layers(atlas, view, hidden))
    features = [feature for kept in collections.values() for feature in kept]
    claims = [claim for feature in features for claim in feature.claims]
    excerpts = {excerpt for claim in claims for excerpt in atlas.grounds(claim)}
    manifest = _manifest(atlas.manifest, view, features)
    actors = {actor for claim in claims for actor in claim.actors}
    actors |= {layer.actor for layer in manifest.layers if layer.actor}
    sources = _cited(atlas, manifest, features, excerpts)
    return replace(
        atlas,
        manifest=manifest,
        collections=collections,
        excerpts={id_: excerpt for id_, excerpt in atlas.excerpts.items() if id_ in excerpts},
        actors={id_: actor for id_, actor in atlas.actors.items() if id_ in actors},
        sources={id_: source for id_, source in atlas.sources.items() if id_ in sources},
    )


def _layers(atlas: Atlas, view: View, hidden: bool) -> frozenset[str]:
    if view.layers is not None:
        return view.layers
    return frozenset(layer.id for layer in atlas.manifest.layers if layer.visible or hidden)


def _cited(
    atlas: Atlas, manifest: Manifest, features: list[Feature], excerpts: set[str]
) -> set[str]:
    """Return the ids of the sources that are cited, and of those that they rest on in turn."""
    silences = (manifest.silences, *(feature.properties.silences for feature in features))
    waiting = [
        *(claim.source for feature in features for claim in feature.claims),
        *(feature.properties.position.source for feature in features),
        *(silence.source for some in silences for silence in some),
        *(atlas.excerpts[excerpt].source for excerpt in excerpts),
        # the article, and the gazetteers and maps that everything is drawn on
        *(source.id for source in atlas.sources.values() if source.kind != "background"),
    ]
    cited: set[str] = set()
    while waiting:
        source = waiting.pop()
        if source is not None and source not in cited:
            cited.add(source)
            waiting += [origin.source for origin in atlas.sources[source].rests_on]
    return cited


def _collections(
    atlas: Atlas, view: View, layers: frozenset[str]
) -> dict[str, tuple[Feature, ...]]:
    """Return, by file, the features that a view shows, with the claims of its bases."""
    shown = _shown(atlas, view, layers)
    known = {c.id for features in shown.values() for f in features for c in f.claims}
    return {
        file: tuple(_without_dangling(feature, known) for feature in features)
        for file, features in shown.items()
    }


def _shown(atlas: Atlas, view: View, layers: frozenset[str]) -> dict[str, tuple[Feature, ...]]:
    box = _box(atlas.on_map(view.extent)) if view.extent else None

    def is_in_sight(feature: Feature) -> bool:
        places = atlas.places[feature.id]
        if not places:
            return True
        is_near = box is None or any(shapely.intersects(place.shape, box) for place in places)
        return is_near and feature.properties.layer in layers

    def has_a_claim(feature: Feature) -> bool:
        """Say whether a claim is shown of it, or of a whole in sight that it is a part of."""
        wholes = (whole for whole in atlas.wholes(feature) if whole.properties.layer in layers)
        claims = (claim for subject in (feature, *wholes) for claim in subject.claims)
        return any(claim.basis in view.bases for claim in claims)

    return {
        file: tuple(_of_bases(f, view.bases) for f in features if is_in_sight(f) and has_a_claim(f))
        for file, features in atlas.collections.items()
    }


def _box(extent: Extent) -> shapely.Geometry:
    """Return the area of an extent; what reaches beyond the map's east begins anew in its west."""
    west, south, east, north = extent
    turns = [(west, south, east, north), (west - 360, south, east - 360, north)]
    return shapely.multipolygons([shapely.box(*turn) for turn in turns])


def _of_bases(feature: Feature, bases: frozenset[Basis]) -> Feature:
    claims = tuple(claim for claim in feature.claims if claim.basis in bases)
    return _with(feature, claims=claims)


def _with(feature: Feature, **changes: object) -> Feature:
    properties = feature.properties.model_copy(update=changes)
    return feature.model_copy(update={"properties": properties})


def _without_dangling(feature: Feature, known: set[str]) -> Feature:
    """Drop references to claims that are not shown, and a part whose only reason is one of them."""
    part = feature.properties.part
    if part and part.claim is not None and part.claim not in known:
        part = None
    claims = (
        claim.model_copy(
            update={
                "premises": tuple(id_ for id_ in claim.premises if id_ in known),
                "relations": tuple(other for other in claim.relations if other.to in known),
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
            "findings": tuple(
                finding for finding in manifest.findings if known.issuperset(finding.claims)
            ),
        }
    )


def _headline(headline: Headline | None, known: set[str]) -> Headline | None:
    """Return the headline if all its claims are shown.

    Its dispute stays, also where the view hides the claims that dispute it.
    """
    if headline is None or not known.issuperset(headline.claims):
        return None
    if headline.dispute is None:
        return headline
    claims = tuple(claim for claim in headline.dispute.claims if claim in known)
    dispute = headline.dispute.model_copy(update={"claims": claims})
    return headline.model_copy(update={"dispute": dispute})


def link_of(view: View, atlas: Atlas) -> str:
    """Return the view as the query of a link to the page (see page/assets/core/permalink.js).

    The page's links have a centre and a zoom: those at which a map 1000 pixels wide shows the
    extent (Web Mercator: the world is 256 · 2^zoom pixels wide).
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
        west, south, east, north = atlas.on_map(view.extent)
        zoom = log2(360 / 256 * 1000 / (east - west))
        lon, lat = longitude_within((west + east) / 2, ANTIMERIDIAN), (south + north) / 2
        parts["at"] = f"{lon:.4f},{lat:.4f},{min(zoom, 24):.2f}"
    return urlencode(parts, safe=",")
