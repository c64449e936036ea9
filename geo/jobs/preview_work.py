"""The process of a preview's job: `python -m geo.jobs.preview_work pages|counts …`.

It writes pages as pictures, or how many pages each style has, into a folder. Why it could not
goes to standard error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from geo.atlas.errors import AtlasError, visible
from geo.checks import open_atlas
from geo.export_options import ExportOptions
from geo.formats import FORMATS, pages_of, pictures_of

COUNTS = "counts.json"


def pages(out: Path, folder: str, options: str, form: str, which: str) -> None:
    """Draw all pages of a file, or the "first" alone; `options` names a file that has them."""
    asked = ExportOptions.model_validate_json(Path(options).read_bytes())
    drawn = pictures_of(open_atlas(Path(folder)), form, asked, first=which == "first")
    for number, picture in enumerate(drawn, 1):
        (out / f"{number:04}.png").write_bytes(picture)


def counts(out: Path, folder: str, options: str) -> None:
    """Count the pages of each format that has some, in each of its styles."""
    asked = ExportOptions.model_validate_json(Path(options).read_bytes())
    atlas = open_atlas(Path(folder))
    found = {
        form: {
            style: pages_of(atlas, form, asked.model_copy(update={"style": style}))
            for style in known.styles
        }
        for form, known in FORMATS.items()
        if known.styles
    }
    (out / COUNTS).write_text(json.dumps(found), encoding="utf-8")


WORK: dict[str, Callable[..., None]] = {"pages": pages, "counts": counts}


def main(work: str, out: Path, *arguments: str) -> None:
    """Be that process; leave with 1 where the atlas is unsound or the disk full."""
    try:
        WORK[work](out, *arguments)
    except AtlasError as error:
        sys.exit(visible("; ".join(map(str, error.problems))))
    except OSError as error:
        sys.exit(f"it can't be written: {error.strerror}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
