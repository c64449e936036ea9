"""A bar on standard error, so that standard output holds nothing but the tables."""

from __future__ import annotations

import sys
from dataclasses import dataclass

_WIDTH = 30


@dataclass
class Progress:
    """Counts steps; each is named while it runs."""

    steps: int
    done: int = 0

    def step(self, name: str) -> None:
        name = name.replace("*", "")
        filled = _WIDTH * self.done // max(1, self.steps)
        bar = "#" * filled + "." * (_WIDTH - filled)
        self._write(f"[{bar}] {self.done}/{self.steps} {name}")
        self.done += 1

    def note(self, line: str) -> None:
        """Say something that is no step, on a line of its own."""
        self._write("")
        sys.stderr.write(f"{line}\n")

    def close(self) -> None:
        self._write("")

    @staticmethod
    def _write(line: str) -> None:
        sys.stderr.write(
            f"\r\x1b[K{line[:100]}" if sys.stderr.isatty() else f"{line}\n" * bool(line)
        )
        sys.stderr.flush()
