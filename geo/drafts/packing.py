"""A draft as a ZIP, to carry it elsewhere and go on there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import IO

from geo.drafts.base import BASE
from geo.drafts.draft import Draft, read_draft
from geo.drafts.new_folder import new_folder
from geo.drafts.refusal import ARTICLE, JOURNAL
from geo.formats.zipped import zipped
from geo.jobs.unzip import DRAFT, unpack


def pack_draft(draft: Draft) -> bytes:
    """Return a draft as a ZIP, without a torn end of its journal."""
    folder = draft.folder
    journal = (folder / JOURNAL).read_bytes()[: draft.journal.size]
    files = {ARTICLE: (folder / ARTICLE).read_bytes(), JOURNAL: journal}
    for path in sorted((folder / BASE).rglob("*")):
        if path.is_file():
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return zipped(files, None)


def unpack_draft(packed: IO[bytes], folder: Path) -> Draft:
    """Bring a packed draft back into a new folder, and read it there.

    Raises AtlasError where it is no sound draft, and FileExistsError where the folder already
    holds something: nothing is left there then.
    """
    with new_folder(folder) as unpacked:
        unpack(packed, unpacked, DRAFT)
        draft = read_draft(unpacked)
    return replace(draft, folder=folder)
