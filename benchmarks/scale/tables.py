"""Findings as Markdown: a table a measure, subjects down, sizes across."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.scale.findings import Findings
from benchmarks.scale.measures import MEASURES, Measure


def tables(findings: Findings) -> Iterator[str]:
    for measure in MEASURES:
        rows = list(_rows(findings, measure))
        if rows:
            yield _table(findings, measure, rows)
    yield _clicks(findings)


def _table(findings: Findings, measure: Measure, rows: list[str]) -> str:
    sizes = " | ".join(f"{size:,}" for size in findings.sizes)
    head = f"|  | {sizes} |\n| --- |{' ---: |' * len(findings.sizes)}"
    return "\n".join([f"### {measure.title}, {measure.unit}\n", head, *rows, f"\n{measure.note}"])


def _rows(findings: Findings, measure: Measure) -> Iterator[str]:
    for subject in findings.homes:
        cells = [_cell(findings, measure, subject, size) for size in findings.sizes]
        if any(cell != "–" for cell in cells):
            yield f"| {subject} | {' | '.join(cells)} |"


def _cell(findings: Findings, measure: Measure, subject: str, size: int) -> str:
    times = findings.values.get((measure, subject, size))
    if times is None:
        return "failed" if findings.failed.get(subject, ())[:2] == (size, measure) else "–"
    value = f"{times.median:.{measure.digits}f}"
    if measure.p95:
        value += f" / {times.p95:.{measure.digits}f}"
    ours = findings.ours(findings.homes[subject])
    own = findings.median(measure, ours, size)
    return f"{value} (× {times.median / own:.1f})" if own and ours != subject else value


def _clicks(findings: Findings) -> str:
    head = (
        "| features | clicks | a mark under the pointer | none above it |\n"
        "| ---: | ---: | ---: | ---: |"
    )
    rows = [
        f"| {size:,} | {tried} | {found} | {top} |"
        for size, (tried, found, top) in findings.clicks.items()
    ]
    note = "Our file, at zoom 9.5: random clicks where marks of overlapping layers are drawn."
    return "\n".join(["### Clicks find their marks\n", head, *rows, f"\n{note}"])


def refusals(findings: Findings) -> str:
    """Say who took no further part, from where on, and why."""
    lines = [
        f"- {name}: left out from {size:,} features on, at “{measure.title}”: {why}."
        for name, (size, measure, why) in findings.failed.items()
    ]
    return "\n".join(lines)
