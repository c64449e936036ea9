"""An entry of the journal: an act, its number, who did it, and when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from geo.atlas.errors import Problem
from geo.atlas.forms import Text
from geo.atlas.json_file import JsonFileError, parse_json
from geo.atlas.making import Timestamp
from geo.atlas.model import Value
from geo.atlas.validation import problems_of
from geo.drafts.acts import Act, Bulk, Postpone, Refuse
from geo.drafts.record_acts import SetArticle
from geo.drafts.refusal import JOURNAL

_WITHOUT_ID = (SetArticle, Refuse, Postpone)
MAX_BYTES = 2_000_000  # of a line: the proposals of a long article take a tenth of it


class Entry(Value):
    """An act with its number, from 1 on; `by` is null where a program acted by itself."""

    n: Annotated[int, Field(ge=1)]
    at: Timestamp
    by: Text | None
    act: Act

    @property
    def line(self) -> bytes:
        """The line of the journal, with its end."""
        written = self.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

    @property
    def signature(self) -> Signature:
        """Who decided, and when."""
        parts = self.act.acts if isinstance(self.act, Bulk) else ()
        records = {part.id for part in parts if not isinstance(part, _WITHOUT_ID)}
        return Signature(self.by, self.at, len(records) > 1)


_ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)


@dataclass(frozen=True)
class Signature:
    """Who decided on a record, when, and whether together with others."""

    name: str | None
    at: str
    in_bulk: bool = False

    @property
    def decision(self) -> dict[str, Any]:
        """The fields of `Made` that say so."""
        bulk = {"in_bulk": True} if self.in_bulk else {}
        return {"accepted_by": self.name, "accepted_at": self.at, **bulk}


def parse_entry(line: bytes) -> tuple[Entry | None, list[Problem]]:
    """Return the entry of a line; or None, and why it is none."""
    if len(line) > MAX_BYTES:
        fix = "do it in several acts"
        return None, [Problem(JOURNAL, "", f"is longer than {MAX_BYTES // 1_000_000} MB", fix)]
    try:
        raw = parse_json(line)
        return _ENTRY.validate_json(line, strict=True), []
    except JsonFileError as error:
        return None, [Problem(JOURNAL, "", error.what, error.fix)]
    except ValidationError as error:
        return None, list(problems_of(JOURNAL, raw, error.errors()))
