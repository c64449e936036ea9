"""A folder that is made whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill, which becomes `folder` in the end.

    Raises FileExistsError where that already holds something. After any error nothing is left.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} already holds something")
    filled = folder.parent / f".{folder.name}.{token_hex(4)}"
    filled.mkdir(parents=True)
    try:
        yield filled
        if folder.exists():
            folder.rmdir()  # it is empty, and Windows replaces none
        filled.replace(folder)
    finally:
        shutil.rmtree(filled, ignore_errors=True)
