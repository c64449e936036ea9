"""The acts that set the fields of a record of the atlas to be.

Each is called as the record is, and its fields as in docs/atlas-format.md. What an act does not
name stays as it is; null takes a field away.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from geo.atlas.forms import (
    Code,
    Colour,
    Country,
    Id,
    Ids,
    Names,
    PartialDate,
    Refs,
    Tag,
    Text,
    Texts,
    Time,
)
from geo.atlas.manifest import Finding, Headline, Part
from geo.atlas.model import (
    Basis,
    Dated,
    Modality,
    Origin,
    PartTaken,
    Pattern,
    Position,
    Relation,
    Silence,
    Span,
    Value,
)
from geo.drafts.locations import Location
from geo.proposals.proposal import Offset


class SetAtlas(Value):
    """Name the atlas as a whole, and set its headline, findings and silences."""

    do: Literal["atlas"]
    id: Id | None = None
    title: Names | None = None
    subtitle: Names | None = None
    as_of: Names | None = None
    disclaimer: Names | None = None
    languages: tuple[Tag, ...] | None = None
    parts: tuple[Part, ...] | None = None
    headline: Headline | None = None
    findings: tuple[Finding, ...] | None = None
    silences: tuple[Silence, ...] | None = None


class _Described(Value):
    title: Text | None = None
    author: Text | None = None
    publisher: Text | None = None
    published: PartialDate | None = None
    dated: Dated | None = None
    genre: Texts | None = None
    url: Text | None = None
    via: Texts | None = None
    rests_on: tuple[Origin, ...] | None = None
    language: Tag | None = None
    licence: Text | None = None
    read: Texts | None = None
    grade: Literal["A", "B", "C", "D", "E", "F"] | None = None
    grade_reason: Texts | None = None


class SetArticle(_Described):
    """Describe the article: its title, date, publisher, grade."""

    do: Literal["article"]
    body: Span | None = None


class SetSource(_Described):
    """Describe another source, from which a claim or a position is taken."""

    do: Literal["source"]
    id: Id
    kind: Literal["background", "gazetteer"] | None = None


class SetActor(Value):
    """Name an actor. Without a colour, a pattern and a code the actor is given them."""

    do: Literal["actor"]
    id: Id
    names: Names | None = None
    kind: Text | None = None
    aliases: tuple[Text, ...] | None = None
    refs: Refs | None = None
    colour: Colour | None = None
    pattern: Pattern | None = None
    code: Code | None = None


class SetFeature(Value):
    """Name a feature, and say where it is, and why there."""

    do: Literal["feature"]
    id: Id
    layer: Id | None = None
    kind: Text | None = None
    names: Names | None = None
    aliases: tuple[Text, ...] | None = None
    refs: Refs | None = None
    country: Country | None = None
    within: Id | None = None
    part_of: Ids | None = None
    part: PartTaken | None = None
    route: Id | None = None
    order: int | None = None
    silences: tuple[Silence, ...] | None = None
    location: Location | None = None
    position: Position | None = None


class SetExcerpt(Value):
    """Take a passage of the article: from `start` up to `end`, or by its `exact` words."""

    do: Literal["excerpt"]
    id: Id
    start: Offset | None = None
    end: Offset | None = None
    exact: Text | None = None
    attributed_to: Text | None = None
    note: Texts | None = None


class SetClaim(Value):
    """Say one thing of a feature, with its reasons."""

    do: Literal["claim"]
    id: Id
    feature: Id | None = None
    sentence: Texts | None = None
    about: Id | None = None
    actors: Ids | None = None
    words: Text | None = None
    basis: Basis | None = None
    modality: Modality | None = None
    hedges: tuple[Text, ...] | None = None
    excerpts: Ids | None = None
    source: Id | None = None
    premises: Annotated[Ids | None, Field(alias="from")] = None
    at: Time | None = None
    said: Time | None = None
    note: Texts | None = None
    relations: tuple[Relation, ...] | None = None


def fields_of(act: Value) -> dict[str, Any]:
    """Return the fields that an act names, as JSON has them; null for those it takes away."""
    given = act.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return {name: value for name, value in given.items() if name not in ("do", "id")}
