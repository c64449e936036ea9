"""The schemas in docs/schema are those of the models; `GOLDEN=renew` writes them anew."""

from __future__ import annotations

import json
import os

import jsonschema
import pytest

from geo.atlas.atlas import HOME
from geo.atlas.schema import FILES, schema_of
from geo.starter import STARTER
from tests.conftest import TINY

DOCS = HOME / "docs" / "schema"


@pytest.mark.parametrize("name", FILES)
def test_the_written_schema_is_the_model_s(name: str) -> None:
    path = DOCS / f"{name}.schema.json"
    if os.environ.get("GOLDEN") == "renew":
        path.parent.mkdir(exist_ok=True)
        text = json.dumps(schema_of(name), indent=1, ensure_ascii=False)
        path.write_text(f"{text}\n", encoding="utf-8", newline="")
    assert json.loads(path.read_text("utf-8")) == schema_of(name)


@pytest.mark.parametrize("name", FILES)
def test_atlases_keep_to_it(name: str) -> None:
    check = jsonschema.Draft202012Validator(schema_of(name))
    for file in FILES[name][0].split(", "):
        for folder in (HOME, STARTER):
            if (path := folder / file).exists():  # an atlas may lack its making
                check.validate(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize(
    ("name", "file", "key", "value"),
    [
        ("atlas", "data/atlas.json", "languages", "en"),
        ("atlas", "data/atlas.json", "colour", "red"),
        ("atlas", "data/atlas.json", "format", 1),
        ("features", "data/corridor.geojson", "crs", {}),
        ("features", "data/corridor.geojson", "type", "Feature"),
    ],
)
def test_what_breaks_the_contract_breaks_the_schema(
    name: str, file: str, key: str, value: object
) -> None:
    broken = {**TINY[file], key: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema_of(name)).validate(broken)


def test_a_schema_has_the_names_that_files_have() -> None:
    claim = schema_of("features")["$defs"]["Claim"]["properties"]
    assert "from" in claim
    assert "premises" not in claim
