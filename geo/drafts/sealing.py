"""Sealing: a draft becomes an atlas, once nothing stands against it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from geo.atlas.errors import AtlasError, Problem
from geo.atlas.reading import read_atlas
from geo.checks import check
from geo.drafts.building import build
from geo.drafts.draft import Draft
from geo.drafts.gate import open_questions, with_stand_ins
from geo.drafts.new_folder import new_folder


def problems_of(draft: Draft) -> tuple[Problem, ...]:
    """Return all that keeps a draft from being sealed."""
    with tempfile.TemporaryDirectory() as folder:
        return _written(draft, Path(folder))


def seal_draft(draft: Draft, out: Path) -> None:
    """Write the atlas that a draft has become into a new folder, whole or not at all.

    Raises AtlasError with all that stands against it, and FileExistsError where there is something.
    """
    with new_folder(out) as made:
        if problems := _written(draft, made):
            raise AtlasError(problems)


def _written(draft: Draft, folder: Path) -> tuple[Problem, ...]:
    """Write the atlas of a draft as far as it goes, and return all that is wrong with it."""
    files, problems = build(draft.folder, with_stand_ins(draft.state))
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    reading = read_atlas(folder)
    found = (*reading.problems, *check(reading.atlas, reading.partial))
    return (*open_questions(draft.state), *problems, *found)
