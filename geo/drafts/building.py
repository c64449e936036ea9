"""The files of the atlas that a draft becomes; proposals are in none of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from geo.atlas.atlas import ACTORS, COLLECTIONS, EXCERPTS, HOME, MANIFEST, SOURCES
from geo.atlas.errors import Problem
from geo.atlas.making import MAKING
from geo.atlas.manifest import FORMAT
from geo.drafts.base import BASE, read_json
from geo.drafts.grounding import Ground
from geo.drafts.layers import layer_of, layers_and_actors
from geo.drafts.positions import PositionError, geometry_of, reason_of
from geo.drafts.refusal import ARTICLE
from geo.drafts.state import Record, State
from geo.drafts.wording import as_of, our_texts

DRAFT = "the draft"  # in the place of a file's name, where nothing is written yet
_CORRIDOR, _FORCES, _WAYPOINTS = COLLECTIONS
_NULLABLE = ("author", "publisher", "published", "url")


def build(folder: Path, state: State) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the files of the atlas by name, and the faults of a draft in `folder`.

    A fault has a stand-in, so that the rest can be checked.
    """
    building = _Building(folder, state)
    contents = building.contents()
    files = {name: _json(content) for name, content in contents.items()}
    placed = (one["geometry"] for name in COLLECTIONS for one in contents[name]["features"])
    ground = building.ground.cut(placed)
    texts = {name: path.read_bytes() for name, path in building.copied()}
    return {**files, **ground, **texts}, building.problems


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


class _Building:
    def __init__(self, folder: Path, state: State) -> None:
        self.folder, self.state = folder, state
        self.ground = Ground(folder)
        self.problems: list[Problem] = []

    def contents(self) -> dict[str, Any]:
        features = {name: list[Any]() for name in COLLECTIONS}
        for id_, record in self.state.of_kind("feature").items():
            features[_file_of(record)].append(self.feature(id_, record))
        written = [one for found in features.values() for one in found]
        used = {one["properties"]["layer"] for one in written}
        layers, actors = layers_and_actors(self.state, used)
        return {
            MANIFEST: {**self.manifest(), "layers": layers},
            SOURCES: list(self.sources(written)),
            ACTORS: actors,
            EXCERPTS: [{"id": id_, **e} for id_, e in self.state.of_kind("excerpt").items()],
            **{
                name: {"type": "FeatureCollection", "features": found}
                for name, found in features.items()
            },
            MAKING: _making(self.state),
        }

    def feature(self, id_: str, record: Record) -> dict[str, Any]:
        try:
            geometry = geometry_of(self.state, self.ground.countries, record)
        except PositionError as error:
            self.problems.append(Problem(DRAFT, id_, error.what, error.fix))
            geometry, record = None, {**record, "location": {"kind": "unplaced"}}
        own = {name: value for name, value in record.items() if name not in ("file", "location")}
        is_proposed = ("feature", id_) in self.state.origins
        if is_proposed and not self.ground.is_in(geometry, own.get("country", "")):
            own.pop("country", None)  # a gazetteer knows more, and more exactly, than a basemap
        properties = {
            "kind": "place",
            "names": {},
            **own,
            "layer": layer_of(record, geometry),
            "position": reason_of(self.state, record),
            "claims": list(_claims(self.state, id_)),
        }
        return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}

    def manifest(self) -> dict[str, Any]:
        article = self.state.of_kind("source")[self.state.article]
        language = article["language"]
        title = {language: article["title"]} if "title" in article else {}
        return {
            "format": FORMAT,
            "id": "atlas",
            "title": title,
            "subtitle": our_texts("draftSubtitle"),
            "as_of": as_of(article.get("published")),
            "disclaimer": our_texts("draftDisclaimer"),
            "languages": list(dict.fromkeys(("en", language))),
            **self.state.of_kind("atlas").get("atlas", {}),
        }

    def sources(self, features: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Yield the sources; a gazetteer that only a candidate names is one that we know."""
        known = self.state.of_kind("source")
        for id_, source in known.items():
            unknown = dict.fromkeys(_NULLABLE)
            ours = _of_article() if id_ == self.state.article else {}
            yield {"id": id_, **unknown, **ours, **source}
        cited = {one["properties"]["position"].get("source") for one in features} - known.keys()
        shipped = read_json(HOME, SOURCES)
        yield from (source for source in shipped if source["id"] in cited)

    def copied(self) -> Iterator[tuple[str, Path]]:
        """Yield the name and the path of each file that is taken as it is."""
        article = self.state.of_kind("source")[self.state.article]
        yield f"seeds/{article['file']}", self.folder / ARTICLE
        for source in self.state.of_kind("source").values():
            if "file" in source and source is not article:
                yield f"seeds/{source['file']}", self.folder / BASE / "seeds" / source["file"]
        yield from self.ground.copied()


def _of_article() -> dict[str, Any]:
    return {
        "genre": our_texts("draftGenre"),
        "read": our_texts("draftRead"),
        "grade": "F",
        "grade_reason": our_texts("draftUngraded"),
    }


def _file_of(feature: Record) -> str:
    """Return the file of a feature: its own, or that of features of its kind."""
    if "file" in feature:
        return str(feature["file"])
    if feature.get("kind") == "force":
        return _FORCES
    return _CORRIDOR if feature.get("location", {}).get("kind") == "line" else _WAYPOINTS


def _claims(state: State, feature: str) -> Iterator[dict[str, Any]]:
    for id_, claim in state.of_kind("claim").items():
        if claim["feature"] == feature:
            fields = {name: value for name, value in claim.items() if name != "feature"}
            yield {"id": id_, "about": "mention", **fields}


_KEYS: Mapping[str, str] = {"excerpt": "excerpts", "claim": "claims", "feature": "positions"}


def _making(state: State) -> dict[str, Any]:
    written: dict[str, Any] = {key: {} for key in _KEYS.values()}
    for (kind, id_), made in state.making.items():
        written[_KEYS[kind]][id_] = made.model_dump(mode="json", exclude_defaults=True)
    return written
