"""The atlas that ships, held against the article: every excerpt, every claim, every geometry.

The files are read plainly here, so that a fault in the package can't hide one in the data.
"""

import hashlib
import json
import re
from typing import Any

import pytest
import shapely

from geo.atlas import COLLECTIONS, HOME
from geo.basemap import BASEMAP
from geo.checks import check, open_atlas
from geo.evidence import seal
from geo.reading import load_atlas

SHA256 = "29633ac6993751b6682ce37fb9eab0cd265df9b0487ac28e7533f7a5f5d24c87"


def read(name: str) -> Any:
    return json.loads((HOME / name).read_text(encoding="utf-8"))


SOURCES = {source["id"]: source for source in read("data/sources.json")}
ACTORS = {actor["id"]: actor for actor in read("data/actors.json")}
EXCERPTS = {excerpt["id"]: excerpt for excerpt in read("data/excerpts.json")}
FEATURES = {one["id"]: one for name in COLLECTIONS for one in read(name)["features"]}
CLAIMS = {c["id"]: (f, c) for f in FEATURES.values() for c in f["properties"]["claims"]}
PLACED = {one: f for one, f in FEATURES.items() if f["geometry"] is not None}

(ARTICLE,) = (source for source in SOURCES.values() if source["kind"] == "article")
BYTES = (HOME / "seeds" / ARTICLE["file"]).read_bytes()
TEXT = BYTES.decode("utf-8")


def shape(feature: str) -> Any:
    return shapely.geometry.shape(FEATURES[feature]["geometry"])


def corridor() -> list[dict[str, Any]]:
    """Return the segments of the article's route, from Tehran on."""
    segments = [f for f in FEATURES.values() if f["properties"].get("route") == "article"]
    return sorted(segments, key=lambda f: f["properties"]["order"])


def test_nothing_is_wrong_with_the_atlas_that_ships() -> None:
    assert check(load_atlas()) == ()
    assert open_atlas().features.keys() == FEATURES.keys()


def test_the_article_is_the_one_that_was_sealed() -> None:
    assert hashlib.sha256(BYTES).hexdigest() == ARTICLE["sha256"] == SHA256


@pytest.mark.parametrize("excerpt", EXCERPTS.values(), ids=EXCERPTS)
def test_an_excerpt_stands_in_the_article_to_the_character(excerpt: Any) -> None:
    quote, position = excerpt["target"]["selector"]
    start, end = position["start"], position["end"]
    assert excerpt["target"]["source"] == ARTICLE["id"]
    assert TEXT[start:end] == quote["exact"]
    assert [part.model_dump() for part in seal(TEXT, quote["exact"], start)] == [quote, position]


@pytest.mark.parametrize("excerpt", EXCERPTS.values(), ids=EXCERPTS)
def test_hedges_are_printed_in_the_excerpts_paragraph(excerpt: Any) -> None:
    start = excerpt["target"]["selector"][1]["start"]
    paragraph = TEXT[TEXT.rfind("\n", 0, start) + 1 :].split("\n", 1)[0]
    assert [hedge for hedge in excerpt.get("hedges", ()) if hedge not in paragraph] == []


@pytest.mark.parametrize(("feature", "claim"), CLAIMS.values(), ids=CLAIMS)
def test_a_claim_has_its_reasons(feature: Any, claim: Any) -> None:
    quotes = [EXCERPTS[one]["target"]["selector"][0]["exact"] for one in claim.get("excerpts", ())]
    if claim["basis"] == "background":
        assert {SOURCES[one]["kind"] for one in claim["sources"]} <= {"background", "gazetteer"}
        assert quotes == []
    if claim["basis"] == "inferred":
        assert claim["note"].strip()
    if claim["basis"] == "stated":
        actor = ACTORS[claim["actor"]]["aliases"] if claim.get("actor") else []
        named = [*feature["properties"].get("aliases", ()), *actor]
        assert any(claim["verb"] in quote for quote in quotes)
        assert any(re.search(rf"\b{re.escape(n)}\b", quote) for n in named for quote in quotes)
    assert set(claim.get("disputes", ())) <= CLAIMS.keys() - {claim["id"]}


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_is_named_in_three_languages_and_claims_something(feature: str) -> None:
    properties = FEATURES[feature]["properties"]
    assert all(properties["names"][language].strip() for language in ("en", "ar", "fa"))
    assert re.search(r"[\u0600-\u06ff]", properties["names"]["ar"])
    assert re.search(r"[\u0600-\u06ff]", properties["names"]["fa"])
    assert properties["claims"]


@pytest.mark.parametrize("feature", PLACED)
def test_a_geometry_is_valid_and_in_the_part_of_the_world_the_article_is_about(
    feature: str,
) -> None:
    found = shape(feature)
    west, south, east, north = found.bounds
    assert found.is_valid
    assert not found.is_empty
    assert -10 < west <= east < 180
    assert 10 < south <= north < 75


@pytest.mark.parametrize("name", BASEMAP)
def test_the_basemap_is_drawn(name: str) -> None:
    features = read(f"data/basemap/{name}.geojson")["features"]
    assert features
    assert all(shapely.geometry.shape(one["geometry"]).is_valid for one in features)


def test_nothing_the_article_does_not_name_is_stated() -> None:
    for word in ("Hezbollah", "Israel", "Turkey", "Tanf", "SDF"):
        assert word not in TEXT
        stated = [c["id"] for _, c in CLAIMS.values() if c["basis"] != "background"]
        assert [one for one in stated if word in CLAIMS[one][1]["sentence"]] == []


@pytest.mark.parametrize("capital", ["Moscow", "Washington", "Berlin", "Paris"])
def test_a_capital_that_stands_for_its_government_is_not_placed(capital: str) -> None:
    assert capital in TEXT
    names = [f["properties"]["names"]["en"] for f in PLACED.values()]
    aliases = [alias for f in PLACED.values() for alias in f["properties"].get("aliases", ())]
    assert [name for name in (*names, *aliases) if capital in name] == []


def test_the_corridor_runs_from_tehran_to_the_mediterranean_without_a_gap() -> None:
    lines = [segment["geometry"]["coordinates"] for segment in corridor()]
    assert [s["properties"]["order"] for s in corridor()] == list(range(1, len(lines) + 1))
    assert lines[0][0] == FEATURES["tehran"]["geometry"]["coordinates"]
    assert [line[-1] for line in lines[:-1]] == [line[0] for line in lines[1:]]
    assert shape("mediterranean").covers(shapely.Point(lines[-1][-1]))


def test_use_is_claimed_of_nothing_but_the_way_from_tehran_to_damascus() -> None:
    ends = [segment["geometry"]["coordinates"][-1] for segment in corridor()]
    damascus = ends.index(FEATURES["damascus"]["geometry"]["coordinates"])
    used = [s["id"] for s in corridor() if "use" in {c["about"] for c in s["properties"]["claims"]}]
    assert used == [segment["id"] for segment in corridor()[: damascus + 1]]


def test_control_is_never_a_verb_of_the_corridor() -> None:
    verbs = [claim.get("verb") or "" for s in corridor() for claim in s["properties"]["claims"]]
    assert any(verbs)
    assert [verb for verb in verbs if "control" in verb.lower()] == []
