"""All that is made of an uploaded ZIP, by the process of a job: check it, draw it, search it.

`python -m geo.jobs.upload_work check|draw|search …` writes what it made, and the problems that it
met, into a folder. Whatever a stranger's file does to the program that reads it, it does here.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

from geo.atlas.cover import cover_of
from geo.atlas.errors import AtlasError, Problem
from geo.checks import open_atlas
from geo.jobs.unzip import WHOLE, unpack

COVER, FOUND, PAGE, PROBLEMS = "cover.json", "found.json", "page.html.gz", "problems.json"
NO_ROOM = 74  # the code with which it leaves where the disk takes nothing (EX_IOERR)
MOST = 200  # problems that are listed; the others are counted
TELL = "tell whoever runs this app"


def check(out: Path, packed: str, folder: str) -> None:
    """Unpack the atlas of a ZIP into an empty folder, check it, and draw its page."""
    from geo.page import served_page

    with Path(packed).open("rb") as file:
        unpack(file, Path(folder))
    atlas = open_atlas(Path(folder))
    (out / COVER).write_text(cover_of(atlas).model_dump_json(), encoding="utf-8")
    (out / PAGE).write_bytes(served_page(atlas, None))


def draw(out: Path, folder: str, tiles: str) -> None:
    """Draw the page of an atlas that was checked, over online tiles."""
    from geo.atlas.reading import load_atlas
    from geo.page import served_page, tiles_named

    (out / PAGE).write_bytes(served_page(load_atlas(Path(folder)), tiles_named(tiles)))


def search(out: Path, folder: str, words: str) -> None:
    """Search the evidence of an atlas that was checked; `words` names a file that has them."""
    from geo.atlas.evidence_search import search as found_in
    from geo.atlas.evidence_table import evidence_table
    from geo.atlas.reading import load_atlas

    rows = evidence_table(load_atlas(Path(folder)))
    found = found_in(rows, Path(words).read_text("utf-8"))
    (out / FOUND).write_text(found.model_dump_json(), encoding="utf-8")


WORK: dict[str, Callable[..., None]] = {"check": check, "draw": draw, "search": search}


def main(work: str, out: Path, *arguments: str) -> None:
    """Be that process: write the problems, as JSON."""
    problems = [astuple(problem) for problem in _problems(work, out, *arguments)]
    try:
        (out / PROBLEMS).write_text(json.dumps(problems), encoding="utf-8")
    except OSError:  # what is wrong can't be written, not even that
        sys.exit(NO_ROOM)


def _problems(work: str, out: Path, *arguments: str) -> tuple[Problem, ...]:
    try:
        WORK[work](out, *arguments)
    except AtlasError as error:
        if (more := len(error.problems) - MOST) <= 0:
            return error.problems
        rest = Problem(WHOLE, "", f"has {more} more problems", "mend these first")
        return (*error.problems[:MOST], rest)
    except OSError as error:
        why = f"can't be unpacked here: {error.strerror}"
        return (Problem(WHOLE, "", why, TELL),)
    except MemoryError:
        raise  # the process ends, and that it took too much is said of it
    except Exception as error:
        traceback.print_exc()  # for the log; what it takes is not the cause
        why = f"can't be checked: this program has a fault ({type(error).__name__})"
        return (Problem(WHOLE, "", why, TELL),)
    return ()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
