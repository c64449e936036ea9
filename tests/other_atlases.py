"""Other atlases than the one that ships: the starter, with something changed or taken away."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import shapely
from shapely.affinity import translate

from geo.atlas.anchoring import seal
from geo.atlas.wrapping import cut, longitude_within
from geo.starter import write_starter

Files: TypeAlias = dict[str, Any]  # those of data/ by name, and the article under ARTICLE
Change: TypeAlias = Callable[[Files], None]
ARTICLE = "../seeds/notice.txt"


def other_atlas(folder: Path, *changes: Change) -> Path:
    """Write the starter with some changes, and return its folder."""
    write_starter(folder)
    data = folder / "data"
    files: Files = {
        str(file.relative_to(data)): json.loads(file.read_text("utf-8"))
        for file in sorted(data.rglob("*json"))
    }
    files[ARTICLE] = (data / ARTICLE).read_text("utf-8")
    for change in changes:
        change(files)
    for name, content in files.items():
        text = content if name == ARTICLE else json.dumps(content, ensure_ascii=False)
        (data / name).write_text(text, "utf-8")
    return folder


def features(files: Files, folder: str = "") -> Iterator[dict[str, Any]]:
    """Yield the features of the GeoJSON files in a folder of data/."""
    for name, content in files.items():
        if (
            name.endswith(".geojson")
            and name.startswith(folder)
            and name.count("/") == bool(folder)
        ):
            yield from content["features"]


def moved(degrees: float) -> Change:
    """Return the change that moves everything eastward, each mark in one piece, the basemap cut."""

    def move(files: Files) -> None:
        for feature in features(files):
            if feature["geometry"]:
                _each_position(feature["geometry"]["coordinates"], degrees)
        for feature in features(files, "basemap/"):
            shape = shapely.geometry.shape(feature["geometry"])
            east = shapely.set_precision(translate(shape, degrees), 1e-6)
            feature["geometry"] = json.loads(shapely.to_geojson(cut(east)))
            if "label" in feature["properties"]:
                _each_position(feature["properties"]["label"], degrees)

    return move


def _each_position(nested: Any, degrees: float) -> None:
    if isinstance(nested[0], list):
        for part in nested:
            _each_position(part, degrees)
    else:
        nested[0] = longitude_within(round(nested[0] + degrees, 6), -180)


def bare(files: Files) -> None:
    """Leave out all that an atlas may lack: headline, findings, silences, parts, the basemap."""
    for key in ("headline", "findings", "silences", "parts"):
        del files["atlas.json"][key]
    for feature in features(files):
        for key in ("part", "silences"):
            feature["properties"].pop(key, None)
    for name in ("countries", "labels", "lines", "water"):
        files[f"basemap/{name}.geojson"]["features"] = []


def only_one_mark(files: Files) -> None:
    """Keep Cape Wren alone."""
    bare(files)
    for name in ("corridor", "forces", "waypoints"):
        kept = [one for one in files[f"{name}.geojson"]["features"] if one["id"] == "cape-wren"]
        files[f"{name}.geojson"]["features"] = kept
    for name, used in (
        ("excerpts", {"e5"}),
        ("actors", {"guild"}),
        ("sources", {"notice", "chart"}),
    ):
        files[f"{name}.json"] = [one for one in files[f"{name}.json"] if one["id"] in used]
    layers = files["atlas.json"]["layers"]
    files["atlas.json"]["layers"] = [one for one in layers if one["id"] == "elsewhere"]


def many_marks(files: Files) -> None:
    """Add three hundred places beside Cape Wren."""
    places = files["waypoints.geojson"]["features"]
    first = next(one for one in places if one["id"] == "cape-wren")
    for number in range(300):
        place = copy.deepcopy(first) | {"id": f"place-{number}"}
        lon, lat = -61.3 + (number * 37 % 90) / 100, -45.9 + (number * 61 % 100) / 100
        place["geometry"]["coordinates"] = [round(lon, 2), round(lat, 2)]
        place["properties"]["names"] = {"en": f"Place {number}", "es": f"Lugar {number}"}
        for claim in place["properties"]["claims"]:
            claim["id"] += f"-{number}"
        places.append(place)


def areas(files: Files) -> None:
    """Make each place an area."""
    for place in files["waypoints.geojson"]["features"]:
        if place["geometry"]:
            shape = shapely.geometry.shape(place["geometry"]).buffer(0.12, quad_segs=2)
            place["geometry"] = json.loads(shapely.to_geojson(shapely.orient_polygons(shape)))
            place["properties"]["kind"] = "area"


ARABIC = """سفينة البريد تصل إلى Cape Wren

Petrel هي سفينة البريد التي تبحر من Alder Harbour إلى Rook Bay كل ثلاثاء ثانٍ، كما يقول Linden Post. ويذكر الربابنة أن المضيق مغلق بالجليد؛ والسفينة قد تضطر إلى الانتظار هناك لمرشد.

Fishers’ Guild تحرس الضوء على Gannet Rock. وأما Cape Wren فخدمتها مؤجلة إلى أيلول، كما قالت Fishers’ Guild.
"""  # noqa: E501
QUOTES = {
    "e1": "Petrel هي سفينة البريد التي تبحر من Alder Harbour إلى Rook Bay كل ثلاثاء ثانٍ",
    "e2": "المضيق مغلق بالجليد",
    "e3": "والسفينة قد تضطر إلى الانتظار هناك لمرشد",
    "e4": "Fishers’ Guild تحرس الضوء على Gannet Rock",
    "e5": "Cape Wren فخدمتها مؤجلة إلى أيلول",
}
# By claim: its words as printed, and the words that weaken it.
SAID = {
    "course-plan": ("Petrel هي سفينة البريد التي تبحر", ()),
    "east-wait": ("والسفينة قد تضطر إلى الانتظار", ("قد",)),
    "narrows-ice": ("المضيق مغلق بالجليد", ()),
    "guild-keeps": ("Fishers’ Guild تحرس الضوء", ()),
    "rock-light": ("الضوء على Gannet Rock", ()),
    "alder-start": ("تبحر من Alder Harbour", ()),
    "rook-end": ("Rook Bay كل ثلاثاء ثانٍ", ()),
    "wren-not-served": ("Cape Wren فخدمتها مؤجلة", ()),
    "petrel-named": ("Petrel هي سفينة البريد", ()),
}
ALIASES = {"post": ["Linden Post"], "guild": ["Fishers’ Guild"], "narrows": ["المضيق"]}
OF_THE_BOAT = ["سفينة البريد", "والسفينة"]


def arabic_article(files: Files) -> None:
    """Write the article in Arabic, with Latin words first in its quotes; add Arabic readers."""
    files[ARTICLE] = ARABIC
    notice = next(one for one in files["sources.json"] if one["id"] == "notice")
    sealed = hashlib.sha256(ARABIC.encode()).hexdigest()
    notice |= {"language": "ar", "sha256": sealed, "title": ARABIC.split("\n")[0]}
    for excerpt in files["excerpts.json"]:
        selector = [part.model_dump() for part in seal(ARABIC, QUOTES[excerpt["id"]])]
        excerpt["target"]["selector"] = selector
        excerpt.pop("attributed_to", None)
    for feature in features(files):
        own = feature["properties"]
        if own.get("aliases"):
            fallback = own["aliases"] if own["aliases"][0] in ARABIC else OF_THE_BOAT
            own["aliases"] = ALIASES.get(feature["id"], fallback)
        for claim in own["claims"]:
            if claim["basis"] == "stated":
                claim["words"], hedges = SAID[claim["id"]]
                claim["hedges"] = list(hedges)
    for actor in files["actors.json"]:
        actor["aliases"] = ALIASES[actor["id"]]
    _each_text(files, lambda text: text | {"ar": f"نص عربي مخترع {text['en'][:40]}"})
    files["atlas.json"]["languages"] = ["en", "es", "ar"]


def only_in_english(files: Files) -> None:
    """Leave out every other language; English is what all others fall back to."""
    _each_text(files, lambda text: {"en": text["en"]})
    files["atlas.json"]["languages"] = ["en"]


def _each_text(node: Any, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, dict) and isinstance(value.get("en"), str) and "es" in value:
                node[key] = change(value)
            elif not key.startswith("basemap"):
                _each_text(value, change)
    elif isinstance(node, list):
        for value in node:
            _each_text(value, change)
