"""Reading: the files of an atlas' folder, parsed once, and every problem of their form."""

from __future__ import annotations

import gc
import hashlib
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError

from geo.atlas.atlas import (
    ACTORS,
    COLLECTIONS,
    EXCERPTS,
    HOME,
    MANIFEST,
    SOURCES,
    Atlas,
)
from geo.atlas.basemap import BASEMAP, Basemap
from geo.atlas.derivation import inferences_of, places_of
from geo.atlas.errors import AtlasError, Problem
from geo.atlas.forms import Names
from geo.atlas.heights import leave_out_heights, may_have_heights
from geo.atlas.json_file import JsonFileError, parse_json, read_bytes
from geo.atlas.making import MAKING, Making
from geo.atlas.manifest import FORMAT, Manifest
from geo.atlas.meridian import basemap_within, on_one_map
from geo.atlas.model import Actor, Excerpt, Feature, FeatureCollection, Source
from geo.atlas.relief import FORM as RELIEF_FORM
from geo.atlas.relief import PICTURE, RELIEF, Relief, has_relief, read_picture
from geo.atlas.rings import with_oriented_rings
from geo.atlas.source_text import SourceText, read_source_text
from geo.atlas.validation import problems_of, without


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Keep the collector off millions of new values: they hold no cycles, and it is 8 times slower.

    Measured over 100,000 features; a caller's own choice of on or off is put back.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Reading(NamedTuple):
    """An atlas as far as its files could be read.

    `problems` are those of form. `partial` names the files with records that could not be read,
    and so are not in the atlas: references to them lead nowhere.
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
    """Read as much of the atlas in `folder` as can be read, and collect the problems of form.

    Raises AtlasError when its files are of another format: then nothing else is checked.
    """
    reader = _Reader(folder)
    reader.refuse_other_formats()
    manifest = reader.parse(MANIFEST, TypeAdapter(Manifest))
    sources = reader.records(SOURCES, TypeAdapter(tuple[Source, ...]))
    actors = reader.records(ACTORS, TypeAdapter(tuple[Actor, ...]))
    excerpts = reader.records(EXCERPTS, TypeAdapter(tuple[Excerpt, ...]))
    west, placed = on_one_map({name: reader.features(name) for name in COLLECTIONS})
    collections = {name: reader.oriented(found) for name, found in placed.items()}
    basemap = {
        name: reader.parse(f"data/basemap/{name}.geojson", form) for name, form in BASEMAP.items()
    }
    relief = reader.relief()
    making = reader.making()
    texts = {source.id: reader.source_text(source) for source in sources.values() if source.file}
    reader.refuse_shared_ids(manifest, collections)
    features = [feature for of_file in collections.values() for feature in of_file]
    atlas = Atlas(
        manifest=manifest or _NO_MANIFEST,
        sources=sources,
        actors=actors,
        excerpts=excerpts,
        collections=collections,
        source_texts={source: text for source, text in texts.items() if text is not None},
        basemap=Basemap(basemap_within(basemap, west)),
        relief=relief,
        making=making,
        corridor=_corridor(features),
        places=places_of(features),
        inferences=inferences_of(claim for feature in features for claim in feature.claims),
        rewound=tuple(reader.rewound),
        heights=reader.heights,
        west=west,
        digest=reader.digest.hexdigest(),
    )
    return Reading(atlas, tuple(reader.problems), frozenset(reader.partial))


_UNREAD: Names = {"en": "unread"}
# In place of one that can't be read, so that the other files can still be checked.
_NO_MANIFEST = Manifest(
    format=FORMAT,
    id="unread",
    title=_UNREAD,
    subtitle=_UNREAD,
    as_of=_UNREAD,
    disclaimer=_UNREAD,
    languages=("en",),
    layers=(),
)


_NEWER = "open it with a newer version of this program"
_FROM_1 = (
    'rename "verb" to "words", "actor" to "actors", "sources" to "source" and "as_of" to "at"; '
    'move "modality" and "hedges" from excerpts to claims; write sentences and notes by language; '
    'then set "format": 2. docs/atlas-format.md has the whole list: "From format 1 to 2"'
)


def _other_format(manifest: dict[str, Any]) -> Problem | None:
    """Say that the files have an older or a newer form than this version reads, if they do."""
    found = manifest.get("format", 1)  # the first one had no number
    is_number = isinstance(found, int | float) and not isinstance(found, bool)
    if is_number and found % 1 == 0 and (found == 1 or found > FORMAT):
        what = f"the atlas is of format {found:.15g}, and this version reads format {FORMAT}"
        return Problem(MANIFEST, "", what, _FROM_1 if found == 1 else _NEWER)
    return None  # what is no format at all, the parser refuses


def _corridor(features: Iterable[Feature]) -> tuple[Feature, ...]:
    segments = (f for f in features if f.properties.kind == "segment" and _is_line(f))
    return tuple(sorted(segments, key=lambda f: f.properties.order or 0))


def _is_line(feature: Feature) -> bool:
    return feature.geometry is not None and feature.geometry.type.endswith("LineString")


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Identified)
_Parsed = TypeVar("_Parsed")


def _rest(raw: Any, adapter: TypeAdapter[_Parsed]) -> _Parsed | None:
    """Parse a file whose records at fault are removed; None when it still has faults."""
    if raw is None:
        return None
    try:
        return adapter.validate_json(json.dumps(raw), strict=True)
    except ValidationError:
        return None


@dataclass
class _Reader:
    """Reads the files of a folder, and collects their problems instead of stopping at the first."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    partial: set[str] = field(default_factory=set)
    rewound: list[str] = field(default_factory=list)
    heights: dict[str, int] = field(default_factory=dict)
    digest: Any = field(default_factory=hashlib.sha256)

    def refuse_other_formats(self) -> None:
        try:
            raw = parse_json(read_bytes(self.folder / MANIFEST))
        except JsonFileError:
            return  # `parse` reports that
        if isinstance(raw, dict) and (problem := _other_format(raw)):
            raise AtlasError([problem])

    def parse(self, name: str, adapter: TypeAdapter[_Parsed]) -> _Parsed | None:
        try:
            data = read_bytes(self.folder / name)
            self.digest.update(f"{name}\0{len(data)}\0".encode() + data)
            raw = parse_json(data)
            data = self.without_heights(name, raw, data)
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

    def without_heights(self, name: str, raw: Any, data: bytes) -> bytes:
        """Return the bytes of a file without the heights of its features, and note that."""
        if not (name.endswith(".geojson") and may_have_heights(data)):
            return data
        if not (number := leave_out_heights(raw)):
            return data
        self.heights[name] = number
        return json.dumps(raw).encode()

    def records(
        self, name: str, adapter: TypeAdapter[tuple[_Record, ...]]
    ) -> Mapping[str, _Record]:
        parsed = self.parse(name, adapter) or ()
        self._refuse_repeated((name, record.id) for record in parsed)
        records = {record.id: record for record in parsed}
        if len(records) < len(parsed):
            self.partial.add(name)
        return records

    def features(self, name: str) -> tuple[Feature, ...]:
        collection = self.parse(name, TypeAdapter(FeatureCollection))
        return collection.features if collection else ()

    def oriented(self, written: tuple[Feature, ...]) -> tuple[Feature, ...]:
        features = tuple(map(with_oriented_rings, written))
        self.rewound += [
            new.id for old, new in zip(written, features, strict=True) if new is not old
        ]
        return features

    def relief(self) -> Relief | None:
        if not has_relief(self.folder):
            return None
        form = self.parse(RELIEF, RELIEF_FORM)
        try:
            picture = read_picture(self.folder)
        except JsonFileError as error:
            self.problems.append(Problem(PICTURE, "", error.what, error.fix))
            return None
        self.digest.update(picture)
        return Relief(picture, form["bounds"], form["credit"]) if form else None

    def making(self) -> Making | None:
        is_there = (self.folder / MAKING).exists()
        return self.parse(MAKING, TypeAdapter(Making)) if is_there else None

    def source_text(self, source: Source) -> SourceText | None:
        file = source.file or ""
        name = f"seeds/{file}"
        try:
            if Path(file).name != file:
                raise JsonFileError("is not in seeds/", "name a file in there")
            text = read_source_text(self.folder / name)
        except JsonFileError as error:
            fix = f'{error.fix} (it is the `file` of "{source.id}" in {SOURCES})'
            self.problems.append(Problem(name, "", error.what, fix))
            self.partial.add(SOURCES)
            return None
        self.digest.update(text.sha256.encode())
        body = (source.body.start, source.body.end) if source.body else None
        return replace(text, title=source.title, body=body)

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
        for file, id_ in ids:
            if id_ in seen:
                self.problems.append(
                    Problem(file, id_, "the id is used twice", "give one of them another id")
                )
            seen.add(id_)
