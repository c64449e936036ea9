"""A small whole atlas of invented islands: what `python -m geo new` starts one from."""

from __future__ import annotations

import shutil
from pathlib import Path

STARTER = Path(__file__).parent
PARTS = ("seeds", "data")


def write_starter(folder: Path) -> None:
    """Write the starter into a folder, which is made if need be.

    Raises FileExistsError when it already holds seeds/ or data/: nothing is overwritten.
    """
    for part in PARTS:
        if (folder / part).exists():
            raise FileExistsError(f"{folder / part} is already there")
    for part in PARTS:
        shutil.copytree(STARTER / part, folder / part)
