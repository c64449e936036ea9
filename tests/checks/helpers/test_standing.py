"""Words and excerpts are taken from a text so that they read alone as they read there."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Found
from tests.conftest import STORY, TEXT, Break, excerpt

EXCERPTS, CORRIDOR, SOURCES = "data/excerpts.json", "data/corridor.geojson", "data/sources.json"
WEST = "features.0.properties.claims.0"
FERRY = "runs a ferry"


def story(sentence: str, words: str, quote: str = "") -> list[Break]:
    """Print a sentence in place of the ferry's, and have the claim quote it."""
    text = TEXT.replace(
        "Reports suggest the Salt Guild runs a ferry from Aldport to Brunn.", sentence
    )
    exact = quote or sentence
    start = text.index(exact)
    e = excerpt("e-ferry", "Aldport")
    e["target"]["selector"][0].update(exact=exact, prefix="", suffix="")
    e["target"]["selector"][1].update(start=start, end=start + len(exact))
    return [
        ("seeds/story.txt", "", text),
        (SOURCES, "0", STORY),
        (EXCERPTS, "0", e),
        (CORRIDOR, f"{WEST}.words", words),
        (CORRIDOR, f"{WEST}.hedges", []),
    ]


def problems_of(found: Found, breaks: list[Break]) -> list[str]:
    """Return the problems of the quote and its words, but not that the text has changed."""
    problems = found(*breaks)
    return [p.what for p in problems if p.feature in ("ferry-west", "e-ferry")]


NONE = "in none of its excerpts as whole words"
CUT = [
    ("The Salt Guild can’t run a ferry.", "Guild can", "", NONE),
    ("The Salt Guild is non-aligned to it.", "aligned to it", "", NONE),
    ("The Salt Guild is un\u00adarmed there.", "armed there", "", NONE),
    ("The Salt Guild sent 1,200 men there.", "200 men there", "", NONE),
    ("The Salt Guild has −5 boats there.", "5 boats there", "", NONE),
    # the quote's own cut is no end of a word
    ("Now the Salt Guild unruns a ferry.", FERRY, "runs a ferry", NONE),
    ("Now the Salt Guild unruns a ferry.", FERRY, "runs a ferry", "begins inside of a word"),
    (
        "Now the Salt Guild runs a ferryboat.",
        "Salt Guild runs",
        "Salt Guild runs a ferry",
        "ends inside",
    ),
    # a "not" left out: by the words, or by the quote
    ("The Salt Guild does not run a ferry.", "run a ferry", "", "leave out the “not”"),
    ("The Salt Guild doesn’t run a ferry.", "run a ferry", "", "leave out the “doesn’t”"),
    ("The Salt Guild never yet ran a ferry.", "ran a ferry", "", "leave out the “never”"),
    ("They deny the Salt Guild runs a ferry.", "Guild runs", "", "leave out the “deny”"),
    (
        "It is not so the Salt Guild runs.",
        "Guild runs",
        "the Salt Guild runs",
        "leaves out the “not”",
    ),
]


@pytest.mark.parametrize(("sentence", "words", "quote", "what"), CUT)
def test_what_reads_otherwise_alone_is_found(
    found: Found, sentence: str, words: str, quote: str, what: str
) -> None:
    problems = problems_of(found, story(sentence, words, quote))
    assert any(what in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Salt Guild does not run a ferry.", "does not run a ferry"),
        ("They did not sail, the Salt Guild runs a ferry.", FERRY),  # another clause
        ("No boat of theirs was there when the Salt Guild runs a ferry.", FERRY),  # far off
        ("Not only the Salt Guild runs a ferry.", FERRY),
        ("The Salt Guild runs no mill but runs a ferry.", FERRY),
        ("No, the Salt Guild does not run it; the Salt Guild runs a ferry.", FERRY),
        ("The Salt Guild does not. The Salt Guild runs a ferry.", "Salt Guild runs a ferry"),
    ],
)
def test_what_reads_alone_as_there_passes(found: Found, sentence: str, words: str) -> None:
    assert problems_of(found, story(sentence, words)) == []


def test_one_sound_place_is_enough(found: Found) -> None:
    sentence = "The Salt Guild does not run boats. They run boats at night."
    assert problems_of(found, story(sentence, "run boats")) == []
