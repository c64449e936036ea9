import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.anchoring import seal
from geo.atlas.reading import load_atlas
from geo.checks.evidence import Words, has_words
from tests.checks.conftest import Expect, Found
from tests.conftest import GONE, STORY, TEXT, Break, Build, excerpt, source, texts

ACTORS, EXCERPTS = "data/actors.json", "data/excerpts.json"
SOURCES = "data/sources.json"
CORRIDOR, FORCES = "data/corridor.geojson", "data/forces.geojson"
QUOTED = "the Salt Guild runs a ferry from Aldport"
QUOTE = "0.target.selector.0"
POSITION = "0.target.selector.1"
SILENCE = "features.0.properties.silences.0"

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
    ([(EXCERPTS, "0.attributed_to", "reports")], EXCERPTS, "e-ferry", "“reports” is not in the"),
    # printed, but in the next paragraph
    ([(EXCERPTS, "0.attributed_to", "At night")], EXCERPTS, "e-ferry", "“At night” is not in the"),
    ([(EXCERPTS, "0.attributed_to", "uild")], EXCERPTS, "e-ferry", "“uild” is not in the"),
    ([(EXCERPTS, "0.attributed_to", " ")], EXCERPTS, "e-ferry", "“ ” is not in the"),
    ([(ACTORS, "0.aliases", ["Salt Guild", "to"])], ACTORS, "guild", "alias “to” is no name"),
    (
        [(SOURCES, "0.body", {"start": 113, "end": 20})],
        SOURCES,
        "story",
        "its body, 113–20, ends before it begins",
    ),
    ([(ACTORS, "0.aliases", ["Salt Guild", "SG"])], ACTORS, "guild", "alias “SG” is in no article"),
    # "Salt Guil" is only printed as part of a longer word
    ([(ACTORS, "0.aliases.0", "Salt Guil")], ACTORS, "guild", "alias “Salt Guil”"),
    ([(FORCES, "features.0.properties.aliases", ["Brunnt"])], FORCES, "brunn", "alias “Brunnt”"),
    (
        [(CORRIDOR, f"{SILENCE}.absent", ["FERRY"])],
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


def test_words_for_whose_it_is_may_stand_anywhere_in_the_paragraph(found: Found) -> None:
    assert found((EXCERPTS, "0.attributed_to", "Reports")) == ()


LOG = "No ferry is seen.\n"
SEALED = source(
    "log", "background", file="log.txt", sha256=hashlib.sha256(LOG.encode()).hexdigest()
)
SECOND: list[Break] = [
    ("seeds/log.txt", "", LOG),
    (SOURCES, "1", SEALED),
    (CORRIDOR, "features.1.properties.claims.1.source", "log"),
]


def test_an_atlas_may_hold_the_texts_of_several_sources(found: Found, build: Build) -> None:
    assert found(*SECOND) == ()
    assert load_atlas(build(*SECOND)).source_texts["log"].text == LOG


def test_each_text_has_a_seal_of_its_own(expect: Expect) -> None:
    expect([*SECOND, ("seeds/log.txt", "", LOG + "!")], SOURCES, "log", "seeds/log.txt is not the")


@pytest.mark.parametrize(
    ("absent", "source", "broken"),
    [
        ("Salt Guild", "log", False),
        ("seen", "log", True),
        ("seen", None, False),  # of the article
        ("Salt Guild", None, True),
        ("Salt Guild", "story", True),
    ],
)
def test_a_silence_is_of_the_text_it_names_or_of_the_article(
    found: Found, absent: str, source: str | None, broken: bool
) -> None:
    silence = {"about": "bridge", "sentence": texts("None."), "absent": [absent], "source": source}
    problems = found(*SECOND, (CORRIDOR, SILENCE, silence))
    assert [(p.file, p.feature) for p in problems] == [(CORRIDOR, "ferry-west")] * broken
    assert all(f"“{absent}” does occur in the text" in p.what for p in problems)


def test_nobody_can_look_for_words_in_a_text_that_is_not_there(expect: Expect) -> None:
    named = (CORRIDOR, f"{SILENCE}.source", "almanac")
    expect([named], CORRIDOR, "ferry-west", 'the text of "almanac" is not in seeds/')


def test_a_silence_without_words_may_be_of_any_source(found: Found) -> None:
    of_almanac = (CORRIDOR, f"{SILENCE}.source", "almanac")
    assert found(of_almanac, (CORRIDOR, f"{SILENCE}.absent", [])) == ()


def test_only_the_number_of_articles_speaks_against_a_second(found: Found) -> None:
    again = TEXT.replace("story", "tale")
    tale = {**STORY, "id": "tale", "file": "tale.txt"}
    problems = found(
        ("seeds/tale.txt", "", again),
        (SOURCES, "1", tale),
        (CORRIDOR, "features.1.properties.claims.1", GONE),
        (EXCERPTS, "2.target.source", "tale"),
    )
    assert [problem.what for problem in problems] == ["it has 2 sources of the kind article"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\u2029"])
def test_a_paragraph_ends_at_any_line_end(found: Found, end: str) -> None:
    text = TEXT.replace("\n", end)
    ours = (EXCERPTS, "0.attributed_to", "At night")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    e_ferry = excerpt("e-ferry", QUOTED)
    e_ferry["target"]["selector"] = [part.model_dump() for part in seal(text, QUOTED)]
    sealed = (SOURCES, "0.sha256", sha256), (EXCERPTS, "0", e_ferry)
    problems = found(("seeds/story.txt", "", text), *sealed, ours)
    assert "“At night” is not in the paragraph" in "".join(p.what for p in problems)


CRLF, BOM = TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT


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
        ("on Gannet\n  Rock", "Gannet Rock", True),  # over a line end
        ("on Gannet\u00a0Rock", "Gannet Rock", True),
        ("Gannet-Rock", "Gannet Rock", False),
        ("公会在海鸥岩看守灯塔", "海鸥岩", True),  # scripts without spaces between words
        ("กิลด์ดูแลประภาคารบนเกาะ", "เกาะ", True),
        ("灯台を守るギルド", "ギルド", True),
        ("IS组织", "IS", True),
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
