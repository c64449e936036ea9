"""Made-up atlases of any size: seeded, sound by the checks, with texts in proportion.

A report of one sentence for each five marks; each report is an excerpt. Marks are points
(six of ten), lines and polygons over the shipped basemap, on twelve layers of actors.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.atlas.anchoring import seal
from geo.atlas.atlas import HOME
from geo.atlas.manifest import FORMAT
from geo.atlas.model import Symbol
from geo.atlas.reading import load_atlas

_ACTORS = 12
_PLACES = 2_000
_VERBS = ("holds", "patrols", "left", "returned to", "supplies", "shells")
_FILES = ("corridor", "forces", "waypoints")
_EXTENT = (34.0, 28.0, 60.0, 40.0)  # degrees: west, south, east, north


def write_synthetic(folder: Path, features: int, seed: int = 1) -> None:
    """Write an atlas of so many features, the same for the same numbers."""
    chance = random.Random(seed)  # noqa: S311  not for secrets
    reports = max(_ACTORS, features // 5)
    lines = [_report(number, chance) for number in range(reports)]
    text = "Reports\n" + "".join(f"\n{line[0]}\n" for line in lines)
    shutil.copytree(HOME / "data" / "basemap", folder / "data" / "basemap")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "reports.txt").write_text(text, encoding="utf-8", newline="")
    _write(folder, "atlas.json", _manifest())
    _write(folder, "sources.json", [_source(text)])
    _write(folder, "actors.json", [_actor(*one) for one in enumerate(_symbols())])
    _write(folder, "excerpts.json", list(_excerpts(lines)))
    marks = [_feature(n, n % reports, lines[n % reports], chance) for n in range(features)]
    for at, name in enumerate(_FILES):
        collection = {"type": "FeatureCollection", "features": marks[at :: len(_FILES)]}
        _write(folder, f"{name}.geojson", collection)


def _write(folder: Path, name: str, content: Any) -> None:
    (folder / "data" / name).write_text(json.dumps(content), encoding="utf-8")


_Report = tuple[str, int, str, str]  # the sentence, the actor, the verb, the place


def _report(number: int, chance: random.Random) -> _Report:
    actor, verb = number % _ACTORS, chance.choice(_VERBS)
    place = f"Place {chance.randrange(_PLACES):04d}"
    day = f"{chance.randrange(1, 29)} {chance.choice(('March', 'June', 'October'))}"
    sentence = f"Report {number:06d}: on {day} Brigade {actor + 1:02d} {verb} {place}, it was said."
    return sentence, actor, verb, place


def _excerpts(lines: list[_Report]) -> Iterator[dict[str, Any]]:
    """Seal each report where it stands: the whole text is searched for none of them."""
    start = len("Reports\n") + 1
    for number, (sentence, *_) in enumerate(lines):
        around = f"\n\n{sentence}\n\n" if number + 1 < len(lines) else f"\n\n{sentence}\n"
        quote, _at = seal(around, sentence, 2)
        at = {"type": "TextPositionSelector", "start": start, "end": start + len(sentence)}
        selector = [{**quote.model_dump(), "prefix": "\n", "suffix": "\n"}, at]
        target = {"source": "reports", "selector": selector}
        yield {"id": f"e{number}", "target": target}
        start += len(sentence) + 2


def _symbols() -> list[Symbol]:
    atlas = load_atlas()
    drawn = (layer for layer in atlas.manifest.layers if layer.group != "unplaced")
    looks = (layer.symbol or atlas.actors[str(layer.actor)] for layer in drawn)
    return [*looks][:_ACTORS]


def _names(name: str) -> dict[str, str]:
    return {"en": name}


def _manifest() -> dict[str, Any]:
    layers = [{"id": f"l{n}", "group": "actors", "actor": f"a{n}"} for n in range(_ACTORS)]
    words = {key: _names(key) for key in ("title", "subtitle", "as_of", "disclaimer")}
    return {"format": FORMAT, "id": "synthetic", **words, "languages": ["en"], "layers": layers}


def _source(text: str) -> dict[str, Any]:
    unknown = {"author": None, "publisher": None, "published": None, "url": None}
    said = {"title": "Reports", "language": "en", "grade": "F"}
    ours = {"read": "in full", "grade_reason": "Made up.", "genre": "made-up reports"}
    sealed = {"file": "reports.txt", "sha256": hashlib.sha256(text.encode()).hexdigest()}
    by_language = {key: _names(sentence) for key, sentence in ours.items()}
    return {"id": "reports", "kind": "article", **unknown, **said, **by_language, **sealed}


def _actor(number: int, symbol: Symbol) -> dict[str, Any]:
    """Return an actor that looks like one of the shipped ones, which can be told apart."""
    name = f"Brigade {number + 1:02d}"
    look = {key: getattr(symbol, key) for key in ("colour", "pattern", "code")}
    return {"id": f"a{number}", "names": _names(name), "kind": "unit", "aliases": [name], **look}


def _feature(number: int, report: int, line: _Report, chance: random.Random) -> dict[str, Any]:
    sentence, actor, verb, place = line
    claim = {
        "id": f"c{number}",
        "sentence": _names(sentence),
        "about": "presence",
        "actors": [f"a{actor}"],
        "basis": "stated",
        "words": f"{verb} {place}",
        "modality": "reported",
        "hedges": ["said"],
        "excerpts": [f"e{report}"],
    }
    properties = {
        "layer": f"l{actor}",
        "kind": "unit",
        "names": _names(f"{place}, {number}"),
        "aliases": [place],
        "position": {"basis": "inferred", "note": _names("Made up.")},
        "claims": [claim],
    }
    geometry = _geometry(chance)
    return {"type": "Feature", "id": f"f{number}", "geometry": geometry, "properties": properties}


def _geometry(chance: random.Random) -> dict[str, Any]:
    west, south, east, north = _EXTENT
    x, y = chance.uniform(west, east), chance.uniform(south, north)
    kind = chance.random()
    if kind < 0.6:
        return {"type": "Point", "coordinates": [round(x, 4), round(y, 4)]}
    corners = chance.randrange(5, 20)
    if kind < 0.85:
        run = [[round(x, 4), round(y, 4)]]
        for _ in range(corners):
            x, y = x + chance.uniform(-0.05, 0.08), y + chance.uniform(-0.05, 0.05)
            run.append([round(x, 4), round(y, 4)])
        return {"type": "LineString", "coordinates": run}
    radius = chance.uniform(0.02, 0.15)
    ring = [
        [round(x + radius * math.cos(turn), 4), round(y + radius * math.sin(turn), 4)]
        for turn in (2 * math.pi * step / corners for step in range(corners))
    ]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
