"""What must hold before anything is drawn; one module a concern, listed in CHECKS."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from geo.atlas import HOME, Atlas, load_atlas
from geo.checks import evidence, geometry, records, references, routes, symbols
from geo.checks.summary import seal_summary
from geo.errors import AtlasError, Problem

__all__ = ["CHECKS", "check", "open_atlas", "seal_summary"]

CHECKS: tuple[Callable[[Atlas], Iterable[Problem]], ...] = (
    evidence.check,
    references.check,
    records.check,
    geometry.check,
    routes.check,
    symbols.check,
)


def check(atlas: Atlas) -> tuple[Problem, ...]:
    """Return every problem of the atlas at once, sorted; none when all is well."""
    return tuple(sorted({problem for one in CHECKS for problem in one(atlas)}))


def open_atlas(folder: Path = HOME) -> Atlas:
    """Load and check the atlas in `folder`: the door for everything that draws.

    Raises AtlasError with all the problems: those of form, or, when the form is
    sound, those that `check` finds.
    """
    atlas = load_atlas(folder)
    if problems := check(atlas):
        raise AtlasError(problems)
    return atlas
