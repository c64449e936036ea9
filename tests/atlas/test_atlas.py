import gc
import json
from pathlib import Path
from typing import Any

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.derivation import inferences_of, places_of
from geo.atlas.errors import AtlasError, Problem
from geo.atlas.model import Claim, Feature
from geo.atlas.reading import load_atlas
from tests.conftest import GONE, TINY, WHOLE, Break, Build, claim, feature, point

ACTORS, CORRIDOR, FORCES = "data/actors.json", "data/corridor.geojson", "data/forces.geojson"
ATLAS, SOURCES = "data/atlas.json", "data/sources.json"
CLAIM = "features.0.properties.claims.0"
SHAPE = "features.0.geometry"

CASES: list[tuple[Break, str, str, str]] = [
    *(((file, "", GONE), file, "", "can't be read") for file in TINY),
    ((ATLAS, "", None), ATLAS, "", "neither an object nor a list"),
    ((ATLAS, "", []), ATLAS, "", "Input should be an object"),
    ((ATLAS, "", "{"), ATLAS, "", "is not JSON"),
    ((ATLAS, "titel", "x"), ATLAS, "", "titel: Extra inputs are not permitted"),
    ((ATLAS, "layers.1.id", "ferry"), ATLAS, "ferry", "the id is used twice"),
    ((SOURCES, "0.file", "../story.txt"), "seeds/../story.txt", "", "is not in seeds/"),
    ((SOURCES, "0.file", "/etc/passwd"), "seeds//etc/passwd", "", "is not in seeds/"),
    ((SOURCES, "0.file", ".."), "seeds/..", "", "can't be read"),
    ((SOURCES, "0.file", "a\0b"), SOURCES, "story", "control character"),
    ((SOURCES, "0.sha256", GONE), SOURCES, "story", "both a file and a sha256"),
    ((ACTORS, "0.colour", "blue"), ACTORS, "guild", '0.colour: "blue" is not of the form'),
    ((ACTORS, "0.names.en", ""), ACTORS, "guild", "0.names.en"),
    ((ACTORS, "1.id", "guild"), ACTORS, "guild", "the id is used twice"),
    ((ACTORS, "0.names.en", "\ud800"), ACTORS, "", "half a character, \\ud800"),
    (("data/excerpts.json", "1.id", "e-ferry"), "data/excerpts.json", "e-ferry", "used twice"),
    ((CORRIDOR, "type", "Feature"), CORRIDOR, "", "type: Input should be"),
    ((CORRIDOR, f"{CLAIM}.words", GONE), CORRIDOR, "c-west", "needs `words`"),
    ((CORRIDOR, f"{CLAIM}.premises", []), CORRIDOR, "c-west", "Extra inputs"),
    ((CORRIDOR, "features.1.id", "ferry-west"), CORRIDOR, "ferry-west", "the id is used twice"),
    ((FORCES, "features.0.id", "ferry-west"), FORCES, "ferry-west", "the id is used twice"),
    ((FORCES, f"{CLAIM}.id", "c-west"), FORCES, "c-west", "the id is used twice"),
    (
        (CORRIDOR, "features.0.properties.order", "1"),
        CORRIDOR,
        "ferry-west",
        '"1" is no whole number',
    ),
    ((FORCES, SHAPE, point("15", 1)), FORCES, "brunn", "in quotation marks"),
    ((FORCES, SHAPE, point(True, 1)), FORCES, "brunn", "is not two numbers"),
    ((FORCES, SHAPE, point(15)), FORCES, "brunn", "[15] is not two numbers"),
    ((FORCES, SHAPE, {"type": "Circle"}), FORCES, "brunn", '"Circle" is no type'),
    (
        (FORCES, f"{SHAPE}.coordinates.0.4", [15, 2]),
        FORCES,
        "brunn",
        "the ring 0 from [15, 1] to [15, 2] is",
    ),
    ((FORCES, f"{SHAPE}.coordinates.0", [[15, 1], [16, 1], [15, 1]]), FORCES, "brunn", "3 pos"),
    (
        ("data/basemap/water.geojson", "type", GONE),
        "data/basemap/water.geojson",
        "",
        "Field required",
    ),
    ((ACTORS, "0.names.en", "Salt\x1b[2J"), ACTORS, "guild", "control character"),
    ((ACTORS, "0.names.en", "Salt\ufffe"), ACTORS, "guild", "control character"),
    ((ACTORS, "0.names", {"e n": "Salt"}), ACTORS, "guild", '"e n" is not of the form'),
    (("data/basemap/lines.geojson", "", []), "data/basemap/lines.geojson", "", "an object"),
]


@pytest.mark.parametrize(("one", "file", "feature", "words"), CASES, ids=range(len(CASES)))
def test_a_fault_of_form_names_file_feature_and_fix(
    build: Build, one: Break, file: str, feature: str, words: str
) -> None:
    with pytest.raises(AtlasError) as caught:
        load_atlas(build(one))
    there = [p for p in caught.value.problems if (p.file, p.feature) == (file, feature)]
    assert any(words.lower() in p.what.lower() and p.fix for p in there), str(caught.value)


def test_a_position_that_is_none_is_reported_once(build: Build) -> None:
    with pytest.raises(AtlasError) as caught:
        load_atlas(build((FORCES, SHAPE, point("15", 1))))
    assert len(caught.value.problems) == 1


def test_all_faults_of_form_are_told_at_once(build: Build) -> None:
    breaks = [(ACTORS, "0.colour", "blue"), (ATLAS, "title", GONE), (FORCES, "", GONE)]
    with pytest.raises(AtlasError) as caught:
        load_atlas(build(*breaks))
    assert [p.file for p in caught.value.problems] == [ACTORS, ATLAS, FORCES]


def test_a_folder_that_is_not_there_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(AtlasError) as caught:
        load_atlas(tmp_path / "none")
    manifest = Problem(ATLAS, "", "can't be read (No such file or directory)", "put the file there")
    assert manifest in caught.value.problems


def test_features_and_claims_are_found_by_id_and_by_file(tiny: Atlas) -> None:
    assert list(tiny.features) == ["ferry-west", "ferry-east", "brunn", "isle-rho"]
    assert tiny.claims["c-depth"].at == "1901-02"
    assert [(file, f.id, c.id) for file, f, c in tiny.each_claim()][:2] == [
        ("data/corridor.geojson", "ferry-west", "c-west"),
        ("data/corridor.geojson", "ferry-east", "c-east"),
    ]


def test_the_digest_holds_every_byte_that_was_read(build: Build) -> None:
    first = load_atlas(build()).digest
    assert load_atlas(build()).digest == first
    for file, content in TINY.items():
        if isinstance(content, str):
            changed: Any = content + "x"
        else:
            changed = json.dumps(content) + " "
        assert load_atlas(build((file, "", changed))).digest != first, file


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(build: Build, on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        load_atlas(build())
        with pytest.raises(AtlasError):
            load_atlas(build((ACTORS, "", GONE)) / "none")
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()


def test_a_byte_order_mark_is_no_fault(build: Build) -> None:
    text = "\ufeff" + json.dumps(TINY[ACTORS])
    assert set(load_atlas(build((ACTORS, "", text))).actors) == {"guild", "league"}


def placed(one: str, **more: Any) -> dict[str, Any]:
    return feature(one, "l", point(11, 1), **more)


def unplaced(one: str, **more: Any) -> dict[str, Any]:
    return feature(one, "l", None, **more)


@pytest.mark.parametrize(
    ("features", "places"),
    [
        ([placed("a")], {"a": ["a"]}),
        ([unplaced("a")], {"a": []}),
        ([unplaced("force", within="a"), placed("a")], {"force": ["a"], "a": ["a"]}),
        ([unplaced("force", within="none-such")], {"force": []}),
        (
            [unplaced("way"), placed("b", part_of=["way"]), placed("a", part_of=["way"])],
            {"way": ["b", "a"], "b": ["b"], "a": ["a"]},
        ),
        (
            [unplaced("force", within="way"), unplaced("way"), placed("a", part_of=["way"])],
            {"force": ["a"], "way": ["a"], "a": ["a"]},
        ),
        # only what is shown itself shows another thing: nothing is looked for beyond that
        (
            [unplaced("x", within="y"), unplaced("y", within="a"), placed("a")],
            {"x": [], "y": ["a"]},
        ),
        ([unplaced("x", within="y"), unplaced("y", within="x")], {"x": [], "y": []}),
        ([unplaced("x", within="x")], {"x": []}),
        ([unplaced("x", part_of=["x"])], {"x": []}),
    ],
)
def test_a_feature_is_shown_at_itself_its_parts_or_what_it_is_within(
    features: list[Any], places: dict[str, list[str]]
) -> None:
    found = places_of(map(Feature.model_validate, features))
    assert {one: [f.id for f in found[one]] for one in places} == places


def stated(one: str, *excerpts: str) -> dict[str, Any]:
    return claim(one, "stated", words="runs", excerpts=excerpts)


def inferred(one: str, *premises: str) -> dict[str, Any]:
    return claim(one, "inferred", note={"en": "So."}, **{"from": premises})


@pytest.mark.parametrize(
    ("claims", "inferences"),
    [
        ([stated("s", "e1")], {}),
        ([claim("b", "background", source="x"), inferred("i", "b")], {"i": ()}),
        (
            [inferred("i", "s", "t"), stated("s", "e2", "e1"), stated("t", "e1", "e3")],
            {"i": ("e2", "e1", "e3")},
        ),
        (
            [inferred("j", "i", "s"), inferred("i", "s"), stated("s", "e1")],
            {"i": ("e1",), "j": ("e1",)},
        ),
        ([inferred("i", "none-such", "s"), stated("s", "e1")], {"i": ("e1",)}),
        # what leads back to itself, and what rests on that, leads to no excerpt
        ([inferred("i", "i", "s"), stated("s", "e1")], {}),
        (
            [
                inferred("i", "j"),
                inferred("j", "i"),
                inferred("k", "j"),
                inferred("l", "s"),
                stated("s", "e1"),
            ],
            {"l": ("e1",)},
        ),
    ],
)
def test_an_inference_rests_on_the_excerpts_of_all_that_it_is_from(
    claims: list[Any], inferences: dict[str, tuple[str, ...]]
) -> None:
    assert inferences_of(map(Claim.model_validate, claims)) == inferences


def test_a_chain_of_inferences_is_followed_however_long() -> None:
    claims = [stated("i0", "e1"), *(inferred(f"i{n}", f"i{n - 1}") for n in range(1, 5_000))]
    found = inferences_of(map(Claim.model_validate, reversed(claims)))
    assert found["i4999"] == ("e1",)


def test_a_claim_rests_on_its_own_excerpts_or_on_those_it_is_inferred_from(tiny: Atlas) -> None:
    grounds = {one: tiny.grounds(claim) for one, claim in tiny.claims.items()}
    assert grounds == {
        "c-west": ("e-ferry",),
        "c-east": ("e-ferry",),
        "c-depth": (),
        "c-guard": ("e-guard",),
        "c-isle": ("e-isle",),
    }


def test_a_whole_has_parts_and_members(build: Build) -> None:
    atlas = load_atlas(build(*WHOLE))
    assert [f.id for f in atlas.parts["crossing"]] == ["ferry-west", "ferry-east"]
    assert [f.id for f in atlas.wholes(atlas.features["ferry-east"])] == ["crossing"]
    assert {one: [f.id for f in found] for one, found in atlas.members.items()} == {
        "crossing": ["boats"],
        "brunn": ["watch"],
    }


@pytest.mark.parametrize(
    ("language", "told"),
    [("fa", ("هست", "fa")), ("en", ("It is.", "en")), ("ar", ("It is.", "en"))],
)
def test_a_sentence_is_told_in_the_reader_s_language_or_the_article_s(
    tiny: Atlas, language: str, told: tuple[str, str]
) -> None:
    assert tiny.localised({"fa": "هست", "en": "It is."}, language) == told


OLD = "the atlas is of format 1, and this version reads format 2"


@pytest.mark.parametrize(
    ("found", "what", "fix"),
    [
        (GONE, OLD, "From format 1 to 2"),
        (1, OLD, "From format 1 to 2"),
        (1.0, OLD, "From format 1 to 2"),
        (3, "the atlas is of format 3, and this version reads", "open it with a newer version"),
        (99, "the atlas is of format 99", "open it with a newer version"),
        (3.0, "the atlas is of format 3, and this version reads", "open it with a newer version"),
        (10**200, "the atlas is of format 1e+200", "open it with a newer version"),
    ],
)
def test_another_format_is_one_problem_that_says_how_to_mend_it(
    build: Build, found: object, what: str, fix: str
) -> None:
    broken = (ACTORS, "0.colour", "blue"), (CORRIDOR, "", "{")
    with pytest.raises(AtlasError) as caught:
        load_atlas(build((ATLAS, "format", found), *broken))
    (problem,) = caught.value.problems
    assert problem.file == ATLAS
    assert what in problem.what
    assert fix in problem.fix


@pytest.mark.parametrize("found", ["2", 0, -1, 1.5, 2.5, True, False, None, [], {}, "zwei"])
def test_what_is_no_format_is_a_fault_like_others(build: Build, found: object) -> None:
    with pytest.raises(AtlasError) as caught:
        load_atlas(build((ATLAS, "format", found), (ACTORS, "0.colour", "blue")))
    assert [p.file for p in caught.value.problems] == [ACTORS, ATLAS]
    assert "format: Input should be 2" in caught.value.problems[1].what
