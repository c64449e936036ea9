"""The desk answers each ask, and says in plain words why it can't."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from geo.atlas.making import Made
from geo.checks import open_atlas
from geo.drafts.draft import read_draft
from geo.workbench.desk import Desk
from tests.workbench.conftest import BY, Ask


def whats(answer: dict[str, Any]) -> str:
    return "; ".join(problem["what"] for problem in answer["problems"])


def test_a_draft_is_begun_kept_and_opened_again(ask: Ask, begun: dict[str, Any]) -> None:
    (kept,) = ask("shelf")["drafts"]
    assert (kept["draft"], kept["title"]) == ("the-amber-ferry", "The Amber Ferry")
    opened = ask("open", draft=kept["draft"])
    assert opened["n"] == begun["n"] == 3
    assert [one["quote"] for one in ask("open", draft=kept["draft"])["proposals"]] == [
        "Aldport",
        "The Harbour League guards Brunn",
    ]


def test_what_nobody_said_of_the_article_is_not_set(ask: Ask, begun: dict[str, Any]) -> None:
    assert begun["article"]["title"] == "The Amber Ferry"
    assert "publisher" not in begun["article"]


def test_new_records_are_given_ids(ask: Ask, begun: dict[str, Any]) -> None:
    act = {"do": "accept", "proposal": "p3-1", "candidate": 2}
    placed = ask("act", act=act, saw=begun["n"], by=BY)
    assert placed["feature"]["aldport"]["location"]["lon"] == 15.5
    begun |= placed
    assert begun["origins"] == {"feature:aldport": "p3-1"}
    taken = ask("act", act={"do": "accept", "proposal": "p3-2"}, saw=placed["n"], by=BY)
    assert taken["excerpt"]["e1"]["exact"] == "The Harbour League guards Brunn"


def test_an_answer_has_only_what_an_act_has_changed(ask: Ask, begun: dict[str, Any]) -> None:
    answer = ask("act", act={"do": "refuse", "proposals": ["p3-1"]}, saw=begun["n"], by=BY)
    assert answer.keys() == {"n", "undoes", "verdicts"}


def test_an_act_for_an_older_state_is_refused_and_the_new_state_shown(
    ask: Ask, begun: dict[str, Any]
) -> None:
    act = {"do": "accept", "proposal": "p3-2"}
    assert "problems" not in ask("act", act=act, saw=begun["n"], by=BY)
    stale = ask("act", act={"do": "refuse", "proposals": ["p3-1"]}, saw=begun["n"], by=BY)
    assert "made for state 3, and the draft is at 4 (4: accept" in whats(stale)
    assert stale["n"] == 4
    assert stale["verdicts"]["p3-1"] == "open"


def test_a_place_is_accepted_and_not_placed_in_one_act(
    desk: Desk, ask: Ask, begun: dict[str, Any]
) -> None:
    acts = [
        {"do": "accept", "proposal": "p3-1"},
        {"do": "feature", "id": "", "location": {"kind": "unplaced"}},
    ]
    done = ask("act", act={"do": "bulk", "acts": acts}, saw=begun["n"], by=BY)
    assert done["feature"]["aldport"]["location"] == {"kind": "unplaced"}
    ask("shelf")  # which lets go of the draft
    made: Made = read_draft(desk.shelf.place_of("the-amber-ferry")).state.making[
        "feature", "aldport"
    ]
    assert not made.in_bulk  # it is one decision
    undone = ask("open", draft="the-amber-ferry")
    undone = ask("act", act={"do": "undo"}, saw=undone["n"], by=BY)
    assert undone["verdicts"]["p3-1"] == "open"
    assert not undone["undoes"]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ({"do": "accept", "proposal": "p9-9"}, "there is no proposal p9-9"),
        ({"do": "dance"}, "dance"),
        ({"do": "actor", "names": "x"}, "names"),
        ({"do": "excerpt", "start": 5, "end": 5}, "is no part of a text"),
        ({"do": "actor", "names": {"en": "\ud800"}}, "asks what can't be read"),
    ],
)
def test_what_is_no_act_is_refused_and_nothing_is_saved(
    ask: Ask, begun: dict[str, Any], act: dict[str, Any], words: str
) -> None:
    answer = ask("act", act=act, saw=begun["n"], by=BY)
    assert words in whats(answer)
    assert ask("open", draft="the-amber-ferry")["n"] == begun["n"]


@pytest.mark.parametrize(
    "ask_",
    [b"", b"[]", b"{", b'{"ask": "burn"}', b'{"ask": "open"}'],
)
def test_what_is_no_ask_is_answered(desk: Desk, ask_: bytes) -> None:
    assert "asks what can't be read" in whats(desk.answer(ask_))


@pytest.mark.parametrize("what", ["problems", "seal", "pack"])
def test_without_a_draft_it_says_so(ask: Ask, what: str) -> None:
    assert "is not open" in whats(ask(what))


@pytest.mark.parametrize("name", ["..", "../drafts", "/etc", "none"])
def test_only_a_draft_of_the_shelf_is_opened(ask: Ask, begun: dict[str, Any], name: str) -> None:
    assert "is no draft that is kept here" in whats(ask("open", draft=name))


def test_a_downloaded_draft_is_brought_back(ask: Ask, begun: dict[str, Any]) -> None:
    packed = ask("pack")["zip"]
    back = ask("bring", data=packed)
    assert (back["draft"], back["n"]) == ("draft", begun["n"])
    assert len(ask("shelf")["drafts"]) == 2
    assert "problems" in ask("bring", data=base64.b64encode(b"no ZIP").decode())


def test_what_stands_against_sealing_is_listed(ask: Ask, begun: dict[str, Any]) -> None:
    assert "nobody judged 1 of the proposed passages" in json.dumps(ask("problems"))
    assert "nobody judged" in whats(ask("seal"))


def test_an_article_of_any_region_becomes_a_sealed_atlas(
    ask: Ask, begun: dict[str, Any], tmp_path: Path
) -> None:
    state = begun
    for act in (
        {"do": "accept", "proposal": "p3-1", "candidate": 1},
        {"do": "accept", "proposal": "p3-2"},
        {"do": "feature", "names": {"en": "Brunn"}, "aliases": ["Brunn"], "location": UNPLACED},
        {"do": "claim", "feature": "brunn", "excerpts": ["e1"], **SAID},
        {"do": "remove", "kind": "feature", "id": "aldport"},
    ):
        state = ask("act", act=act, saw=state["n"], by=BY)
        assert "problems" not in state, act
    assert ask("problems") == {"open": []}
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(ask("seal")["zip"]))) as atlas:
        atlas.extractall(tmp_path / "atlas")
    sealed = open_atlas(tmp_path / "atlas")
    assert [claim.sentence for claim in sealed.claims.values()] == [{"en": "A guard is there."}]


UNPLACED = {"kind": "unplaced"}
SAID = {
    "words": "League guards Brunn",
    "basis": "stated",
    "modality": "asserted",
    "sentence": {"en": "A guard is there."},
}
