"""A process that has imported what jobs take longest to import, and waits for a job.

A look at a page then begins a second or two sooner. It costs the memory of a process at rest, so
only the app's server keeps one.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from threading import Lock

from geo.jobs import IMPORTED_FROM
from geo.jobs.child import Task


class Spares:
    """Keeps a process that waits, once that is asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_kept = False
        self._waiting: subprocess.Popen[bytes] | None = None

    def keep(self) -> None:
        """From now on, have a process wait; none, where the computer has no room for it."""
        with self._lock:
            self._is_kept = True
            if self._waiting is None:
                with suppress(OSError):
                    self._waiting = _started()

    def given(self, task: Task) -> subprocess.Popen[bytes] | None:
        """Give a task to the process that waits, and have another wait; None if there is none."""
        if not self._is_kept:
            return None
        with self._lock:
            process, self._waiting = self._waiting, None
        is_given = process is not None and _give(process, task)
        self.keep()
        return process if is_given else None


def _give(process: subprocess.Popen[bytes], task: Task) -> bool:
    """Give a process its task; False where it has ended meanwhile."""
    if process.stdin is None:
        return False
    try:
        process.stdin.write(f"{task.written()}\n".encode())
        process.stdin.flush()
    except OSError:
        process.kill()
        process.wait()
        return False
    return True


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "geo.jobs.child"],
        cwd=IMPORTED_FROM,
        stdin=subprocess.PIPE,  # it brings the task; its end tells the process of ours
        stdout=subprocess.DEVNULL,
    )


SPARES = Spares()
