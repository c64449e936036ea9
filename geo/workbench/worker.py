"""The process of a workbench: `python -m geo.workbench.worker LIMITS SHELF ATLAS`.

It reads an ask a line, and writes an answer a line, until its standard input ends.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from geo.jobs.limits import Limits


def main(limits: str, shelf: str, atlas: str) -> None:
    Limits.read(limits).keep()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    from geo.workbench.desk import Desk, json_bytes

    desk = Desk(Path(shelf), Path(atlas))
    for ask in sys.stdin.buffer:
        answers.write(json_bytes(desk.answer(ask)) + b"\n")
        answers.flush()
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
