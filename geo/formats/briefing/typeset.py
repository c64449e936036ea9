"""Typst, in a room of its own: it sees the files it is given and our fonts, and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def typeset(source: str, files: Mapping[str, bytes], **options: Any) -> bytes:
    """Return what typst makes of a source of ours, in one file.

    `files` are what the source may read: text of an atlas goes there, as data, never
    into the source. Raises typst.TypstError when the source is wrong.
    """
    import typst

    from geo.sheet.fonts import FOLDER

    with tempfile.TemporaryDirectory(prefix="atlas-typst-") as root:
        for name, data in files.items():
            (Path(root) / name).write_bytes(data)
        main = Path(root) / "main.typ"
        main.write_text(source, encoding="utf-8")
        made = typst.compile(
            str(main), root=root, font_paths=[str(FOLDER)], ignore_system_fonts=True, **options
        )
    if not isinstance(made, bytes):
        raise TypeError("the source makes more than one page, and a picture is one")
    return made
