"""A draft of the tiny atlas' story, and the acts that tests do in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from geo.atlas.errors import AtlasError
from geo.drafts.acts import ACT, Act
from geo.drafts.beginning import begin_draft
from geo.drafts.draft import Draft, read_draft, writing
from geo.drafts.state import State
from tests.conftest import TEXT

ARTICLES = Path(__file__).parent / "articles"
GAZETTEER = {"name": "gazetteer", "version": "1", "data_sha256": "0" * 64}
READER = {"name": "passages", "version": "1"}
PLACE = {
    "kind": "place",
    "quote": "Aldport",
    "why": "in the gazetteer",
    "proposer": GAZETTEER,
    "names": {"en": "Aldport"},
    "candidates": [
        {"names": {"en": "Aldport"}, "lon": 11.5, "lat": 1.5, "kind": "town", "source": "geonames"},
        {"names": {"en": "Aldport"}, "lon": 15.5, "lat": 2, "kind": "farm", "source": "geonames"},
    ],
}
ACTOR = {
    "kind": "actor",
    "quote": "Salt Guild",
    "why": "it runs something",
    "proposer": GAZETTEER,
    "names": {"en": "Salt Guild"},
}
PASSAGE = {
    "kind": "passage",
    "quote": "The Harbour League guards Brunn",
    "why": "a sentence with a place",
    "proposer": READER,
}
SLEEP = {**PASSAGE, "quote": "At night the Harbour League sleeps"}

Do: TypeAlias = Callable[..., State]


def act(do: str, **fields: Any) -> Act:
    """Return an act, read as from a line of a journal."""
    found: Act = ACT.validate_json(json.dumps({"do": do, **fields}), strict=True)
    return found


def feature(id_: str = "brunn", **fields: Any) -> Act:
    placed = {"kind": "point", "lon": 15, "lat": 2}
    return act("feature", id=id_, **{"names": {"en": id_}, "location": placed, **fields})


def propose(*proposals: dict[str, Any]) -> Act:
    return act("propose", proposals=proposals)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Begin a draft of the story, and return its folder."""
    article = tmp_path / "story.txt"
    article.write_text(TEXT, "utf-8", newline="")
    begin_draft(article, tmp_path / "draft", "en", None)
    return tmp_path / "draft"


@pytest.fixture
def do(folder: Path) -> Do:
    """Return what does acts in the draft, one after another, and returns its state."""

    def done(*acts: Act, by: str = "M.K.") -> State:
        with writing(folder) as writer:
            for one in acts:
                writer.record(one, writer.draft.state.last, by)
            return writer.draft.state

    return done


@pytest.fixture
def refusal(do: Do, folder: Path) -> Callable[..., str]:
    """Return what does acts of which the last is refused, and returns why."""

    def refused(*acts: Act) -> str:
        *before, last = acts
        state = do(*before) if before else read_draft(folder).state
        with pytest.raises(AtlasError) as error:
            do(last)
        assert read_draft(folder).state == state
        return str(error.value)

    return refused


@pytest.fixture
def draft(folder: Path) -> Draft:
    return read_draft(folder)
