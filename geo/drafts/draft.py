"""A draft: a folder with an article, which is never edited, and a journal of acts.

Anybody may read a draft; a `Writer` holds its lock, and there is one at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from geo.atlas.json_file import JsonFileError
from geo.atlas.source_text import SourceText, read_source_text
from geo.drafts.acts import Act, Begin
from geo.drafts.base import BASE, empty_state, load_base, state_of
from geo.drafts.entry import Entry
from geo.drafts.folding import fold, next_state
from geo.drafts.journal import Journal, append, read_journal, set_torn_aside
from geo.drafts.refusal import ARTICLE, JOURNAL, ActError, refused
from geo.drafts.state import State

LOCK = "lock"
_SHOWN = 5  # acts that the message about a stale one lists


@dataclass(frozen=True)
class Draft:
    """A draft as it was when it was read: where it started, its journal, and its state."""

    folder: Path
    start: State
    journal: Journal
    state: State

    @property
    def torn(self) -> bytes:
        """The piece of an act that a killed process left: it was not saved, and does not count."""
        return self.journal.torn


def read_draft(folder: Path) -> Draft:
    """Read the draft in a folder; raises AtlasError with all that is wrong with it."""
    journal = read_journal(folder)
    begin = journal.entries[0].act
    assert isinstance(begin, Begin)  # noqa: S101  `read_journal` refuses any other
    start = _start(folder, begin)
    try:
        state = fold(start, journal.entries)
    except ActError as error:
        raise refused(JOURNAL, _first_fault(start, journal), error.what, error.fix) from None
    return Draft(folder, start, journal, state)


def _start(folder: Path, begin: Begin) -> State:
    text = _article(folder)
    if text.sha256 != begin.article:
        what = "is not the article that the draft was begun with"
        raise refused(ARTICLE, "", what, "put that back: it is never edited")
    if begin.base is None:
        return empty_state(text.text, begin.language, text.sha256)
    atlas = load_base(folder)
    if atlas.digest != begin.base or atlas.article.sha256 != text.sha256:
        what = "is not the atlas that the draft was opened from"
        raise refused(BASE, "", what, "put that back: it is never edited")
    return state_of(atlas, folder / BASE)


def _article(folder: Path) -> SourceText:
    try:
        return read_source_text(folder / ARTICLE)
    except JsonFileError as error:
        raise refused(ARTICLE, "", error.what, error.fix) from None


def _first_fault(start: State, journal: Journal) -> str:
    """Return which line of a journal can't be done, as a message calls it."""
    state = start
    for number, entry in enumerate(journal.entries[1:], 2):
        try:
            state = next_state(start, journal.entries[: number - 1], state, entry)
        except ActError:
            return f"line {number}"
    return ""


@contextmanager
def writing(folder: Path) -> Iterator[Writer]:
    """Hold the lock of a draft, and give its writer.

    Raises AtlasError where another window or program holds it, or the draft can't be read.
    """
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        what = "is being written by another window or program"
        raise refused(JOURNAL, "", what, "close the draft there, then try again") from None
    try:
        draft = read_draft(folder)
        set_torn_aside(folder, draft.journal)
        yield Writer(draft)
    finally:
        lock.release()


class Writer:
    """Writes acts into a draft, one after another; `draft` is the draft after them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def record(self, act: Act, saw: int, by: str | None) -> State:
        """Save an act of somebody who `saw` the state of that number, and return the new state.

        When this returns, the act is on the disk. Raises AtlasError where the act is stale or
        can't be done, and OSError where it can't be saved: then the draft is as it was.
        """
        draft = self.draft
        self._refuse_stale(saw)
        entry = Entry(n=draft.state.last + 1, at=now(), by=by, act=act)
        try:
            state = next_state(draft.start, draft.journal.entries, draft.state, entry)
        except ActError as error:
            raise refused(JOURNAL, "", error.what, error.fix) from None
        size = append(draft.folder, entry, draft.journal.size)
        journal = Journal((*draft.journal.entries, entry), size, b"")
        self.draft = replace(draft, journal=journal, state=state)
        return state

    def _refuse_stale(self, saw: int) -> None:
        last = self.draft.state.last
        if saw == last:
            return
        since = self.draft.journal.entries[max(0, saw) :][:_SHOWN]
        done = "; ".join(f"{entry.n}: {entry.act.do}, by {entry.by}" for entry in since)
        what = f"the act was made for state {saw}, and the draft is at {last} ({done})"
        raise refused(JOURNAL, "", what, "look at what was done, then do the act again")


def now() -> str:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
