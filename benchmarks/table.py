"""Results as Markdown, on standard output and between markers in the README."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.subjects import Subject
from benchmarks.timing import Times

_README = Path(__file__).parent / "README.md"


@dataclass(frozen=True)
class Result:
    """One measure of several subjects; ours of the same home is what others are compared with."""

    title: str
    note: str
    times: Mapping[Subject, Times]
    ours: Mapping[str, Subject]

    def table(self) -> str:
        counted = any(times.messages for times in self.times.values())
        head = ["", "median, ms", "p95, ms", "× ours", *(["messages, at most"] if counted else [])]
        rows = [self._row(subject, times, counted) for subject, times in self.times.items()]
        rule = ["---", *["---:"] * (len(head) - 1)]
        lines = "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))
        return f"### {self.title}\n\n{lines}\n\n{self.note}"

    def _row(self, subject: Subject, times: Times, counted: bool) -> list[str]:
        ratio = times.median / self.times[self.ours[subject.home]].median
        cells = [f"{subject.name}", f"{times.median:.0f}", f"{times.p95:.0f}", f"{ratio:.1f}"]
        messages = "–" if subject.home == "file" else f"{max(times.messages, default=0)}"
        return [*cells, *([messages] if counted else [])]


def write(name: str, text: str) -> None:
    """Put the text between the README's markers of that name."""
    start, end = f"<!-- {name}:start -->", f"<!-- {name}:end -->"
    before, rest = _README.read_text("utf-8").split(start)
    _, after = rest.split(end)
    _README.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8")


def write_plot(name: str, picture: bytes) -> None:
    """Put the SVG beside the README."""
    _README.with_name(f"{name}.svg").write_bytes(picture)
