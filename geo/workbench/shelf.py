"""The shelf: the folder in which drafts are kept, a folder each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from geo.drafts.ids import free_id
from geo.drafts.refusal import JOURNAL, refused

_FIRST = 4  # lines of a journal in which the article's title is looked for
_MOST = 200  # drafts that are listed, the newest first


class Shelf:
    """The drafts in a folder, which is made when the first is begun."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def listed(self) -> list[dict[str, Any]]:
        """Return the drafts, those that were worked at last in front."""
        found = [(_changed(journal), journal) for journal in self.folder.glob(f"*/{JOURNAL}")]
        newest = sorted(found, key=lambda one: (-one[0], one[1]))[:_MOST]
        return [
            {
                "draft": journal.parent.name,
                "title": _title(journal),
                "changed": datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M"),
            }
            for at, journal in newest
        ]

    def place_of(self, draft: str) -> Path:
        """Return the folder of a draft; raises AtlasError where there is none of that name."""
        for journal in self.folder.glob(f"*/{JOURNAL}"):
            if journal.parent.name == draft:
                return journal.parent
        raise refused(draft, "", "is no draft that is kept here", "choose one of the list")

    def new_place(self, title: str) -> Path:
        """Return a folder for a new draft, which is not there yet."""
        self.folder.mkdir(parents=True, exist_ok=True)
        taken = {path.name for path in self.folder.iterdir()}
        return self.folder / free_id(title, "draft", taken)


def _changed(journal: Path) -> float:
    with suppress(OSError):
        return journal.stat().st_mtime
    return 0.0


def _title(journal: Path) -> str:
    with suppress(OSError, UnicodeDecodeError), journal.open(encoding="utf-8") as lines:
        return next(filter(None, map(_said, islice(_short(lines), _FIRST))), "")
    return ""


def _short(lines: Any) -> Iterator[str]:
    while line := lines.readline(100_000):
        yield line


def _said(line: str) -> str:
    with suppress(ValueError, TypeError, LookupError):
        return str(json.loads(line)["act"]["title"])[:200]
    return ""
