"""What a process of ours that works for others may take of the machine."""

from __future__ import annotations

import math
import os
import signal
from contextlib import suppress
from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Limits:
    """Bytes of memory, seconds of processor time, and seconds on the clock.

    The processor time limits the work: it is the same on a busy machine. The clock is far more
    generous, for it only ends a process that waits, or one on Windows, which limits no work.
    """

    memory: int
    processor_seconds: float
    clock_seconds: float

    @classmethod
    def read(cls, text: str) -> Limits:
        """Return the limits that are written as a text of the form of `written`."""
        memory, processor_seconds, clock_seconds = text.split(",")
        return cls(int(memory), float(processor_seconds), float(clock_seconds))

    def written(self) -> str:
        return ",".join(map(str, astuple(self)))

    def keep(self) -> None:
        """Keep this process within its memory and processor time; its parent watches the clock.

        Windows has no such limits. The priority is low, so that other programs have their time.
        """
        if hasattr(os, "nice"):
            os.nice(5)  # a third of the share of a process of normal priority; 10 has a tenth
        try:
            import resource
        except ImportError:  # Windows
            return
        for kind, most in (
            (resource.RLIMIT_CPU, math.ceil(self.processor_seconds)),
            # not RLIMIT_AS: every thread reserves addresses, and a large machine has many threads
            (resource.RLIMIT_DATA, self.memory),
            (resource.RLIMIT_CORE, 0),
        ):
            # The hard limits stay: at that of processor time the system would kill by a signal that
            # says nothing, and at the soft limit by the signal that `ran_out_of_time` knows.
            _, hard = resource.getrlimit(kind)
            with suppress(ValueError, OSError):  # the hard limit is lower already
                resource.setrlimit(kind, (most, hard))


def ran_out_of_time(returncode: int) -> bool:
    """Say whether the system ended a process because its processor time was used up."""
    return hasattr(signal, "SIGXCPU") and returncode == -signal.SIGXCPU


CHECK = Limits(1 << 30, 60, 300)  # to unpack and check a ZIP; 40 MB of marks take 0.7 GB
EXPORT = Limits(4 << 30, 120, 600)  # to make files; all of the shipped atlas take a tenth of it
PROPOSE = Limits(1 << 30, 60, 300)  # to read an article of 200,000 characters for proposals
WORK = Limits(1 << 30, 3600, 300)  # of a workbench; the clock is for each thing that it is asked
