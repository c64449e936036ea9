"""The commands for drafts: their arguments and their answers.

The work is imported when a command runs, so that `--help` stays quick.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from geo.atlas.errors import visible
from geo.atlas.location import why_no_atlas

TAG = r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
SHIPPED = "shipped"  # in the place of the folder of the atlas that ships


def takes_article(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `draft`."""
    add = parser.add_argument
    add("article", metavar="ARTICLE", type=Path, nargs="?", help="its text, or a packed draft")
    add("folder", metavar="FOLDER", type=Path, help="where to write the draft")
    add("--language", metavar="TAG", type=language, help="of the article, as in en, ar, fa")
    add("--from", metavar="ATLAS", dest="atlas", type=_atlas, help='its folder, or "shipped"')
    add("--by", metavar="NAME", type=person, help="who begins it")


def draft(args: argparse.Namespace) -> str:
    """Begin a draft."""
    from geo.drafts.commands import draft_from, draft_of

    if (args.article is None) == (args.atlas is None):
        raise CallError("name an article, or an atlas with --from")
    if args.atlas is not None:
        return draft_from(args.atlas, args.folder, args.by)
    return draft_of(args.article, args.folder, args.language, args.by)


def takes_acts(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `decide`."""
    add = parser.add_argument
    add("folder", metavar="FOLDER", type=Path, help="a draft")
    add("acts", metavar="ACTS", type=Path, nargs="?", help="a file of acts: JSON, one a line")
    add("--by", metavar="NAME", type=person, help="who decides")
    add("--saw", metavar="NUMBER", type=int, help="the state that the acts were made for")


def decide(args: argparse.Namespace) -> str:
    """Do acts, or list the open proposals."""
    from geo.drafts.commands import decide, described
    from geo.drafts.draft import read_draft

    if args.acts is None:
        return described(read_draft(args.folder))
    if args.by is None:
        raise CallError("say who decides, as in --by 'M. Karimi'")
    return decide(args.folder, args.acts, args.by, args.saw)


def takes_proposers(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `propose`."""
    add = parser.add_argument
    add("folder", metavar="FOLDER", type=Path, help="a draft")
    add("--model", metavar="NAME", help="ask a language model, too")
    add("--endpoint", metavar="URL", help="where it answers, as in http://localhost:11434/v1")
    add("--host", metavar="NAME", help="allow that computer to be sent the article")


def propose(args: argparse.Namespace) -> str:
    """Have programs propose places, actors and passages of a draft's article.

    The environment variable ATLAS_MODEL_KEY has the key of a model's endpoint, if it needs one.
    """
    from geo.drafts.commands import propose
    from geo.proposals.endpoint import Endpoint

    if (args.model is None) != (args.endpoint is None):
        raise CallError("a model needs both --model NAME and --endpoint URL")
    key = os.environ.get("ATLAS_MODEL_KEY")
    endpoint = args.model and Endpoint(args.endpoint, args.model, args.host, key)
    return propose(args.folder, endpoint or None)


def takes_draft_and(name: str, help_: str) -> Callable[[argparse.ArgumentParser], None]:
    """Return a function that adds two arguments: a draft, and a path to write to."""

    def configure(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="a draft")
        parser.add_argument("out", metavar=name, type=Path, help=help_)

    return configure


def seal(args: argparse.Namespace) -> str:
    """Seal a draft."""
    from geo.drafts.commands import seal

    return seal(args.folder, args.out)


def pack(args: argparse.Namespace) -> str:
    """Pack a draft."""
    from geo.drafts.commands import pack

    return pack(args.folder, args.out)


class CallError(ValueError):
    """The call itself is wrong."""


def takes_new_folder(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `new`."""
    add = parser.add_argument
    add("folder", metavar="FOLDER", type=Path, nargs="?", help="where to write it")
    add("--from", metavar="TABLE", dest="table", type=Path, help="begin a draft with a CSV or XLSX")
    add("--article", metavar="TEXT", type=Path, help="the article that the table quotes")
    add("--language", metavar="TAG", type=language, help="of the article, as in en, ar, fa")
    add("--by", metavar="NAME", type=person, help="who filled the table in")
    add("--template", metavar="FILE", type=Path, help="write an empty table to fill in")


def new(args: argparse.Namespace) -> str:
    """Write an empty table, the starter, or a draft with the rows of a table."""
    if args.template is not None:
        from geo.drafts.commands import write_template

        return write_template(args.template)
    if args.folder is None:
        raise CallError("name a folder to write to")
    if args.table is None:
        from geo.starter import write_starter

        write_starter(args.folder)
        name = args.folder
        return f"{name}: edit its seeds/ and data/, then: python -m geo check {name}"
    if args.article is None or args.language is None or args.by is None:
        raise CallError("a table needs --article TEXT, --language TAG and --by NAME")
    from geo.drafts.commands import draft_of_table

    return draft_of_table(args.table, args.article, args.folder, args.language, args.by)


def said_by(run: Callable[[argparse.Namespace], str]) -> Callable[[argparse.Namespace], int]:
    """Return a command that prints the answer of `run`; a wrong call ends with 2."""

    def command(args: argparse.Namespace) -> int:
        try:
            said = run(args)
        except CallError as error:
            return _failed(str(error), 2)
        except FileExistsError as error:
            return _failed(f"{error}; name another folder", 2)
        except BrokenPipeError:
            raise
        except OSError as error:
            return _failed(f"can't write to {error.filename}: {error.strerror}", 1)
        print("\n".join(map(visible, said.split("\n"))))
        return 0

    return command


def _failed(what: str, code: int) -> int:
    print(f"error: {visible(what)}", file=sys.stderr)
    return code


def language(text: str) -> str:
    """Return the tag of a language."""
    if not re.fullmatch(TAG, text):
        raise argparse.ArgumentTypeError(f"{visible(text)} is no language tag, as en or ar is")
    return text


def person(text: str) -> str:
    """Return a name that a journal can hold."""
    if not text.strip() or visible(text) != text:
        raise argparse.ArgumentTypeError("a name has letters, and no control characters")
    return text


def _atlas(text: str) -> Path:
    from geo.atlas.atlas import HOME

    folder = HOME if text == SHIPPED else Path(text)
    if why := why_no_atlas(folder):
        raise argparse.ArgumentTypeError(why)
    return folder
