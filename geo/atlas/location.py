"""The folder of the atlas to open, and whether it can be one; no library is imported."""

from __future__ import annotations

import os
from pathlib import Path

from geo.atlas.errors import visible


def named_folder() -> Path | None:
    """Return the folder that the environment variable ATLAS names; None without it."""
    name = os.environ.get("ATLAS")
    return Path(name) if name else None


def why_no_atlas(folder: Path) -> str:
    """Return why a folder is no atlas; "" when it may be one."""
    name = visible(str(folder))
    if not os.path.isdir(folder):  # noqa: PTH112  a Path's own raises for a name that is too long
        return f"there is no folder {name}"
    if not os.path.isfile(folder / "data" / "atlas.json"):  # noqa: PTH113
        return f"{name} is no atlas: it has no data/atlas.json"
    return ""
