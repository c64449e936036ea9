"""The command line: `python -m benchmarks reader|exports|scale|load|strangers [--write]`."""

from __future__ import annotations

import argparse
import sys

from benchmarks import exports, load, reader, strangers
from benchmarks.cdn import missing
from benchmarks.scale import command as scale
from benchmarks.scale.cast import PEERS
from benchmarks.table import write, write_plot


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("reader", help="switches, links, loading and start, beside peers")
    one.add_argument("--repeats", type=int, default=15, help="of each click and each load (15)")
    one.add_argument("--starts", type=int, default=5, help="of the app (5)")
    two = commands.add_parser("exports", help="pictures beside folium's, all formats, viewers")
    two.add_argument("--repeats", type=int, default=7, help="of each (7)")
    three = commands.add_parser("scale", help="made-up atlases of growing size")
    three.add_argument("--sizes", type=int, nargs="+", default=scale.SIZES, metavar="FEATURES")
    three.add_argument("--repeats", type=int, default=3, help="of each size (3)")
    three.add_argument("--peers", nargs="*", choices=PEERS, default=[*PEERS], metavar="PEER")
    four = commands.add_parser("load", help="many viewers and some exports at once, memory")
    four.add_argument("--viewers", type=int, default=30, help="at once (30)")
    four.add_argument("--exporters", type=int, default=3, help="beside them (3)")
    four.add_argument("--reruns", type=int, default=500, help="of one session (500)")
    five = commands.add_parser("strangers", help="a viewer beside costly ZIPs")
    five.add_argument("--strangers", type=int, default=4, help="at once (4)")
    five.add_argument("--repeats", type=int, default=10, help="of each, twice (10)")
    five.set_defaults(write=False)  # it only prints
    for command in (one, two, three, four):
        what = "put the tables into benchmarks/README.md"
        command.add_argument("--write", action="store_true", help=what)
    asked = parser.parse_args()
    if asked.command in ("reader", "scale") and (names := missing()):
        print(
            f"error: no copy of {', '.join(names)}; run: npm ci --prefix benchmarks",
            file=sys.stderr,
        )
        return 1
    text, plot = _run(asked)
    print(text)
    if asked.write:
        write(asked.command, text)
        if plot:
            write_plot(asked.command, plot)
    return 0


def _run(asked: argparse.Namespace) -> tuple[str, bytes | None]:
    """Return Markdown, and the SVG that it shows if it does."""
    if asked.command == "scale":
        return scale.run(asked.sizes, asked.repeats, asked.peers)
    if asked.command == "load":
        return load.run(asked.viewers, asked.exporters, asked.reruns), None
    if asked.command == "strangers":
        return strangers.run(asked.strangers, asked.repeats), None
    if asked.command == "exports":
        return exports.run(asked.repeats), None
    return reader.run(asked.repeats, asked.starts), None


if __name__ == "__main__":
    sys.exit(main())
