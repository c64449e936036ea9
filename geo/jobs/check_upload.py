"""An uploaded ZIP, unpacked and checked in a process with limits of memory and time.

What a file does to the program that reads it, it does to that process: one that takes
too much memory or time is stopped, and the app goes on. What passes may be opened here.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import traceback
from dataclasses import astuple
from pathlib import Path
from typing import IO

from geo.atlas.errors import AtlasError, Problem
from geo.checks import open_atlas
from geo.jobs import IMPORTED_FROM
from geo.jobs.limits import CHECK, Limits, ran_out_of_time
from geo.jobs.unzip import WHOLE, unpack

MOST = 200  # problems that are listed; the others are counted
_TELL = "tell whoever runs this app"
_SMALLER = "make it smaller: fewer features, simpler shapes"


def unpack_checked(packed: IO[bytes], folder: Path, limits: Limits = CHECK) -> None:
    """Unpack the atlas of a ZIP into an empty folder, and check it.

    Raises AtlasError with what is wrong with it, or that it takes too much to find out.
    """
    command = [sys.executable, "-m", "geo.jobs.check_upload", str(folder)]
    command += [str(limit) for limit in astuple(limits)]
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and module
            command,
            input=packed.read(),
            stdout=subprocess.PIPE,
            check=False,
            cwd=IMPORTED_FROM,
            timeout=limits.clock_seconds,
        )
    except subprocess.TimeoutExpired:
        what = f"takes more than {limits.clock_seconds:g} s to check here"
        raise _too_much(what, f"open it when this computer is less busy, or {_SMALLER}") from None
    if ran_out_of_time(done.returncode):
        raise _too_much(
            f"takes more than {limits.processor_seconds:g} s of processor time to check"
        )
    if done.returncode:  # it came to a sudden end
        what = f"takes more than {limits.memory / 2**30:g} GB of memory to check"
        raise _too_much(f"{what}, or is past checking")
    if problems := json.loads(done.stdout):
        raise AtlasError(Problem(*problem) for problem in problems)


def _too_much(what: str, fix: str = _SMALLER) -> AtlasError:
    return AtlasError([Problem(WHOLE, "", what, fix)])


def main(folder: Path, limits: Limits, packed: IO[bytes]) -> None:
    """Be that process: print the problems, as JSON."""
    limits.keep()
    json.dump([astuple(problem) for problem in _problems(folder, packed)], sys.stdout)


def _problems(folder: Path, packed: IO[bytes]) -> tuple[Problem, ...]:
    try:
        unpack(packed, folder)
        open_atlas(folder)
    except AtlasError as error:
        if (more := len(error.problems) - MOST) <= 0:
            return error.problems
        rest = Problem(WHOLE, "", f"has {more} more problems", "mend these first")
        return (*error.problems[:MOST], rest)
    except OSError as error:
        why = f"can't be unpacked here: {error.strerror}"
        return (Problem(WHOLE, "", why, _TELL),)
    except MemoryError:
        raise  # the process ends, and that it took too much is said of it
    except Exception as error:
        traceback.print_exc()  # for the log; what it takes is not the cause
        why = f"can't be checked: this program has a fault ({type(error).__name__})"
        return (Problem(WHOLE, "", why, _TELL),)
    return ()


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        Limits(int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4])),
        io.BytesIO(sys.stdin.buffer.read()),
    )
