"""An export as a job: `python -m geo export`, whose files go when the job does.

An export that fails, is cancelled or takes too long leaves nothing. The process reports its
progress on standard output (see `geo.jobs.progress`), and why it failed on standard error.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geo.export_options import ExportOptions
from geo.jobs.job import Job
from geo.jobs.limits import EXPORT, Limits
from geo.jobs.progress import Progress, last_progress
from geo.jobs.queue import EXPORTS, Queue

_FEWER = "ask for fewer formats at once"


class ExportJob(Job):
    """Files being made. `done` says when it has ended; then there are files, or a fault.

    Raises OSError when the disk takes no more.
    """

    def __init__(
        self,
        folder: Path,
        forms: Sequence[str],
        options: ExportOptions,
        limits: Limits = EXPORT,
        queue: Queue = EXPORTS,
    ) -> None:
        self.forms = tuple(forms)

        def arguments(own: Path) -> list[str]:
            call = ["--options", str(own / "options.json"), "--atlas", str(folder)]
            call += ["-o", str(own / "work" / "out"), "--progress", "json"]
            return ["geo", "export", *self.forms, *call]

        asked = options.model_dump_json().encode()
        super().__init__(queue, arguments, limits, {"options.json": asked})

    @property
    def progress(self) -> Progress | None:
        """How far the process says it has come; None before its first file."""
        return last_progress(self.stdout())

    @property
    def fault(self) -> str:
        """Why there are no files, or "" when all went well."""
        return self.why_not(self.stderr().strip(), _FEWER) if self.done else ""

    def files(self) -> dict[str, bytes]:
        """Return what was made, by file name, in the order of the formats asked for."""
        found = sorted(
            (self.work / "out").glob("*"),
            key=lambda path: self.forms.index(path.suffix.removeprefix(".")),
        )
        return {path.name: path.read_bytes() for path in found}
