"""The types of a briefing's content, which the PDF and the slides lay out.

Every text is a value, none is markup. Excerpts have their numbers on the map; sources have the
keys S1 (the article), S2 …, which no reader takes for a letter of a grade. `as_json` is the one
place that turns a briefing into plain values, for `briefing.typ`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from geo.atlas.model import Basis, Modality
from geo.formats.localise import LocalText
from geo.formats.metadata import About


@dataclass(frozen=True)
class RelationEntry:
    """How a claim relates to another one: `key` is that of the word for it, `on` a text."""

    key: str
    on: str | None
    sentence: LocalText
    excerpt_numbers: tuple[int, ...]
    source_keys: tuple[str, ...]
    note: LocalText | None


@dataclass(frozen=True)
class ClaimEntry:
    """A claim with its reasons. `mark` names its features; `at` and `said` are times in words.

    Its printed words and hedges are in quotation marks.
    """

    basis: Basis
    sentence: LocalText
    mark: str
    words: str | None
    modality: Modality | None
    hedges: tuple[str, ...]
    note: LocalText | None
    at: str | None
    said: str | None
    excerpt_numbers: tuple[int, ...]
    premises: tuple[LocalText, ...]
    source_keys: tuple[str, ...]
    relations: tuple[RelationEntry, ...]


@dataclass(frozen=True)
class FindingEntry:
    """A finding, numbered from 1; 0 is the headline or its dispute.

    `short` is its short form, or else its sentence.
    """

    number: int
    sentence: LocalText
    short: LocalText
    claims: tuple[ClaimEntry, ...]


@dataclass(frozen=True)
class HeadlineEntry(FindingEntry):
    """The finding that a reader sees first, its hedge, and its dispute."""

    hedge: LocalText
    dispute: FindingEntry | None


@dataclass(frozen=True)
class ExcerptEntry:
    """An excerpt with the claims of which it is the first reason.

    `quote` and `attributed_to` are in quotation marks. `start` and `end` count Unicode code
    points of the source, end exclusive. `location` is the key of the words for where it stands,
    `paragraph` its number there. `also_under` are the numbers of excerpts under which further
    claims stand that it is a reason for.
    """

    number: int
    quote: str
    language: str
    paragraph: int | None
    location: str
    start: int
    end: int
    attributed_to: str | None
    note: LocalText | None
    source_key: str
    grade: str
    claims: tuple[ClaimEntry, ...]
    also_under: tuple[int, ...]


@dataclass(frozen=True)
class MarkEntry:
    """A mark of a stretch with the numbers of its excerpts."""

    name: str
    excerpt_numbers: tuple[int, ...]


@dataclass(frozen=True)
class MarkClaims:
    """The claims of a mark."""

    mark: str
    claims: tuple[ClaimEntry, ...]


@dataclass(frozen=True)
class MarkSilences:
    """The silences of a mark: sentences on facts that the article does not give."""

    mark: str
    sentences: tuple[LocalText, ...]


@dataclass(frozen=True)
class MapEntry:
    """Which part of the map is shown (west, south, east, north; degrees), with which layers."""

    bounds: tuple[float, float, float, float]
    layers: tuple[str, ...]
    alt: str


@dataclass(frozen=True)
class StretchEntry:
    """A stretch of the itinerary, with the excerpts that come first there.

    `wholes` are claims of the wholes that it is a part of, `inferred` the claims that have no
    excerpt of their own. Features without a place are in a stretch that is not `placed`; one
    that is no line has no `map`.
    """

    id: str
    placed: bool
    title: str
    map: MapEntry | None
    marks: tuple[MarkEntry, ...]
    excerpts: tuple[ExcerptEntry, ...]
    wholes: tuple[MarkClaims, ...]
    inferred: tuple[ClaimEntry, ...]
    silences: tuple[LocalText, ...]


@dataclass(frozen=True)
class DisputeEntry:
    """Claims that speak against each other, on two sides."""

    disputed: tuple[ClaimEntry, ...]
    disputing: tuple[ClaimEntry, ...]


@dataclass(frozen=True)
class DatingEntry:
    """The date that the atlas gives to a source, in words, and its reason."""

    at: str
    note: LocalText


@dataclass(frozen=True)
class OriginEntry:
    """A report that a source rests on; `how` is the key of the word for that."""

    name: str
    how: str
    note: LocalText | None


@dataclass(frozen=True)
class ForceEntry:
    """A force as a card has it: `part` names its part, whose shape and hue it has.

    `how` says how its words are said; without words, its basis.
    """

    name: str
    part: str
    shape: str
    hue: str
    words: str
    how: str


@dataclass(frozen=True)
class QuoteEntry:
    """Words of an excerpt, in whole and in `short`, in quotation marks; where they stand."""

    text: str
    short: str
    where: str


@dataclass(frozen=True)
class TopicEntry:
    """A part of a briefing that can be presented alone.

    `label` names it; `title` says its first finding, or else is the label. `note` is on the
    places of its forces; `excerpt_numbers` are of all that it rests on.
    """

    label: str
    title: LocalText
    findings: tuple[FindingEntry, ...]
    note: str
    forces: tuple[ForceEntry, ...]
    quotes: tuple[QuoteEntry, ...]
    silences: tuple[LocalText, ...]
    map: MapEntry
    excerpt_numbers: tuple[int, ...]


@dataclass(frozen=True)
class SourceEntry:
    """A source: `published` is the date as printed, `dating` ours where none is."""

    key: str
    id: str
    title: str
    author: str | None
    publisher: str | None
    published: str | None
    dating: DatingEntry | None
    genre: LocalText | None
    rests_on: tuple[OriginEntry, ...]
    url: str | None
    via: LocalText | None
    language: str
    licence: str | None
    read: LocalText
    grade: str
    grade_reason: LocalText


@dataclass(frozen=True)
class Briefing:
    """All that the pages behind the map and the slides say, in one language.

    `words` are the catalogue's texts by key, without those that go by a number; `digits` those
    of the language, 0 to 9; `made` is year, month and day. `credits` name the makers of the ground
    that maps are drawn on. `quotes_in` and `untranslated` say
    which texts stand in another language, and are "" when none does.
    """

    about: About
    running_title: str
    made: tuple[int, int, int] | None
    words: Mapping[str, str]
    digits: tuple[str, ...]
    language: str
    rtl: bool
    quotes_rtl: bool
    marking_rtl: bool
    alt: str
    headline: HeadlineEntry | None
    origin: tuple[str, ...]
    findings: tuple[FindingEntry, ...]
    topics: tuple[TopicEntry, ...]
    stretches: tuple[StretchEntry, ...]
    disputes: tuple[DisputeEntry, ...]
    silences: tuple[LocalText, ...]
    mark_silences: tuple[MarkSilences, ...]
    background: tuple[MarkClaims, ...]
    article: SourceEntry
    bases: tuple[Basis, ...]
    sources: tuple[SourceEntry, ...]
    gazetteers: tuple[SourceEntry, ...]
    credits: tuple[str, ...]
    quotes_in: str
    untranslated: str


def as_json(briefing: Briefing) -> dict[str, Any]:
    """Return a briefing as values that `json` writes, under the names of its fields."""
    return asdict(briefing)
