"""The atlas: one frozen object, read from a folder, that everything is drawn from."""

from __future__ import annotations

import gc
import hashlib
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError

from geo.basemap import BASEMAP
from geo.errors import AtlasError, Problem
from geo.faults import problems_of, without
from geo.jsonfile import JsonFileError, parse_json, read_bytes
from geo.model import (
    Actor,
    Claim,
    Excerpt,
    Feature,
    FeatureCollection,
    Layer,
    Manifest,
    Names,
    Source,
    Symbol,
)
from geo.seeds import Seed, read_seed
from geo.winding import wound

if TYPE_CHECKING:  # geopandas takes most of a second to import
    from geopandas import GeoDataFrame

HOME = Path(__file__).parent.parent  # the atlas that ships with the package
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
    id to its text; `digest` is the sha256 over every file that was read. `corridor`
    holds the segments from its start to its end, whether or not a view shows them;
    `rewound` the ids of features whose rings wound the wrong way in the file.
    """

    manifest: Manifest
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    excerpts: Mapping[str, Excerpt]
    collections: Mapping[str, tuple[Feature, ...]]
    seeds: Mapping[str, Seed]
    basemap: Mapping[str, Any]
    corridor: tuple[Feature, ...]
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

    def gdf(self, collection: str) -> GeoDataFrame:
        """Return the placed features of a collection, in lon, lat degrees (EPSG:4326).

        Columns: layer, kind, name (English), basis, claims (their number),
        geometry; the index is the feature's id.
        """
        import geopandas

        placed = [f for f in self.collections[collection] if f.shape is not None]
        rows = {
            "layer": [f.properties.layer for f in placed],
            "kind": [f.properties.kind for f in placed],
            "name": [f.properties.names["en"] for f in placed],
            "basis": [f.basis for f in placed],
            "claims": [len(f.claims) for f in placed],
        }
        return geopandas.GeoDataFrame(
            rows, geometry=[f.shape for f in placed], index=[f.id for f in placed], crs=4326
        )


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Keep the collector off millions of new values: they hold no cycles, and it is 8 times slower.

    Measured over 100,000 features; a caller's own choice of on or off is put back.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Reading(NamedTuple):
    """An atlas as far as its files could be read.

    `problems` are those of form. `partial` names the files of which something is left
    out of the atlas, for it could not be read: then what refers to it may lead nowhere.
    """

    atlas: Atlas
    problems: tuple[Problem, ...]
    partial: frozenset[str]


def load_atlas(folder: Path = HOME) -> Atlas:
    """Read the atlas in `folder` (its `data/` and `seeds/`).

    Raises AtlasError with every problem of form: files that are missing or
    malformed, records that break the contract, ids used twice.
    """
    reading = read_atlas(folder)
    if reading.problems:
        raise AtlasError(reading.problems)
    return reading.atlas


@_gc_paused()
def read_atlas(folder: Path = HOME) -> Reading:
    """Read what can be read of the atlas in `folder`, and say what can't."""
    reader = _Reader(folder)
    manifest = reader.parse(MANIFEST, TypeAdapter(Manifest))
    sources = reader.records(SOURCES, TypeAdapter(tuple[Source, ...]))
    actors = reader.records(ACTORS, TypeAdapter(tuple[Actor, ...]))
    excerpts = reader.records(EXCERPTS, TypeAdapter(tuple[Excerpt, ...]))
    collections = {name: reader.features(name) for name in COLLECTIONS}
    basemap = {
        name: reader.parse(f"data/basemap/{name}.geojson", form) for name, form in BASEMAP.items()
    }
    seeds = {s.id: reader.seed(s.id, s.file) for s in sources.values() if s.file is not None}
    reader.refuse_shared_ids(manifest, collections)
    atlas = Atlas(
        manifest=manifest or _NO_MANIFEST,
        sources=sources,
        actors=actors,
        excerpts=excerpts,
        collections=collections,
        seeds={source: seed for source, seed in seeds.items() if seed is not None},
        basemap=basemap,
        corridor=_corridor(collections),
        rewound=tuple(reader.rewound),
        digest=reader.digest.hexdigest(),
    )
    return Reading(atlas, tuple(reader.problems), frozenset(reader.partial))


_UNREAD: Names = {"en": "unread"}
# In place of one that can't be read, so that the other files can still be checked.
_NO_MANIFEST = Manifest(
    id="unread",
    title=_UNREAD,
    subtitle=_UNREAD,
    as_of=_UNREAD,
    disclaimer=_UNREAD,
    languages=("en",),
    layers=(),
)


def _corridor(collections: Mapping[str, tuple[Feature, ...]]) -> tuple[Feature, ...]:
    found = (f for features in collections.values() for f in features)
    segments = (f for f in found if f.properties.kind == "segment" and _is_line(f))
    return tuple(sorted(segments, key=lambda f: f.properties.order or 0))


def _is_line(feature: Feature) -> bool:
    return feature.geometry is not None and feature.geometry.type.endswith("LineString")


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Identified)
_Parsed = TypeVar("_Parsed")


def _rest(raw: Any, adapter: TypeAdapter[_Parsed]) -> _Parsed | None:
    """Return what is left of a file without its records at fault, if that can be used."""
    if raw is None:
        return None
    try:
        return adapter.validate_json(json.dumps(raw), strict=True)
    except ValidationError:
        return None


@dataclass
class _Reader:
    """Reads the files of one folder, and collects what is wrong instead of stopping at it."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    partial: set[str] = field(default_factory=set)
    rewound: list[str] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)

    def parse(self, name: str, adapter: TypeAdapter[_Parsed]) -> _Parsed | None:
        try:
            data = read_bytes(self.folder / name)
            self.digest.update(f"{name}\0{len(data)}\0".encode() + data)
            raw = parse_json(data)
        except JsonFileError as error:
            self.problems.append(Problem(name, "", error.what, error.fix))
            self.partial.add(name)
            return None
        try:
            # from the bytes, for only there strict (no "1" for 1) takes a list as a tuple
            return adapter.validate_json(data.removeprefix(BOM_UTF8), strict=True)
        except ValidationError as error:
            faults = error.errors()
        self.problems += problems_of(name, raw, faults)
        self.partial.add(name)
        return _rest(without(raw, faults), adapter)

    def records(
        self, name: str, adapter: TypeAdapter[tuple[_Record, ...]]
    ) -> Mapping[str, _Record]:
        found = self.parse(name, adapter) or ()
        self._refuse_repeated((name, record.id) for record in found)
        records = {record.id: record for record in found}
        if len(records) < len(found):
            self.partial.add(name)
        return records

    def features(self, name: str) -> tuple[Feature, ...]:
        collection = self.parse(name, TypeAdapter(FeatureCollection))
        written = collection.features if collection else ()
        features = tuple(map(wound, written))
        self.rewound += [
            new.id for old, new in zip(written, features, strict=True) if new is not old
        ]
        return features

    def seed(self, source: str, file: str) -> Seed | None:
        name = f"seeds/{file}"
        try:
            if Path(file).name != file:
                raise JsonFileError("is not in seeds/", "name a file in there")
            seed = read_seed(self.folder / name)
        except JsonFileError as error:
            fix = f'{error.fix} (it is the `file` of "{source}" in {SOURCES})'
            self.problems.append(Problem(name, "", error.what, fix))
            self.partial.add(SOURCES)
            return None
        self.digest.update(seed.sha256.encode())
        return seed

    def refuse_shared_ids(
        self, manifest: Manifest | None, collections: Mapping[str, Sequence[Feature]]
    ) -> None:
        """Layer ids are unique, and feature and claim ids over all the collections."""
        layers = manifest.layers if manifest else ()
        features = [(file, f) for file, found in collections.items() for f in found]
        self._refuse_repeated((MANIFEST, layer.id) for layer in layers)
        self._refuse_repeated((file, f.id) for file, f in features)
        self._refuse_repeated((file, c.id) for file, f in features for c in f.claims)

    def _refuse_repeated(self, ids: Iterable[tuple[str, str]]) -> None:
        seen: set[str] = set()
        for file, one in ids:
            if one in seen:
                self.problems.append(
                    Problem(file, one, "the id is used twice", "give one of them another id")
                )
            seen.add(one)
