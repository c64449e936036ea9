"""The gazetteer: towns, countries and their subdivisions, by any of their names.

`data/gazetteer.tsv.xz` has a place a row; data/ORIGIN.md says where it comes from.
"""

from __future__ import annotations

import hashlib
import lzma
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from geo.proposals.proposal import Candidate, Proposer
from geo.text.folding import searchable

FILE = Path(__file__).parent / "data" / "gazetteer.tsv.xz"
_SOURCES = {"country": "natural-earth", "town": "geonames"}
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|at|az|an|ash) ")
_SAINT = re.compile(r"\bst\.? ")
_FINAL_H = re.compile(r"(?<=a)h\b")  # Hodeidah is Hodeida


class Place(NamedTuple):
    """A row: lon and lat are degrees in WGS 84, and None where no source gives a position."""

    kind: str
    id: str
    country: str
    people: int  # thousands
    lon: float | None
    lat: float | None
    names: Mapping[str, str]

    def candidate(self) -> Candidate | None:
        """Return the place as a candidate, if it has a position."""
        if self.lon is None or self.lat is None:
            return None
        return Candidate(
            names=dict(self.names),
            lon=self.lon,
            lat=self.lat,
            kind=self.kind,
            country=self.country,
            refs={"geonames": self.id} if self.kind == "town" else {},
            source=_SOURCES[self.kind],
        )


class Gazetteer:
    """Places by the keys of their names."""

    def __init__(self, packed: bytes) -> None:
        rows = lzma.decompress(packed).decode().splitlines()[1:]
        self._rows = [row.split("\t") for row in rows]
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self._rows):
            for key in dict.fromkeys(key for name in _names(row) for key in keys_of(name)):
                self._by_key[key].append(number)
        digest = hashlib.sha256(packed).hexdigest()
        self.proposer = Proposer(name="gazetteer", version="1", data_sha256=digest)

    def find(self, name: str) -> list[Place]:
        """Return the places of a name, in the order of the file: countries, then towns by size."""
        return [_place(self._rows[number]) for number in self._by_key.get(key_of(name), ())]

    def __contains__(self, name: str) -> bool:
        return key_of(name) in self._by_key


def key_of(name: str) -> str:
    """Return what names that are written alike have in common."""
    return _FINAL_H.sub("", _SAINT.sub("saint ", searchable(name).strip()))


def keys_of(name: str) -> Iterator[str]:
    """Yield the keys under which a name is found: also without the Arabic article."""
    key = key_of(name)
    yield key
    if (short := _ARTICLE.sub("", key)) != key:
        yield short


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer that ships; it is read once."""
    return Gazetteer(FILE.read_bytes())


def _names(row: list[str]) -> Iterator[str]:
    yield from filter(None, (*row[6:9], *row[9].split("|")))


def _place(row: list[str]) -> Place:
    kind, id_, country, people, lon, lat, *named = row
    names = {tag: name for tag, name in zip(("en", "ar", "fa"), named, strict=False) if name}
    return Place(
        kind,
        id_,
        country,
        int(people or 0),
        float(lon) if lon else None,
        float(lat) if lat else None,
        names,
    )
