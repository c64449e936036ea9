"""An act that can't be done, or a draft that can't be read: what is wrong, and what to do."""

from __future__ import annotations

from geo.atlas.errors import AtlasError, Problem

ARTICLE, JOURNAL = "article.txt", "journal.jsonl"  # the files of a draft


class ActError(ValueError):
    """An act can't be done in the state of the draft: `what` is wrong, and its `fix`."""

    def __init__(self, what: str, fix: str) -> None:
        self.what, self.fix = what, fix
        super().__init__(f"{what}; {fix}")


def refused(file: str, record: str, what: str, fix: str) -> AtlasError:
    """Return the error that says why a file of a draft is refused."""
    return AtlasError([Problem(file, record, what, fix)])
