"""A process that answers, one that ends, and one that is too slow."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geo.jobs import conversation
from geo.jobs.conversation import Conversation, ConversationEndedError
from geo.jobs.limits import WORK

ECHO = """
import sys, time
for line in sys.stdin.buffer:
    if line == b"die\\n":
        sys.exit(1)
    if line == b"sleep\\n":
        time.sleep(600)
    sys.stdout.buffer.write(line.upper())
    sys.stdout.buffer.flush()
"""


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Conversation:
    (tmp_path / "echo_lines.py").write_text(ECHO)
    monkeypatch.setattr(conversation, "IMPORTED_FROM", str(tmp_path))
    return Conversation("echo_lines", [], replace(WORK, clock_seconds=0.2))


def test_each_line_is_answered(talk: Conversation) -> None:
    slow = replace(WORK, clock_seconds=60)
    talk._seconds = slow.clock_seconds
    assert [talk.ask(b"one"), talk.ask(b"two")] == [b"ONE\n", b"TWO\n"]
    talk.close()
    with pytest.raises(ConversationEndedError):
        talk.ask(b"three")


@pytest.mark.parametrize("line", [b"die", b"sleep"])
def test_one_that_ends_is_started_anew(talk: Conversation, line: bytes) -> None:
    with pytest.raises(ConversationEndedError):
        talk.ask(line)
    talk._seconds = 60
    assert talk.ask(b"again") == b"AGAIN\n"
    talk.close()
