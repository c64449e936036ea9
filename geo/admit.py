"""A stranger's ZIP, unpacked and checked in a process of its own, which may take only so much.

What a file does to the program that reads it, it does to that process: one that takes
too much memory or time is stopped, and the app goes on. What passes may be opened here.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path
from typing import IO

from geo.atlas import HOME
from geo.checks import open_atlas
from geo.errors import AtlasError, Problem
from geo.limits import give_way
from geo.unpack import WHOLE, unpack

MEMORY = 3 << 30  # bytes
SECONDS = 60
MOST = 200  # problems that are told
_TOLD = 3  # what it ends with when it has told what is wrong


def admit(
    packed: IO[bytes], folder: Path, *, seconds: float = SECONDS, memory: int = MEMORY
) -> None:
    """Unpack the atlas of a ZIP into an empty folder, and check it.

    Raises AtlasError with what is wrong with it, or that it takes too much to find out.
    """
    command = [sys.executable, "-m", "geo.admit", str(folder), str(memory)]
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and module
            command,
            input=packed.read(),
            capture_output=True,
            check=False,
            cwd=HOME,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        raise AtlasError([_too_much(f"takes more than {seconds:g} s to check")]) from None
    if done.returncode == _TOLD:
        raise AtlasError(Problem(*one) for one in json.loads(done.stdout))
    if done.returncode:  # it came to a sudden end
        what = f"takes more than {memory / 2**30:g} GB of memory to check, or is past checking"
        raise AtlasError([_too_much(what)])


def _too_much(what: str) -> Problem:
    return Problem(WHOLE, "", what, "make it smaller: fewer features, simpler shapes")


def main(folder: Path, memory: int, packed: IO[bytes]) -> int:
    """Be that process: print the problems as JSON; 0 when there are none."""
    give_way(memory)
    try:
        unpack(packed, folder)
        open_atlas(folder)
    except AtlasError as error:
        found = [astuple(one) for one in error.problems[:MOST]]
        if (more := len(error.problems) - MOST) > 0:
            found.append((WHOLE, "", f"has {more} more problems", "mend these first"))
        print(json.dumps(found))
        return _TOLD
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), io.BytesIO(sys.stdin.buffer.read())))
