"""What a process of ours that works for others may take of the machine."""

from __future__ import annotations

import os
from contextlib import suppress


def give_way(memory: int) -> None:
    """Leave other programs their time, and take no more than so many bytes of memory.

    As far as the system knows of such limits: on Windows there are none.
    """
    if hasattr(os, "nice"):
        os.nice(10)
    with suppress(ImportError, ValueError, OSError):  # Windows; a limit that is lower already
        import resource

        # not RLIMIT_AS: every thread reserves addresses, and a large machine has many threads
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
