"""An export in a process of its own: it leaves the app its time, and can be stopped.

The process is `python -m geo export`, low in priority and memory, writing to a folder that goes
when the job does: an export that fails, is cancelled or takes too long leaves nothing.
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
from geo.jobs.limits import EXPORT


class Job:
    """Files being made. `done` says when it has ended; then there are files, or a fault."""

    def __init__(
        self,
        folder: Path,
        forms: Sequence[str],
        options: ExportOptions,
        limit: float = EXPORT.seconds,
    ) -> None:
        self.forms = tuple(forms)
        self._scratch = tempfile.TemporaryDirectory(prefix="atlas-export-")
        self._said = Path(self._scratch.name) / "said.txt"
        self._out = Path(self._scratch.name) / "out"
        self._ends = time.monotonic() + limit
        self._why = ""
        asked = Path(self._scratch.name) / "options.json"
        asked.write_text(options.model_dump_json(), encoding="utf-8")
        call = ["--options", str(asked), "--atlas", str(folder), "-o", str(self._out), "--nice"]
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(  # noqa: S603 – our own interpreter and module
                [sys.executable, "-m", "geo", "export", *self.forms, *call],
                cwd=IMPORTED_FROM,
                env={**os.environ, "TMPDIR": self._scratch.name},  # one killed leaves none behind
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
            )
        # whoever asked may have gone: nobody calls `cancel` for a window that was shut
        weakref.finalize(self, _stop, self._process, self._scratch)

    @property
    def done(self) -> bool:
        """Has it ended? It is stopped here when its time is up."""
        if self._process.poll() is None and time.monotonic() > self._ends:
            self.cancel("it took too long, and was stopped; ask for fewer formats at once")
        return self._process.poll() is not None

    @property
    def progress(self) -> list[str]:
        """The lines that the process has said so far."""
        with contextlib.suppress(FileNotFoundError):  # cancelled: its folder is gone
            return self._said.read_text("utf-8", errors="replace").splitlines()
        return []

    @property
    def fault(self) -> str:
        """Why there are no files, or "" when all went well."""
        if not self.done or (self._process.returncode == 0 and not self._why):
            return ""
        said = "\n".join(self.progress)
        return self._why or _killed_by(self._process) or said or "it ended without a word"

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


def _killed_by(process: subprocess.Popen[bytes]) -> str:
    """Say which signal ended a process, if one did: its last words are a library's, for nobody."""
    if process.returncode >= 0:
        return ""
    return f"it was stopped by signal {-process.returncode}: it may have needed too much memory"


def _stop(process: subprocess.Popen[bytes], scratch: tempfile.TemporaryDirectory[str]) -> None:
    """Stop the process first: one that still runs would write its folder anew."""
    process.kill()  # does nothing to one that has ended
    process.wait()
    scratch.cleanup()
