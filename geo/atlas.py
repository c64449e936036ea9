"""The atlas: one frozen object, read from a folder, that everything is drawn from."""

from __future__ import annotations

import gc
import hashlib
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from geo.basemap import BASEMAP
from geo.errors import AtlasError, Problem
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
COLLECTIONS = ("corridor.geojson", "forces.geojson", "waypoints.geojson")


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


@_gc_paused()
def load_atlas(folder: Path = HOME) -> Atlas:
    """Read the atlas in `folder` (its `data/` and `seeds/`).

    Raises AtlasError with every problem of form: files that are missing or
    malformed, records that break the contract, ids used twice.
    """
    reader = _Reader(folder)
    manifest = reader.parse("data/atlas.json", TypeAdapter(Manifest))
    sources = reader.records("data/sources.json", TypeAdapter(tuple[Source, ...]))
    actors = reader.records("data/actors.json", TypeAdapter(tuple[Actor, ...]))
    excerpts = reader.records("data/excerpts.json", TypeAdapter(tuple[Excerpt, ...]))
    collections = {name: reader.features(f"data/{name}") for name in COLLECTIONS}
    basemap = {
        name: reader.parse(f"data/basemap/{name}.geojson", form) for name, form in BASEMAP.items()
    }
    seeds = {s.id: reader.seed(s.file) for s in sources.values() if s.file is not None}
    reader.refuse_shared_ids(manifest, collections)
    if reader.problems or manifest is None:
        raise AtlasError(reader.problems)
    return Atlas(
        manifest=manifest,
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


@dataclass
class _Reader:
    """Reads the files of one folder, and collects what is wrong instead of stopping at it."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    rewound: list[str] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)

    def parse(self, name: str, adapter: TypeAdapter[_Parsed]) -> _Parsed | None:
        try:
            data = read_bytes(self.folder / name)
            self.digest.update(f"{name}\0{len(data)}\0".encode() + data)
            raw = parse_json(data)
            # from the bytes, for only there strict (no "1" for 1) takes a list as a tuple
            return adapter.validate_json(data.removeprefix(BOM_UTF8), strict=True)
        except JsonFileError as error:
            self.problems.append(Problem(name, "", error.what, error.fix))
        except ValidationError as error:
            self.problems += [
                _problem(name, raw, details)
                for details in error.errors()
                if "Position3D" not in details["loc"]  # "Position2D" says it, and 3D is refused
            ]
        return None

    def records(
        self, name: str, adapter: TypeAdapter[tuple[_Record, ...]]
    ) -> Mapping[str, _Record]:
        found = self.parse(name, adapter) or ()
        self._refuse_repeated((name, record.id) for record in found)
        return {record.id: record for record in found}

    def features(self, name: str) -> tuple[Feature, ...]:
        collection = self.parse(name, TypeAdapter(FeatureCollection))
        written = collection.features if collection else ()
        features = tuple(map(wound, written))
        self.rewound += [
            new.id for old, new in zip(written, features, strict=True) if new is not old
        ]
        return features

    def seed(self, file: str) -> Seed | None:
        name = f"seeds/{file}"
        if Path(file).name != file:
            self.problems.append(Problem(name, "", "is not in seeds/", "name a file in there"))
            return None
        try:
            seed = read_seed(self.folder / name)
        except JsonFileError as error:
            self.problems.append(Problem(name, "", error.what, error.fix))
            return None
        self.digest.update(seed.sha256.encode())
        return seed

    def refuse_shared_ids(
        self, manifest: Manifest | None, collections: Mapping[str, Sequence[Feature]]
    ) -> None:
        """Layer ids are unique, and feature and claim ids over all the collections."""
        layers = manifest.layers if manifest else ()
        features = [(f"data/{name}", f) for name, found in collections.items() for f in found]
        self._refuse_repeated(("data/atlas.json", layer.id) for layer in layers)
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


_FIXES = {
    "missing": "add it",
    "extra_forbidden": "remove it, or mend its spelling",
    "literal_error": "use one of these values",
    "control_character": "take it out: no file or screen can show it",
}


def _problem(name: str, raw: Any, details: ErrorDetails) -> Problem:
    """Turn pydantic's error into ours: the nearest id above the fault names the feature."""
    feature, node = "", raw
    for step in details["loc"]:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(node, dict) and isinstance(node.get("id"), str):
            feature = node["id"]
    path = ".".join(map(str, details["loc"]))
    kind, said = details["type"], details["msg"]
    if kind == "string_pattern_mismatch" and r"\p{Cc}" in details["ctx"]["pattern"]:
        kind, said = "control_character", "holds a control character, or one that is none"
    what = f"{path}: {said}" if path else said
    return Problem(name, feature, what, _FIXES.get(kind, "give it the form named here"))
