"""The process of a workbench: what it said was saved is there, however it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geo.jobs.conversation import Conversation
from geo.jobs.limits import WORK
from tests.conftest import TEXT

pytestmark = pytest.mark.slow


def test_an_act_that_was_answered_outlives_the_process(tmp_path: Path) -> None:
    arguments = [str(tmp_path / "drafts"), str(tmp_path)]
    talk = Conversation("geo.workbench.worker", arguments, WORK)

    def ask(what: str, **fields: Any) -> Any:
        return json.loads(talk.ask(json.dumps({"ask": what, **fields}).encode()))

    begun = ask("begin", text=TEXT, language="en", by="M.K.", article={"title": "The Ferry"})
    actor = {"do": "actor", "names": {"en": "Salt Guild"}, "aliases": ["Salt Guild"]}
    assert "salt-guild" in ask("act", act=actor, saw=begun["n"], by="M.K.")["actor"]
    assert talk._process
    talk._process.kill()
    talk._process.wait()
    assert "salt-guild" in ask("open", draft="the-ferry")["actor"]
    talk.close()
