"""A desk with an empty shelf, and an article of a region that the shipped atlas is not of."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from geo.workbench.desk import Desk
from tests.conftest import TEXT
from tests.drafts.conftest import PASSAGE, PLACE

FERRY = (Path(__file__).parent / "ferry.txt").read_text("utf-8")
BY = "M. Karimi"

Ask: TypeAlias = Callable[..., dict[str, Any]]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "drafts", tmp_path / "no-atlas")


@pytest.fixture
def ask(desk: Desk) -> Ask:
    """Return what asks the desk, as the page does: in JSON."""

    def asked(what: str, **fields: Any) -> dict[str, Any]:
        return desk.answer(json.dumps({"ask": what, **fields}).encode())

    return asked


@pytest.fixture
def begun(ask: Ask) -> dict[str, Any]:
    """Begin a draft of the tiny story, and put two proposals before whoever decides."""
    article = {"title": "The Amber Ferry", "publisher": ""}
    opened = ask("begin", text=TEXT, language="en", by=BY, article=article)
    proposals = {"do": "propose", "proposals": [PLACE, PASSAGE]}
    return opened | ask("act", act=proposals, saw=opened["n"], by=BY)
