"""The atlas: one frozen object, read from a folder, that everything is drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import shapely

from geo.atlas.basemap import Basemap
from geo.atlas.derivation import members_of, parts_of
from geo.atlas.forms import Names
from geo.atlas.itinerary import itinerary_of
from geo.atlas.making import Making
from geo.atlas.manifest import Layer, Manifest
from geo.atlas.model import Actor, Claim, Excerpt, Feature, Source, Symbol
from geo.atlas.relief import Relief
from geo.atlas.source_text import SourceText
from geo.atlas.translation import Translation, translation_for
from geo.atlas.wrapping import longitude_within
from geo.symbology import PALETTE

_PACKAGE = Path(__file__).parents[1]
_BUNDLED = _PACKAGE / "bundled"  # a wheel has it: data/, seeds/, app.py and its icon
# The folder of the atlas that ships, and of the app: in an installed package, else the repository.
HOME = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent
Extent: TypeAlias = tuple[float, float, float, float]  # west, south, east, north; degrees
# The names of its files in its folder, and in messages about them.
MANIFEST, SOURCES = "data/atlas.json", "data/sources.json"
ACTORS, EXCERPTS = "data/actors.json", "data/excerpts.json"
COLLECTIONS = ("data/corridor.geojson", "data/forces.geojson", "data/waypoints.geojson")


@dataclass(frozen=True)
class LayerStyle:
    """The names of a layer, by language tag, and the symbol of its marks."""

    names: Names
    symbol: Symbol


@dataclass(frozen=True)
class Atlas:
    """Everything an atlas folder holds, parsed but not yet checked (see `geo.checks`).

    `collections` maps a GeoJSON file's name to its features, `source_texts` a source's id to
    its text, `basemap` a layer's name to its GeoJSON. `digest` is the sha256 over every file that
    was read. `rewound` holds the ids of features whose rings had the wrong orientation in the file,
    `heights` by its name how many positions of a file had a height, which is left out.

    Three stay whole when a view narrows the atlas: `corridor`, the segments from its start to
    its end; `places`, by each feature's id, where it is shown (see `places_of`); `inferences`,
    by each inferred claim's id, the excerpts it rests on (see `inferences_of`).

    Coordinates are lon, lat in degrees (CRS84), the longitudes from `west` to `west` + 360: on an
    atlas of both sides of 180° they go on beyond it (see `geo.atlas.meridian`).
    """

    manifest: Manifest
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    excerpts: Mapping[str, Excerpt]
    collections: Mapping[str, tuple[Feature, ...]]
    source_texts: Mapping[str, SourceText]
    basemap: Basemap
    relief: Relief | None
    making: Making | None
    corridor: tuple[Feature, ...]
    places: Mapping[str, tuple[Feature, ...]]
    inferences: Mapping[str, tuple[str, ...]]
    rewound: tuple[str, ...]
    heights: Mapping[str, int]
    west: float
    digest: str

    @property
    def article(self) -> Source:
        """The one text that the atlas is drawn from.

        Raises StopIteration where the atlas has none, which its checks report.
        """
        return next(source for source in self.sources.values() if source.kind == "article")

    @cached_property
    def features(self) -> Mapping[str, Feature]:
        """All features by id, in drawing order of their files."""
        return {f.id: f for features in self.collections.values() for f in features}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """All claims by id."""
        return {claim.id: claim for _, _, claim in self.each_claim()}

    @cached_property
    def parts(self) -> Mapping[str, tuple[Feature, ...]]:
        """The parts of each whole, by the whole's id."""
        return parts_of(self.features.values())

    @cached_property
    def members(self) -> Mapping[str, tuple[Feature, ...]]:
        """The features that are said to be within each one, by that one's id."""
        return members_of(self.features.values())

    @cached_property
    def disputing(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims that contradict each one, by that one's id."""
        disputing: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            for disputed in dict.fromkeys(claim.contradicts):
                disputing.setdefault(disputed, []).append(claim)
        return {disputed: tuple(claims) for disputed, claims in disputing.items()}

    @cached_property
    def itinerary(self) -> Mapping[str, tuple[Feature, ...]]:
        """The features by stretch, in the order along the corridor (see `itinerary_of`)."""
        return itinerary_of(self.features.values(), self.corridor, self.places, self.parts)

    @cached_property
    def excerpt_numbers(self) -> Mapping[str, int]:
        """The number of each cited excerpt, by its id: from 1, in the order of the itinerary."""
        features = (feature for stretch in self.itinerary.values() for feature in stretch)
        claims = (claim for feature in features for claim in feature.claims)
        cited = dict.fromkeys(excerpt for claim in claims for excerpt in self.grounds(claim))
        return {excerpt: number for number, excerpt in enumerate(cited, 1)}

    def paragraph_number(self, excerpt: Excerpt) -> int | None:
        """Return the number of the paragraph that an excerpt starts in.

        It is 0 for the headline, and None outside the body, or without a sealed text.
        """
        text = self.source_texts.get(excerpt.source)
        paragraph = text.paragraph_at(excerpt.position.start) if text else None
        return paragraph.number if paragraph else None

    @cached_property
    def named_countries(self) -> frozenset[str]:
        """The countries (ISO 3166-1 alpha-2) that are marks in the corridor's group of layers."""
        corridor = {layer.id for layer in self.manifest.layers if layer.group == "corridor"}
        marks = (f.properties for f in self.features.values() if f.properties.kind == "country")
        return frozenset(m.country for m in marks if m.layer in corridor and m.country)

    def basemap_shapes(self, file: str, kind: str = "") -> Iterator[shapely.Geometry]:
        """Yield the shapes (degrees) of a file of the basemap, of a kind or of all.

        "named" is the kind of those countries that are marks of the corridor.
        """
        features = self.basemap[file]["features"]
        for feature, shape in zip(features, self.basemap.shapes[file], strict=True):
            known = feature["properties"].get("kind")
            if (
                not kind
                or known == kind
                or (kind == "named" and feature.get("id") in self.named_countries)
            ):
                yield shape

    def on_map(self, extent: Extent) -> Extent:
        """Return an extent, which may cross 180°, in the longitudes of this atlas' map."""
        west, south, east, north = extent
        by = longitude_within(west, self.west) - west
        return west + by, south, east + by + (360 if east < west else 0), north

    def wholes(self, feature: Feature) -> tuple[Feature, ...]:
        """Return the wholes that a feature is a part of, as far as they are shown."""
        wholes = (self.features.get(whole) for whole in feature.properties.part_of)
        return tuple(whole for whole in wholes if whole is not None)

    def grounds(self, claim: Claim) -> tuple[str, ...]:
        """Return the excerpts that a claim rests on: its own, and those of its premises."""
        return claim.excerpts or self.inferences.get(claim.id, ())

    def localised(self, texts: Mapping[str, str], language: str) -> Translation:
        """Return a sentence of the atlas in `language`, or else in the article's."""
        return translation_for(texts, language, self.article.language)

    def layer_of(self, feature: Feature) -> Layer:
        """Return the layer that a feature is in."""
        return self._layers[feature.properties.layer]

    @cached_property
    def _layers(self) -> Mapping[str, Layer]:
        return {layer.id: layer for layer in self.manifest.layers}

    def style_of(self, layer: Layer) -> LayerStyle:
        """Return the names and the symbol of a layer: its own, or its actor's.

        Where an atlas has parts, colour says the part of the layer's force, and neither an
        actor nor a route of another source has a colour of its own.

        Raises KeyError where the atlas lacks the layer's actor, which its checks report.
        """
        names, own = self._own_style(layer)
        if not self.manifest.parts or layer.group == "corridor":
            return LayerStyle(names, own)
        colour = self._hues.get(layer.id, PALETTE.neutral)
        return LayerStyle(names, Symbol(colour=colour, pattern=own.pattern, code=own.code))

    def _own_style(self, layer: Layer) -> tuple[Names, Symbol]:
        if layer.actor is not None:
            actor = self.actors[layer.actor]
            return actor.names, actor
        assert layer.names is not None  # noqa: S101  the model holds one of the two
        assert layer.symbol is not None  # noqa: S101
        return layer.names, layer.symbol

    @cached_property
    def _hues(self) -> Mapping[str, str]:
        """The hue of the part of the first force in each layer that has one."""
        hues = {part.id: part.hue for part in self.manifest.parts}
        found: dict[str, str] = {}
        for feature in self.features.values():
            part = feature.properties.part
            if part and part.id in hues:
                found.setdefault(feature.properties.layer, hues[part.id])
        return found

    def each_feature(self) -> Iterator[tuple[str, Feature]]:
        """Yield every feature, after the name of its file."""
        for file, features in self.collections.items():
            for feature in features:
                yield file, feature

    def each_claim(self) -> Iterator[tuple[str, Feature, Claim]]:
        """Yield every claim, after the name of its feature's file and that feature."""
        for file, feature in self.each_feature():
            for claim in feature.claims:
                yield file, feature, claim
