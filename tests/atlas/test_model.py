from typing import Any

import pytest
import shapely
from pydantic import BaseModel, ValidationError

from geo.atlas.manifest import Finding, Headline, Layer, Part
from geo.atlas.model import Actor, Claim, Feature, Origin, Relation, Source
from tests.conftest import claim, feature, line, names, source, symbol, texts

GUILD = {"id": "guild", "names": names("Guild"), "kind": "guild", **symbol("#7a1f7a", "dots", "SG")}
OWN = {"names": names("Own"), "symbol": symbol("#000000", "solid", "OW")}
SHA = "0" * 64
SO = texts("So.")
PART = {"id": "p", "names": names("Part"), "shape": "circle", "hue": "#1f4e8c"}
NAMED: list[dict[str, str]] = [{}, {"source": "a", "name": "A"}]  # neither, and both


@pytest.mark.parametrize(
    ("model", "record", "words"),
    [
        (Actor, GUILD | {"color": "#000000"}, "Extra inputs"),
        (Actor, GUILD | {"id": "Guild"}, "String should match"),
        (Actor, GUILD | {"id": "guild\n"}, "String should match"),
        (Actor, GUILD | {"id": "a" * 65}, "at most 64"),
        (Actor, GUILD | {"colour": "#7A1F7A"}, "String should match"),
        (Actor, GUILD | {"colour": "red"}, "String should match"),
        (Actor, GUILD | {"code": "S"}, "String should match"),
        (Actor, GUILD | {"pattern": "zigzag"}, "Input should be"),
        (Actor, GUILD | {"names": {"en": ""}}, "at least 1"),
        (Source, source("a", "article", genre=SO), "both a file and a sha256"),
        (Source, source("a", "article", genre=SO, file="a.txt"), "both a file and a sha256"),
        (Source, source("a", "article", file="a.txt", sha256=SHA), "an article has a genre"),
        (Source, source("a", "background", file="a.txt"), "both a file and a sha256"),
        (Source, source("a", "background", read={}), "at least 1"),
        (Source, source("a", "background", read="in full"), "valid dictionary"),
        (Source, source("a", "background", dated={"at": "2017"}), "Field required"),
        (Source, source("a", "background", published="December 2017"), "String should match"),
        (Claim, claim("a", "guessed"), "Input should be"),
        (Source, source("a", "background", sha256=SHA), "both a file and a sha256"),
        (
            Layer,
            {"id": "a", "group": "actors", "actor": "b", "names": names("B")},
            "either an actor",
        ),
        (Layer, {"id": "a", "group": "actors", "names": names("B")}, "either an actor"),
        *((Origin, {"how": "quotes", **named}, "either by the id") for named in NAMED),
        (Origin, {"how": "likes", "source": "a"}, "Input should be"),
        (Relation, {"kind": "denies", "to": "a"}, "Input should be"),
        (Relation, {"kind": "supports", "to": "a", "on": "colour"}, "Input should be"),
        (Part, PART | {"shape": "star"}, "Input should be"),
        (Part, PART | {"hue": "red"}, "String should match"),
        (Finding, {"sentence": SO, "claims": []}, "at least 1"),
        (Finding, {"sentence": SO, "claims": ["a", "a"]}, "named twice"),
        (Headline, {"sentence": SO, "claims": ["a"]}, "Field required"),
        (
            Feature,
            feature("a", "l", {"type": "GeometryCollection", "geometries": []}),
            "does not match",
        ),
        (Layer, {"id": "a", "group": "actors"}, "either an actor, or names and a symbol"),
        (Layer, {"id": "a", "group": "actors", "actor": "b", **OWN}, "either an actor"),
        (Layer, {"id": "a", "group": "other", **OWN}, "Input should be"),
    ],
)
def test_a_record_that_breaks_the_contract_is_refused(
    model: type[BaseModel], record: dict[str, Any], words: str
) -> None:
    with pytest.raises(ValidationError, match=words):
        model.model_validate(record)


def test_records_are_frozen() -> None:
    guild = Actor.model_validate(GUILD)
    with pytest.raises(ValidationError, match="frozen"):
        guild.id = "other"  # type: ignore[misc]


def without(record: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != key}


STATED = claim("s", "stated", words="runs", excerpts=["e"])
INFERRED = claim("i", "inferred", note=SO, **{"from": ["s"]})
BACKGROUND = claim("b", "background", source="x")
GIVEN = {
    "excerpts": ["e"],
    "words": "runs",
    "modality": "reported",
    "hedges": ["perhaps"],
    "source": "x",
    "from": ["s"],
    "note": SO,
}
REASONS = [
    (STATED, {"excerpts", "words", "modality"}, {"hedges", "note"}),
    (INFERRED, {"from", "note"}, {"words"}),
    (BACKGROUND, {"source"}, {"note"}),
]


@pytest.mark.parametrize(("record", "needed", "free"), REASONS)
@pytest.mark.parametrize("key", GIVEN)
def test_a_claim_has_the_reasons_of_its_basis_and_no_others(
    record: dict[str, Any], needed: set[str], free: set[str], key: str
) -> None:
    with_it, without_it = record | {key: GIVEN[key]}, without(record, key)
    basis = record["basis"]
    if key in needed:
        with pytest.raises(ValidationError, match=f'basis "{basis}" needs `{key}`'):
            Claim.model_validate(without_it)
    else:
        assert Claim.model_validate(without_it)
    if key in needed | free:
        assert Claim.model_validate(with_it)
    else:
        with pytest.raises(ValidationError, match=f'basis "{basis}" has no `{key}`'):
            Claim.model_validate(with_it)


def test_all_that_a_claim_lacks_is_named_at_once() -> None:
    with pytest.raises(ValidationError, match="needs `excerpts` and `words`"):
        Claim.model_validate(claim("s", "stated"))


@pytest.mark.parametrize("origin", [{"source": "a"}, {"name": "The Almanac, 1901"}])
def test_a_report_that_a_source_repeats_has_an_id_or_a_name(origin: dict[str, str]) -> None:
    rests_on = [{**origin, "how": "quotes"}]
    assert Source.model_validate(source("b", "background", rests_on=rests_on)).rests_on


@pytest.mark.parametrize("kind", ["background", "gazetteer"])
def test_any_text_may_be_sealed(kind: str) -> None:
    assert Source.model_validate(source("a", kind, file="a.txt", sha256=SHA)).file == "a.txt"


def test_a_claim_contradicts_only_what_it_says_it_does() -> None:
    relations = [{"kind": "supports", "to": "a"}, {"kind": "contradicts", "to": "b", "on": "time"}]
    assert Claim.model_validate(BACKGROUND | {"relations": relations}).contradicts == ("b",)


@pytest.mark.parametrize(
    ("claims", "basis"),
    [
        ([], "background"),
        ([BACKGROUND], "background"),
        ([BACKGROUND, INFERRED], "inferred"),
        ([BACKGROUND, INFERRED, STATED], "stated"),
        ([STATED, BACKGROUND], "stated"),
    ],
)
def test_a_feature_stands_on_its_strongest_claim(claims: list[Any], basis: str) -> None:
    assert Feature.model_validate(feature("a", "l", None, *claims)).basis == basis


def test_a_part_that_no_claim_is_shown_of_is_there_by_our_inference() -> None:
    part = feature("a", "l", None, part_of=["whole"])
    assert Feature.model_validate(part).basis == "inferred"


def test_a_shape_has_longitude_first() -> None:
    shape = Feature.model_validate(feature("a", "l", line((11, 1), (13, 2)))).shape
    assert shape is not None
    assert shapely.bounds(shape).tolist() == [11, 1, 13, 2]


def test_what_is_not_placed_has_no_shape() -> None:
    assert Feature.model_validate(feature("a", "l", None)).shape is None
