"""Typesetting with Typst, which sees only the files it is given and the sheets' fonts."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.sheet.scene import Scene


def typeset(source: str, files: Mapping[str, bytes], **options: Any) -> bytes:
    """Compile a Typst source of ours to one file, and return its bytes.

    `files` are those that the source may read, by name. Text of an atlas goes there, as data,
    never into the source. Raises typst.TypstError when the source is at fault, TypeError when
    a picture would have several pages.
    """
    compiled = _compiled(source, files, options)
    if not isinstance(compiled, bytes):
        raise TypeError("the source makes more than one page, and a picture is one")
    return compiled


def picture_of(scene: Scene, ppi: float) -> bytes:
    """Return a scene as PNG.

    All is in whole pixels, at Typst's own 72 to the inch: it would draw a picture of broken ones
    a row and a column short, and cut the feet off a line of letters.
    """
    from geo.sheet.svg import pixels, to_svg

    wide, high = pixels(scene.width, ppi), pixels(scene.height, ppi)
    page = f"#set page(width: {wide}pt, height: {high}pt, margin: 0pt)\n"
    files = {"a.svg": to_svg(scene, ppi).encode()}
    return typeset(f'{page}#image("a.svg", width: {wide}pt)', files, format="png", ppi=72.0)


def typeset_pictures(source: str, files: Mapping[str, bytes], dpi: int) -> list[bytes]:
    """Return each page of a Typst source of ours as PNG."""
    compiled = _compiled(source, files, {"format": "png", "ppi": float(dpi)})
    return [compiled] if isinstance(compiled, bytes) else list(compiled)


def count_pages(source: str, files: Mapping[str, bytes]) -> int:
    """Return how many pages a Typst source of ours makes."""
    compiled = _compiled(source, files, {"format": "svg"})
    return 1 if isinstance(compiled, bytes) else len(compiled)


def _compiled(source: str, files: Mapping[str, bytes], options: Mapping[str, Any]) -> Any:
    import typst

    from geo.sheet.fonts import FOLDER

    with tempfile.TemporaryDirectory(prefix="atlas-typst-") as root:
        for name, data in files.items():
            (Path(root) / name).write_bytes(data)
        main = Path(root) / "main.typ"
        main.write_text(source, encoding="utf-8")
        return typst.compile(
            str(main), root=root, font_paths=[str(FOLDER)], ignore_system_fonts=True, **options
        )
