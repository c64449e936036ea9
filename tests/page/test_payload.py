from __future__ import annotations

import hashlib
import json

import pytest

from geo.atlas import Atlas, load_atlas
from geo.page.payload import payload
from tests.conftest import TEXT, Build

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "{{ 7 * 7 }} {% off %}",
    "${alert(1)} `",
    "a\u2028b\u2029c",
    "\u202egnp.exe",
    'quote " and \\ backslash',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_survives_and_none_can_end_the_script(build: Build, text: str) -> None:
    atlas = load_atlas(build(("data/atlas.json", "title.en", text)))
    blob = payload(atlas)
    assert json.loads(blob)["title"]["en"] == text
    assert not set(blob) & set("<>&\u2028\u2029")


def test_the_article_travels_whole(tiny: Atlas) -> None:
    data = json.loads(payload(tiny))
    sealed = hashlib.sha256(TEXT.encode()).hexdigest()
    assert data["article"] == {"source": "story", "text": TEXT, "sha256": sealed}
    for excerpt in data["excerpts"]:
        assert TEXT[excerpt["start"] : excerpt["end"]] == excerpt["exact"]


def test_an_actors_layer_looks_like_its_actor(tiny: Atlas) -> None:
    layers = {layer["id"]: layer for layer in json.loads(payload(tiny))["layers"]}
    assert layers["guards"]["colour"] == "#1f4e8c"
    assert layers["guards"]["names"]["en"] == "League"
    assert layers["ferry"]["code"] == "FER"


def test_features_keep_their_order_geometry_and_claims(tiny: Atlas) -> None:
    features = json.loads(payload(tiny))["features"]
    assert [f["id"] for f in features] == ["ferry-west", "ferry-east", "brunn", "isle-rho"]
    assert features[0]["geometry"]["coordinates"] == [[11, 1], [13, 2]]
    assert features[3]["geometry"] is None
    assert features[1]["claims"][0]["disputes"] == ["c-west"]
