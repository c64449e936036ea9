"""The acts by which an atlas is made of an article: each line of the journal holds an act."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, TypeAdapter

from geo.atlas.forms import Id, Sha256, Tag
from geo.atlas.model import Value
from geo.drafts.record_acts import (
    SetActor,
    SetArticle,
    SetAtlas,
    SetClaim,
    SetExcerpt,
    SetFeature,
    SetSource,
)
from geo.proposals.proposal import Offset, Proposal

RecordKind: TypeAlias = Literal["source", "actor", "feature", "excerpt", "claim"]
ProposalId: TypeAlias = Annotated[str, Field(pattern=r"^p[1-9][0-9]*-[1-9][0-9]*$")]


class Begin(Value):
    """The first act: the article by its sha256, its language, and the atlas it is opened from."""

    do: Literal["begin"]
    article: Sha256
    language: Tag
    base: Sha256 | None = None


class Remove(Value):
    """Take a record out."""

    do: Literal["remove"]
    kind: RecordKind
    id: Id


class Propose(Value):
    """Put proposals before the person who decides; each is named by this line and its number."""

    do: Literal["propose"]
    proposals: Annotated[tuple[Proposal, ...], Field(min_length=1, max_length=5000)]


class Accept(Value):
    """Make a record of a proposal, under an id.

    A place is put at one of its candidates; a passage is taken from `start` up to `end`, where
    these are not its own.
    """

    do: Literal["accept"]
    proposal: ProposalId
    id: Id
    candidate: Annotated[int, Field(ge=1)] | None = None
    start: Offset | None = None
    end: Offset | None = None


class Refuse(Value):
    """Refuse proposals."""

    do: Literal["refuse"]
    proposals: Annotated[tuple[ProposalId, ...], Field(min_length=1)]


class Postpone(Value):
    """Decide on proposals later."""

    do: Literal["postpone"]
    proposals: Annotated[tuple[ProposalId, ...], Field(min_length=1)]


class Undo(Value):
    """Undo the last act that stands. Proposals stay: they are no act of a person."""

    do: Literal["undo"]


class Redo(Value):
    """Do the act again that was undone last, as long as nothing else was done since."""

    do: Literal["redo"]


_Record: TypeAlias = (
    SetAtlas | SetArticle | SetSource | SetActor | SetFeature | SetExcerpt | SetClaim | Remove
)
_Verdict: TypeAlias = Accept | Refuse | Postpone
SingleAct: TypeAlias = Annotated[_Record | _Verdict, Field(discriminator="do")]


class Bulk(Value):
    """Several acts in a line, which a single undo takes back."""

    do: Literal["bulk"]
    acts: Annotated[tuple[SingleAct, ...], Field(min_length=1, max_length=5000)]


Act: TypeAlias = Annotated[
    Begin | _Record | Propose | _Verdict | Undo | Redo | Bulk, Field(discriminator="do")
]
ACT: TypeAdapter[Any] = TypeAdapter(Act)
