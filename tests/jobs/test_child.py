"""A process of a job keeps its limits, and ends with the app."""

from __future__ import annotations

import subprocess
import sys

import pytest

from geo.atlas.atlas import HOME
from geo.jobs.limits import CHECK, Limits

pytestmark = pytest.mark.slow


def test_limits_are_written_and_read() -> None:
    assert Limits.read(CHECK.written()) == CHECK


def test_it_ends_when_the_app_does() -> None:
    """An app that is killed can stop nothing: its end of the pipe goes with it."""
    call = [sys.executable, "-m", "geo.jobs.child", CHECK.written(), "http.server", "0"]
    child = subprocess.Popen(  # noqa: S603  our own interpreter and module
        [*call, "--bind", "127.0.0.1"],
        cwd=HOME,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert child.stdin
    child.stdin.close()
    assert child.wait(120) == 1
