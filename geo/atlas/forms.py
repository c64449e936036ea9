"""The forms of single values (ids, tags, names, dates, colours), and examples of them.

Where a form is a standard's, a comment names the standard.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

# No control characters (but for tab and line ends), no noncharacters: no file format holds them.
Text: TypeAlias = Annotated[
    str,
    StringConstraints(min_length=1, pattern=r"^([^\p{Cc}\x{FFFE}\x{FFFF}]|[\t\n\r])*$"),
]
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_TAG = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
_COLOUR = r"^#[0-9a-f]{6}$"
_CODE = r"^[A-Z]{2,4}$"
_SHA256 = r"^[0-9a-f]{64}$"
_DATE = r"^\d{4}(-\d\d){0,2}$"
_DAY = r"\d{4}(?:-\d\d){0,2}"
_TIME = rf"^({_DAY}(/({_DAY}|\.\.))?|\.\./{_DAY})$"
COUNTRY = r"^[A-Z]{2}$"
TIMESTAMP = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"

# Descriptions of the patterns for readers, with examples.
FORMS: dict[str, str] = {
    ID: 'small letters and digits, with hyphens between them, as in "salt-guild"',
    _TAG: 'a language tag, as in "en"',
    _COLOUR: '# and six digits 0-9 or a-f, as in "#1f4e8c"',
    _CODE: 'two to four capital letters, as in "SG"',
    _SHA256: "the 64 digits 0-9 or a-f that `sha256sum` prints",
    _DATE: 'YYYY, YYYY-MM or YYYY-MM-DD, as in "2022-03"',
    _TIME: 'a date (2017, 2017-11, 2017-11-19), or an interval as in "2017-11/2017-12", "2016/.."',
    TIMESTAMP: 'a moment in UTC (RFC 3339), as in "2026-11-30T17:05:00Z"',
    COUNTRY: 'two capital letters (ISO 3166-1 alpha-2), as in "IQ"',
}


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise PydanticCustomError("repeated", '"{name}" is named twice', {"name": name})
        seen.add(name)
    return names


EACH_ONCE = AfterValidator(_each_once), Field(json_schema_extra={"uniqueItems": True})

Id: TypeAlias = Annotated[str, StringConstraints(pattern=ID, max_length=64)]
Tag: TypeAlias = Annotated[str, StringConstraints(pattern=_TAG)]  # of a language (BCP 47)
Ids: TypeAlias = Annotated[tuple[Id, ...], *EACH_ONCE]
Names: TypeAlias = dict[Tag, Text]  # language tag (BCP 47) -> name
# A sentence of ours by language; where a language lacks it, that of the article is shown.
Texts: TypeAlias = Annotated[dict[Tag, Text], Field(min_length=1)]
Refs: TypeAlias = dict[Id, Text]  # an authority ("geonames", "wikidata") -> its id of the thing
# A colour of sRGB, as in CSS: red, green and blue, two hexadecimal digits each.
Colour: TypeAlias = Annotated[str, StringConstraints(pattern=_COLOUR)]
Code: TypeAlias = Annotated[str, StringConstraints(pattern=_CODE)]
Sha256: TypeAlias = Annotated[str, StringConstraints(pattern=_SHA256)]
# A day, a month or a year: a source is never dated more precisely than it says.
PartialDate: TypeAlias = Annotated[str, StringConstraints(pattern=_DATE)]
# A time: a partial date, or an interval of two; a subset of EDTF (ISO 8601-2). ".." is open.
Time: TypeAlias = Annotated[str, StringConstraints(pattern=_TIME)]
Country: TypeAlias = Annotated[str, StringConstraints(pattern=COUNTRY)]  # ISO 3166-1 alpha-2
