"""A quote stands exactly, or as the typographic twin of one place, or is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.drafts.quotes import QuoteError, places_of, selected
from tests.conftest import examples, shipped

TEXT = (
    "“We’ll go,” the pilot said – not   today.\nThe ferry 🛶 of Al-Baaj waits.\n"
    "قال المدير: «سنفتح القناة»، ووصل بحّارة.\nCafe\u0301 and cafe\u0301. no no no"
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("the pilot said", "the pilot said"),
        ("We'll go", "We’ll go"),
        ('"We‘ll go," the', "“We’ll go,” the"),
        ("said - not today.", "said – not   today."),
        ("today. The ferry", "today.\nThe ferry"),
        ("🛶 of Al‑Baaj", "🛶 of Al-Baaj"),
        ('"سنفتح القناة"', "«سنفتح القناة»"),
        ("بحّارة", "بحّارة"),
    ],
)
def test_a_quote_takes_the_characters_of_the_text(quote: str, found: str) -> None:
    [(start, end)] = places_of(TEXT, quote)
    assert TEXT[start:end] == found


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("We will go", "not in the text"),
        ("the pilot never said", "not in the text"),
        ("The pilot said", "not in the text"),
        ("of Al Baaj", "not in the text"),
        ("بحارة", "not in the text"),  # without its mark it is other words
        ("Caf\u00e9", "not in the text"),
        ("no", "stands more than once"),
        ("o n", "stands more than once"),
        (".*", "not in the text"),
        ("", "blank"),
        (" \u200b", "blank"),
        (" the pilot", "white space"),
    ],
)
def test_any_other_is_refused_with_the_reason(quote: str, why: str) -> None:
    with pytest.raises(QuoteError, match=why):
        places_of(TEXT, quote)


def test_one_that_comes_again_is_taken_where_it_is_said_to_start() -> None:
    first = TEXT.index("no no no")
    assert places_of(TEXT, "no", (first, first + 6)) == [(first, first + 2), (first + 6, first + 8)]
    with pytest.raises(QuoteError, match="does not stand at 1"):
        places_of(TEXT, "no", (first, 1))


@pytest.mark.parametrize("start", [-1, 10**9])
def test_a_start_outside_of_the_text_is_refused(start: int) -> None:
    with pytest.raises(QuoteError):
        places_of(TEXT, "no", (start,))


ARTICLE = next(iter(shipped().source_texts.values())).text
QUOTES = [excerpt.quote.exact for excerpt in shipped().excerpts.values()]


@examples(4)
@given(st.data())
def test_a_quote_with_another_word_in_it_is_refused(data: st.DataObject) -> None:
    quote = data.draw(st.sampled_from(QUOTES))
    words = quote.split(" ")
    at = data.draw(st.integers(0, len(words)))
    word = data.draw(st.sampled_from(["not", "never", "may", "لا", "1", words[0]]))
    changed = " ".join([*words[:at], word, *words[at:]])
    assume(changed not in ARTICLE)
    with pytest.raises(QuoteError):
        places_of(ARTICLE, changed)


@examples(4)
@given(st.data())
def test_a_quote_without_a_word_or_with_another_letter_is_refused(data: st.DataObject) -> None:
    quote = data.draw(st.sampled_from(QUOTES))
    at = data.draw(st.integers(0, len(quote) - 1))
    letter = data.draw(st.sampled_from(["", "x", "é", "\u0301", quote[at].swapcase()]))
    changed = quote[:at] + letter + quote[at + 1 :]
    assume(plain(changed) not in plain(ARTICLE))
    with pytest.raises(QuoteError):
        places_of(ARTICLE, changed)


def plain(text: str) -> str:
    """Return a text as somebody types it; a second account of what a twin is."""
    text = re.sub("[’‘‚‛]", "'", re.sub("[“”„‟«»]", '"', re.sub("[‐-―]", "-", text)))
    return re.sub(r"\s+", " ", text)


def test_each_quote_of_the_atlas_is_found_as_it_is_typed() -> None:
    once = [quote for quote in QUOTES if plain(ARTICLE).count(plain(quote)) == 1]
    assert len(once) > 80
    found = [
        ARTICLE[start:end] for quote in once for start, end in places_of(ARTICLE, plain(quote))
    ]
    assert found == once


@given(st.lists(st.sampled_from([*"aé ا ّ\u0301\n🛶字’"]), min_size=1).map("".join), st.data())
def test_a_selection_begins_and_ends_with_whole_characters(text: str, data: st.DataObject) -> None:
    at = data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True))
    first, last = sorted(at)
    assume(text[first:last].strip(" \n\u0301ّ"))
    start, end = selected(text, first, last)
    taken = text[start:end]
    assert taken == taken.strip()
    assert text[first:last].strip() in taken
    assert not re.match("[\u0301ّ]", text[end:])
    assert start == 0 or text[start - 1].isspace() or not re.match("[\u0301ّ]", taken)


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 0), (5, 4), (-1, 3), (0, 10**6), (TEXT.index("   "), TEXT.index("   ") + 3)],
)
def test_a_selection_of_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(QuoteError):
        selected(TEXT, start, end)
