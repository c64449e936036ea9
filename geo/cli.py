"""The command line: `python -m geo check` and `python -m geo export`.

Exit codes: 0 all is well; 1 the atlas has problems; 2 the call itself is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from geo.errors import AtlasError, Problem, visible


class Command(NamedTuple):
    """A sub-command. `run` imports what it needs itself, so that `--help` stays quick."""

    name: str
    help: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code (argparse leaves by itself, with 2)."""
    args = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = args.run
    return run(args)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m geo", description="Look after an atlas.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, summary, configure, run in COMMANDS:
        command = commands.add_parser(name, help=summary, description=summary)
        configure(command)
        command.set_defaults(run=run)
    return parser


def _takes_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        type=_atlas_folder,
        nargs="?",
        help="an atlas: a folder with data/ and seeds/ (default: the one that ships)",
    )


def _atlas_folder(text: str) -> Path:
    folder = Path(text)
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {visible(text)}")
    if not (folder / "data" / "atlas.json").is_file():
        raise argparse.ArgumentTypeError(f"{visible(text)} is no atlas: it has no data/atlas.json")
    return folder


def _check(args: argparse.Namespace) -> int:
    from geo.atlas import HOME
    from geo.checks import open_atlas, seal_summary

    try:
        atlas = open_atlas(args.folder or HOME)
    except AtlasError as error:
        print(_report(error.problems), file=sys.stderr)
        return 1
    print("\n".join(visible(line) for line in seal_summary(atlas).split("\n")))
    return 0


def _takes_formats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("formats", metavar="FORMAT", nargs="*", help="what to write; see --list")
    parser.add_argument("--list", action="store_true", help="list the formats and leave")
    parser.add_argument("--atlas", metavar="FOLDER", type=_atlas_folder, help="another atlas")
    parser.add_argument("-o", "--output", metavar="FOLDER", type=Path, default=Path("exports"))


def _export(args: argparse.Namespace) -> int:
    from geo.atlas import HOME
    from geo.checks import open_atlas
    from geo.export import FORMATS, export

    if args.list:
        print("\n".join(FORMATS))
        return 0
    unknown = [visible(form) for form in args.formats if form not in FORMATS]
    if unknown or not args.formats:
        what = f"no such format: {', '.join(unknown)}" if unknown else "name a format"
        print(f"error: {what}; there are: {', '.join(FORMATS)}", file=sys.stderr)
        return 2
    try:
        atlas = open_atlas(args.atlas or HOME)
        for form in dict.fromkeys(args.formats):
            print(export(atlas, form, args.output))
    except AtlasError as error:
        print(_report(error.problems), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"error: can't write to {args.output}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def _report(problems: Sequence[Problem]) -> str:
    """Group problems (sorted by file) under their files, with a line that counts them."""
    files = [(file, list(found)) for file, found in groupby(problems, key=lambda p: p.file)]
    lines = [f"{len(problems)} problem(s) in {len(files)} file(s)"]
    for file, found in files:
        lines += ["", f"{visible(file)}", *(_line(problem) for problem in found)]
    return "\n".join(lines)


def _line(problem: Problem) -> str:
    who = f'"{problem.feature}": ' if problem.feature else ""
    return f"  {visible(who + problem.what)}\n    → {visible(problem.fix)}"


COMMANDS = (
    Command("check", "Check an atlas; say all that is wrong.", _takes_folder, _check),
    Command("export", "Write an atlas as files to take away.", _takes_formats, _export),
)
