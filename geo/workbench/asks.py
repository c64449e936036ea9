"""What the page may ask: each ask is a JSON object, by its field `ask`."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Base64Bytes, Field, TypeAdapter

from geo.atlas.forms import Tag, Text
from geo.atlas.model import Value

By: TypeAlias = Annotated[Text, Field(max_length=200)]


class Shelf(Value):
    """List the drafts that are kept."""

    ask: Literal["shelf"]


class Read(Value):
    """Take the text out of a file, to be looked at; nothing is begun."""

    ask: Literal["read"]
    name: Text
    data: Base64Bytes


class BeginWith(Value):
    """Begin a draft of a text that somebody has looked at, and describe its article."""

    ask: Literal["begin"]
    text: str
    language: Tag
    by: By
    article: dict[str, Any]  # the fields of the act that sets them


class Open(Value):
    """Open a draft that is kept."""

    ask: Literal["open"]
    draft: Text


class Bring(Value):
    """Bring a packed draft back."""

    ask: Literal["bring"]
    data: Base64Bytes


class OpenAtlas(Value):
    """Open the app's atlas as a draft, which is a copy."""

    ask: Literal["atlas"]
    by: By


class ProposeBy(Value):
    """Have a proposer read the article."""

    ask: Literal["propose"]
    proposer: Literal["places", "actors", "passages"]


class Do(Value):
    """Do an act in the state that its maker saw."""

    ask: Literal["act"]
    act: dict[str, Any]
    saw: int
    by: By


class Problems(Value):
    """Say all that stands against sealing."""

    ask: Literal["problems"]


class Seal(Value):
    """Seal the draft, and give the atlas as a ZIP."""

    ask: Literal["seal"]


class Pack(Value):
    """Give the draft as a ZIP."""

    ask: Literal["pack"]


class Ground(Value):
    """Give the countries to draw below places, as GeoJSON."""

    ask: Literal["ground"]


Ask: TypeAlias = Annotated[
    Shelf
    | Read
    | BeginWith
    | Open
    | Bring
    | OpenAtlas
    | ProposeBy
    | Do
    | Problems
    | Seal
    | Pack
    | Ground,
    Field(discriminator="ask"),
]
ASK: TypeAdapter[Any] = TypeAdapter(Ask)
