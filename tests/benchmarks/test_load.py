"""The load is run small: what it measures there says nothing, but that it is measured does."""

from __future__ import annotations

import re

import pytest

from benchmarks import load


@pytest.mark.slow
def test_a_small_load_is_borne(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "_COMING", 0.3)
    text = load.run(viewers=3, exporters=1, reruns=3)
    rows = re.findall(r"^\| (.+?) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    assert [what for what, *_ in rows] == [
        "one viewer, alone",
        "3 viewers, one by one",
        "3 viewers in one moment",
        "the same, beside 1 exports",
    ]
    assert all(int(number) > 0 for _, *numbers in rows for number in numbers)
    assert re.search(r"A session weighs -?[\d.]+ MB \(3 held open\)", text)
    assert re.search(r"3 viewers wait for the page × [\d.]+ as long as one", text)
    assert re.search(r"the server \d+ ms of CPU, and [\d.]+ kB over the WebSocket", text)
