"""The journal of a draft: a line an act, only ever appended to, and on the disk before it counts.

A process that is killed while it writes leaves a torn last line. Nobody was told that it was saved:
it is set aside, and said. Any other line at fault makes the whole journal be refused.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from geo.atlas.errors import AtlasError, Problem
from geo.atlas.json_file import JsonFileError, parse_json, read_bytes
from geo.drafts.acts import Begin
from geo.drafts.entry import Entry, parse_entry
from geo.drafts.refusal import JOURNAL, refused

TORN = "journal.torn"  # beside the journal: the ends that were set aside


class Journal(NamedTuple):
    """The entries of a journal, how many bytes they take, and what is torn off behind them."""

    entries: tuple[Entry, ...]
    size: int
    torn: bytes


def read_journal(folder: Path) -> Journal:
    """Read the journal of a draft's folder; raises AtlasError with all that is wrong with it."""
    try:
        data = read_bytes(folder / JOURNAL)
    except JsonFileError as error:
        raise refused(JOURNAL, "", error.what, "name the folder of a draft") from None
    whole, torn = _without_torn(_lines(data))
    entries = _entries(whole)
    return Journal(entries, len(data) - len(torn), torn)


def _lines(data: bytes) -> list[bytes]:
    """Return the lines with their ends."""
    *lines, rest = data.split(b"\n")
    return [*(line + b"\n" for line in lines), *([rest] if rest else [])]


def _without_torn(lines: list[bytes]) -> tuple[list[bytes], bytes]:
    """Part a last line that has no end, or is no JSON, from the others."""
    if lines and not (lines[-1].endswith(b"\n") and _is_json(lines[-1])):
        return lines[:-1], lines[-1]
    return lines, b""


def _is_json(line: bytes) -> bool:
    try:
        parse_json(line)
    except JsonFileError:
        return False
    return True


def _entries(lines: Sequence[bytes]) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        entry, faults = parse_entry(line)
        problems += [replace(fault, feature=f"line {number}") for fault in faults]
        if entry:
            problems += _misplaced(entry, number)
            entries.append(entry)
    if not lines:
        problems.append(Problem(JOURNAL, "", "holds no act", "begin the draft anew"))
    if problems:
        raise AtlasError(problems)
    return tuple(entries)


def _misplaced(entry: Entry, number: int) -> list[Problem]:
    what = ""
    if isinstance(entry.act, Begin) != (number == 1):
        what = "begins a draft in the middle of one" if number > 1 else "does not begin the draft"
    elif entry.n != number:
        what = f"says that it is number {entry.n}"
    fix = "put the journal back as it was: no line of it is ever changed or moved"
    return [Problem(JOURNAL, f"line {number}", what, fix)] if what else []


def append(folder: Path, entry: Entry, size: int) -> int:
    """Write an entry behind the `size` bytes that count; return their new number.

    When this returns, the line is on the disk. Raises OSError; then the journal is as it was.
    """
    line = entry.line
    with (folder / JOURNAL).open("ab", buffering=0) as file:
        try:
            if file.write(line) < len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(file.fileno())
        except OSError:
            file.truncate(size)
            raise
    return size + len(line)


def set_torn_aside(folder: Path, journal: Journal) -> None:
    """Move the torn end of a journal into a file beside it."""
    if journal.torn:
        with (folder / TORN).open("ab") as file:
            file.write(journal.torn + b"\n")
            file.flush()
            os.fsync(file.fileno())
        with (folder / JOURNAL).open("r+b") as file:
            file.truncate(journal.size)
            os.fsync(file.fileno())
