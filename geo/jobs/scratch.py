"""Folders for what is written while the app runs; each goes with who holds it.

An app that is killed can remove nothing. So each folder has a file that its app holds locked,
which the system lets go of with the app: a folder whose lock is free was left behind.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
from pathlib import Path
from typing import IO

PREFIX = "corridor-atlas-"
_LOCK = "lock"
_NEW = 3600  # seconds for which a folder without a lock may be about to get it


class Scratch:
    """A folder in the system's temporary folder, for this user alone; `remove` ends it.

    Raises OSError when the disk takes no more.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        try:
            self._lock: IO[bytes] | None = (self.folder / _LOCK).open("wb")
            _locked(self._lock)
        except OSError:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def remove(self) -> None:
        """Remove the folder. What the system holds on to now, `remove_left` removes later."""
        if self._lock:
            self._lock.close()  # Windows removes no open file
        self._lock = None
        with contextlib.suppress(RecursionError):
            shutil.rmtree(self.folder, ignore_errors=True)


def remove_left() -> None:
    """Remove the folders of apps that were killed, and those that could not be removed before."""
    with contextlib.suppress(OSError):  # no temporary folder: nothing is left there
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            with contextlib.suppress(OSError, RecursionError):  # one stops no other
                if _is_ours(folder) and _is_left(folder):
                    shutil.rmtree(folder)


def _is_ours(folder: Path) -> bool:
    """Say whether it is a folder of this user: in a folder for all, a link may lead anywhere."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and (
        not hasattr(os, "getuid") or found.st_uid == os.getuid()
    )


def _is_left(folder: Path) -> bool:
    lock = folder / _LOCK
    if not lock.exists():
        return time.time() - folder.lstat().st_mtime > _NEW
    if os.name == "nt":
        lock.unlink()  # which Windows refuses while an app has it open
        return True
    with lock.open("rb+") as file:
        return _locked(file)


def _locked(file: IO[bytes]) -> bool:
    """Lock a file for as long as it is open; return whether nobody else has."""
    try:
        import fcntl
    except ImportError:  # Windows: that it is open is lock enough
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
