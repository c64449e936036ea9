"""Where a draft starts from: an article alone, or an atlas that is taken over as it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from geo.atlas.atlas import ACTORS, COLLECTIONS, EXCERPTS, MANIFEST, SOURCES, Atlas
from geo.atlas.basemap import BASEMAP
from geo.atlas.errors import AtlasError
from geo.atlas.making import MAKING, Made
from geo.atlas.reading import load_atlas
from geo.atlas.relief import PICTURE, RELIEF
from geo.checks import records
from geo.drafts.state import State

_ORIGIN = "data/basemap/ORIGIN.md"  # who made the basemap, where that is said
BASE = "base"  # the folder of a draft that holds the atlas it is opened from
ARTICLE_ID = "article"  # of the article's source, where a draft starts from a text alone


def empty_state(text: str, language: str, sha256: str) -> State:
    """Return the state of a draft of which nothing is said but the article's language."""
    source = {"kind": "article", "language": language, "file": "article.txt", "sha256": sha256}
    return State(text, ARTICLE_ID, {"source": {ARTICLE_ID: source}})


def load_base(folder: Path) -> Atlas:
    """Read the atlas that a draft's folder holds; raises AtlasError.

    It was checked when the draft was begun, and the sealed atlas is checked again.
    """
    atlas = load_atlas(folder / BASE)
    if problems := list(records.article(atlas)):
        raise AtlasError(problems)
    return atlas


def state_of(atlas: Atlas, folder: Path) -> State:
    """Return the state in which a draft has all records of an atlas, read from its `folder`."""
    held: dict[str, dict[str, Any]] = {
        "atlas": {"atlas": read_json(folder, MANIFEST)},
        "source": _by_id(read_json(folder, SOURCES)),
        "actor": _by_id(read_json(folder, ACTORS)),
        "excerpt": _by_id(read_json(folder, EXCERPTS)),
        "feature": {},
        "claim": {},
    }
    for file in COLLECTIONS:
        for raw in read_json(folder, file)["features"]:
            held["feature"][raw["id"]] = _feature(file, raw)
            held["claim"] |= {
                claim.pop("id"): {**claim, "feature": raw["id"]}
                for claim in raw["properties"].get("claims", ())
            }
    text = atlas.source_texts[atlas.article.id].text
    return State(text, atlas.article.id, held, making=dict(_making(atlas, held)))


def read_json(folder: Path, name: str) -> Any:
    """Return what a JSON file of an atlas that was checked holds."""
    return json.loads((folder / name).read_text("utf-8-sig"))


def _by_id(records: list[dict[str, Any]]) -> dict[str, Any]:
    return {record.pop("id"): record for record in records}


def _feature(file: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    fields = {name: value for name, value in raw["properties"].items() if name != "claims"}
    drawn = {"kind": "geometry", "geometry": raw["geometry"]}
    location = drawn if raw["geometry"] else {"kind": "unplaced"}
    return {**fields, "file": file, "location": location}


def _making(
    atlas: Atlas, held: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[tuple[str, str], Made]]:
    """Yield how each record was made: as the atlas says, else taken from it."""
    taken = Made(taken_from=atlas.digest)
    known = atlas.making
    for kind, said in (
        ("excerpt", known.excerpts if known else {}),
        ("claim", known.claims if known else {}),
        ("feature", known.positions if known else {}),
    ):
        for id_ in held[kind]:
            yield (kind, id_), said.get(id_, taken)


def copy_atlas(atlas: Atlas, source: Path, target: Path) -> None:
    """Copy the files of an atlas that was read from `source`: its data/, and the texts it seals."""
    texts = (record.file for record in atlas.sources.values() if record.file)
    names = [
        MANIFEST,
        SOURCES,
        ACTORS,
        EXCERPTS,
        *COLLECTIONS,
        *(f"seeds/{text}" for text in texts),
    ]
    names += [MAKING] if atlas.making else []
    names += basemap_files(source)
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)


def basemap_files(folder: Path) -> list[str]:
    """Return the names of the files of an atlas' basemap."""
    names = (*(f"data/basemap/{name}.geojson" for name in BASEMAP), RELIEF, PICTURE, _ORIGIN)
    return [name for name in names if (folder / name).is_file()]
