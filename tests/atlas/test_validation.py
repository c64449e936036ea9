"""What is said of a value that breaks the contract: the value, and an example of the form."""

from __future__ import annotations

from typing import Any

import pytest

from geo.atlas.reading import read_atlas
from geo.atlas.validation import MOST, without
from tests.conftest import GONE, Build, square

ACTORS, ATLAS, FORCES = "data/actors.json", "data/atlas.json", "data/forces.geojson"
CORRIDOR, SOURCES = "data/corridor.geojson", "data/sources.json"
SHAPE = "features.0.geometry"
OPEN = [*square(15, 1, 2)["coordinates"][0][:-1], (15, 1.5)]


@pytest.mark.parametrize(
    ("file", "path", "value", "words"),
    [
        (SOURCES, "0.published", "March 2022", '"March 2022" is not of the form'),
        (SOURCES, "0.published", "March 2022", 'YYYY-MM-DD, as in "2022-03"'),
        (ACTORS, "0.colour", "blue", 'as in "#1f4e8c"'),
        (ACTORS, "0.code", "sg", 'two to four capital letters, as in "SG"'),
        (ACTORS, "0.id", "Salt Guild", 'as in "salt-guild"'),
        (ACTORS, "0.colour", "X" * 99, f'"{"X" * 60}…" is not'),
        (SOURCES, "0.language", "?", 'a language tag, as in "en"'),
        (SOURCES, "0.sha256", "0", "`sha256sum` prints"),
        (CORRIDOR, "features.0.properties.country", "Iraq", 'as in "IQ"'),
        (FORCES, f"{SHAPE}.coordinates.0", OPEN, "the ring 0 from [15, 1] to [15, 1.5] is not"),
        (FORCES, f"{SHAPE}.coordinates.0", OPEN, "repeat the first position at its end"),
        (
            FORCES,
            SHAPE,
            {"type": "MultiPolygon", "coordinates": [[OPEN]]},
            "the ring 0.0 from [15, 1] to [15, 1.5] is not",
        ),
        (
            CORRIDOR,
            "features.0.properties.claims.0.excerpts",
            ["one", "one"],
            '"one" is named twice',
        ),
        (ATLAS, "languages", ["en", "en"], '"en" is named twice → name it once'),
        (SOURCES, "0.file", "tale.txt", '(it is the `file` of "story" in data/sources.json)'),
    ],
)
def test_a_fault_shows_the_value_and_the_form(
    build: Build, file: str, path: str, value: Any, words: str
) -> None:
    (problem,) = read_atlas(build((file, path, value))).problems
    assert words in f"{problem.what} → {problem.fix}"


def test_the_faults_of_a_record_are_said_as_far_as_they_can_be_read(build: Build) -> None:
    aliases = (ACTORS, "0.aliases", [1] * 500)
    problems = read_atlas(build(aliases, (ACTORS, "1.colour", "blue"))).problems
    assert len(problems) == MOST + 2
    (rest,) = [problem for problem in problems if "more faults" in problem.what]
    assert (rest.feature, rest.what) == ("guild", f"it has {500 - MOST} more faults")
    assert any(problem.feature == "league" for problem in problems)


def test_what_can_be_read_is_in_the_atlas(build: Build) -> None:
    atlas, problems, partial = read_atlas(
        build((ACTORS, "0.colour", "blue"), (CORRIDOR, "features.1.id", GONE), (ATLAS, "", "{"))
    )
    assert len(problems) == 3
    assert partial == {ACTORS, CORRIDOR, ATLAS}
    assert list(atlas.actors) == ["league"]
    assert list(atlas.features) == ["ferry-west", "brunn", "isle-rho"]


def test_a_record_that_another_takes_the_id_of_is_left_out(build: Build) -> None:
    assert read_atlas(build((ACTORS, "1.id", "guild"))).partial == {ACTORS}


@pytest.mark.parametrize(
    ("locs", "left"),
    [
        ([("a", 0, "id")], {"a": [1, 2]}),
        ([("a", 0, "id"), ("a", 2), ("a", 0)], {"a": [1]}),
        ([("a", 0), ("b",)], None),
        ([()], None),
    ],
)
def test_records_at_fault_are_taken_out(locs: list[Any], left: Any) -> None:
    faults: Any = [{"loc": loc} for loc in locs]
    assert without({"a": [0, 1, 2]}, faults) == left
