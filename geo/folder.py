"""Whether a folder can be an atlas at all: asked before a library is imported."""

from __future__ import annotations

from pathlib import Path

from geo.errors import visible


def why_no_atlas(folder: Path) -> str:
    """Say why a folder is no atlas; "" when it may be one."""
    name = visible(str(folder))
    if not folder.is_dir():
        return f"there is no folder {name}"
    if not (folder / "data" / "atlas.json").is_file():
        return f"{name} is no atlas: it has no data/atlas.json"
    return ""
