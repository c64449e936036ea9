"""What is sealed in Python, by code points, is found in the page, by UTF-16 units."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from geo.atlas.anchoring import seal
from geo.atlas.atlas import Atlas
from geo.atlas.model import Excerpt, Target
from geo.atlas.source_text import SourceText
from geo.page.payload import payload
from tests.conftest import node

Found: TypeAlias = Callable[[Atlas], list[tuple[str, int]]]  # each excerpt, and its paragraph

SCRIPT = Path(__file__).parents[1] / "js" / "anchored.js"
# Beyond U+FFFF, combining, right to left; what ends or blanks a line; what no quote holds.
TRICKY = ["🛶", "𝒳", "\U0010fffd", "e\u0301", "\u0301", "👩\u200d🌾", "ع", "\u202e"]
BLANK = ["\n", "\n\n", "\r\n", "\r", "\u2029", " ", "\t", "\u2028", "\ufeff", "\u180e", "\xa0"]
CONTROLS = ["\x85", "\x1c", "\0"]


def texts(*characters: str, min_size: int = 0) -> st.SearchStrategy[str]:
    """Return texts with many of these characters in them, and some of any other."""
    any_other = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    one = st.sampled_from(characters) | any_other
    return st.lists(one, min_size=min_size, max_size=12).map("".join)


AROUND, QUOTE = texts(*TRICKY, *BLANK, *CONTROLS), texts(*TRICKY, *BLANK, min_size=1)


@pytest.fixture(scope="module")
def found_by_page() -> Iterator[Found]:
    """Return a function that asks the page's own JavaScript, in one Node for all examples."""
    command = [node(), str(SCRIPT)]
    pipe: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(command, **pipe) as script:  # noqa: S603  our own

        def ask(atlas: Atlas) -> list[tuple[str, int]]:
            assert script.stdin
            assert script.stdout
            script.stdin.write(f"{json.dumps(payload(atlas))}\n")
            script.stdin.flush()
            return [(exact, paragraph) for exact, paragraph in json.loads(script.stdout.readline())]

        yield ask


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(AROUND, QUOTE, AROUND)
@example("\ufeff\n", "what each language calls blank", "")
@example("\x85\n\x1c\n", "what each language calls blank", "")
def test_what_is_sealed_is_found_in_the_page(
    tiny: Atlas, found_by_page: Found, before: str, quote: str, after: str
) -> None:
    seed = SourceText(before + quote + after, "")
    start = len(before)
    target = Target(source="story", selector=seal(seed.text, quote, start))
    excerpt = Excerpt(id="e", target=target)
    excerpts = dict.fromkeys(tiny.excerpts, excerpt)  # by the ids that its marks cite
    (found, paragraph), *_ = found_by_page(
        replace(tiny, source_texts={"story": seed}, excerpts=excerpts)
    )
    assert found == quote
    if ours := seed.paragraph_at(start):  # between paragraphs, the page takes the next one
        assert paragraph == ours.number
