"""Atlases and ZIPs that a stranger could send: small to send, and costly to make something of."""

from __future__ import annotations

import copy
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

from geo.atlas.anchoring import seal
from tests.conftest import TINY, Files, claim, collection, feature, line, point

STORY = "seeds/story.txt"
WAYPOINTS = "data/waypoints.geojson"


def crowded(segments: int, marks: int) -> Files:
    """Return an atlas of so many segments at one place, and so many marks beside them."""
    files = copy.deepcopy(TINY)
    files["data/corridor.geojson"] = collection(
        *(
            feature(
                f"s-{number}",
                "ferry",
                line(*[(11, 1), (13, 2)][:: 1 - number % 2 * 2]),  # there and back again
                _known(f"c-s-{number}"),
                kind="segment",
                route="shuttle",
                order=number + 1,
            )
            for number in range(segments)
        ),
        *files["data/corridor.geojson"]["features"],
    )
    files[WAYPOINTS]["features"] += [
        feature(f"m-{number}", "ferry", point(12 + number / 1e5, 1.2), _known(f"c-m-{number}"))
        for number in range(marks)
    ]
    return files


def amplified(claims: int, excerpts: int, length: int) -> Files:
    """Return an atlas of so many claims, each of which rests on all of so many long excerpts."""
    files = copy.deepcopy(TINY)
    files[STORY] += "\n" + "The tide went out again. " * (length // 25 + excerpts) + "\n"
    start = files[STORY].index("The tide")
    quotes: list[dict[str, Any]] = []
    for number in range(excerpts):
        begins = start + 25 * number
        exact = files[STORY][begins : begins + length - 1]
        selector = [part.model_dump() for part in seal(files[STORY], exact, begins)]
        quotes.append({"id": f"x-{number}", "target": {"source": "story", "selector": selector}})
    files["data/excerpts.json"] += quotes
    sealed(files)
    on_all = {"actors": ["guild"], "words": "runs a ferry", "modality": "reported"}
    cited = ["e-ferry", *(quote["id"] for quote in quotes)]
    said = [
        claim(f"k-{number}", "stated", hedges=["suggest"], excerpts=cited, **on_all)
        for number in range(claims)
    ]
    files[WAYPOINTS]["features"].append(feature("tide", "ferry", point(12, 1), *said))
    return files


def with_a_blank_excerpt(blank: str = "\n\n") -> Files:
    """Return an atlas of which a quote is nothing that could be read."""
    files = copy.deepcopy(TINY)
    start = files[STORY].index(blank)
    selector = [part.model_dump() for part in seal(files[STORY], blank, start)]
    target = {"source": "story", "selector": selector}
    files["data/excerpts.json"].append({"id": "blank", "target": target})
    files[WAYPOINTS]["features"][0]["properties"]["claims"].append(
        claim("c-blank", "stated", words="call at", excerpts=["e-isle", "blank"])
    )
    return files


def sealed(files: Files) -> Files:
    """Seal the article as it is now."""
    story = hashlib.sha256(files[STORY].encode()).hexdigest()
    files["data/sources.json"][0]["sha256"] = story
    return files


def written(folder: Path, files: Files) -> Path:
    """Write an atlas into a folder, and return that."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content)
        file.write_text(text, encoding="utf-8", newline="")
    return folder


def zipped(files: Files) -> bytes:
    """Return an atlas as a ZIP."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content if isinstance(content, str) else json.dumps(content))
    return into.getvalue()


def _known(id_: str) -> dict[str, object]:
    return claim(id_, "background", source="almanac", at="1901")
