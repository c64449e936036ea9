"""Python and the page fold any text alike, and the page finds where its words stand."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias, TypedDict

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from geo.text.folding import fold, searchable, searched_words
from tests.conftest import node


class Answer(TypedDict):
    """A text folded, searchable at once and by character, its words, and what was found in it."""

    folded: str
    searchable: str
    byCharacter: str
    words: list[str]
    found: list[str]


Folded: TypeAlias = Callable[[str, str], Answer]

SCRIPT = Path(__file__).parents[1] / "js" / "folded.js"
# Each form that folding has a rule for.
TRICKY = (
    "ßẞıİΣςσﬁﷲأإآٱىیيےکكڪةەهھۃـ٠۹१𑁦٫٬٪−–—‑-⁃’ʼ“”«»‹\u00ad\u200b\u200f\u0301\u0651\u064e\u05b8ש🛶𝒳𝟗"
    "\u115f\u3164\u2800 \n\t\u3000\u0897\U00010d50\U00010d6e"
)
PLAIN = "abcxyz09ابقد🛶𝒳"
UNSEEN = "\u00ad\u200b\u200c\u200e\u0640'’“»"
MARKS = "\u0301\u0308\u064e\u0651"
TEXTS = st.text(
    st.sampled_from(TRICKY) | st.characters(exclude_categories=("Cs", "Co")), max_size=24
)


@pytest.fixture(scope="module")
def folded_by_page() -> Iterator[Folded]:
    """Return a function that asks the page's own JavaScript, in one Node for all examples."""
    pipe: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen([node(), str(SCRIPT)], **pipe) as script:  # noqa: S603  our own

        def ask(text: str, words: str) -> Answer:
            assert script.stdin
            assert script.stdout
            script.stdin.write(f"{json.dumps([text, words])}\n")
            script.stdin.flush()
            answer: Answer = json.loads(script.stdout.readline())
            return answer

        yield ask


@settings(deadline=None)
@given(TEXTS)
@example(TRICKY)
def test_python_and_the_page_fold_alike(folded_by_page: Folded, text: str) -> None:
    fold_alike(folded_by_page, text)


@pytest.mark.parametrize("plane", [0, 1, 0xE])
def test_they_fold_each_character_alike(folded_by_page: Folded, plane: int) -> None:
    """Also those that the Unicode of the two, each of another version, knows as other things."""
    for start in range(plane << 16, (plane + 1) << 16, 0x1000):
        if 0xD800 <= start < 0xF900:  # surrogates, and what is for private use
            continue
        text = "|".join(map(chr, range(start, start + 0x1000)))
        fold_alike(folded_by_page, text)


def fold_alike(folded_by_page: Folded, text: str) -> None:
    page = folded_by_page(text, "")
    assert page["folded"] == fold(text)
    assert page["searchable"] == page["byCharacter"] == searchable(text)
    assert page["words"] == searched_words(text)


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_what_is_found_is_what_was_looked_for(
    folded_by_page: Folded, before: str, words: str, after: str
) -> None:
    wanted = searchable(words).strip()
    assume(wanted)
    found = folded_by_page(f"{before}|{words}|{after}", words)["found"]
    assert found
    assert all(wanted in searchable(one) for one in found)


@settings(deadline=None)
@given(st.text(st.sampled_from(PLAIN), min_size=1, max_size=8), st.data())
def test_no_character_beside_what_was_looked_for_is_covered(
    folded_by_page: Folded, words: str, data: st.DataObject
) -> None:
    """Whatever stands round the words, or between their letters, but for marks on a letter."""
    unseen = st.text(st.sampled_from(UNSEEN), max_size=2)
    marks = st.text(st.sampled_from(MARKS), max_size=2)
    spelt = "".join(f"{data.draw(unseen)}{letter}{data.draw(marks)}" for letter in words)
    inner = spelt.lstrip(UNSEEN)
    text = f"|{data.draw(unseen)}{spelt}{data.draw(unseen)}|"
    assert folded_by_page(text, words)["found"] == [inner]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("the al\u2011Tanf gate", "al-tanf", ["al\u2011Tanf"]),
        ("the al\u2011Tanf gate", "Al Tanf", ["al\u2011Tanf"]),
        ("the Tehran-Damascus route", "Tehran – Damascus", ["Tehran-Damascus"]),
        ("Tehran – Damascus", "Tehran-Damascus", ["Tehran – Damascus"]),
        ("cafe\u0301 au lait", "CAFÉ", ["cafe\u0301"]),
        ("smug\u00adglers", "smuggler", ["smug\u00adgler"]),
        ("smuggler\u00ad\u200c.", "smuggler", ["smuggler"]),
        ("economic ‘aggression’", '"aggression"', ["aggression"]),
        ("Trump’s “poodle”.", "trumps poodle", ["Trump’s “poodle"]),
        ("من «القدس» إلى", "القدس", ["القدس"]),
        ("من القدس إلى", "«القدس»", ["القدس"]),
        ("ال\u0640\u0640قُدْسُ", "القدس", ["ال\u0640\u0640قُدْسُ"]),
        ("أحمد آسيا إيران", "احمد اسیا ایران", ["أحمد آسيا إيران"]),
        ("کریدور زمینی", "كريدور زميني", ["کریدور زمینی"]),
        ("مدرسة", "مدرسه", ["مدرسة"]),
        ("می\u200cگوید", "میگوید", ["می\u200cگوید"]),
        ("🛶 ٢٠١٧ 🛶", "2017", ["٢٠١٧"]),
        ("in 2017", "۲۰۱۷", ["2017"]),
        ("𝒳🛶𝟗 x", "9 X", ["𝟗 x"]),
        ("in ﷲ out", "الله", ["ﷲ"]),
        ("old\n  bridge", "old bridge", ["old\n  bridge"]),
        ("old\u00a0bridge", "old  bridge ", ["old\u00a0bridge"]),
        ("Iran", "Iraq", []),
        ("Iran", "«»", []),
    ],
)
def test_the_words_as_written_are_found(
    folded_by_page: Folded, text: str, words: str, found: list[str]
) -> None:
    assert folded_by_page(text, words)["found"] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tehran–Damascus route", ["tehran damascus", "route"]),
        (" «القدس»  ۲۰۱۷ ", ["القدس", "2017"]),
        ("“ – ”", []),
    ],
)
def test_the_words_of_a_search(text: str, words: list[str]) -> None:
    assert searched_words(text) == words
