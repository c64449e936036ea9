"""The progress of an export between processes: one JSON object a line, on standard output.

Lines of any other form, such as a library's warnings, are no progress and are ignored.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationError

from geo.atlas.model import Value

_Count = Annotated[int, Field(ge=1)]


class Progress(Value):
    """The file in this `format` is being made, the `number`-th of `total`."""

    format: str
    number: _Count
    total: _Count

    @property
    def caption(self) -> str:
        return f"making {self.format} ({self.number} of {self.total}) …"

    @property
    def fraction(self) -> float:
        """How far a bar has come, below 1: reading the atlas counts as much as one file."""
        return min(self.number / (self.total + 1), 1.0)

    def line(self) -> str:
        """Return the progress as a line of the protocol, without its line end."""
        return self.model_dump_json()


def last_progress(output: str) -> Progress | None:
    """Return the last progress in a process's standard output; a line may still be half written."""
    *lines, _unended = output.split("\n")
    parsed = (_parse(line) for line in reversed(lines))
    return next((progress for progress in parsed if progress), None)


def _parse(line: str) -> Progress | None:
    try:
        return Progress.model_validate_json(line, strict=True)
    except ValidationError:
        return None
