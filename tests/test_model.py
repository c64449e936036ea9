from typing import Any

import pytest
import shapely
from pydantic import BaseModel, ValidationError

from geo.manifest import Layer
from geo.model import Actor, Claim, Feature, Source
from tests.conftest import claim, feature, line, names, source, symbol

GUILD = {"id": "guild", "names": names("Guild"), "kind": "guild", **symbol("#7a1f7a", "dots", "SG")}
OWN = {"names": names("Own"), "symbol": symbol("#000000", "solid", "OW")}
SHA = "0" * 64


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
        (Source, source("a", "article"), "both a file and a sha256"),
        (Source, source("a", "article", file="a.txt"), "both a file and a sha256"),
        (Source, source("a", "background", file="a.txt", sha256=SHA), "both a file and a sha256"),
        (Source, source("a", "background", published="December 2017"), "String should match"),
        (Claim, claim("a", "stated", verb="runs"), "needs an excerpt"),
        (Claim, claim("a", "stated", excerpts=["e"]), "the verb as printed"),
        (Claim, claim("a", "inferred"), "a note that says why"),
        (Claim, claim("a", "background"), "needs a source"),
        (Claim, claim("a", "background", sources=["s"], excerpts=["e"]), "quotes no excerpt"),
        (Claim, claim("a", "guessed"), "Input should be"),
        (Source, source("a", "background", sha256=SHA), "both a file and a sha256"),
        (
            Layer,
            {"id": "a", "group": "actors", "actor": "b", "names": names("B")},
            "either an actor",
        ),
        (Layer, {"id": "a", "group": "actors", "names": names("B")}, "either an actor"),
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


STATED = claim("s", "stated", verb="runs", excerpts=["e"])
INFERRED = claim("i", "inferred", note="so")
BACKGROUND = claim("b", "background", sources=["x"])


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


def test_a_shape_has_longitude_first() -> None:
    shape = Feature.model_validate(feature("a", "l", line((11, 1), (13, 2)))).shape
    assert shape is not None
    assert shapely.bounds(shape).tolist() == [11, 1, 13, 2]


def test_what_is_not_placed_has_no_shape() -> None:
    assert Feature.model_validate(feature("a", "l", None)).shape is None
