"""The atlas that ships, held against the article: every excerpt, every claim, every geometry.

The files are read plainly here, so that a fault in the package can't hide one in the data.
"""

import hashlib
import json
import re
from typing import Any

import pytest
import shapely

from geo.atlas.anchoring import seal
from geo.atlas.atlas import COLLECTIONS, HOME
from geo.atlas.basemap import BASEMAP
from geo.atlas.reading import load_atlas
from geo.checks import check, open_atlas

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
TEXT: str = BYTES.decode("utf-8")


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


def paragraph(excerpt: str) -> str:
    """Return the paragraph of the article that an excerpt stands in."""
    start: int = EXCERPTS[excerpt]["target"]["selector"][1]["start"]
    return TEXT[TEXT.rfind("\n", 0, start) + 1 :].split("\n", 1)[0]


def quotes(claim: Any) -> list[str]:
    """Return the quotes of a claim, or of the claims that it is inferred from."""
    own = [EXCERPTS[one]["target"]["selector"][0]["exact"] for one in claim.get("excerpts", ())]
    return own + [q for one in claim.get("from", ()) for q in quotes(CLAIMS[one][1])]


@pytest.mark.parametrize("excerpt", EXCERPTS.values(), ids=EXCERPTS)
def test_whose_an_excerpt_is_is_printed_in_its_paragraph(excerpt: Any) -> None:
    assert excerpt.get("attributed_to", "") in paragraph(excerpt["id"])


@pytest.mark.parametrize(("feature", "claim"), CLAIMS.values(), ids=CLAIMS)
def test_a_claim_has_its_reasons(feature: Any, claim: Any) -> None:
    if claim["basis"] == "background":
        assert SOURCES[claim["source"]]["kind"] == "background"
        assert quotes(claim) == []
    if claim["basis"] == "inferred":
        assert claim["note"]["en"].strip()
        assert set(claim["from"]) <= CLAIMS.keys() - {claim["id"]}
    if claim["basis"] == "stated":
        actors = [ACTORS[one]["aliases"] for one in claim.get("actors", ())]
        named = [*feature["properties"].get("aliases", ()), *(a for some in actors for a in some)]
        assert any(re.search(rf"\b{re.escape(n)}\b", q) for n in named for q in quotes(claim))
    assert {r["to"] for r in claim.get("relations", ())} <= CLAIMS.keys() - {claim["id"]}


@pytest.mark.parametrize(("feature", "claim"), CLAIMS.values(), ids=CLAIMS)
def test_words_and_hedges_are_printed_where_the_claim_is(feature: Any, claim: Any) -> None:
    words = claim.get("words") or ""
    assert (claim["basis"] == "stated") <= bool(words)
    assert not words or any(words in quote for quote in quotes(claim))
    around = [paragraph(one) for one in claim.get("excerpts", ())]
    assert [h for h in claim.get("hedges", ()) if not any(h in text for text in around)] == []


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
        stated = [c for _, c in CLAIMS.values() if c["basis"] == "stated"]
        assert [claim["id"] for claim in stated if word in claim["sentence"]["en"]] == []


@pytest.mark.parametrize("capital", ["Moscow", "Washington", "Berlin", "Paris"])
def test_a_capital_that_stands_for_its_government_is_not_placed(capital: str) -> None:
    assert capital in TEXT
    names = [f["properties"]["names"]["en"] for f in PLACED.values()]
    aliases = [alias for f in PLACED.values() for alias in f["properties"].get("aliases", ())]
    assert [name for name in (*names, *aliases) if capital in name] == []


def test_the_corridor_runs_from_tehran_to_the_coast_without_a_gap() -> None:
    lines = [segment["geometry"]["coordinates"] for segment in corridor()]
    assert [s["properties"]["order"] for s in corridor()] == list(range(1, len(lines) + 1))
    assert lines[0][0] == FEATURES["tehran"]["geometry"]["coordinates"]
    assert [line[-1] for line in lines[:-1]] == [line[0] for line in lines[1:]]
    countries = read("data/basemap/countries.geojson")["features"]
    (lebanon,) = (shapely.geometry.shape(c["geometry"]) for c in countries if c["id"] == "LB")
    assert shapely.distance(lebanon.boundary, shapely.Point(lines[-1][-1])) < 0.05  # degrees


def parts_of(whole: str) -> list[str]:
    """Return the stretches that are a part of a whole, from Tehran on."""
    return [s["id"] for s in corridor() if whole in s["properties"].get("part_of", ())]


def test_every_stretch_is_a_part_of_the_corridor() -> None:
    assert parts_of("corridor") == [segment["id"] for segment in corridor()]


def test_use_is_stated_of_nothing_but_the_route_from_tehran_to_damascus() -> None:
    used = {f["id"] for f, c in CLAIMS.values() if (c["about"], c["basis"]) == ("use", "stated")}
    assert used == {"tehran-damascus-route"}
    ends = [segment["geometry"]["coordinates"][-1] for segment in corridor()]
    damascus = ends.index(FEATURES["damascus"]["geometry"]["coordinates"])
    assert parts_of("tehran-damascus-route") == parts_of("corridor")[: damascus + 1]


def test_the_use_is_said_to_be_disputed() -> None:
    against = {
        claim["id"]
        for _, claim in CLAIMS.values()
        for relation in claim.get("relations", ())
        if relation["kind"] == "contradicts" and relation["to"] == "route-use"
    }
    headline = read("data/atlas.json")["headline"]
    assert "route-use" in headline["claims"]
    assert against
    assert against <= set(headline["dispute"]["claims"])


def test_control_is_never_a_word_of_the_corridor() -> None:
    way = [f for f in FEATURES.values() if f["properties"]["layer"] == "corridor"]
    words = [claim.get("words") or "" for f in way for claim in f["properties"]["claims"]]
    assert any(words)
    assert [one for one in words if "control" in one.lower()] == []


def test_a_force_has_no_place_of_its_own() -> None:
    forces = [f for f in FEATURES.values() if f["properties"]["kind"] == "force"]
    assert forces
    assert [f["id"] for f in forces if f["geometry"] or not f["properties"].get("within")] == []
