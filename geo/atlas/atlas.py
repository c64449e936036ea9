"""The atlas: one frozen object, read from a folder, that everything is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from pathlib import Path
from typing import Any

from geo.atlas.forms import Names
from geo.atlas.manifest import Layer, Manifest
from geo.atlas.model import Actor, Claim, Excerpt, Feature, Source, Symbol
from geo.atlas.source_text import Seed
from geo.atlas.translation import Told, told

_PACKAGE = Path(__file__).parents[1]
_BUNDLED = _PACKAGE / "bundled"  # a wheel has it: data/, seeds/, app.py and its icon
# The folder of the atlas that ships, and of the app: in an installed package, else the repository.
HOME = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent
# What its files are called in its folder, and in whatever is said of them.
MANIFEST, SOURCES = "data/atlas.json", "data/sources.json"
ACTORS, EXCERPTS = "data/actors.json", "data/excerpts.json"
COLLECTIONS = ("data/corridor.geojson", "data/forces.geojson", "data/waypoints.geojson")


@dataclass(frozen=True)
class Look:
    """What a layer is called, by language, and what its marks look like."""

    names: Names
    symbol: Symbol


@dataclass(frozen=True)
class Atlas:
    """Everything an atlas folder holds, parsed but not yet checked (see `geo.checks`).

    `collections` maps a GeoJSON file's name to its features; `seeds` a source's
    id to its text; `digest` is the sha256 over every file that was read; `rewound` holds the
    ids of features whose rings wound the wrong way in the file.

    Three are of the whole atlas, whatever of it a view shows: `corridor`, the segments from
    its start to its end; `places`, by each feature's id, where it is shown (see `places_of`);
    `inferences`, by each inferred claim's id, the excerpts it rests on (see `inferences_of`).
    """

    manifest: Manifest
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    excerpts: Mapping[str, Excerpt]
    collections: Mapping[str, tuple[Feature, ...]]
    seeds: Mapping[str, Seed]
    basemap: Mapping[str, Any]
    corridor: tuple[Feature, ...]
    places: Mapping[str, tuple[Feature, ...]]
    inferences: Mapping[str, tuple[str, ...]]
    rewound: tuple[str, ...]
    digest: str

    @property
    def article(self) -> Source:
        """The one text that the atlas is drawn from (`geo.checks` sees that there is one)."""
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
        return _parts(self.features.values())

    @cached_property
    def members(self) -> Mapping[str, tuple[Feature, ...]]:
        """The features that are said to be within each one, by that one's id."""
        found = self.features.values()
        return _grouped((f.properties.within, f) for f in found if f.properties.within)

    def wholes(self, feature: Feature) -> tuple[Feature, ...]:
        """Return the wholes that a feature is a part of, as far as they are shown."""
        found = (self.features.get(one) for one in feature.properties.part_of)
        return tuple(whole for whole in found if whole is not None)

    def grounds(self, claim: Claim) -> tuple[str, ...]:
        """Return the excerpts that a claim rests on: its own, and those of its premises."""
        return claim.excerpts or self.inferences.get(claim.id, ())

    def told(self, texts: Mapping[str, str], language: str) -> Told:
        """Return a sentence of ours in `language`, or else in that of the article."""
        return told(texts, language, self.article.language)

    def look_of(self, layer: Layer) -> Look:
        """Return the names and the symbol of a layer: its own, or its actor's."""
        if layer.actor is not None:
            actor = self.actors[layer.actor]
            return Look(actor.names, actor)
        assert layer.names is not None  # noqa: S101  the model holds one of the two
        assert layer.symbol is not None  # noqa: S101
        return Look(layer.names, layer.symbol)

    def each_feature(self) -> Iterator[tuple[str, Feature]]:
        """Every feature with the name of its file."""
        for file, features in self.collections.items():
            for feature in features:
                yield file, feature

    def each_claim(self) -> Iterator[tuple[str, Feature, Claim]]:
        """Every claim with its feature and the name of the feature's file."""
        for file, feature in self.each_feature():
            for claim in feature.claims:
                yield file, feature, claim


def places_of(features: Iterable[Feature]) -> dict[str, tuple[Feature, ...]]:
    """Return, by each feature's id, the placed features at which it is shown.

    That is the feature itself; or, of a whole, its parts; or where that is shown which it is
    said to be within. There are none of what is named but not placed.
    """
    known = {feature.id: feature for feature in features}
    parts = _parts(known.values())

    def own(feature: Feature) -> tuple[Feature, ...]:
        shown = (feature,) if feature.geometry is not None else parts.get(feature.id, ())
        return tuple(one for one in shown if one.geometry is not None)

    def holders(feature: Feature) -> tuple[Feature, ...]:
        holder = known.get(feature.properties.within or "")
        return own(holder) if holder else ()

    return {one: own(feature) or holders(feature) for one, feature in known.items()}


def inferences_of(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """Return, by each inferred claim's id, the excerpts of all claims that it rests on.

    A claim is not in it whose premises lead back to themselves.
    """
    known = {claim.id: claim for claim in claims}
    sorter = TopologicalSorter({c.id: c.premises for c in known.values() if c.premises})
    with suppress(CycleError):  # then it still gives all that no circle holds up
        sorter.prepare()
    found: dict[str, tuple[str, ...]] = {}
    while ready := sorter.get_ready():
        for claim in (known[one] for one in ready if one in known):
            premises = (found.get(premise, ()) for premise in claim.premises)
            found[claim.id] = claim.excerpts or tuple(dict.fromkeys(chain.from_iterable(premises)))
        sorter.done(*ready)
    return {one: excerpts for one, excerpts in found.items() if known[one].premises}


def _parts(features: Iterable[Feature]) -> dict[str, tuple[Feature, ...]]:
    return _grouped((whole, f) for f in features for whole in f.properties.part_of)


def _grouped(pairs: Iterable[tuple[str, Feature]]) -> dict[str, tuple[Feature, ...]]:
    """Return the features of each key, in their order."""
    found: dict[str, list[Feature]] = {}
    for key, feature in pairs:
        found.setdefault(key, []).append(feature)
    return {key: tuple(features) for key, features in found.items()}
