"""The desk: answers what the page asks, about one draft at a time."""

from __future__ import annotations

import base64
import io
import json
import tempfile
import traceback
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from geo.atlas.errors import AtlasError, Problem
from geo.atlas.validation import problems_of
from geo.drafts.acts import ACT, Act
from geo.drafts.beginning import begin_draft, begin_from_atlas
from geo.drafts.draft import Writer, writing
from geo.drafts.packing import pack_draft, unpack_draft
from geo.drafts.proposing import put_proposals
from geo.drafts.refusal import ActError, refused
from geo.drafts.sealing import problems_of as problems_of_draft
from geo.drafts.sealing import seal_draft
from geo.formats.zipped import zipped
from geo.jobs.proposing import propose
from geo.workbench import asks
from geo.workbench.article import language_of, text_of, tidy
from geo.workbench.ground import countries
from geo.workbench.naming import with_ids
from geo.workbench.shelf import Shelf
from geo.workbench.view import changed, whole

_AGAIN = "load the app again"
_ASK, _ACT = "the page", "the act"  # in the place of a file's name, in what is wrong


class Desk:
    """Answers asks; holds the lock of the draft that is open. `atlas` is the app's, to copy."""

    def __init__(self, shelf: Path, atlas: Path) -> None:
        self.shelf, self.atlas = Shelf(shelf), atlas
        self._open = ExitStack()
        self._writer: Writer | None = None
        self._shown: dict[str, Any] = {}  # of the draft, as the page has it

    def answer(self, ask: bytes) -> dict[str, Any]:
        """Return the answer to an ask in JSON: what it asks for, or `problems`."""
        try:
            return self._answer(asks.ASK.validate_json(ask))
        except ValidationError as error:
            return _problems(Problem(_ASK, "", f"asks what can't be read ({error.title})", _AGAIN))
        except AtlasError as error:
            return _problems(*error.problems)
        except ActError as error:
            return _problems(Problem(_ACT, "", error.what, error.fix))
        except OSError as error:
            why = f"can't be written or read: {error.strerror or error}"
            return _problems(Problem("the draft", "", why, "see that the disk has room"))
        except MemoryError:
            raise  # the process ends, and that it took too much is said of it
        except Exception as error:
            traceback.print_exc()  # for the log
            why = f"this program has a fault ({type(error).__name__})"
            return _problems(Problem("the workbench", "", why, "tell whoever runs this app"))

    def close(self) -> None:
        """Let go of the draft that is open."""
        self._writer = None
        self._open.close()

    def _answer(self, ask: Any) -> dict[str, Any]:
        match ask:
            case asks.Shelf():
                self.close()
                return {"drafts": self.shelf.listed()}
            case asks.Read():
                text = text_of(ask.name, ask.data)
                return {"text": text, "language": language_of(text)}
            case asks.BeginWith():
                return self._begin(ask)
            case asks.Open():
                return self._opened(self.shelf.place_of(ask.draft))
            case asks.Bring():
                place = self.shelf.new_place("draft")
                unpack_draft(io.BytesIO(ask.data), place)
                return self._opened(place)
            case asks.OpenAtlas():
                place = self.shelf.new_place("copy")
                begin_from_atlas(self.atlas, place, ask.by)
                return self._opened(place)
            case asks.Ground():
                return countries()
        return self._of_draft(self._held(), ask)

    def _of_draft(self, writer: Writer, ask: Any) -> dict[str, Any]:
        match ask:
            case asks.ProposeBy():
                found = propose(writer.draft.state.text, ask.proposer)
                number = put_proposals(writer, found)
                return {**self._whole(writer), "new": number, "fault": found.fault}
            case asks.Do():
                return self._do(writer, ask)
            case asks.Problems():
                found_problems = problems_of_draft(writer.draft)
                return {"open": [_as_json(one) for one in found_problems]}
            case asks.Seal():
                return {"zip": _encoded(_sealed(writer))}
        return {"zip": _encoded(pack_draft(writer.draft))}

    def _begin(self, ask: asks.BeginWith) -> dict[str, Any]:
        fields = {name: value for name, value in ask.article.items() if value not in ("", None)}
        described = _act({"do": "article", **fields})
        place = self.shelf.new_place(str(fields.get("title", "")))
        with tempfile.TemporaryDirectory() as folder:
            article = Path(folder) / "article.txt"
            article.write_bytes(tidy(ask.text).encode())
            begin_draft(article, place, ask.language, ask.by)
        self._opened(place)
        writer = self._held()
        writer.record(described, writer.draft.state.last, ask.by)
        return self._whole(writer)

    def _opened(self, place: Path) -> dict[str, Any]:
        self.close()
        self._writer = self._open.enter_context(writing(place))
        return self._whole(self._writer)

    def _whole(self, writer: Writer) -> dict[str, Any]:
        self._shown = changed(writer.draft)
        return whole(writer.draft)

    def _do(self, writer: Writer, ask: asks.Do) -> dict[str, Any]:
        """Do an act, and return what it has changed; all, where it is refused."""
        try:
            writer.record(_act(with_ids(writer.draft.state, ask.act)), ask.saw, ask.by)
        except AtlasError as error:
            return {**_problems(*error.problems), **changed(writer.draft)}
        except ActError as error:
            refusal = Problem(_ACT, "", error.what, error.fix)
            return {**_problems(refusal), **changed(writer.draft)}
        before, self._shown = self._shown, changed(writer.draft)
        return {key: value for key, value in self._shown.items() if before.get(key) != value}

    def _held(self) -> Writer:
        if self._writer is None:
            raise refused("the draft", "", "is not open", "open it from the list")
        return self._writer


def _act(raw: dict[str, Any]) -> Act:
    """Return an act of the page; raises AtlasError with what is wrong with it."""
    written = json_bytes(raw)
    try:
        act: Act = ACT.validate_json(written, strict=True)
    except ValidationError as error:
        raise AtlasError(problems_of(_ACT, raw, error.errors())) from None
    return act


def _sealed(writer: Writer) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "atlas"
        seal_draft(writer.draft, out)
        files = sorted(path for path in out.rglob("*") if path.is_file())
        return zipped({path.relative_to(out).as_posix(): path.read_bytes() for path in files}, None)


def json_bytes(content: Any) -> bytes:
    """Return JSON in UTF-8, on one line."""
    return json.dumps(content, separators=(",", ":")).encode()


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _problems(*problems: Problem) -> dict[str, Any]:
    return {"problems": [_as_json(problem) for problem in problems]}


def _as_json(problem: Problem) -> dict[str, str]:
    return {
        "file": problem.file,
        "record": problem.feature,
        "what": problem.what,
        "fix": problem.fix,
    }
