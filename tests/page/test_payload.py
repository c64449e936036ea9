from __future__ import annotations

import hashlib
import json
from itertools import accumulate
from typing import Any

import pytest

from geo.atlas import Atlas
from geo.model import BASES
from geo.page.payload import payload
from geo.reading import load_atlas
from tests.conftest import TEXT, Build
from tests.page.test_packing import unpacked

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "{{ 7 * 7 }} {% off %}",
    "${alert(1)} `",
    "a\u2028b\u2029c",
    "\u202egnp.exe",
    'quote " and \\ backslash',
]


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.split("\n")]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_survives_and_none_can_end_the_script(build: Build, text: str) -> None:
    changes = [
        ("data/atlas.json", "title.en", text),
        ("data/waypoints.geojson", "features.0.properties.names.en", text),
    ]
    texts = payload(load_atlas(build(*changes)))
    assert json.loads(texts["data"])["title"]["en"] == text
    assert text in [names["en"] for names in lines(texts["marks.names.0"])]
    assert not set("".join(texts.values())) & set("<>&\u2028\u2029")


def test_the_article_travels_whole(tiny: Atlas) -> None:
    data = json.loads(payload(tiny)["data"])
    sealed = hashlib.sha256(TEXT.encode()).hexdigest()
    story = {"source": "story", "language": "en", "text": TEXT, "sha256": sealed}
    assert data["article"] == {**story, "numbers": [1, 2, 3]}


def test_excerpts_are_cut_from_the_article(tiny: Atlas) -> None:
    packed = json.loads(payload(tiny)["data"])["excerpts"]
    starts, lengths = accumulate(unpacked(packed["starts"])), unpacked(packed["lengths"])
    words = [TEXT[start : start + length] for start, length in zip(starts, lengths, strict=True)]
    assert words == [excerpt.quote.exact for excerpt in tiny.excerpts.values()]


def test_an_actors_layer_looks_like_its_actor(tiny: Atlas) -> None:
    layers = {layer["id"]: layer for layer in json.loads(payload(tiny)["data"])["layers"]}
    assert layers["guards"]["colour"] == "#1f4e8c"
    assert layers["guards"]["names"]["en"] == "League"
    assert layers["ferry"]["code"] == "FER"


def test_marks_keep_their_order_layers_and_claims(tiny: Atlas) -> None:
    texts = {name: lines(text) for name, text in payload(tiny).items()}
    marks = texts["data"][0]["marks"]
    assert texts["marks.id.0"] == ["ferry-west", "ferry-east", "brunn", "isle-rho"]
    layers = [marks["layerIds"][number] for number in unpacked(marks["layers"])]
    assert layers == [feature.properties.layer for feature in tiny.features.values()]
    assert unpacked(marks["shapes"]["kinds"])[3] == 0  # it is not placed
    assert sum(unpacked(marks["claims"])) == len(texts["claims.id.0"]) == len(tiny.claims)
    bases = [BASES[number] for number in unpacked(marks["bases"])]
    assert bases == [claim.basis for claim in tiny.claims.values()]
    against = [{"kind": "contradicts", "to": "c-west"}]
    assert against in texts["claims.relations.0"]
