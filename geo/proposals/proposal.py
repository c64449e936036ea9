"""A proposal: what a program suggests of an article, for a person to accept, change or refuse.

A proposer is a function `(text: str) -> Iterable[Proposal]`. Offsets are Unicode code points.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from geo.atlas.forms import Country, Id, Names, Refs, Text
from geo.atlas.making import Proposer
from geo.atlas.model import Modality, Value

__all__ = ["Candidate", "Cue", "Cut", "Proposal", "Proposer"]

Kind: TypeAlias = Literal["place", "actor", "passage"]
Longitude: TypeAlias = Annotated[float, Field(ge=-180, le=180)]
Latitude: TypeAlias = Annotated[float, Field(ge=-90, le=90)]
Offset: TypeAlias = Annotated[int, Field(ge=0)]


class Candidate(Value):
    """A place that a name may mean, at lon, lat in degrees (WGS 84).

    `source` is the id of the gazetteer that gives it, as in an atlas' `sources.json`.
    """

    names: Names
    lon: Longitude
    lat: Latitude
    kind: Text
    country: Country | None = None
    refs: Refs = Field(default_factory=dict)
    source: Id


class Cue(Value):
    """Printed words that hint at a modality. A person chooses the modality."""

    words: Text
    modality: Modality


class Cut(Value):
    """A clause of a passage ends at `end`, and the next begins at `start`, from its own start."""

    end: Offset
    start: Offset


class Proposal(Value):
    """A name or a passage of the text, and what its proposer makes of it.

    `quote` stands in the text at each of `starts`; without starts it must stand there once.
    `why` is a short plain reason. `names` and `aliases` are of places and actors, `candidates`
    (the likeliest first) of places, `actor_kind` ("state", "armed-force" …) of actors; a place's
    name that may mean a government is a `metonym`. Of passages are `cues`, `hedges`, which are
    printed words, and `cuts`: where a person may cut it.
    """

    kind: Kind
    quote: Text
    starts: tuple[Offset, ...] = ()
    why: Text
    proposer: Proposer
    names: Names = Field(default_factory=dict)
    aliases: tuple[Text, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    metonym: bool = False
    actor_kind: Id | None = None
    cues: tuple[Cue, ...] = ()
    hedges: tuple[Text, ...] = ()
    cuts: tuple[Cut, ...] = ()
