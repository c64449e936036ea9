"""What a process of ours that works for others may take of the machine."""

from __future__ import annotations

import math
import os
from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bytes of memory, and seconds."""

    memory: int
    seconds: float

    def keep(self) -> None:
        """Keep this process within them, and leave other programs their time.

        Windows has no such limits. The parent process enforces the time on the clock; the limit of
        processor time is the backstop if the parent has died. Its priority is low, but not so low
        that on busy cores a small atlas takes longer than the time it has.
        """
        if hasattr(os, "nice"):
            os.nice(5)  # a third of the share of a process of normal priority; 10 has a tenth
        try:
            import resource
        except ImportError:  # Windows
            return
        time = math.ceil(self.seconds) * (os.cpu_count() or 1)
        for kind, most in (
            (resource.RLIMIT_CPU, time),
            # not RLIMIT_AS: every thread reserves addresses, and a large machine has many threads
            (resource.RLIMIT_DATA, self.memory),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):  # it is lower already
                resource.setrlimit(kind, (most, most))


CHECK = Limits(1 << 30, 60)  # to unpack and check a stranger's atlas; 40 MB of marks take 0.7 GB
EXPORT = Limits(4 << 30, 120)  # to make files; the shipped atlas takes a tenth of it
