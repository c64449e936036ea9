"""Each promise of docs/security.md names a test that is there."""

from __future__ import annotations

import re

import pytest

from geo.atlas.atlas import HOME

ROWS = [
    (promise.strip(), re.findall(r"`([^`]+)`", holders))
    for promise, holders in re.findall(
        r"^\| ([^*].*?) \| (.+) \|$", (HOME / "docs" / "security.md").read_text("utf-8"), re.M
    )
    if promise not in {"Promise", "---"}
]


def test_the_table_is_read() -> None:
    assert len(ROWS) > 20


@pytest.mark.parametrize(("promise", "holders"), ROWS)
def test_a_promise_is_held_by_a_test(promise: str, holders: list[str]) -> None:
    assert holders, promise
    for holder in holders:
        found = [HOME / holder, HOME / "tests" / holder]
        assert any(path.exists() for path in found), f"{promise}: there is no {holder}"
