"""The plot: what each measure costs against the number of features, both logarithmic."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter, NullLocator

from benchmarks.scale.findings import Findings
from benchmarks.scale.measures import MEASURES, Measure

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Colours that also differ for who sees no red or green, and a marker each.
_LOOKS = [
    ("#0b3954", "o"), ("#c1292e", "o"), ("#e69f00", "s"), ("#009e73", "^"),
    ("#56b4e9", "v"), ("#8250df", "<"), ("#cc79a7", "D"), ("#8a6d3b", "P"), ("#6c6c6c", "X"),
]  # fmt: skip
_STYLE = {
    "svg.fonttype": "none",  # text stays text: small, and it can be searched
    "svg.hashsalt": "atlas",  # the same numbers make the same file
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 8,
}


def plot(findings: Findings) -> bytes:
    """Return an SVG with a panel a measure."""
    shown = [measure for measure in MEASURES if measure.plotted]
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(9, 6), layout="constrained")
        panels = figure.subplots(2, -(-len(shown) // 2))
        for measure, panel in zip(shown, panels.flat, strict=False):
            _draw(panel, findings, measure)
        for panel in panels.flat[len(shown) :]:
            panel.set_axis_off()
        shown_lines = {name: line for panel in panels.flat for name, line in _lines(panel)}
        names = [name for name in map(_name, findings.homes) if name in shown_lines]
        lines = [shown_lines[name] for name in names]
        figure.legend(lines, names, loc="outside lower center", ncols=3, frameon=False)
        with BytesIO() as file:
            figure.savefig(file, format="svg", metadata={"Date": None})
            return file.getvalue()


def _draw(panel: Axes, findings: Findings, measure: Measure) -> None:
    panel.set(xscale="log", yscale="log", title=f"{measure.title}, {measure.unit}")
    for (colour, marker), subject in zip(_LOOKS, findings.homes, strict=False):
        found = [(size, findings.median(measure, subject, size)) for size in findings.sizes]
        points = [(size, value) for size, value in found if value is not None]
        if points:
            width = 2.2 if "**" in subject else 1.1
            look = {"color": colour, "marker": marker, "linewidth": width, "markersize": 4}
            panel.plot(*zip(*points, strict=True), label=_name(subject), **look)
    panel.set_xticks(findings.sizes)
    panel.set_xlim(findings.sizes[0] / 1.5, findings.sizes[-1] * 1.5)
    for axis in (panel.xaxis, panel.yaxis):
        axis.set_major_formatter(lambda value, _: f"{value:,g}")
        axis.set_minor_formatter(NullFormatter())
        axis.set_minor_locator(NullLocator())
    low, high = panel.get_ylim()  # whole decades: each panel has two numbers at least
    panel.set_ylim(10 ** floor(log10(low)), 10 ** ceil(log10(high)))
    panel.grid(visible=True, color="#dddddd", linewidth=0.6)
    panel.spines[["top", "right"]].set_visible(False)


def _lines(panel: Axes) -> Iterator[tuple[str, Any]]:
    """Name the lines of a panel: not every subject is in each."""
    lines, names = panel.get_legend_handles_labels()
    yield from zip(names, lines, strict=True)


def _name(subject: str) -> str:
    return subject.replace("*", "").replace("`", "")
