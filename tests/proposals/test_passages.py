"""Sentences that name somebody or somewhere are proposed, with their cuts and their cue words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.proposals.passages import propose_passages
from geo.proposals.sentences import clause_cuts, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        (
            "Mr. Smith of the U.S. Navy left. He lied.",
            ["Mr. Smith of the U.S. Navy left.", "He lied."],
        ),
        ("A title\n\nThe text", ["A title", "The text"]),
        ("BAMAKO — Men came.", ["Men came."]),
        ("“No,” he said. “Go.”", ["“No,” he said.", "“Go.”"]),
        ("  ", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("He said on Friday that ships came.", ["He", "ships came."]),
        ("They left, but nobody saw it.", ["They left", "nobody saw it."]),
        ("They left, the mayor said, at dawn.", ["They left", "at dawn."]),
        ("Kars, which waits, is far.", ["Kars", "which waits", "is far."]),
        ("They went to Kaikan and Arau.", ["They went to Kaikan and Arau."]),
    ],
)
def test_clauses(sentence: str, clauses: list[str]) -> None:
    start, found = 0, []
    for cut in clause_cuts(sentence):
        found.append(sentence[start : cut.end])
        start = cut.start
    assert [*found, sentence[start:]] == clauses


def test_only_sentences_with_a_place_or_an_actor_are_proposed() -> None:
    [passage] = propose_passages("It rained. Trucks left Khartoum. Nobody came.")
    assert (passage.quote, passage.why) == ("Trucks left Khartoum.", "it names a place")


def test_hedges_and_cues_are_marked_and_no_modality_is_chosen() -> None:
    [passage] = propose_passages("Iran may have reportedly left, the mayor said.")
    assert passage.hedges == ("may", "reportedly")
    assert {(cue.words, cue.modality) for cue in passage.cues} == {
        ("may", "conditional"),
        ("reportedly", "reported"),
        ("said", "attributed"),
    }


@given(st.text(st.sampled_from('Iran said that, and "but (if) — the U.S. left.\n🙂'), max_size=300))
def test_whatever_the_text_cuts_lie_in_order_within_their_passage(text: str) -> None:
    for passage in propose_passages(text):
        assert text.startswith(passage.quote, passage.starts[0])
        marks = [mark for cut in passage.cuts for mark in (cut.end, cut.start)]
        assert marks == sorted(marks)
        assert all(0 <= mark <= len(passage.quote) for mark in marks)
        assert all(cue.words in passage.quote for cue in passage.cues)
