"""Making: who proposed the records of an atlas, who accepted them, and when (`data/making.json`).

An atlas that is made by hand needs none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Annotated, TypeAlias

from pydantic import Field, StringConstraints

from geo.atlas.forms import TIMESTAMP, Id, Sha256, Text
from geo.atlas.model import Value

MAKING = "data/making.json"
Timestamp: TypeAlias = Annotated[str, StringConstraints(pattern=TIMESTAMP)]


class Proposer(Value):
    """The tool that proposes: its name, its version, and the sha256 of the data it works with."""

    name: Id
    version: Text
    data_sha256: Sha256 | None = None


class Made(Value):
    """How a record came into the atlas.

    It was proposed by a tool, or made by hand by the person who accepted it; or it was
    `taken_from` another atlas, named by its digest. `accepted_by` is the person who decided last,
    `changed` says that it is no longer as it was proposed or taken, and `in_bulk` that it was
    accepted together with others.
    """

    proposed_by: Proposer | None = None
    taken_from: Sha256 | None = None
    accepted_by: Text | None = None
    accepted_at: Timestamp | None = None
    changed: bool = False
    in_bulk: bool = False

    @property
    def kind(self) -> str:
        """How it is counted: as taken, unjudged, proposed or by hand."""
        if self.taken_from and not self.changed:
            return "taken"
        if self.accepted_by is None:
            return "unjudged"
        return "proposed" if self.proposed_by else "by hand"


class Making(Value):
    """`making.json`: how excerpts and claims, and the positions of features, were made, by id."""

    excerpts: Mapping[Id, Made] = Field(default_factory=dict)
    claims: Mapping[Id, Made] = Field(default_factory=dict)
    positions: Mapping[Id, Made] = Field(default_factory=dict)

    def each(self) -> Iterator[tuple[str, str, Made]]:
        """Yield each record's kind ("excerpts", "claims", "positions"), its id and its making."""
        for kind in ("excerpts", "claims", "positions"):
            for id_, made in getattr(self, kind).items():
                yield kind, id_, made


def making_summary(making: Making) -> str:
    """Return how many records were made by hand, proposed, taken over, and judged by nobody."""
    number = Counter(made.kind for _, _, made in making.each())
    taken = f"{number['taken']} taken over, " if number["taken"] else ""
    by_hand, proposed = number["by hand"], number["proposed"]
    unjudged = f"{number['unjudged']} unjudged"
    return f"{by_hand} by hand, {proposed} proposed and accepted, {taken}{unjudged}"
