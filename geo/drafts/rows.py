"""The rows of a table as acts: each is anchored in the article, or refused by its number."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from geo.atlas.errors import AtlasError, Problem
from geo.atlas.validation import problems_of
from geo.checks.evidence import has_words
from geo.drafts.acts import ACT, Bulk
from geo.drafts.ids import free_id
from geo.drafts.quotes import QuoteError, places_of
from geo.drafts.table import Row


def bulk_of(name: str, rows: Iterable[Row], text: str, language: str) -> Bulk:
    """Return a table as one act; raises AtlasError with the rows that can't be taken, and why."""
    taking = _Taking(name, text, language)
    for row in rows:
        taking.take(row)
    if taking.problems:
        raise AtlasError(taking.problems)
    return Bulk(do="bulk", acts=tuple(taking.acts))


@dataclass
class _Taking:
    """Takes rows one after another: a place, an actor or a quote that comes again is the same."""

    name: str
    text: str
    language: str
    acts: list[Any] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    positions: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    actors: dict[str, str] = field(default_factory=dict)
    excerpts: dict[tuple[str, str | None], str] = field(default_factory=dict)
    claims: set[str] = field(default_factory=set)

    def take(self, row: Row) -> None:
        place = self._place(row)
        if place is None:
            return
        actors = [self._actor(row, name) for name in row.each("actor") or ()]
        excerpt = self._excerpt(row)
        claim = free_id(row.get("id") or "", f"row-{row.number}", self.claims)
        self.claims.add(claim)
        plain = ("words", "basis", "modality", "about", "source")
        said: dict[str, Any] = {name: row.get(name) for name in plain}
        said |= {name: row.each(name) for name in ("hedges", "from")}
        said |= {name: self._localised(row, name) for name in ("sentence", "note")}
        said |= {"actors": actors, "excerpts": [excerpt] if excerpt else []}
        self._act(row, "claim", claim, feature=place, **said)

    def _act(self, row: Row, do: str, id_: str, **fields: Any) -> None:
        given = {name: value for name, value in fields.items() if value not in (None, [], {})}
        act = {"do": do, "id": id_, **given}
        try:
            self.acts.append(ACT.validate_json(json.dumps(act), strict=True))
        except ValidationError as error:
            for fault in problems_of(self.name, act, error.errors()):
                self._refuse(row, fault.what, fault.fix)

    def _refuse(self, row: Row, what: str, fix: str) -> None:
        self.problems.append(Problem(self.name, f"row {row.number}", what, fix))

    def _localised(self, row: Row, column: str) -> dict[str, str]:
        found = {self.language: row.get(column)}
        stem = f"{column}_"
        found |= {
            other.removeprefix(stem): text
            for other, text in row.texts.items()
            if other.startswith(stem)
        }
        return {tag: text for tag, text in found.items() if text}

    def _place(self, row: Row) -> str | None:
        name = row.get("place")
        if name is None:
            self._refuse(row, "it names no place", "name the place that the claim is of")
            return None
        lon, lat = row.get("lon"), row.get("lat")
        if name not in self.places:
            names = self._localised(row, "place")
            id_ = free_id(names.get("en", name), "place", self.places.values())
            self.places[name] = id_
            location = self._location(row, lon, lat)
            self._act(
                row, "feature", id_, names=names, aliases=self._aliases(name), location=location
            )
            self.positions[name] = (lon, lat)
        elif (lon or lat) and (lon, lat) != self.positions[name]:
            self._refuse(row, f"it puts {name} elsewhere than a row before", "give it one position")
        return self.places[name]

    def _location(self, row: Row, lon: str | None, lat: str | None) -> dict[str, Any]:
        if lon is None and lat is None:
            return {"kind": "unplaced"}
        try:
            return {"kind": "point", "lon": float(lon or ""), "lat": float(lat or "")}
        except ValueError:
            fix = "write both in degrees, with a point, as in 43.13; or leave both out"
            self._refuse(row, f"its position is no two numbers: {lon}, {lat}", fix)
            return {"kind": "unplaced"}

    def _aliases(self, name: str) -> list[str]:
        """Return a name as an alias, if the article has it."""
        return [name] if has_words(self.text, name) else []

    def _actor(self, row: Row, name: str) -> str:
        if name not in self.actors:
            names = {self.language: name, **self._localised(row, "actor")}
            names[self.language] = name
            self.actors[name] = free_id(names.get("en", name), "actor", self.actors.values())
            self._act(row, "actor", self.actors[name], names=names, aliases=self._aliases(name))
        return self.actors[name]

    def _excerpt(self, row: Row) -> str | None:
        quote, start = row.get("quote"), row.get("start")
        if quote is None:
            return None
        try:
            places_of(self.text, quote, () if start is None else (int(start),))
        except QuoteError as error:
            fix = "copy the words from the article, and give their `start` if they come again"
            self._refuse(row, f"its quote can't be taken: {error}", fix)
            return None
        except ValueError:
            fix = "write the number of characters before it, or leave it out"
            self._refuse(row, f"its start is no number: {start}", fix)
            return None
        if (quote, start) not in self.excerpts:
            self.excerpts[quote, start] = f"e{len(self.excerpts) + 1}"
            self._act(
                row,
                "excerpt",
                self.excerpts[quote, start],
                exact=quote,
                start=None if start is None else int(start),
                attributed_to=row.get("attributed_to"),
            )
        return self.excerpts[quote, start]
