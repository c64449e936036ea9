import pytest

from tests.checks.conftest import Expect, Found
from tests.conftest import GONE, WHOLE, Break, point, source, texts

ATLAS, ACTORS, SOURCES = "data/atlas.json", "data/actors.json", "data/sources.json"
CORRIDOR, WAYPOINTS = "data/corridor.geojson", "data/waypoints.geojson"
EXCERPTS, FORCES = "data/excerpts.json", "data/forces.geojson"
WEST, DEPTH = "features.0.properties.claims.0", "features.1.properties.claims.1"

CASES: list[tuple[list[Break], str, str, str]] = [
    ([(ATLAS, "title.fa", GONE)], ATLAS, "", "title lacks fa"),
    ([(ATLAS, "disclaimer", {"fa": "x"})], ATLAS, "", "disclaimer lacks en, ar"),
    ([(ATLAS, "layers.0.names.ar", GONE)], ATLAS, "ferry", "names lacks ar"),
    ([(ATLAS, "languages", ["ar", "fa"])], ATLAS, "", "leave out English"),
    ([(ACTORS, "0.names.en", " ")], ACTORS, "guild", "names lacks en"),
    ([(WAYPOINTS, "features.0.properties.names", {})], WAYPOINTS, "isle-rho", "lacks en, ar, fa"),
    ([(SOURCES, "0.published", "2017-13")], SOURCES, "story", '"2017-13" is not in the calendar'),
    ([(SOURCES, "0.published", "2017-02-29")], SOURCES, "story", "not in the calendar"),
    ([(SOURCES, "0.published", "٢٠١٧")], SOURCES, "story", "not in the calendar"),
    ([(CORRIDOR, f"{DEPTH}.at", "1901-00")], CORRIDOR, "ferry-east", "not in the calendar"),
    ([(CORRIDOR, f"{DEPTH}.at", "1902/1901")], CORRIDOR, "ferry-east", "ends before it begins"),
    ([(CORRIDOR, f"{DEPTH}.said", "1901-02-30")], CORRIDOR, "ferry-east", "not in the calendar"),
    (
        [(SOURCES, "0.dated", {"at": "2017/2016", "basis": "inferred", "note": texts("So.")})],
        SOURCES,
        "story",
        "ends before it begins",
    ),
    (
        [(SOURCES, "0", source("story", "background"))],
        SOURCES,
        "",
        "it has 0 sources of the kind article",
    ),
    (
        [(WAYPOINTS, "features.0.properties.claims", [])],
        WAYPOINTS,
        "isle-rho",
        "nothing is claimed of it",
    ),
]


@pytest.mark.parametrize(("breaks", "file", "feature", "words"), CASES)
def test_what_a_record_lacks_is_found(
    expect: Expect, breaks: list[Break], file: str, feature: str, words: str
) -> None:
    expect(breaks, file, feature, words)


@pytest.mark.parametrize("day", ["2017", "2017-12", "2017-12-22", "2016-02-29"])
def test_years_months_and_days_are_dates(found: Found, day: str) -> None:
    assert found((SOURCES, "0.published", day)) == ()


# Where the atlas says something itself: a place that lacks the article's language is named.
FA, NOTE = {"fa": "چنین است."}, {"kind": "supports", "to": "c-guard", "note": {"fa": "چنین است."}}
SAID: list[tuple[Break, str, str, str]] = [
    ((ATLAS, "findings", [{"sentence": FA, "claims": ["c-west"]}]), ATLAS, "", "finding 1"),
    ((SOURCES, "0.genre", FA), SOURCES, "story", "genre"),
    ((SOURCES, "1.via", FA), SOURCES, "almanac", "via"),
    ((SOURCES, "1.read", FA), SOURCES, "almanac", "read"),
    ((SOURCES, "1.grade_reason", FA), SOURCES, "almanac", "grade_reason"),
    (
        (SOURCES, "1.dated", {"at": "1901", "basis": "inferred", "note": FA}),
        SOURCES,
        "almanac",
        "the note of its date",
    ),
    (
        (SOURCES, "1.rests_on", [{"name": "A log", "how": "quotes", "note": FA}]),
        SOURCES,
        "almanac",
        'the note of "A log"',
    ),
    ((EXCERPTS, "0.note", FA), EXCERPTS, "e-ferry", "its note"),
    ((CORRIDOR, f"{WEST}.sentence", FA), CORRIDOR, "ferry-west", 'claim "c-west": its sentence'),
    ((CORRIDOR, f"{WEST}.note", FA), CORRIDOR, "ferry-west", 'claim "c-west": its note'),
    (
        (CORRIDOR, f"{WEST}.relations", [NOTE]),
        CORRIDOR,
        "ferry-west",
        'claim "c-west": the note of how it stands to "c-guard"',
    ),
    (
        (CORRIDOR, "features.0.properties.position.note", FA),
        CORRIDOR,
        "ferry-west",
        "the note of its position",
    ),
    ((ATLAS, "silences.0.sentence", FA), ATLAS, "", 'silence "price"'),
    (
        (CORRIDOR, "features.0.properties.silences.0.sentence", FA),
        CORRIDOR,
        "ferry-west",
        'silence "bridge"',
    ),
]


@pytest.mark.parametrize(("one", "file", "record", "what"), SAID)
def test_a_sentence_that_the_article_s_language_lacks_is_found(
    found: Found, one: Break, file: str, record: str, what: str
) -> None:
    (problem,) = found(one)
    assert (problem.file, problem.feature, problem.what) == (file, record, f"{what} lacks en")


def test_a_headline_is_told_in_the_article_s_language_with_its_hedge_and_its_dispute(
    found: Found,
) -> None:
    dispute = {"sentence": FA, "claims": ["c-depth"]}
    headline = {"sentence": FA, "hedge": FA, "claims": ["c-west"], "dispute": dispute}
    assert [problem.what for problem in found((ATLAS, "headline", headline))] == [
        "the headline lacks en",
        "the headline's dispute lacks en",
        "the headline's hedge lacks en",
    ]


@pytest.mark.parametrize("sentence", [{"en": " "}, {"en": " ", "fa": "چنین است."}])
def test_a_blank_sentence_is_none(found: Found, sentence: dict[str, str]) -> None:
    (problem,) = found((CORRIDOR, f"{WEST}.sentence", sentence))
    assert problem.what == 'claim "c-west": its sentence lacks en'


BLANK = "\u200b"
SINGLE: list[tuple[Break, str, str, str]] = [
    (
        (CORRIDOR, f"{WEST}.sentence", {"en": "So.", "fa": "\n"}),
        CORRIDOR,
        "ferry-west",
        "blank in fa",
    ),
    ((ACTORS, "0.names.fa", "\u3164"), ACTORS, "guild", "names lacks fa"),
    ((SOURCES, "0.title", " "), SOURCES, "story", "its title is blank"),
    ((SOURCES, "1.author", BLANK), SOURCES, "almanac", "its author is blank"),
    (
        (SOURCES, "1.rests_on", [{"name": BLANK, "how": "quotes"}]),
        SOURCES,
        "almanac",
        "its name of a report is blank",
    ),
    ((ACTORS, "0.kind", BLANK), ACTORS, "guild", "its kind is blank"),
    ((CORRIDOR, "features.0.properties.kind", BLANK), CORRIDOR, "ferry-west", "its kind is blank"),
    ((EXCERPTS, "0.target.selector.0.exact", "\n\n"), EXCERPTS, "e-ferry", "its quote is blank"),
    ((EXCERPTS, "0.attributed_to", " "), EXCERPTS, "e-ferry", "its attribution is blank"),
    ((CORRIDOR, f"{WEST}.words", " "), CORRIDOR, "ferry-west", "a word or hedge of it is blank"),
    ((CORRIDOR, f"{WEST}.hedges", [" "]), CORRIDOR, "ferry-west", "a word or hedge of it is blank"),
]


@pytest.mark.parametrize(("one", "file", "record", "words"), SINGLE)
def test_a_text_that_shows_nothing_is_found(
    expect: Expect, one: Break, file: str, record: str, words: str
) -> None:
    expect([one], file, record, words)


@pytest.mark.parametrize("hedge", [{"en": BLANK}, {"en": "So.", "fa": "\u2800"}])
def test_a_blank_hedge_of_the_headline_is_found(expect: Expect, hedge: dict[str, str]) -> None:
    headline = {"sentence": texts("So."), "hedge": hedge, "claims": ["c-guard"]}
    expect([(ATLAS, "headline", headline)], ATLAS, "", "the headline's hedge")


def test_other_languages_may_lack_a_sentence(found: Found) -> None:
    assert found((CORRIDOR, f"{WEST}.sentence", {"en": "So it is.", "fa": "چنین است."})) == ()


def test_it_is_the_article_s_language_that_counts(found: Found) -> None:
    problems = found((SOURCES, "0.language", "fa"))
    assert problems
    assert all(problem.what.endswith("lacks fa") for problem in problems)


CROSSING, BOATS = "features.0", "features.1"  # of the waypoints of WHOLE
PLACES: list[tuple[list[Break], str, str, str]] = [
    (
        [(WAYPOINTS, "features.0.geometry", point(11, 1))],
        WAYPOINTS,
        "isle-rho",
        "its layer holds what is not placed, but it has a geometry",
    ),
    (
        [(WAYPOINTS, "features.0.properties.within", "brunn")],
        WAYPOINTS,
        "isle-rho",
        'its layer holds what is not placed, but it has a place at "brunn"',
    ),
    ([(CORRIDOR, "features.1.geometry", None)], CORRIDOR, "ferry-east", "it is shown nowhere"),
    (
        [(CORRIDOR, "features.0.properties.within", "brunn")],
        CORRIDOR,
        "ferry-west",
        'it has a geometry, and is said to be within "brunn"',
    ),
    (
        [(CORRIDOR, "features.0.properties.within", "ferry-west")],
        CORRIDOR,
        "ferry-west",
        "it is said to be within, or a part of, itself",
    ),
    (
        [(CORRIDOR, "features.0.properties.part_of", ["ferry-west"])],
        CORRIDOR,
        "ferry-west",
        "it is said to be within, or a part of, itself",
    ),
    (
        [(CORRIDOR, "features.0.properties.part_of", ["brunn"])],
        FORCES,
        "brunn",
        'it has a geometry, and "ferry-west" is a part of it',
    ),
    # what it is within is shown nowhere itself
    (
        [*WHOLE, (WAYPOINTS, f"{BOATS}.properties.within", "isle-rho")],
        WAYPOINTS,
        "boats",
        "it is shown nowhere",
    ),
    ([*WHOLE, (WAYPOINTS, f"{BOATS}.properties.within", None)], WAYPOINTS, "boats", "nowhere"),
    # a whole without parts
    (
        [*WHOLE, *((CORRIDOR, f"features.{n}.properties.part_of", []) for n in (0, 1))],
        WAYPOINTS,
        "crossing",
        "it is shown nowhere",
    ),
    (
        [*WHOLE, (CORRIDOR, "features.1.properties.claims", [])],
        CORRIDOR,
        "ferry-east",
        "nothing is claimed of it",
    ),
]


@pytest.mark.parametrize(("breaks", "file", "feature", "words"), PLACES)
def test_what_is_out_of_place_is_found(
    expect: Expect, breaks: list[Break], file: str, feature: str, words: str
) -> None:
    expect(breaks, file, feature, words)


def test_a_whole_and_forces_without_a_place_are_sound(found: Found) -> None:
    assert found(*WHOLE) == ()


def test_the_names_of_parts_are_names(expect: Expect) -> None:
    part = {"id": "guard", "names": {"en": "Guard"}, "shape": "circle", "hue": "#1f4e8c"}
    expect([(ATLAS, "parts", [part])], ATLAS, "guard", "names lacks ar, fa")
