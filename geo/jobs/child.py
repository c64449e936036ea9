"""The process of a job: `python -m geo.jobs.child LIMITS MODULE ARGUMENT …` runs that module.

It keeps within its limits, and ends when the process that started it does.
"""

from __future__ import annotations

import os
import runpy
import sys
from threading import Thread

from geo.jobs.limits import Limits


def main() -> None:
    _, limits, module, *arguments = sys.argv
    Limits.read(limits).keep()
    Thread(target=_end_with_parent, daemon=True).start()
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _end_with_parent() -> None:
    """End when our standard input does: its other end is the parent's."""
    while os.read(0, 1):  # not sys.stdin, whose lock would hold up our own end
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
