"""Export options: what is to be made, for whom, on which paper, with which marking and notes."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    HttpUrl,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from geo.atlas.errors import visible
from geo.atlas.forms import FORMS
from geo.atlas.model import Value
from geo.atlas.view import View
from geo.text.bidi import FORMATTING, MARKS

Paper: TypeAlias = Literal["wide", "a4", "a4-portrait", "letter", "letter-portrait"]
PAPERS: Mapping[Paper, str] = {
    "wide": "Slide, 16:9",
    "a4": "A4 landscape",
    "a4-portrait": "A4 portrait",
    "letter": "US Letter landscape",
    "letter-portrait": "US Letter portrait",
}

# How much a file with pages tells. Which of these a format offers is said in `geo.formats`.
Style: TypeAlias = Literal["map", "one-page", "briefing", "dossier"]
STYLES: Mapping[Style, str] = {
    "map": "Map: the map alone, with its key and its source",
    "one-page": "One page, or one slide: the map, and the findings in the article's words",
    "briefing": "Briefing: a few pages to present",
    "dossier": "Dossier: every excerpt in full, who says what, and all sources",
}

SINGLE: Collection[Style] = ("map", "one-page")  # styles of which a file has one page, or one slide

# What a briefing and slides may leave out. What the article doesn't say, and the method, stay.
Part: TypeAlias = Literal["findings", "excerpts", "dissent", "background"]
PARTS: Mapping[Part, str] = {
    "findings": "What stands out",
    "excerpts": "Excerpts in full, along the corridor",
    "dissent": "Who says what",
    "background": "Background, with its sources",
}


def _today_s_name(paper: object) -> object:
    """Return the name of a paper; files of older versions say that it is landscape."""
    return paper.removesuffix("-landscape") if isinstance(paper, str) else paper


_TURNING = MARKS | FORMATTING


def one_line(text: str) -> str:
    """Return the text in one line, without what no format can hold or what would turn a page."""
    kept = (" " if c.isspace() else c for c in text if c.isspace() or _printable(c))
    return " ".join("".join(kept).split())


def _printable(character: str) -> bool:
    # control characters, surrogates; U+FFFE and U+FFFF, which XML refuses
    known = unicodedata.category(character) not in {"Cc", "Cs"}
    return known and ord(character) & 0xFFFE != 0xFFFE and character not in _TURNING


Line: TypeAlias = Annotated[str, AfterValidator(one_line), StringConstraints(max_length=200)]


MOST_NOTES, LONGEST_NOTE = 12, 140  # as on the page (page/assets/data/notes.js)


def _on_the_map(place: tuple[float, float]) -> tuple[float, float]:
    lon, lat = (round(degrees, 3) + 0.0 for degrees in place)  # about 100 m; no minus before 0
    if not (abs(lon) <= 180 and abs(lat) <= 85):  # also true of nan
        raise ValueError("a place is longitude,latitude, in degrees within ±180 and ±85")
    return lon, lat


Place: TypeAlias = Annotated[tuple[float, float], AfterValidator(_on_the_map)]


class Note(Value):
    """A note by the briefer, which is not of the article: a text at a place (longitude, latitude).

    With `to` it is an arrow from there to another place, and may lack a text.
    """

    at: Place
    to: Place | None = None
    text: Annotated[str, AfterValidator(one_line), StringConstraints(max_length=LONGEST_NOTE)] = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and self.to in {None, self.at}:
            raise ValueError("it has neither a text nor another place to point to")
        return self


class ExportOptions(Value):
    """What to make of the atlas that `view` narrows down.

    `title` and `subtitle` stand in place of the atlas' own; `marking` is set on every
    page; `style` is how much a file with pages tells (None: as its format does by itself);
    `notes` are the briefer's own, drawn on the sheet and on slides alone, never in data;
    `parts` are what briefing and slides hold besides the map; `dpi` is of pictures
    made of pixels; `address` is where the map is served, for a link to this view; `made`
    is the date printed (None: no date), so that the same options give the same bytes.
    """

    view: View = View()
    style: Style | None = None
    paper: Annotated[Paper, BeforeValidator(_today_s_name)] = "wide"
    title: Line = ""
    subtitle: Line = ""
    marking: Line = ""
    address: HttpUrl | None = None
    graticule: bool = False
    notes: Annotated[tuple[Note, ...], Field(max_length=MOST_NOTES)] = ()
    parts: frozenset[Part] = frozenset(PARTS)
    dpi: Annotated[int, Field(ge=20, le=600)] = 300
    made: date | None = None


_A_NOTE = 'a note is {"at": [longitude, latitude], "text": "…"}, an arrow has "to", too'


def faults_of(error: ValidationError) -> dict[str, str]:
    """Return what is wrong with export options, by the name of the field at fault."""
    found: dict[str, str] = {}
    for fault in error.errors():
        name = [step for step in fault["loc"] if isinstance(step, str)][-1]
        if fault["loc"][0] == "notes":
            found.setdefault("notes", _in_words_of_notes(fault))
        else:
            found.setdefault(name, _in_words(fault))
    return found


def _in_words_of_notes(fault: ErrorDetails) -> str:
    """Say which note is at fault, and why."""
    number = next((f"note {step + 1}: " for step in fault["loc"] if isinstance(step, int)), "")
    if fault["type"] == "too_long" and not number:
        return f"a map has {MOST_NOTES} at most"
    if fault["type"] in {"missing", "model_type", "string_type", "tuple_type"}:
        return f"{number}{_A_NOTE}"
    return f"{number}{_in_words(fault)}"


def _in_words(fault: ErrorDetails) -> str:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind.startswith("url"):
        return "give an address that begins with http:// or https://"
    if kind.startswith("date"):
        return "write a date as YYYY-MM-DD"
    if kind == "string_pattern_mismatch":
        return f"{visible(str(fault['input']))} is not {FORMS[context['pattern']]}"
    if kind == "literal_error":
        return f"there is no {visible(str(fault['input']))}; there are {context['expected']}"
    if kind == "float_parsing":
        return f"{visible(str(fault['input']))} is no number"
    if kind == "too_long":
        return f"no more than {context['max_length']} characters"
    if kind == "extra_forbidden":
        return "there is no option of that name"
    return fault["msg"].removeprefix("Value error, ")
