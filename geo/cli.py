"""The command line: `corridor-atlas`, or `python -m geo`: see COMMANDS.

Exit codes: 0 all is well; 1 it has problems, or a file can't be made; 2 the call itself is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.atlas.errors import REST, AtlasError, Problem, visible
from geo.atlas.location import why_no_atlas
from geo.drafts import command_line as drafts
from geo.jobs.limits import EXPORT

if TYPE_CHECKING:  # `--help` stays quick
    from geo.atlas.atlas import Atlas
    from geo.export_options import ExportOptions


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
    try:
        code = run(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130  # as shells have it
    except AtlasError as error:
        print(_report(error.problems), file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read on has seen enough; Python would try once more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # what nobody foresaw is said in a line, too
        if sys.flags.dev_mode:  # `python -X dev -m geo …` says where it was
            raise
        print(f"error: this can't be done: {_named(error)}; please report it", file=sys.stderr)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=_called(), description="Look after an atlas.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, summary, configure, run in COMMANDS:
        command = commands.add_parser(name, help=summary, description=summary)
        configure(command)
        command.set_defaults(run=run)
    return parser


def _called() -> str:
    """Return how this program was called, for its help: as the installed command or a module."""
    name = "corridor-atlas"
    return name if Path(sys.argv[0]).stem == name else "python -m geo"


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
    if why := why_no_atlas(folder):
        raise argparse.ArgumentTypeError(why)
    return folder


def _check(args: argparse.Namespace) -> int:
    from geo.atlas.atlas import HOME
    from geo.atlas.summary import seal_summary
    from geo.checks import open_atlas

    atlas = open_atlas(args.folder or HOME)
    print("\n".join(visible(line) for line in seal_summary(atlas).split("\n")))
    return 0


def _takes_formats(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("formats", metavar="FORMAT", nargs="*", help="what to write; see --list")
    add("--list", action="store_true", help="list formats, styles and papers")
    add("--atlas", metavar="FOLDER", type=_atlas_folder, help="another atlas")
    add("-o", "--output", metavar="FOLDER", type=Path, default=Path("exports"))
    add(
        "--options",
        "--order",  # its older name
        metavar="FILE",
        type=Path,
        help="all that follows, and notes, as JSON (a zip's manifest has one)",
    )
    add(
        "--nice",
        action="store_true",
        help="give way to other programs; use 4 GB and 2 minutes at most",
    )
    # for `geo.jobs.export_job`, which reads it; people get lines on standard error
    add("--progress", choices=("text", "json"), default="text", help=argparse.SUPPRESS)
    view = parser.add_argument_group("what to show (default: what the page opens with)")
    view.add_argument("--layers", metavar="ID,…", type=_listed)
    view.add_argument("--basis", metavar="stated,…", type=_listed, dest="bases")
    view.add_argument("--extent", metavar="W,S,E,N", type=_listed, help="in degrees")
    view.add_argument("--language", metavar="TAG", help="of names and headings")
    sheet = parser.add_argument_group("the sheet")
    for option, example, what in SHEET_OPTIONS:
        sheet.add_argument(option, metavar=example, help=what)
    parts = "of briefing and slides: findings, excerpts, dissent, background"
    sheet.add_argument("--parts", metavar="PART,…", type=_listed, help=parts)
    sheet.add_argument(
        "--graticule", action="store_true", default=None, help="draw the lines of the degrees"
    )


# Options of the sheet, as they are typed: ExportOptions says what is wrong with them.
SHEET_OPTIONS = (
    ("--style", "STYLE", "map, one-page, briefing or dossier; see --list for those of a format"),
    ("--paper", "PAPER", "wide (16:9), a4, a4-portrait, letter or letter-portrait"),
    ("--title", "TEXT", "in place of the atlas' own"),
    ("--subtitle", "TEXT", "in place of the atlas' own"),
    ("--marking", "TEXT", "TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:RED or a text, on every page"),
    ("--address", "URL", "where the map is served, for a link to this view"),
    ("--dpi", "NUMBER", "of a PNG (default: 300)"),
    ("--made", "YYYY-MM-DD", "the date to print (default: today)"),
)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]


def _export(args: argparse.Namespace) -> int:
    from geo.atlas.atlas import HOME
    from geo.checks import open_atlas
    from geo.formats import FORMATS, refused_style

    if args.nice:
        EXPORT.keep()
    if args.list:
        print("\n".join(_choices()))
        return 0
    unknown = [visible(form) for form in args.formats if form not in FORMATS]
    if unknown or not args.formats:
        what = f"no such format: {', '.join(unknown)}" if unknown else "name a format"
        return _wrong_call(f"{what}; there are: {', '.join(FORMATS)}")
    try:
        atlas = open_atlas(args.atlas or HOME)
        try:
            options = _options(args)
        except ValueError as error:
            return _wrong_call(str(error))
        if refused := [why for form in args.formats if (why := refused_style(form, options.style))]:
            return _wrong_call(f"--style: {'; '.join(refused)}")
        if missing := options.view.unknown(atlas):
            return _wrong_call(f"the atlas has {visible('; '.join(missing))}")
        _write(atlas, list(dict.fromkeys(args.formats)), options, args)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _cant_write(args.output, error)
    return 0


def _choices() -> Iterator[str]:
    """Yield what there is to choose from: the formats with their styles, the styles, the papers."""
    from geo.formats import FORMATS, PAPERS, STYLES

    for name, form in FORMATS.items():
        styles = f" ({', '.join(form.styles)})" if form.styles else ""
        yield f"{name:8} {form.what}{styles}"
    for option, choices in (("--style", STYLES), ("--paper", PAPERS)):
        yield from ("", option, *(f"  {name:16} {what}" for name, what in choices.items()))


def _write(
    atlas: Atlas, forms: list[str], options: ExportOptions, args: argparse.Namespace
) -> None:
    """Write the files, and report progress: JSON lines for a program, captions for a person."""
    from geo.formats import export
    from geo.jobs.progress import Progress

    for number, form in enumerate(forms, 1):
        progress = Progress(format=form, number=number, total=len(forms))
        if args.progress == "json":
            print(progress.line(), flush=True)
            export(atlas, form, args.output, options)
        else:
            print(progress.caption, file=sys.stderr)
            print(export(atlas, form, args.output, options))


def _options(args: argparse.Namespace) -> ExportOptions:
    """Return the export options that file and call ask for; ValueError says what is wrong."""
    from datetime import date

    from pydantic import ValidationError

    from geo.atlas.view import View
    from geo.export_options import ExportOptions, faults_of

    def given(*names: str) -> dict[str, object]:
        return {name: value for name in names if (value := getattr(args, name)) is not None}

    view = given(*View.model_fields)
    sheet = given(*(ExportOptions.model_fields.keys() - {"view", "notes"}))
    today: dict[str, Any] = {"made": date.today().isoformat()}
    written = _written_options(args.options) if args.options else today
    try:
        return ExportOptions.model_validate(
            {**written, **sheet, "view": {**written.get("view", {}), **view}}
        )
    except ValidationError as error:
        messages = (f"{_option(name)}: {why}" for name, why in faults_of(error).items())
        raise ValueError(visible("; ".join(messages))) from None


def _written_options(path: Path) -> dict[str, Any]:
    """Read export options as JSON: alone, or under "options" ("order" of old) in a manifest."""
    from geo.atlas.json_file import JsonFileError, parse_json, read_bytes

    try:
        found = parse_json(read_bytes(path))
    except JsonFileError as error:
        raise ValueError(f"--options: {visible(str(path))} {error.what}; {error.fix}") from None
    found = found.get("options", found.get("order", found)) if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(found.get("view", {}), dict):
        raise ValueError(f"--options: {visible(str(path))} holds no export options")
    return found


def _option(name: str) -> str:
    """Return the option of the call that gives a field of ExportOptions."""
    return {"bases": "--basis", "notes": "--options: notes"}.get(name, f"--{name}")


def _wrong_call(what: str) -> int:
    print(f"error: {what}", file=sys.stderr)
    return 2


def _cant_write(folder: Path, error: OSError) -> int:
    why = visible(error.strerror or str(error))
    print(f"error: can't write to {visible(str(folder))}: {why}", file=sys.stderr)
    return 1


def _named(error: Exception) -> str:
    """Return an error's type and, cut to a line, what it says."""
    return visible(shorten(f"{type(error).__name__}: {error}".rstrip(": "), 300))


def _report(problems: Sequence[Problem]) -> str:
    """Group problems (sorted by file) under their files, with a line that counts them."""
    files = [(file, list(found)) for file, found in groupby(problems, key=lambda p: p.file)]
    counted = [(file, found) for file, found in files if file != REST]
    number = sum(len(found) for _, found in counted)
    lines = [f"{number} problem(s) in {len(counted)} file(s)"]
    for file, found in files:
        lines += ["", f"{visible(file)}", *(_line(problem) for problem in found)]
    return "\n".join(lines)


def _line(problem: Problem) -> str:
    who = f'"{problem.feature}": ' if problem.feature else ""
    return f"  {visible(who + problem.what)}\n    → {visible(problem.fix)}"


def _app(args: argparse.Namespace) -> int:
    """Serve the app until Ctrl-C; its settings lie in the folder .streamlit beside app.py."""
    from importlib.util import find_spec
    from runpy import run_module

    from geo.atlas.atlas import HOME
    from geo.atlas.location import named_folder

    if find_spec("streamlit") is None:
        return _wrong_call("the app needs Streamlit; run: pip install 'corridor-atlas[app]'")
    if folder := args.folder or named_folder():
        os.environ["ATLAS"] = str(folder.resolve())
    os.chdir(HOME)
    sys.argv = ["streamlit", "run", "app.py"]
    run_module("streamlit", run_name="__main__")
    return 0


COMMANDS = (
    Command(
        "new",
        "Write a small atlas to start from, or a draft with the rows of a table.",
        drafts.takes_new_folder,
        drafts.said_by(drafts.new),
    ),
    Command(
        "draft",
        "Begin a draft of an atlas: from an article, an atlas, or a packed draft.",
        drafts.takes_article,
        drafts.said_by(drafts.draft),
    ),
    Command(
        "propose",
        "Propose places, actors and passages of a draft's article.",
        drafts.takes_proposers,
        drafts.said_by(drafts.propose),
    ),
    Command(
        "decide",
        "Do acts in a draft; without acts, say what is to be decided.",
        drafts.takes_acts,
        drafts.said_by(drafts.decide),
    ),
    Command(
        "seal",
        "Seal a draft as an atlas, or say all that stands against it.",
        drafts.takes_draft_and("OUT", "the folder of the atlas"),
        drafts.said_by(drafts.seal),
    ),
    Command(
        "pack",
        "Write a draft as a ZIP.",
        drafts.takes_draft_and("ZIP", "the file to write"),
        drafts.said_by(drafts.pack),
    ),
    Command("check", "Check an atlas; say all that is wrong.", _takes_folder, _check),
    Command("app", "Serve an atlas as the app, on this machine.", _takes_folder, _app),
    Command("export", "Write an atlas as files to take away.", _takes_formats, _export),
)
