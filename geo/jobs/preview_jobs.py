"""Previews as jobs: the pages of a file before it is made, and how many it will have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeAlias

from geo.export_options import ExportOptions, Style
from geo.jobs.job import Job
from geo.jobs.limits import CHECK, Limits
from geo.jobs.preview_work import COUNTS
from geo.jobs.queue import QUICK

Counts: TypeAlias = dict[str, dict[Style, int]]  # pages, by format and style


class PreviewJob(Job):
    """A look at what would be made. Once it is done, there is a result, or a `fault`.

    Raises OSError when the disk takes no more.
    """

    def __init__(
        self, work: str, folder: Path, options: ExportOptions, *more: str, limits: Limits = CHECK
    ) -> None:
        def arguments(own: Path) -> list[str]:
            asked = str(own / "options.json")
            return ["geo.jobs.preview_work", work, str(own / "work"), str(folder), asked, *more]

        asked = options.model_dump_json().encode()
        super().__init__(QUICK, arguments, limits, {"options.json": asked})

    @property
    def fault(self) -> str:
        """Why there is no preview, or "" when all went well."""
        return self.why_not(self.stderr().strip().split("\n")[-1])


class PagesJob(PreviewJob):
    """The pages of a file as pictures, or the first of them."""

    def __init__(
        self, folder: Path, form: str, options: ExportOptions, *, first: bool = False
    ) -> None:
        super().__init__("pages", folder, options, form, "first" if first else "all")

    def pages(self) -> tuple[bytes, ...]:
        """Return what was drawn, in order."""
        return tuple(path.read_bytes() for path in sorted(self.work.glob("*.png")))


class CountJob(PreviewJob):
    """How many pages a file has, by format and style."""

    def __init__(self, folder: Path, options: ExportOptions) -> None:
        super().__init__("counts", folder, options)

    def counts(self) -> Counts:
        """Return the numbers of pages."""
        counts: Counts = json.loads((self.work / COUNTS).read_bytes())
        return counts
