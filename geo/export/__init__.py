"""Files to take away: one module a format, all listed in FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from geo.atlas import Atlas
from geo.export import html
from geo.files import write_whole

__all__ = ["FORMATS", "export"]

FORMATS: Mapping[str, Callable[[Atlas], bytes]] = {"html": html.render}


def export(atlas: Atlas, form: str, folder: Path) -> Path:
    """Write the atlas (one that passed its checks) in a format of FORMATS; return the file."""
    path = folder / f"{atlas.manifest.id}.{form}"
    write_whole(path, FORMATS[form](atlas))
    return path
