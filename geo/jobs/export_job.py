"""An export in a process of its own: it leaves the app its time, and can be stopped.

The process is `python -m geo export`, low in priority and memory, writing to a folder that goes
when the job does: an export that fails, is cancelled or takes too long leaves nothing. It reports
its progress on standard output (see `geo.jobs.progress`), and why it failed on standard error.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import weakref
from collections.abc import Sequence
from pathlib import Path

from geo.export_options import ExportOptions
from geo.jobs import IMPORTED_FROM
from geo.jobs.limits import EXPORT, ran_out_of_time
from geo.jobs.progress import Progress, last_progress

_FEWER = "ask for fewer formats at once"


class Job:
    """Files being made. `done` says when it has ended; then there are files, or a fault."""

    def __init__(
        self,
        folder: Path,
        forms: Sequence[str],
        options: ExportOptions,
        clock_seconds: float = EXPORT.clock_seconds,
    ) -> None:
        self.forms = tuple(forms)
        self._scratch = tempfile.TemporaryDirectory(prefix="atlas-export-")
        scratch = Path(self._scratch.name)
        self._stdout, self._stderr = scratch / "stdout.jsonl", scratch / "stderr.txt"
        self._out = scratch / "out"
        self._ends = time.monotonic() + clock_seconds
        self._why = ""
        asked = scratch / "options.json"
        asked.write_text(options.model_dump_json(), encoding="utf-8")
        call = ["--options", str(asked), "--atlas", str(folder), "-o", str(self._out)]
        call += ["--nice", "--progress", "json"]
        with self._stdout.open("wb") as stdout, self._stderr.open("wb") as stderr:
            self._process = subprocess.Popen(  # noqa: S603 – our own interpreter and module
                [sys.executable, "-m", "geo", "export", *self.forms, *call],
                cwd=IMPORTED_FROM,
                env={**os.environ, "TMPDIR": self._scratch.name},  # one killed leaves none behind
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
            )
        # a tab that was closed never calls `cancel`: clean up when the job is collected
        weakref.finalize(self, _stop, self._process, self._scratch)

    @property
    def done(self) -> bool:
        """Has it ended? It is stopped here when its time on the clock is up."""
        if self._process.poll() is None and time.monotonic() > self._ends:
            self.cancel(f"it took too long, and was stopped; {_FEWER}")
        return self._process.poll() is not None

    @property
    def progress(self) -> Progress | None:
        """How far the process says it has come; None before its first file."""
        return last_progress(_text_of(self._stdout))

    @property
    def fault(self) -> str:
        """Why there are no files, or "" when all went well."""
        if not self.done or (self._process.returncode == 0 and not self._why):
            return ""
        errors = _text_of(self._stderr).strip()
        return self._why or _killed_by(self._process) or errors or "it ended without a word"

    def files(self) -> dict[str, bytes]:
        """Return what was made, by file name, in the order of the formats asked for."""
        found = sorted(
            self._out.glob("*"), key=lambda path: self.forms.index(path.suffix.removeprefix("."))
        )
        return {path.name: path.read_bytes() for path in found}

    def cancel(self, why: str = "it was cancelled") -> None:
        """Stop the process, wait for its end, and remove all that it wrote."""
        if self._process.poll() is None:
            self._why = why
        _stop(self._process, self._scratch)


def _text_of(file: Path) -> str:
    """Return what is in a file so far; "" when the job is over and its folder is gone."""
    with contextlib.suppress(FileNotFoundError):
        return file.read_text("utf-8", errors="replace")
    return ""


def _killed_by(process: subprocess.Popen[bytes]) -> str:
    """Say which signal ended a process, if one did: its stderr would be a stack trace."""
    if process.returncode >= 0:
        return ""
    if ran_out_of_time(process.returncode):
        most = f"{EXPORT.processor_seconds:g} s of processor time"
        return f"it took more than {most}, and was stopped; {_FEWER}"
    return f"it was stopped by signal {-process.returncode}: it may have needed too much memory"


def _stop(process: subprocess.Popen[bytes], scratch: tempfile.TemporaryDirectory[str]) -> None:
    """Stop the process first: one that still runs would write its folder anew."""
    process.kill()  # does nothing to one that has ended
    process.wait()
    scratch.cleanup()
