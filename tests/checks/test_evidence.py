import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.checks.evidence import Words, has_words
from tests.checks.conftest import Expect, Found
from tests.conftest import TEXT, Break, source

ACTORS, EXCERPTS = "data/actors.json", "data/excerpts.json"
CORRIDOR, FORCES = "data/corridor.geojson", "data/forces.geojson"
QUOTE = "0.target.selector.0"
POSITION = "0.target.selector.1"
CLAIM = "features.0.properties.claims.0"

CASES: list[tuple[list[Break], str, str, str]] = [
    ([("seeds/story.txt", "", TEXT + "!")], "data/sources.json", "story", "not the text that was"),
    ([(EXCERPTS, f"{POSITION}.start", 0)], EXCERPTS, "e-ferry", "its quote stands at 33–73"),
    ([(EXCERPTS, f"{POSITION}.start", 0)], EXCERPTS, "e-ferry", "write start 33, end 73"),
    ([(EXCERPTS, f"{POSITION}.end", 999)], EXCERPTS, "e-ferry", "ends at 73, not at 999"),
    (
        [(EXCERPTS, f"{QUOTE}.exact", "the Salt Guild runs the ferry from Aldport")],
        EXCERPTS,
        "e-ferry",
        "[-the-]{+a+} ferry",
    ),
    ([(EXCERPTS, f"{QUOTE}.exact", "zzzzzz")], EXCERPTS, "e-ferry", "word for word"),
    ([(EXCERPTS, f"{QUOTE}.prefix", "Rumours suggest ")], EXCERPTS, "e-ferry", "[-Rumours-]"),
    ([(EXCERPTS, "0.hedges", ["suggests"])], EXCERPTS, "e-ferry", "hedge “suggests”"),
    # printed, but in the next paragraph
    ([(EXCERPTS, "0.hedges", ["At night"])], EXCERPTS, "e-ferry", "hedge “At night”"),
    ([(ACTORS, "0.aliases", ["Salt Guild", "SG"])], ACTORS, "guild", "alias “SG” is in no article"),
    # "Salt Guil" is only printed as part of a longer word
    ([(ACTORS, "0.aliases.0", "Salt Guil")], ACTORS, "guild", "alias “Salt Guil”"),
    ([(FORCES, "features.0.properties.aliases", ["Brunnt"])], FORCES, "brunn", "alias “Brunnt”"),
    ([(CORRIDOR, f"{CLAIM}.verb", "controls")], CORRIDOR, "ferry-west", "verb “controls”"),
    ([(CORRIDOR, f"{CLAIM}.verb", "run")], CORRIDOR, "ferry-west", "verb “run”"),
    ([(CORRIDOR, f"{CLAIM}.actor", None)], CORRIDOR, "ferry-west", "names its place or its actor"),
    ([(ACTORS, "0.aliases", [])], CORRIDOR, "ferry-west", "names its place or its actor"),
    (
        [(CORRIDOR, "features.0.properties.silences.0.absent", ["FERRY"])],
        CORRIDOR,
        "ferry-west",
        "“FERRY” does occur",
    ),
    (
        [("data/atlas.json", "silences.0.absent", ["oat"])],
        "data/atlas.json",
        "",
        "“oat” does occur",
    ),
]


@pytest.mark.parametrize(("breaks", "file", "feature", "words"), CASES)
def test_what_is_not_printed_is_found(
    expect: Expect, breaks: list[Break], file: str, feature: str, words: str
) -> None:
    expect(breaks, file, feature, words)


def test_without_an_article_no_alias_is_blamed(found: Found) -> None:
    problems = found(("data/sources.json", "0", source("story", "background")))
    assert problems
    assert not any("alias" in problem.what for problem in problems)


CRLF, BOM = TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT
SOURCES = "data/sources.json"


@pytest.mark.parametrize("text", [CRLF, BOM, "\ufeff" + CRLF])
def test_line_ends_alone_are_told_as_such_and_once(found: Found, text: str) -> None:
    (problem,) = found(("seeds/story.txt", "", text))
    assert problem.what.endswith("only the line ends differ")
    assert problem.fix == "save it with LF line ends and no byte order mark"


@pytest.mark.parametrize("text", [CRLF, BOM])
def test_excerpts_of_other_line_ends_are_one_problem(found: Found, text: str) -> None:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (problem,) = found(("seeds/story.txt", "", text), (SOURCES, "0.sha256", sha256))
    assert (problem.file, problem.feature) == (SOURCES, "story")
    assert "sealed to the text with LF line ends and no byte order mark" in problem.what
    assert problem.what.startswith("3 of its excerpts")


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        ("Iran’s foothold", "Iran", True),
        ("US-led, Iran-backed", "Iran", True),
        ("Iranian", "Iran", False),
        ("Iranian Iran", "Iran", True),
        ("proIran", "Iran", False),
        ("Iran", "Iran", True),
        ("Iran2", "Iran", False),
        ("cafe\u0301", "cafe", False),
        ("𐎠Iran", "Iran", False),
        ("🛶Iran🛶", "Iran", True),
        ("", "Iran", False),
    ],
)
def test_a_name_is_a_whole_word(text: str, words: str, stands: bool) -> None:
    assert has_words(text, words) is stands
    assert Words(text).have(words) is stands


# Few characters, so that what is looked for is often there: letters, a mark, separators.
SOME = st.text("ab_-\u0301 ’1", max_size=12)


@given(SOME, SOME)
def test_many_names_are_found_as_each_alone_would_be(text: str, words: str) -> None:
    assert Words(text).have(words) is has_words(text, words)
