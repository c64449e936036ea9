"""The state of a draft: the records of the atlas to be, and the proposals, as acts have made them.

A record is a mapping, as its JSON will be. It may lack fields of the format: sealing says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from geo.atlas.making import Made
from geo.drafts.refusal import ActError
from geo.proposals.proposal import Proposal

Record: TypeAlias = Mapping[str, Any]
Records: TypeAlias = Mapping[str, Record]  # by id, in the order in which they came
Verdict: TypeAlias = Literal["open", "accepted", "refused", "postponed"]


@dataclass(frozen=True)
class Judged:
    """A proposal with the verdict on it. Its `starts` and `quote` are those of the text."""

    proposal: Proposal
    verdict: Verdict = "open"


@dataclass(frozen=True)
class Misquote:
    """A proposal that was refused at once, for its quote is not in the text, and why."""

    proposal: Proposal
    why: str


@dataclass(frozen=True)
class State:
    """The records and proposals of an article after the acts up to number `last`.

    `records` are by kind (a RecordKind, or "atlas") and id; `article` is the id of the article's
    source. `origins` says which proposal a record comes from, by its kind and id; `making` how
    it was made.
    """

    text: str
    article: str
    records: Mapping[str, Records]
    proposals: Mapping[str, Judged] = field(default_factory=dict)
    misquotes: tuple[Misquote, ...] = ()
    origins: Mapping[tuple[str, str], str] = field(default_factory=dict)
    making: Mapping[tuple[str, str], Made] = field(default_factory=dict)
    last: int = 0

    def of_kind(self, kind: str) -> Records:
        """Return the records of a kind."""
        return self.records.get(kind, {})

    def with_record(self, kind: str, id_: str, record: Record) -> State:
        """Return the state in which a record is this one."""
        return self.with_kind(kind, {**self.of_kind(kind), id_: record})

    def without_record(self, kind: str, id_: str) -> State:
        """Return the state without a record."""
        left = {key: record for key, record in self.of_kind(kind).items() if key != id_}
        making = {key: made for key, made in self.making.items() if key != (kind, id_)}
        origins = {key: from_ for key, from_ in self.origins.items() if key != (kind, id_)}
        return replace(self.with_kind(kind, left), making=making, origins=origins)

    def with_kind(self, kind: str, records: Records) -> State:
        """Return the state in which these are all records of a kind."""
        return replace(self, records={**self.records, kind: records})

    def with_made(self, kind: str, id_: str, made: Made) -> State:
        """Return the state in which a record was made this way."""
        return replace(self, making={**self.making, (kind, id_): made})

    def with_judged(self, id_: str, judged: Judged) -> State:
        """Return the state with a verdict on a proposal."""
        return replace(self, proposals={**self.proposals, id_: judged})

    def judged(self, id_: str) -> Judged:
        """Return a proposal and its verdict; raises ActError where there is none."""
        if id_ not in self.proposals:
            raise ActError(f"there is no proposal {id_}", "name a proposal that the draft has")
        return self.proposals[id_]
