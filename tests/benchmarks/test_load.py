"""The load is run small: what it measures there says nothing, but that it is measured does."""

from __future__ import annotations

import re

from benchmarks import load


def test_a_small_load_is_borne() -> None:
    text = load.run(viewers=3, exporters=1, reruns=3)
    rows = re.findall(r"^\| (.+?) \| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    assert [what for what, *_ in rows] == [
        "the page is there, alone",
        "the page is there, beside 1 exports",
        "a panel is touched, alone",
        "a panel is touched, beside 1 exports",
    ]
    assert all(int(median) > 0 for _, median, _ in rows)
    assert re.search(r"A session weighs -?[\d.]+ MB \(3 held open\)", text)
