"""The data contract: what the files of an atlas hold, as frozen values.

Offsets are Unicode code points, end exclusive (W3C Web Annotation,
TextPositionSelector). Coordinates are lon, lat in degrees, CRS84 (RFC 7946).
A file is parsed once into these values; inside the package nobody checks again.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, Self, TypeAlias

import shapely
from geojson_pydantic.geometries import (
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
)
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

# No control characters (but for tab and line ends), no noncharacters: no file format holds them.
Text: TypeAlias = Annotated[
    str,
    StringConstraints(min_length=1, pattern=r"^([^\p{Cc}\x{FFFE}\x{FFFF}]|[\t\n\r])*$"),
]
_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_TAG = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
_COLOUR = r"^#[0-9a-f]{6}$"
_CODE = r"^[A-Z]{2,4}$"
_SHA256 = r"^[0-9a-f]{64}$"
_DATE = r"^\d{4}(-\d\d){0,2}$"
COUNTRY = r"^[A-Z]{2}$"

# The same for a reader: what a text of the form looks like.
FORMS: dict[str, str] = {
    _ID: 'small letters and digits, with hyphens between them, as in "salt-guild"',
    _TAG: 'a language tag, as in "en"',
    _COLOUR: '# and six digits 0-9 or a-f, as in "#1f4e8c"',
    _CODE: 'two to four capital letters, as in "SG"',
    _SHA256: "the 64 digits 0-9 or a-f that `sha256sum` prints",
    _DATE: 'YYYY, YYYY-MM or YYYY-MM-DD, as in "2022-03"',
    COUNTRY: 'two capital letters (ISO 3166-1 alpha-2), as in "IQ"',
}


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if names.count(name) > 1:
            raise PydanticCustomError("repeated", '"{name}" is named twice', {"name": name})
    return names


_EACH_ONCE = AfterValidator(_each_once), Field(json_schema_extra={"uniqueItems": True})

Id: TypeAlias = Annotated[str, StringConstraints(pattern=_ID, max_length=64)]
Tag: TypeAlias = Annotated[str, StringConstraints(pattern=_TAG)]
Ids: TypeAlias = Annotated[tuple[Id, ...], *_EACH_ONCE]
Names: TypeAlias = dict[Tag, Text]  # language tag (BCP 47) -> name
Colour: TypeAlias = Annotated[str, StringConstraints(pattern=_COLOUR)]
Code: TypeAlias = Annotated[str, StringConstraints(pattern=_CODE)]
Sha256: TypeAlias = Annotated[str, StringConstraints(pattern=_SHA256)]
# A day, a month or a year: a source is never dated more precisely than it says.
PartialDate: TypeAlias = Annotated[str, StringConstraints(pattern=_DATE)]

Basis: TypeAlias = Literal["stated", "inferred", "background"]
BASES: tuple[Basis, ...] = ("stated", "inferred", "background")  # strongest first
Modality: TypeAlias = Literal[
    "asserted", "reported", "attributed", "conditional", "presupposed", "inferred-by-author"
]
Pattern: TypeAlias = Literal[
    "solid", "diagonal", "back-diagonal", "cross", "horizontal", "vertical", "grid", "dots", "rings"
]
# All that can be drawn: a collection of mixed geometries is several features.
Geometry: TypeAlias = Annotated[
    Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon,
    Field(discriminator="type"),
]
Group: TypeAlias = Literal["corridor", "actors", "background", "elsewhere", "unplaced"]


class Value(BaseModel):
    """A frozen record; a key that isn't in the contract is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Symbol(Value):
    """How a layer looks. Colour is never the only carrier of meaning."""

    colour: Colour
    pattern: Pattern
    code: Code


class Source(Value):
    """A text, gazetteer or map that the atlas rests on.

    `published` is null where the source prints no date; `published_note` says
    what is known of it and how. `read` says how far the source was read.
    `grade` is the reliability half of the Admiralty code (A best, F can't be judged).
    """

    id: Id
    kind: Literal["article", "background", "gazetteer"]
    title: Text
    author: Text | None
    publisher: Text | None
    published: PartialDate | None
    published_note: Text | None = None
    url: Text | None
    via: Text | None = None
    language: Tag
    licence: Text | None = None
    read: Text
    grade: Literal["A", "B", "C", "D", "E", "F"]
    grade_reason: Text
    file: Text | None = None
    sha256: Sha256 | None = None

    @model_validator(mode="after")
    def _article_is_sealed(self) -> Self:
        if {self.file is not None, self.sha256 is not None} != {self.kind == "article"}:
            raise ValueError("an article, and only an article, has both a file and a sha256")
        return self


class Actor(Symbol):
    """Somebody a claim is about. `aliases` are the forms printed in the article."""

    id: Id
    names: Names
    kind: Text
    aliases: tuple[Text, ...] = ()


class TextQuoteSelector(Value):
    type: Literal["TextQuoteSelector"]
    exact: Text
    prefix: str
    suffix: str


class TextPositionSelector(Value):
    type: Literal["TextPositionSelector"]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]


class Target(Value):
    source: Id
    selector: tuple[TextQuoteSelector, TextPositionSelector]


class Excerpt(Value):
    """Verbatim words of a source (a W3C Web Annotation target).

    `hedges` are the words, as printed in the same paragraph, that weaken what
    is said; `note` explains an ambiguity of reading.
    """

    id: Id
    target: Target
    modality: Modality
    hedges: tuple[Text, ...] = ()
    note: Text | None = None

    @property
    def source(self) -> str:
        return self.target.source

    @property
    def quote(self) -> TextQuoteSelector:
        return self.target.selector[0]

    @property
    def position(self) -> TextPositionSelector:
        return self.target.selector[1]


class Claim(Value):
    """One thing said of one feature, with its basis and its reasons.

    - `stated`: the article says so; at least one excerpt, and the verb as printed.
    - `inferred`: ours, drawn from what is stated; a note says why.
    - `background`: not in the article; at least one background source.

    `about` names the attribute (place, use, holder, supervision, contest …);
    `as_of` the date the claim speaks of; `disputes` the claims it contradicts.
    """

    id: Id
    sentence: Text
    about: Id
    actor: Id | None = None
    verb: Text | None = None
    basis: Basis
    excerpts: Ids = ()
    sources: Ids = ()
    as_of: PartialDate | None = None
    note: Text | None = None
    disputes: Ids = ()

    @model_validator(mode="after")
    def _has_its_reasons(self) -> Self:
        match self.basis:
            case "stated" if not (self.excerpts and self.verb):
                raise ValueError("a stated claim needs an excerpt and the verb as printed")
            case "inferred" if not self.note:
                raise ValueError("an inferred claim needs a note that says why")
            case "background" if not self.sources or self.excerpts:
                raise ValueError("a background claim needs a source, and quotes no excerpt")
            case _:
                return self


class Silence(Value):
    """What the article does not say. No word of `absent` occurs in its text."""

    about: Id
    sentence: Text
    absent: tuple[Text, ...] = ()


class Position(Value):
    """Why a geometry lies where it lies."""

    basis: Basis
    note: Text
    source: Id | None = None


class Properties(Value):
    """`country` (ISO 3166-1 alpha-2) says where the geometry must lie.

    `route` and `order` chain the segments of one route from its start to its end.
    """

    layer: Id
    kind: Text
    names: Names
    aliases: tuple[Text, ...] = ()
    country: Annotated[str, StringConstraints(pattern=COUNTRY)] | None = None
    route: Id | None = None
    order: int | None = None
    position: Position
    claims: tuple[Claim, ...] = ()
    silences: tuple[Silence, ...] = ()


class Feature(Value):
    """An RFC 7946 Feature; a null geometry is a thing named but not placed."""

    type: Literal["Feature"]
    id: Id
    geometry: Geometry | None
    properties: Properties

    @cached_property
    def shape(self) -> shapely.Geometry | None:
        """The geometry in lon, lat degrees (CRS84)."""
        return shapely.geometry.shape(self.geometry) if self.geometry else None

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.properties.claims

    @property
    def basis(self) -> Basis:
        """The strongest basis among its claims: what its line style says."""
        found = {claim.basis for claim in self.claims}
        return next((basis for basis in BASES if basis in found), "background")


class FeatureCollection(Value):
    type: Literal["FeatureCollection"]
    features: tuple[Feature, ...]


class Layer(Value):
    """One switch of the layer panel: an actor's, or one with a look of its own."""

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


class Manifest(Value):
    """`atlas.json`: what the atlas as a whole is called and how it is laid out.

    `layers` are in drawing order, the first at the bottom; `findings` are the claims
    that a reader sees first.
    """

    id: Id
    title: Names
    subtitle: Names
    as_of: Names
    disclaimer: Names
    languages: Annotated[tuple[Tag, ...], *_EACH_ONCE]
    layers: tuple[Layer, ...]
    findings: Ids = ()
    silences: tuple[Silence, ...] = ()
