"""A process of ours that is asked and answers, a line each, for as long as a window needs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from threading import Lock, Timer

from geo.jobs import IMPORTED_FROM
from geo.jobs.limits import Limits
from geo.jobs.scratch import Scratch

_MOST = 100_000_000  # bytes of an answer


class ConversationEndedError(Exception):
    """The process ended, or took too long, before it answered."""


class Conversation:
    """Runs a module with limits, which are its first argument; starts it when it is first asked.

    After its end the next ask starts it anew. Its temporary files go with it.
    """

    def __init__(self, module: str, arguments: Sequence[str], limits: Limits) -> None:
        self._command = [sys.executable, "-m", module, limits.written(), *arguments]
        self._seconds = limits.clock_seconds
        self._scratch = Scratch()
        self._process: subprocess.Popen[bytes] | None = None
        self._asking = Lock()  # an ask waits for the answer to the one before
        self._closed = False

    def ask(self, line: bytes) -> bytes:
        """Return the answer to a line without line ends; raises ConversationEndedError."""
        with self._asking:
            if self._closed:
                raise ConversationEndedError
            process = self._running()
            late = Timer(self._seconds, process.kill)
            late.start()
            try:
                answer = _answer(process, line)
            except OSError:
                answer = b""
            finally:
                late.cancel()
            if not answer.endswith(b"\n"):
                self._stop()
                raise ConversationEndedError
            return answer

    def close(self) -> None:
        """End the process, at once, and remove its files."""
        self._closed = True
        self._stop()
        self._scratch.remove()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._process = subprocess.Popen(  # noqa: S603  our own interpreter and module
                self._command,
                cwd=IMPORTED_FROM,
                env={**os.environ, "TMPDIR": str(self._scratch.folder)},
                stdin=subprocess.PIPE,  # whose end tells it of ours
                stdout=subprocess.PIPE,
            )
        return self._process

    def _stop(self) -> None:
        if process := self._process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    try:
                        pipe.close()
                    except OSError:  # what was written to it reaches nobody
                        continue
            self._process = None


def _answer(process: subprocess.Popen[bytes], line: bytes) -> bytes:
    """Return what a process writes upon a line; what has no end, or a far one, is no answer."""
    if process.stdin is None or process.stdout is None:  # they are pipes both
        return b""
    process.stdin.write(line + b"\n")
    process.stdin.flush()
    return process.stdout.readline(_MOST)
