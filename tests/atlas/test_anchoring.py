import pytest

from geo.atlas.anchoring import (
    CONTEXT,
    AnchorFailure,
    Proposal,
    anchor,
    compare,
    places,
    quoted,
    seal,
)
from geo.atlas.model import TextPositionSelector, TextQuoteSelector

TEXT = "The ferry runs. 🛶 The ferry rests. Cafe\u0301 and caf\u00e9; \u202eabc\u202c. The end."


def selectors(
    exact: str, start: int, end: int | None = None, prefix: str = "", suffix: str = ""
) -> tuple[TextQuoteSelector, TextPositionSelector]:
    return (
        TextQuoteSelector(type="TextQuoteSelector", exact=exact, prefix=prefix, suffix=suffix),
        TextPositionSelector(
            type="TextPositionSelector", start=start, end=start + len(exact) if end is None else end
        ),
    )


def failure(*args: object, **more: object) -> AnchorFailure:
    found = anchor(TEXT, selectors(*args, **more))  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("exact", "start"),
    [
        ("🛶", None),
        ("🛶 The ferry rests", None),
        ("Cafe", None),  # the mark that combines with it stands outside: code points, not letters
        ("Cafe\u0301 and caf\u00e9", None),
        ("\u202eabc\u202c", None),
        ("The ferry", 0),
        ("The ferry", 18),
        (TEXT, None),
    ],
)
def test_what_is_sealed_is_anchored(exact: str, start: int | None) -> None:
    quote, position = seal(TEXT, exact, start)
    assert anchor(TEXT, (quote, position)) is None
    assert TEXT[position.start : position.end] == quote.exact == exact
    around = quote.prefix + quote.exact + quote.suffix
    assert around == TEXT[max(0, position.start - CONTEXT) : position.end + CONTEXT]


@pytest.mark.parametrize(
    ("exact", "start", "words"),
    [
        ("", None, "empty quote"),
        ("", 3, "empty quote"),
        ("The ship", None, "isn't in the text: “The ship”"),
        ("The ferry", None, r"more than once \(at 0, at 18\); say which"),
        ("The ferry", 1, "doesn't stand at 1"),
        ("The ferry", -1, "doesn't stand at -1"),
        ("end.", -4, "doesn't stand at -4"),  # Python would count it from the end
        ("The ferry", 10**9, "doesn't stand at"),
        ("cafe\u0301", None, "isn't in the text"),
    ],
)
def test_what_can_not_be_sealed_says_why(exact: str, start: int | None, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        seal(TEXT, exact, start)


def test_overlapping_places_are_found() -> None:
    assert list(places("aaaa", "aa")) == [0, 1, 2]
    with pytest.raises(ValueError, match="more than once"):
        seal("aaa", "aa")


def test_an_emoji_is_one_character_not_two() -> None:
    assert anchor(TEXT, selectors("The ferry rests", 18)) is None
    utf16 = failure("The ferry rests", 19)  # as a JavaScript string counts
    assert utf16.proposal == Proposal(18, 33, "The ferry rests", "")


@pytest.mark.parametrize(("start", "end"), [(16, 999), (16, 17), (16, 16)])
def test_an_end_that_is_not_the_quotes_is_refused(start: int, end: int) -> None:
    found = failure("🛶 The", start, max(end, 1))
    assert found.why == f"its quote ends at 21, not at {end}"


def test_an_end_beyond_the_text_is_refused_though_the_slice_is_equal() -> None:
    assert failure("end.", len(TEXT) - 4, len(TEXT) + 1).why.startswith("its quote ends at")


def test_a_quote_that_moved_is_proposed_where_it_stands() -> None:
    found = failure("ferry rests", 0)
    assert found == AnchorFailure("its quote stands at 22–33", Proposal(22, 33, "ferry rests", ""))


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [("🛶 ", "", 18), ("", " runs", 0), ("🛶 ", " rests", 18), ("wrong", " rests", 18)],
)
def test_context_singles_out_one_of_several(prefix: str, suffix: str, start: int) -> None:
    found = failure("The ferry", 5, prefix=prefix, suffix=suffix)
    assert found.why.startswith("its quote stands more than once (at 0, at 18)")
    assert found.proposal == Proposal(start, start + 9, "The ferry", "")


@pytest.mark.parametrize(("prefix", "suffix"), [("", ""), ("x", "y"), ("", " r")])
def test_several_places_stay_ambiguous_without_context(prefix: str, suffix: str) -> None:
    assert failure("The ferry", 5, prefix=prefix, suffix=suffix).proposal is None


def test_a_quote_at_its_place_in_other_surroundings_shows_the_difference() -> None:
    found = failure("runs", 10, prefix="The fairy ", suffix=". ")
    assert found.why == "the text around its quote differs"
    assert found.proposal is not None
    assert found.proposal.start == 10
    assert found.proposal.diff == "The [-fairy-]{+ferry+} runs. "


def test_surroundings_that_fit_the_other_place_propose_it() -> None:
    found = failure("The ferry", 0, suffix=" rests")
    assert found.proposal == Proposal(18, 27, "The ferry", "")


NEAR = [
    ("the ferry rests. Cafe", "The ferry rests. Cafe", "[-the-]{+The+} ferry rests. Cafe"),
    ("The fairy rests", "The ferry rests", "The [-fairy-]{+ferry+} rests"),
    ("and the caf\u00e9; ", "and caf\u00e9; ", "and[- the-] caf\u00e9; "),
    ("The ferry long rests. Cafe", "The ferry rests. Cafe", "ferry[- long-] rests"),
    ("🚢 The ferry rests", "🛶 The ferry rests", "[-🚢-]{+🛶+} The ferry rests"),
    ("ferry rests, Cafe", "ferry rests. Cafe", "ferry rests[-,-]{+.+} Cafe"),
]


@pytest.mark.parametrize(("quote", "found", "diff"), NEAR)
def test_a_near_miss_is_proposed_with_its_difference(quote: str, found: str, diff: str) -> None:
    near = failure(quote, 18)
    assert near.why == "its quote is not in the text"
    assert near.proposal is not None
    assert near.proposal.found == found == TEXT[near.proposal.start : near.proposal.end]
    assert diff in near.proposal.diff


@pytest.mark.parametrize(
    "quote",
    [
        "x",
        "🚢",
        "\u202e\u202e",
        "quite another thing",
        "did The ferry ever sink again and why",
        "zzzz" * 2500,
        "The zzz yyy xxx www",
        "a " * 5000,
    ],
)
def test_what_is_nowhere_near_is_not_proposed(quote: str) -> None:
    assert failure(quote, 0).proposal is None


def test_a_decomposed_quote_is_told_apart_from_one_that_is_absent() -> None:
    assert failure("and cafe\u0301", 0).why.endswith("only what reads like it, in other characters")


@pytest.mark.parametrize(
    ("printed", "quoted", "diff"),
    [
        (
            "The boat\u00a0calls at Isle Rho",
            "The boat calls at Isle Rho",
            "boat[-U+0020 space-]{+U+00A0 no-break space+}calls",
        ),
        (
            "The al\u2011Tanf gate is shut",
            "The al-Tanf gate is shut",
            "[-U+002D hyphen-minus-]{+U+2011 non-breaking hyphen+}",
        ),
        ("The bo\u00adat calls", "The boat calls", "bo{+U+00AD soft hyphen+}at"),
        ("The boat\t calls", "The boat  calls", "[-U+0020 space-]{+U+0009+}"),
        (
            "The boat calls at Isle Rho",
            "The bo\u0430t calls at Isle Rho",
            "bo[-U+0430 cyrillic small letter a-]{+U+0061 latin small letter a+}t",
        ),
        ("The boat calls at Isle Rho", "the boat calls at Isle Rho", "[-the-]{+The+}"),
    ],
)
def test_a_difference_that_can_not_be_seen_is_named(printed: str, quoted: str, diff: str) -> None:
    found = anchor(printed, selectors(quoted, 0))
    assert found is not None
    assert found.proposal is not None
    assert diff in found.proposal.diff


def test_a_script_without_spaces_is_compared_by_the_character() -> None:
    text = "長江の渡し船は毎朝ここから出る。"
    found = anchor(text, selectors("渡し船は毎晩ここから出る", 3))
    assert found is not None
    assert found.proposal is not None
    assert found.proposal.diff == "渡し船は毎[-晩-]{+朝+}ここから出る"


def test_a_long_quote_in_a_long_text_is_found_nearly() -> None:
    words = [f"w{i * 7919 % 100_003}" for i in range(100_000)]
    quote = words[40_000:41_500]
    quote[700] = "changed"
    found = anchor(" ".join(words), selectors(" ".join(quote), 0))
    assert found is not None
    assert found.proposal is not None
    assert found.proposal.found == " ".join(words[40_000:41_500])
    assert f"[-changed-]{{+{words[40_700]}+}}" in found.proposal.diff
    assert len(found.proposal.diff) < 200


@pytest.mark.parametrize(("text", "quote"), [("a " * 10**6, "a " * 5000 + "b"), ("a" * 10**6, "b")])
def test_a_text_of_one_word_over_and_over_is_no_trap(text: str, quote: str) -> None:
    found = anchor(text, selectors(quote, 0))
    assert found is not None
    assert found.why == "its quote is not in the text"


@pytest.mark.parametrize(
    ("old", "new", "diff"),
    [
        ("", "", ""),
        ("a", "a", "a"),
        ("a b", "a c", "a [-b-]{+c+}"),
        ("a", "", "[-a-]"),
        ("", "a", "{+a+}"),
        ("x" * 99, "x" * 99, f"{'x' * CONTEXT}…{'x' * CONTEXT}"),
    ],
)
def test_a_difference_reads_as_wdiff_writes_it(old: str, new: str, diff: str) -> None:
    assert compare(old, new) == diff


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("so it is", "“so it is”"),
        ("“So it is,” he said", "“So it is,” he said"),
        ("he said “so it is”", "he said “so it is”"),
        ("the “so” of it", "“the “so” of it”"),
        ("", "“”"),
    ],
)
def test_words_that_bring_their_own_marks_get_no_others(words: str, said: str) -> None:
    assert quoted(words) == said
