from __future__ import annotations

import json

import pytest

from geo.page import columns as module
from geo.page.columns import columns


def test_a_column_comes_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK", 2)
    records = [{"id": "a", "note": "first"}, {"id": "b"}, {"id": "c"}]
    assert columns("claims", records) == {
        "claims.id.0": '"a"\n"b"',
        "claims.id.1": '"c"',
        "claims.note.0": '"first"\nnull',
        "claims.note.1": "null",
    }


def test_each_value_has_its_line() -> None:
    values = [{"en": "one\ntwo\r\u2028three"}, ["a", "b"], None, "\\n"]
    [text] = columns("marks", [{"names": value} for value in values]).values()
    assert [json.loads(line) for line in text.split("\n")] == values


def test_no_records_have_no_columns() -> None:
    assert columns("claims", []) == {}
