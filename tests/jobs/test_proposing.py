"""Each proposer works in a process of its own; that which fails adds nothing, and says so."""

from __future__ import annotations

import sys

import pytest

from geo.jobs.limits import Limits
from geo.jobs.proposing import MOST_CHARACTERS, OFFLINE, propose, propose_all
from geo.proposals.endpoint import Endpoint

pytestmark = pytest.mark.slow
TEXT = "The Malian army left Gao on Monday."


def test_a_proposer_that_fails_leaves_the_others_alone() -> None:
    found = propose_all(TEXT, OFFLINE, Endpoint("https://models.example", "small", key="s3cret"))
    assert [(one.proposer, [p.quote for p in one.proposals]) for one in found] == [
        ("places", ["Gao"]),
        ("actors", ["Malian army"]),
        ("passages", [TEXT]),
        ("model", []),
    ]
    assert [one.fault is None for one in found] == [True, True, True, False]
    assert "name that host to allow it" in str(found[-1].fault)


def test_a_text_that_is_too_long_is_not_read() -> None:
    fault = propose("a" * (MOST_CHARACTERS + 1), "places").fault
    assert fault == "the article has more than 200,000 characters; shorten it"


def test_what_takes_too_long_on_the_clock_is_stopped() -> None:
    assert "more than 0.01 s" in str(propose(TEXT, "places", limits=Limits(2**30, 60, 0.01)).fault)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_what_takes_too_much_memory_is_stopped() -> None:
    found = propose(TEXT, "places", limits=Limits(1 << 25, 60, 300))
    assert found.proposals == ()
    # it may not even load a library: which allocation fails first is chance
    assert any(words in str(found.fault) for words in ("sudden end", "ImportError", "MemoryError"))
