from __future__ import annotations

import pytest

from geo.page import columns as module
from geo.page.columns import columns


def test_a_column_comes_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK", 2)
    records = [{"id": "a", "note": "first"}, {"id": "b"}, {"id": "c"}]
    assert columns("claims", records) == {
        "claims.id.0": ["a", "b"],
        "claims.id.1": ["c"],
        "claims.note.0": ["first", None],
        "claims.note.1": [None],
    }


def test_no_records_have_no_columns() -> None:
    assert columns("claims", []) == {}
