"""Errors of the package.

    AtlasError      an atlas can't be used; carries every Problem found
    └─ (nothing below it: callers tell problems apart by their text, not by class)

A `Problem` is a value, not an exception, so that all of them can be collected
and shown at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with an atlas, and what to do about it.

    `file` is relative to the atlas folder; `feature` is the id of the feature,
    excerpt, actor … at fault, or "" when the whole file is.
    """

    file: str
    feature: str
    what: str
    fix: str

    def __str__(self) -> str:
        where = f'{self.file}: "{self.feature}"' if self.feature else self.file
        return f"{where}: {self.what}\n    → {self.fix}"


class AtlasError(Exception):
    """The atlas can't be used. `problems` holds every reason, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
