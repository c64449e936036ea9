from __future__ import annotations

import pytest

from benchmarks.scale.cast import CANVAS, EXPLORE, FILE
from benchmarks.scale.findings import Findings
from benchmarks.scale.goals import Verdict, verdicts
from benchmarks.scale.measures import OPEN

OPENING = "Opening at 100,000"


def opening(**costs: float) -> Verdict:
    """Judge what it costs to open a page of 100,000, by the names of those who took part."""
    names = {"ours": FILE, "svg": EXPLORE, "canvas": CANVAS}
    findings = Findings([100_000], {FILE: "file", EXPLORE: "file", CANVAS: "file"})
    for name, cost in costs.items():
        findings.add(OPEN, names[name], 100_000, cost)
    return next(one for one in verdicts(findings, {}) if one.goal.startswith(OPENING))


@pytest.mark.parametrize(
    ("costs", "found", "met"),
    [
        ({"ours": 2, "svg": 10}, "× 5.0", True),
        ({"ours": 2, "svg": 9.8}, "× 4.9", False),
        ({"ours": 2, "svg": 12, "canvas": 4}, f"× 6.0; {CANVAS} × 2.0", True),
        ({"ours": 2, "canvas": 4}, f"{CANVAS} × 2.0", False),  # who was given up costs more
        ({"svg": 12}, "–", None),
    ],
)
def test_a_goal_is_judged_by_the_peer_as_it_comes(
    costs: dict[str, float], found: str, met: bool | None
) -> None:
    verdict = opening(**costs)
    assert (verdict.found, verdict.met) == (found, met)
