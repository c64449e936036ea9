"""A job: work for somebody who may be a stranger, in a process of its own with limits.

It waits for its turn in a queue. Its process is low in priority, writes to a folder that goes
with the job, and ends when the app does: nothing of it stays, however it comes to its end.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
import weakref
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import Literal, TypeAlias

from geo.jobs import IMPORTED_FROM
from geo.jobs.child import Task
from geo.jobs.limits import Limits, ran_out_of_time
from geo.jobs.queue import Queue
from geo.jobs.scratch import Scratch
from geo.jobs.spare import SPARES

# How a job ended: "killed" is by the system, most often for its memory; "unbegun" by its refusal
# to start a process, or to give it a file.
Ending: TypeAlias = Literal["well", "badly", "cancelled", "clock", "processor", "killed", "unbegun"]


@dataclass
class _Held:
    """What goes when a job does."""

    scratch: Scratch = field(default_factory=Scratch)
    process: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """Stop the process, and wait for its end: one that still runs would go on writing."""
        if self.process:
            self.process.kill()  # does nothing to one that has ended
            self.process.wait()
            if self.process.stdin:
                self.process.stdin.close()

    def remove(self) -> None:
        self.stop()
        self.scratch.remove()


class Job:
    """A module of ours, run with arguments that may name files of the job's folder.

    `inputs` are put into that folder; what the module writes belongs into its `work`, which is
    emptied when the job has to begin again. Raises OSError when the disk takes no more.
    """

    def __init__(
        self,
        queue: Queue,
        arguments: Callable[[Path], Sequence[str]],
        limits: Limits,
        inputs: Mapping[str, bytes] | None = None,
    ) -> None:
        self.limits, self._queue = limits, queue
        self.began: float | None = None  # on the monotonic clock
        self.gave_way = False
        self._why: Ending | None = None
        self._held = _Held()
        # a window that was shut never calls `cancel`: clean up when the job is collected
        weakref.finalize(self, self._held.remove)
        self.folder = self._held.scratch.folder
        self.work = self.folder / "work"
        self._arguments = list(arguments(self.folder))
        try:
            for name, content in (inputs or {}).items():
                (self.folder / name).write_bytes(content)
        except OSError:
            self._held.remove()
            raise
        queue.join(self)

    @property
    def place(self) -> int:
        """Its place among those that wait, from 1; 0 once it is under way."""
        self._queue.advance()
        return self._queue.place(self)

    @property
    def done(self) -> bool:
        """Has it ended? Who asks moves the queue on, too."""
        self._queue.advance()
        return self.over()

    @property
    def ending(self) -> Ending:
        """How it ended; only of a job that is done."""
        if self._why:
            return self._why
        if ran_out_of_time(self.code):
            return "processor"
        return "killed" if self.code < 0 else "badly" if self.code else "well"

    def why_not(self, said: str, fix: str = "") -> str:
        """Say why it did not end well, "" if it did: `said` is what it said itself."""
        stopped = f", and was stopped{'; ' if fix else ''}{fix}"
        seconds = f"{self.limits.processor_seconds:g} s of processor time"
        return {
            "well": "",
            "cancelled": "it was cancelled",
            "clock": f"it took too long{stopped}",
            "processor": f"it took more than {seconds}{stopped}",
            "killed": f"it was stopped by signal {-self.code}: it may have needed too much memory",
            "unbegun": "this computer has no room to begin it now: try again in a minute",
        }.get(self.ending, said or "it ended without a word")

    def stdout(self) -> str:
        """Return what it has written to its standard output so far."""
        return _text_of(self.work / "stdout")

    def stderr(self) -> str:
        """Return what it has written to its standard error so far."""
        return _text_of(self.work / "stderr")

    @property
    def code(self) -> int:
        """The code with which its process has left; that of a signal, below 0, if one ended it."""
        return self._held.process.returncode if self._held.process else 0

    def cancel(self) -> None:
        """Stop it if it has not ended, and remove all that it wrote."""
        if not self.over():
            self._why = "cancelled"
        self._held.remove()

    def over(self) -> bool:
        """Has it ended? It is stopped here when its time on the clock is up."""
        process = self._held.process
        if self._why or process is None:
            return bool(self._why)
        if process.poll() is None and self.began is not None:
            if time.monotonic() - self.began <= self.limits.clock_seconds:
                return False
            self._why = "clock"
            self._held.remove()
        return True

    def begin(self) -> None:
        """Start the process; only the queue knows when."""
        self.began = time.monotonic()
        try:
            self.work.mkdir()
            module, *arguments = self._arguments
            task = Task(module, arguments, self.limits.written(), str(self.work))
            with (self.work / "stdout").open("wb") as out, (self.work / "stderr").open("wb") as err:
                self._held.process = SPARES.given(task) or subprocess.Popen(  # noqa: S603  our own
                    [sys.executable, "-m", "geo.jobs.child", task.written()],
                    cwd=IMPORTED_FROM,
                    env={**os.environ, "TMPDIR": str(self.work)},  # what one killed leaves goes too
                    stdin=subprocess.PIPE,  # whose end tells it of ours
                    stdout=out,
                    stderr=err,
                )
        except OSError:
            self._why = "unbegun"

    def give_way(self) -> None:
        """Stop, and be as before the beginning; only the queue knows when."""
        self._held.stop()
        self._held.process, self.began, self.gave_way = None, None, True
        rmtree(self.work, ignore_errors=True)


def _text_of(file: Path) -> str:
    """Return what is in a file so far; "" when the job is over and its folder is gone."""
    with contextlib.suppress(OSError):
        return file.read_text("utf-8", errors="replace")
    return ""
