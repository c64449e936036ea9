from __future__ import annotations

import hashlib
import json
from itertools import accumulate
from typing import Any

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.model import BASES
from geo.atlas.reading import load_atlas
from geo.atlas.view import View, narrowed
from geo.page.payload import payload
from geo.starter import STARTER
from tests.conftest import TEXT, Build
from tests.page.test_varint import unpacked

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "{{ 7 * 7 }} {% off %}",
    "${alert(1)} `",
    "a\u2028b\u2029c",
    "\u202egnp.exe",
    'quote " and \\ backslash',
]


@pytest.fixture(scope="module")
def starter() -> Atlas:
    return load_atlas(STARTER)


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.split("\n")]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_survives_and_none_can_end_the_script(build: Build, text: str) -> None:
    changes = [
        ("data/atlas.json", "title.en", text),
        ("data/waypoints.geojson", "features.0.properties.names.en", text),
    ]
    texts = payload(load_atlas(build(*changes)))
    assert json.loads(texts["texts"])["title"]["en"] == text
    assert text in [names["en"] for names in lines(texts["marks.names.0"])]
    assert not set("".join(texts.values())) & set("<>&\u2028\u2029")


def test_the_article_travels_whole(tiny: Atlas) -> None:
    data = json.loads(payload(tiny)["texts"])
    sealed = hashlib.sha256(TEXT.encode()).hexdigest()
    story = {"source": "story", "language": "en", "text": TEXT, "sha256": sealed}
    assert data["article"] == {**story, "numbers": [1, 2, 3]}


def test_excerpts_are_cut_from_the_article(tiny: Atlas) -> None:
    packed = json.loads(payload(tiny)["data"])["excerpts"]
    starts, lengths = accumulate(unpacked(packed["starts"])), unpacked(packed["lengths"])
    words = [TEXT[start : start + length] for start, length in zip(starts, lengths, strict=True)]
    assert words == [excerpt.quote.exact for excerpt in tiny.excerpts.values()]


def test_an_actors_layer_looks_like_its_actor(tiny: Atlas) -> None:
    layers = {layer["id"]: layer for layer in json.loads(payload(tiny)["texts"])["layers"]}
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
    assert [{"kind": "contradicts", "to": "c-west"}] in texts["claims.relations.0"]


def test_an_inferred_claim_brings_the_excerpts_of_what_it_is_drawn_from(tiny: Atlas) -> None:
    texts = {name: lines(text) for name, text in payload(tiny).items()}
    counts = unpacked(texts["data"][0]["marks"]["cited"])
    cited = dict(zip(texts["claims.id.0"], counts, strict=True))
    assert cited == {"c-west": 1, "c-east": 1, "c-depth": 0, "c-guard": 1, "c-isle": 1}
    assert texts["claims.from.0"] == [None, ["c-west"], None, None, None]


def test_words_travel_with_how_they_are_said(tiny: Atlas) -> None:
    texts = {name: lines(text) for name, text in payload(tiny).items()}
    first = {
        key: texts[f"claims.{key}.0"][0] for key in ("words", "modality", "hedges", "sentence")
    }
    assert first == {
        "words": "runs a ferry",
        "modality": "reported",
        "hedges": ["suggest"],
        "sentence": {"en": "So it is."},
    }


def test_an_actors_layer_knows_the_mark_that_speaks_for_it(tiny: Atlas) -> None:
    layers = {layer["id"]: layer for layer in json.loads(payload(tiny)["texts"])["layers"]}
    assert layers["guards"]["force"] == "brunn"
    assert layers["ferry"]["force"] is None  # it is no actor's


def test_wholes_and_who_is_within_what(starter: Atlas) -> None:
    texts = {name: lines(text) for name, text in payload(starter).items()}
    ids, marks = texts["marks.id.0"], texts["data"][0]["marks"]
    wholes = [ids[number] for number in accumulate(unpacked(marks["wholeMarks"]))]
    parts = [one for one, count in zip(ids, unpacked(marks["wholes"]), strict=True) if count]
    assert (parts, wholes) == (["course-west", "course-east"], ["course", "course"])
    held = {
        one: holder for one, holder in zip(ids, unpacked(marks["holders"]), strict=True) if holder
    }
    assert held == {"guild-light": 1}
    rock = starter.features["gannet-rock"]
    names = dict(rock.properties.names)
    assert marks["holderNames"] == [{"id": "gannet-rock", "names": names, "at": [-60.35, -44.91]}]


def test_who_is_within_a_hidden_place_keeps_its_name(starter: Atlas) -> None:
    view = View(layers=frozenset({"guild"}))
    narrow = narrowed(starter, view)
    assert "gannet-rock" not in narrow.features
    (holder,) = json.loads(payload(narrow)["data"])["marks"]["holderNames"]
    assert holder["names"]["en"] == "Gannet Rock"


def test_what_a_reader_sees_first_travels_by_language(starter: Atlas) -> None:
    data = json.loads(payload(starter)["texts"])
    headline = starter.manifest.headline
    assert headline is not None
    assert data["headline"]["sentence"] == headline.sentence
    assert data["headline"]["hedge"] == headline.hedge
    assert [one["sentence"] for one in data["findings"]] == [
        finding.sentence for finding in starter.manifest.findings
    ]
    assert [part["shape"] for part in data["parts"]] == [
        part.shape for part in starter.manifest.parts
    ]
