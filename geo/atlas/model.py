"""The data contract: what the files of an atlas hold, as frozen values.

Offsets are Unicode code points, end exclusive (W3C Web Annotation,
TextPositionSelector). Coordinates are lon, lat in degrees, CRS84 (RFC 7946).
A file is parsed once into these values; inside the package nobody checks again.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, Self, TypeAlias

import shapely
from pydantic import BaseModel, ConfigDict, Field, model_validator

from geo.atlas.forms import (
    Code,
    Colour,
    Country,
    Id,
    Ids,
    Names,
    PartialDate,
    Refs,
    Sha256,
    Tag,
    Text,
    Texts,
    Time,
)
from geo.atlas.geometries import Geometry, Members

Basis: TypeAlias = Literal["stated", "inferred", "background"]
BASES: tuple[Basis, ...] = ("stated", "inferred", "background")  # strongest first
Modality: TypeAlias = Literal[
    "asserted", "reported", "attributed", "conditional", "presupposed", "inferred-by-author"
]
Pattern: TypeAlias = Literal[
    "solid", "diagonal", "back-diagonal", "cross", "horizontal", "vertical", "grid", "dots", "rings"
]


class Value(BaseModel):
    """A frozen record; a key that isn't in the contract is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Symbol(Value):
    """How a layer looks: an sRGB colour, a pattern, and a code of two to four capitals.

    Colour is never the only carrier of meaning (WCAG 2.2, success criterion 1.4.1).
    """

    colour: Colour
    pattern: Pattern
    code: Code


class Dated(Value):
    """When a source that prints no date is from, as we infer it, and how."""

    at: Time
    basis: Literal["inferred", "background"]
    note: Texts


class Origin(Value):
    """A report that a source repeats: another source of the atlas, or one named in words."""

    source: Id | None = None
    name: Text | None = None
    how: Literal["quotes", "summarises", "reprints", "translates", "revises"]
    note: Texts | None = None

    @model_validator(mode="after")
    def _is_one_report(self) -> Self:
        if (self.source is None) == (self.name is None):
            raise ValueError("a report is named either by the id of its source, or by its name")
        return self


class Span(Value):
    """Where a part of a text stands: from `start` up to `end`, which is exclusive.

    Both are offsets from 0 in Unicode code points (W3C Web Annotation, TextPositionSelector).
    """

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]


class Source(Value):
    """A text, gazetteer or map that the atlas rests on.

    `published` is the date as printed, null where none is; then `dated` is ours. `genre` says
    what kind of text it is, `read` how far it was read, `via` how it was got, and `rests_on`
    whose reports it repeats: two sources that rest on one report are not two reports. `file`
    and `sha256` seal its text, where the atlas holds it.
    `body` is where the paragraphs of its file are counted, as a reader counts them.
    `grade` is the reliability half of the Admiralty code (A best, F can't be judged).
    """

    id: Id
    kind: Literal["article", "background", "gazetteer"]
    title: Text
    author: Text | None
    publisher: Text | None
    published: PartialDate | None
    dated: Dated | None = None
    genre: Texts | None = None
    url: Text | None
    via: Texts | None = None
    rests_on: tuple[Origin, ...] = ()
    language: Tag
    licence: Text | None = None
    read: Texts
    grade: Literal["A", "B", "C", "D", "E", "F"]
    grade_reason: Texts
    file: Text | None = None
    sha256: Sha256 | None = None
    body: Span | None = None

    @model_validator(mode="after")
    def _is_sealed(self) -> Self:
        if (self.file is None) != (self.sha256 is None):
            raise ValueError("a source has both a file and a sha256 of it, or neither")
        if self.kind == "article" and self.file is None:
            raise ValueError("an article has both a file and a sha256")
        if self.kind == "article" and self.genre is None:
            raise ValueError("an article has a genre: what kind of text it is")
        return self


class Actor(Symbol):
    """Somebody a claim is about. `aliases` are the forms printed in the article."""

    id: Id
    names: Names
    kind: Text
    aliases: tuple[Text, ...] = ()
    refs: Refs = {}


class TextQuoteSelector(Value):
    """A quote by its words, with up to 32 code points of the text before and after it.

    The names are those of the W3C Web Annotation Data Model.
    """

    type: Literal["TextQuoteSelector"]
    exact: Text
    prefix: str
    suffix: str


class TextPositionSelector(Span):
    """A quote by its offsets in its text, in code points (W3C Web Annotation Data Model)."""

    type: Literal["TextPositionSelector"]


class Target(Value):
    """Where an excerpt is: a source, and the quote by its words and by its offsets."""

    source: Id
    selector: tuple[TextQuoteSelector, TextPositionSelector]


class Excerpt(Value):
    """Verbatim words of a source (a W3C Web Annotation target).

    `attributed_to` are the words, as printed in the same paragraph, that say to whom the text
    attributes what is said, quoted or not; `note` explains an ambiguity of reading.
    """

    id: Id
    target: Target
    attributed_to: Text | None = None
    note: Texts | None = None

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.target.source

    @property
    def quote(self) -> TextQuoteSelector:
        """The quote by its words."""
        return self.target.selector[0]

    @property
    def position(self) -> TextPositionSelector:
        """The quote by its offsets (code points, end exclusive)."""
        return self.target.selector[1]


class Relation(Value):
    """How a claim stands to another one, `on` what the two differ, and why we say so."""

    kind: Literal["supports", "repeats", "contradicts", "corrects", "updates"]
    to: Id
    on: Literal["existence", "place", "time", "actor", "number", "degree"] | None = None
    note: Texts | None = None


class Claim(Value):
    """One thing said of one feature, with its basis and its reasons: one claim, one voice.

    - `stated`: the article says so; at least one excerpt of it, its `words` as printed, and
      the modality with which they are said. `hedges` are the words, as printed in the same
      paragraph, that weaken the claim.
    - `inferred`: ours, drawn `from` other claims; a note says why.
    - `background`: not in the article; one background source.

    `about` names the attribute (place, use, holder, supervision, contest …); `actors` those
    whom the claim is about; `at` is the time when it was so, null where the text doesn't say;
    `said` the time when it was said, where that isn't the date of its source.
    """

    id: Id
    sentence: Texts
    about: Id
    actors: Ids = ()
    words: Text | None = None
    basis: Basis
    modality: Modality | None = None
    hedges: tuple[Text, ...] = ()
    excerpts: Ids = ()
    source: Id | None = None
    premises: Annotated[Ids, Field(alias="from")] = ()
    at: Time | None = None
    said: Time | None = None
    note: Texts | None = None
    relations: tuple[Relation, ...] = ()

    @model_validator(mode="after")
    def _has_its_reasons(self) -> Self:
        given = {
            "excerpts": self.excerpts,
            "words": self.words,
            "modality": self.modality,
            "hedges": self.hedges,
            "source": self.source,
            "from": self.premises,
            "note": self.note,
        }
        needed, barred = _REASONS[self.basis]
        if missing := [name for name in needed if not given[name]]:
            raise ValueError(f'a claim of the basis "{self.basis}" needs {_listed(missing)}')
        if extra := [name for name in barred if given[name]]:
            raise ValueError(f'a claim of the basis "{self.basis}" has no {_listed(extra)}')
        return self

    @property
    def contradicts(self) -> tuple[str, ...]:
        """The ids of the claims that this one contradicts."""
        return tuple(relation.to for relation in self.relations if relation.kind == "contradicts")


# What a claim of a basis must have, and what it must not.
_REASONS: dict[Basis, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "stated": (("excerpts", "words", "modality"), ("source", "from")),
    "inferred": (("from", "note"), ("excerpts", "modality", "hedges", "source")),
    "background": (("source",), ("excerpts", "words", "modality", "hedges", "from")),
}


def _listed(names: list[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)


class Silence(Value):
    """What a text does not say: no word of `absent` occurs in it.

    `source` names the text, where the atlas has more than one.
    """

    about: Id
    sentence: Texts
    absent: tuple[Text, ...] = ()
    source: Id | None = None


class Position(Value):
    """Why a geometry lies where it lies, or why there is none.

    `source` is the gazetteer, map or text that it was taken from; a `background` one needs it.
    """

    basis: Basis
    note: Texts
    source: Id | None = None


class PartTaken(Value):
    """The part that a force has in the corridor, and the claim that says so."""

    id: Id
    claim: Id | None = None


class Properties(Value):
    """What a feature is, and what is said of it.

    `country` (ISO 3166-1 alpha-2) says where the geometry must lie. A feature without a
    geometry may be said to be `within` another one (a country, or a whole). `part_of` names
    the wholes that this is a part of: what is said of them is shown here as theirs.
    `route` and `order` (1, 2, 3 …) chain the segments of one route from its start to its end.
    """

    layer: Id
    kind: Text
    names: Names
    aliases: tuple[Text, ...] = ()
    refs: Refs = {}
    country: Country | None = None
    within: Id | None = None
    part_of: Ids = ()
    part: PartTaken | None = None
    route: Id | None = None
    order: int | None = None
    position: Position
    claims: tuple[Claim, ...] = ()
    silences: tuple[Silence, ...] = ()


class Feature(Value, Members):
    """A thing that the atlas names, as an RFC 7946 Feature.

    The positions of its geometry are longitude, latitude in degrees on WGS 84 (CRS84), without a
    height. A null geometry is that of a thing which is named but not placed.
    """

    type: Literal["Feature"]
    id: Id
    geometry: Geometry | None
    properties: Properties

    @cached_property
    def shape(self) -> shapely.Geometry | None:
        """The geometry in lon, lat degrees (CRS84); None for a feature without a place."""
        return shapely.geometry.shape(self.geometry) if self.geometry else None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of it, in the order of the file."""
        return self.properties.claims

    @property
    def basis(self) -> Basis:
        """The strongest basis among its claims: what its line style says.

        A part of a whole of which a view shows no claim is there by our inference.
        """
        bases = {claim.basis for claim in self.claims}
        otherwise: Basis = "inferred" if self.properties.part_of else "background"
        return next((basis for basis in BASES if basis in bases), otherwise)


class FeatureCollection(Value, Members):
    """The features of one file, in drawing order, as an RFC 7946 FeatureCollection."""

    type: Literal["FeatureCollection"]
    features: tuple[Feature, ...]
