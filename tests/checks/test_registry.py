from pkgutil import iter_modules

import pytest

from geo import checks
from geo.atlas.atlas import Atlas
from geo.atlas.errors import REST, AtlasError
from geo.checks import CHECKS, check, open_atlas
from tests.checks.conftest import Found
from tests.conftest import GONE, WHOLE, Break, Build, point

BREAKS = [
    ("data/actors.json", "0.names.fa", GONE),
    ("data/atlas.json", "layers.0.symbol.colour", "#f0e0d0"),
    ("data/corridor.geojson", "features.0.properties.claims.0.words", "flies"),
    ("data/corridor.geojson", "features.1.properties.order", 3),
    ("data/corridor.geojson", "features.1.properties.position.source", "pilot-bok"),
    ("data/forces.geojson", "features.0.properties.country", "XA"),
]


def test_each_module_beside_the_helpers_holds_a_check() -> None:
    modules = {f"geo.checks.{module.name}" for module in iter_modules(checks.__path__)}
    holding = {getattr(one.run, "func", one.run).__module__ for one in CHECKS}
    assert modules - holding == {"geo.checks.helpers"}


def test_nothing_is_wrong_with_the_tiny_atlas(tiny: Atlas) -> None:
    assert check(tiny) == ()


def test_every_check_speaks_at_once_and_in_order(build: Build) -> None:
    with pytest.raises(AtlasError) as caught:
        open_atlas(build(*BREAKS))
    problems = caught.value.problems
    assert list(problems) == sorted(problems)
    assert {(p.file, p.feature) for p in problems} >= {
        ("data/actors.json", "guild"),
        ("data/atlas.json", "ferry"),
        ("data/corridor.geojson", "ferry-west"),
        ("data/corridor.geojson", "ferry-east"),
        ("data/forces.geojson", "brunn"),
    }
    assert len(problems) >= len(BREAKS)


ACTORS, CORRIDOR, FORCES = "data/actors.json", "data/corridor.geojson", "data/forces.geojson"
EXCERPTS, ATLAS = "data/excerpts.json", "data/atlas.json"
QUOTE = (EXCERPTS, "1.target.selector.1.start", 0)
SHAPE = "features.0.geometry.coordinates"
NONE = {"sentence": {"en": "So."}, "claims": ["c-none"]}


@pytest.mark.parametrize(
    ("breaks", "told", "waiting"),
    [
        (  # a fault of form hides none of what is checked without it
            [(ACTORS, "0.colour", GONE), QUOTE, (ATLAS, "findings", [NONE])],
            [(ACTORS, "guild"), (ATLAS, ""), (EXCERPTS, "e-isle")],
            "actors, ",
        ),
        (
            [(ACTORS, "", "[\0]\0"), QUOTE],
            [(ACTORS, ""), (EXCERPTS, "e-isle")],
            "actors, ",
        ),
        (
            [
                (CORRIDOR, "features.0.geometry", point(500_000, 3_600_000)),
                (CORRIDOR, "features.1.geometry", point(15, 120)),
                (CORRIDOR, "features.1.properties.route", GONE),
                (CORRIDOR, "features.1.properties.order", GONE),
                (FORCES, "features.0.id", GONE),
            ],
            [(CORRIDOR, "ferry-east"), (CORRIDOR, "ferry-west"), (FORCES, "")],
            "routes",
        ),
        (
            [(ATLAS, "title", GONE), (CORRIDOR, "features.1.properties.order", 1)],
            [(ATLAS, ""), (CORRIDOR, "ferry-east")],
            "layers, ",
        ),
        (  # the country that a force is within may be among what could not be read
            [*WHOLE, (FORCES, "features.0.geometry", point(15)), QUOTE],
            [(EXCERPTS, "e-isle"), (FORCES, "brunn")],
            "ids of features, findings, parts taken, what is used by nothing, places, ",
        ),
        ([("seeds/story.txt", "", GONE)], [("seeds/story.txt", "")], "aliases, silences, "),
    ],
)
def test_what_can_be_checked_is_and_the_last_line_names_the_rest(
    build: Build, breaks: list[Break], told: list[tuple[str, str]], waiting: str
) -> None:
    with pytest.raises(AtlasError) as caught:
        open_atlas(build(*breaks))
    *problems, last = caught.value.problems
    assert [(p.file, p.feature) for p in problems] == told, str(caught.value)
    assert last.file == REST
    assert waiting in last.what


def test_an_id_used_twice_hides_no_order_used_twice(build: Build) -> None:
    again = (FORCES, "features.0.id", "ferry-west"), (CORRIDOR, "features.1.properties.order", 1)
    with pytest.raises(AtlasError) as caught:
        open_atlas(build(*again))
    found = [(p.file, p.feature) for p in caught.value.problems]
    assert found == [(CORRIDOR, "ferry-east"), (FORCES, "ferry-west")]


def test_an_id_that_leads_nowhere_is_one_problem(found: Found) -> None:
    claim = "features.0.properties.claims.0"
    faults = [p.what for p in found((CORRIDOR, f"{claim}.excerpts", ["e-fery"]))]
    assert faults == [
        'excerpt "e-fery" is not in data/excerpts.json',
        "the excerpt is cited by no claim",
    ]


def test_the_door_opens_to_a_sound_atlas(build: Build) -> None:
    assert open_atlas(build()).manifest.id == "ferry"
