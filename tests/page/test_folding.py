"""Python and the page fold any text alike, and the page finds where its words stand."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from geo.text.folding import fold
from tests.conftest import node

# A text and words to the text folded at once and by character, and where the words stand.
Folded: TypeAlias = Callable[[str, str], tuple[str, str, list[str]]]

SCRIPT = Path(__file__).parents[1] / "js" / "folded.js"
# Each form that folding has a rule for.
TRICKY = (
    "ßẞıİΣςσﬁﷲأإآٱىیيےکكڪةەهھۃـ٠۹१𑁦٫٬٪−–—‑-⁃’ʼ“”«»‹\u00ad\u200b\u200f\u0301\u0651\u064e\u05b8ש🛶𝒳𝟗"
    "\u115f\u3164\u2800 \n\t\u3000\u0897\U00010d50\U00010d6e"
)
TEXTS = st.text(
    st.sampled_from(TRICKY) | st.characters(exclude_categories=("Cs", "Co")), max_size=24
)


@pytest.fixture(scope="module")
def folded_by_page() -> Iterator[Folded]:
    """Return a function that asks the page's own JavaScript, in one Node for all examples."""
    pipe: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen([node(), str(SCRIPT)], **pipe) as script:  # noqa: S603  our own

        def ask(text: str, words: str) -> tuple[str, str, list[str]]:
            assert script.stdin
            assert script.stdout
            script.stdin.write(f"{json.dumps([text, words])}\n")
            script.stdin.flush()
            whole, by_character, found = json.loads(script.stdout.readline())
            return whole, by_character, found

        yield ask


@settings(deadline=None)
@given(TEXTS)
@example(TRICKY)
def test_python_and_the_page_fold_alike(folded_by_page: Folded, text: str) -> None:
    whole, by_character, _ = folded_by_page(text, "")
    assert whole == by_character == fold(text)


@pytest.mark.parametrize("plane", [0, 1, 0xE])
def test_they_fold_each_character_alike(folded_by_page: Folded, plane: int) -> None:
    """Also those that the Unicode of the two, each of another version, knows as other things."""
    for start in range(plane << 16, (plane + 1) << 16, 0x1000):
        if 0xD800 <= start < 0xF900:  # surrogates, and what is for private use
            continue
        text = "|".join(map(chr, range(start, start + 0x1000)))
        whole, by_character, _ = folded_by_page(text, "")
        assert whole == by_character == fold(text)


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_what_is_found_is_what_was_looked_for(
    folded_by_page: Folded, before: str, words: str, after: str
) -> None:
    assume(fold(words).strip())
    *_, found = folded_by_page(f"{before}|{words}|{after}", words)
    assert found
    assert all(fold(words).strip() in fold(one) for one in found)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("the al\u2011Tanf gate", "al-tanf", ["al\u2011Tanf"]),
        ("cafe\u0301 au lait", "CAFÉ", ["cafe\u0301"]),
        ("smug\u00adglers", "smuggler", ["smug\u00adgler"]),
        ("🛶 ٢٠١٧ 🛶", "2017", ["٢٠١٧"]),
        ("in ﷲ out", "الله", ["ﷲ"]),
        ("old\n  bridge", "old bridge", ["old\n  bridge"]),
        ("Iran", "Iraq", []),
    ],
)
def test_the_words_as_written_are_found(
    folded_by_page: Folded, text: str, words: str, found: list[str]
) -> None:
    assert folded_by_page(text, words)[2] == found
