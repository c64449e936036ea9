"""What `atlas.json` holds: what the atlas as a whole is called, shows first, and how it looks."""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from geo.atlas.forms import EACH_ONCE, Colour, Id, Ids, Names, Tag, Texts
from geo.atlas.model import Silence, Symbol, Value

FORMAT = 2  # of the files of an atlas; `geo.atlas.reading` refuses any other
Group: TypeAlias = Literal["corridor", "actors", "background", "elsewhere", "unplaced"]


class Layer(Value):
    """A layer of marks, which the layer panel switches: an actor's, or with a look of its own.

    `visible` says whether it is shown at first. Names are by language tag (BCP 47).
    """

    id: Id
    group: Group
    visible: bool = True
    actor: Id | None = None
    names: Names | None = None
    symbol: Symbol | None = None

    @model_validator(mode="after")
    def _has_one_look(self) -> Self:
        if {self.names is not None, self.symbol is not None} != {self.actor is None}:
            raise ValueError("a layer has either an actor, or names and a symbol of its own")
        return self


class Part(Value):
    """A part that forces may have in the subject of the atlas, and the symbol that shows it.

    `short` is its name where there is little room; `hue` is an sRGB colour. `stated` is false
    only for the part of those of whom none is stated.
    """

    id: Id
    names: Names
    short: Names | None = None
    shape: Literal["square", "diamond", "circle"]
    hue: Colour
    stated: bool = True


class Finding(Value):
    """A sentence that a reader sees first, and the claims that it rests on.

    `short` says it in a few words, for where there is no room for the sentence.
    """

    sentence: Texts
    short: Texts | None = None
    claims: Annotated[Ids, Field(min_length=1)]


class Headline(Finding):
    """The finding above all others, with its hedge, and who disputes it."""

    hedge: Texts
    dispute: Finding | None = None


class Manifest(Value):
    """`atlas.json`: what the atlas as a whole is called and how it is laid out.

    `format` is the version of this contract; names are by language tag (BCP 47), in each of
    `languages`. `layers` are in drawing order, the first at the bottom; `parts` and `findings`
    in the order of their importance.
    """

    format: Literal[2]
    id: Id
    title: Names
    subtitle: Names
    as_of: Names
    disclaimer: Names
    languages: Annotated[tuple[Tag, ...], *EACH_ONCE]
    layers: tuple[Layer, ...]
    parts: tuple[Part, ...] = ()
    headline: Headline | None = None
    findings: tuple[Finding, ...] = ()
    silences: tuple[Silence, ...] = ()
