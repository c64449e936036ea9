"""A tiny atlas of a place that isn't: two countries side by side, and a ferry between them."""

from __future__ import annotations

import copy
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable
from functools import cache, reduce
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, settings

from geo.atlas.anchoring import seal
from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas

Files: TypeAlias = dict[str, Any]  # a file's name -> what it holds: JSON, or a text
Break: TypeAlias = tuple[str, str, Any]  # file, path in it ("0.names.en"), what to put there
Build: TypeAlias = Callable[..., Path]

# How many examples a property is tried with: few in each run, many in `make search`.
# On a server that says CI, `make test` tries the same ones in each run: it fails for what changed.
same = "CI" in os.environ
settings.register_profile("quick", max_examples=30, deadline=None, derandomize=same)
settings.register_profile("searched", max_examples=1000, deadline=None)
settings.load_profile("quick")

GONE = object()  # put there to take something away

TEXT = """The Amber Ferry

Reports suggest the Salt Guild runs a ferry from Aldport to Brunn. Boats 🛶 call at Isle Rho.

The Harbour League guards Brunn. At night the Harbour League sleeps.
"""


def examples(share: float) -> settings:
    """Return settings that try a share of the profile's examples: 0.1 where each takes long."""
    fixtures_are_frozen = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    number = max(1, round(settings().max_examples * share))
    return settings(max_examples=number, suppress_health_check=fixtures_are_frozen)


def node() -> str:
    """Return the path of the Node that runs the page's own JavaScript."""
    found = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    assert found, "requirements-dev.txt brings Node"
    return found


def names(name: str) -> dict[str, str]:
    return {"en": name, "ar": name, "fa": name}


def texts(sentence: str) -> dict[str, str]:
    return {"en": sentence}


def symbol(colour: str, pattern: str, code: str) -> dict[str, str]:
    return {"colour": colour, "pattern": pattern, "code": code}


def source(id_: str, kind: str, **more: Any) -> dict[str, Any]:
    unknown = {"author": None, "publisher": None, "published": None, "url": None}
    ours = {"read": texts("in full"), "grade_reason": texts("so")}
    said = {"title": id_, "language": "en", "grade": "C", **ours}
    return {"id": id_, "kind": kind, **unknown, **said, **more}


def excerpt(id_: str, exact: str, **more: Any) -> dict[str, Any]:
    selector = [part.model_dump() for part in seal(TEXT, exact)]
    target = {"source": "story", "selector": selector}
    return {"id": id_, "target": target, **more}


def claim(id_: str, basis: str, **more: Any) -> dict[str, Any]:
    said = {"sentence": texts("So it is."), "about": "use"}
    stated = {"modality": "asserted"} if basis == "stated" else {}
    return {"id": id_, "basis": basis, **said, **stated, **more}


def feature(id_: str, layer: str, geometry: Any, *claims: Any, **more: Any) -> dict[str, Any]:
    position = {"basis": "background", "note": texts("by the book"), "source": "pilot-book"}
    properties = {"layer": layer, "kind": "thing", "names": names(id_), "position": position}
    return {
        "type": "Feature",
        "id": id_,
        "geometry": geometry,
        "properties": {**properties, "claims": list(claims), **more},
    }


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def point(*position: Any) -> dict[str, Any]:
    return {"type": "Point", "coordinates": position}


def line(*positions: tuple[float, ...]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": positions}


def square(west: float, south: float, side: float) -> dict[str, Any]:
    east, north = west + side, south + side
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return {"type": "Polygon", "coordinates": [ring]}


def country(code: str, west: float) -> dict[str, Any]:
    shape = square(west, 0, 4)
    properties = {"names": names(code), "label": [west + 2, 2]}
    return {"type": "Feature", "id": code, "properties": properties, "geometry": shape}


STORY = source(
    "story",
    "article",
    file="story.txt",
    sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    genre=texts("a story"),
)
MANIFEST = {
    "format": 2,
    "id": "ferry",
    **{what: names(what) for what in ("title", "subtitle", "as_of", "disclaimer")},
    "languages": ["en", "ar", "fa"],
    "layers": [
        {
            "id": "ferry",
            "group": "corridor",
            "names": names("Ferry"),
            "symbol": symbol("#8a5a00", "solid", "FER"),
        },
        {"id": "guards", "group": "actors", "actor": "league"},
        {
            "id": "unplaced",
            "group": "unplaced",
            "names": names("Unplaced"),
            "symbol": symbol("#666666", "dots", "UN"),
        },
    ],
    "silences": [{"about": "price", "sentence": texts("No price is named."), "absent": ["toll"]}],
}
TINY: Files = {
    "seeds/story.txt": TEXT,
    "data/atlas.json": MANIFEST,
    "data/sources.json": [
        STORY,
        source("almanac", "background"),
        source("pilot-book", "gazetteer"),
    ],
    "data/actors.json": [
        {
            "id": "guild",
            "names": names("Guild"),
            "kind": "guild",
            "aliases": ["Salt Guild"],
            **symbol("#7a1f7a", "cross", "SG"),
        },
        {
            "id": "league",
            "names": names("League"),
            "kind": "league",
            "aliases": ["Harbour League"],
            **symbol("#1f4e8c", "diagonal", "HL"),
        },
    ],
    "data/excerpts.json": [
        excerpt("e-ferry", "the Salt Guild runs a ferry from Aldport"),
        excerpt("e-isle", "🛶 call at Isle Rho"),
        excerpt("e-guard", "The Harbour League guards Brunn"),
    ],
    "data/corridor.geojson": collection(
        feature(
            "ferry-west",
            "ferry",
            line((11, 1), (13, 2)),
            claim(
                "c-west",
                "stated",
                actors=["guild"],
                words="runs a ferry",
                modality="reported",
                hedges=["suggest"],
                excerpts=["e-ferry"],
            ),
            country="XA",
            route="ferry",
            order=1,
            silences=[{"about": "bridge", "sentence": texts("No bridge."), "absent": ["bridge"]}],
        ),
        feature(
            "ferry-east",
            "ferry",
            line((13, 2), (16, 2)),
            claim("c-east", "inferred", **{"from": ["c-west"]}, note=texts("It has to land.")),
            claim(
                "c-depth",
                "background",
                source="almanac",
                at="1901-02",
                relations=[{"kind": "contradicts", "to": "c-west"}],
            ),
            route="ferry",
            order=2,
        ),
    ),
    "data/forces.geojson": collection(
        feature(
            "brunn",
            "guards",
            square(15, 1, 2),
            claim("c-guard", "stated", actors=["league"], words="guards", excerpts=["e-guard"]),
            country="XB",
            aliases=["Brunn"],
        )
    ),
    "data/waypoints.geojson": collection(
        feature(
            "isle-rho",
            "unplaced",
            None,
            claim("c-isle", "stated", words="call at", excerpts=["e-isle"]),
            aliases=["Isle Rho"],
        )
    ),
    "data/basemap/countries.geojson": collection(country("XA", 10), country("XB", 14)),
    "data/basemap/labels.geojson": collection(),
    "data/basemap/lines.geojson": collection(),
    "data/basemap/water.geojson": collection(),
}
# Breaks that give the tiny atlas a whole, and two forces without a place of their own: the first is
# within the whole, the second within a place.
WHOLE: tuple[Break, ...] = (
    ("data/corridor.geojson", "features.0.properties.part_of", ["crossing"]),
    ("data/corridor.geojson", "features.1.properties.part_of", ["crossing"]),
    (
        "data/waypoints.geojson",
        "features",
        [
            feature(
                "crossing",
                "ferry",
                None,
                claim("c-crossing", "stated", actors=["guild"], words="runs", excerpts=["e-ferry"]),
                kind="whole",
            ),
            feature(
                "boats",
                "guards",
                None,
                claim(
                    "c-boats",
                    "stated",
                    actors=["guild", "league"],
                    words="runs",
                    excerpts=["e-ferry"],
                ),
                within="crossing",
            ),
            feature(
                "watch",
                "guards",
                None,
                claim("c-watch", "stated", actors=["league"], words="guards", excerpts=["e-guard"]),
                within="brunn",
            ),
            *TINY["data/waypoints.geojson"]["features"],
        ],
    ),
)


def _inside(node: Any, key: int | str) -> Any:
    return node[key]


def broken(*breaks: Break) -> Files:
    """Return the tiny atlas with one thing after another put, or taken, out of order."""
    files = copy.deepcopy(TINY)
    for file, path, value in breaks:
        steps = [file, *(path.split(".") if path else [])]
        *keys, last = (int(step) if step.isdigit() else step for step in steps)
        node: Any = reduce(_inside, keys, files)
        if value is GONE:
            del node[last]
        else:
            node[last] = copy.deepcopy(value)  # a later break may reach into it
    return files


@cache
def shipped() -> Atlas:
    """Return the atlas that ships, read once for all tests: it is frozen."""
    return load_atlas()


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Write the tiny atlas, with these breaks in it, and return its folder."""

    def write(*breaks: Break) -> Path:
        for name, content in broken(*breaks).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = content if isinstance(content, str) else json.dumps(content)
            path.write_text(text, encoding="utf-8", newline="")
        return tmp_path

    return write


@pytest.fixture
def tiny(build: Build) -> Atlas:
    return load_atlas(build())
