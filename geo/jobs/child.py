"""The process of a job: `python -m geo.jobs.child TASK` runs a module of ours.

Without a task it imports what most take, and waits for one as a line of its standard input.
It keeps within the task's limits, and ends when the process that started it does.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
import tempfile
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from geo.jobs.limits import Limits


class Task(NamedTuple):
    """What a process is to do: `folder` takes its temporary files and what it says."""

    module: str
    arguments: list[str]
    limits: str
    folder: str

    def written(self) -> str:
        """Return the task as a line of JSON, without its end."""
        return json.dumps(self._asdict())


def main(given: str = "") -> None:
    written = given or _waited_for()
    if not written:
        return
    task = Task(**json.loads(written))
    if not given:
        _settle_in(Path(task.folder))
    Limits.read(task.limits).keep()
    Thread(target=_end_with_parent, daemon=True).start()
    sys.argv = [task.module, *task.arguments]
    runpy.run_module(task.module, run_name="__main__", alter_sys=True)


def _waited_for() -> bytes:
    """Wait for a task, ready for it; b"" when there is none to come."""
    import geo.checks
    import geo.formats  # noqa: F401  they take longest

    line = bytearray()
    while not line.endswith(b"\n") and (letter := os.read(0, 1)):  # and nothing beyond the line
        line += letter
    return bytes(line)


def _settle_in(folder: Path) -> None:
    """Say all, and put temporary files, into a folder, as a process does that is started in it."""
    for number, name in ((1, "stdout"), (2, "stderr")):
        file = os.open(folder / name, os.O_WRONLY | os.O_APPEND)
        os.dup2(file, number)
        os.close(file)
    os.environ["TMPDIR"] = str(folder)
    tempfile.tempdir = None


def _end_with_parent() -> None:
    """End when our standard input does: its other end is the parent's."""
    while os.read(0, 1):  # not sys.stdin, whose lock would hold up our own end
        pass
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
