"""Ids for the records that the page makes: a person at a screen names none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from geo.drafts.ids import free_id
from geo.drafts.state import State

_NUMBERED = {"excerpt": "e", "claim": "c"}
_LAYERS = ("areas", "lines", "places", "unplaced")  # of our own: an actor's layer has its id


def with_ids(state: State, act: Mapping[str, Any]) -> dict[str, Any]:
    """Return an act, in JSON, in which each new record has an id.

    In a bulk, an empty id is that of the act before: it goes on with the same record.
    """
    taken = {*_LAYERS, *(id_ for records in state.records.values() for id_ in records)}
    parts = act.get("acts")
    if act.get("do") == "bulk" and isinstance(parts, list):
        named: list[Any] = []
        for part in parts:
            named.append(_part(state, part, taken, named))
        return {**act, "acts": named}
    return _named(state, act, taken)


def _part(state: State, part: Any, taken: set[str], before: list[Any]) -> Any:
    if not isinstance(part, dict):
        return part
    if part.get("id") == "" and before:
        return {**part, "id": before[-1].get("id", "")}
    return _named(state, part, taken)


def _named(state: State, act: Mapping[str, Any], taken: set[str]) -> dict[str, Any]:
    if "id" in act:
        return dict(act)
    names = [name for name in _names(state, act) if name]
    if not names:
        return dict(act)
    kind = _kind(state, act)
    if letter := _NUMBERED.get(kind):
        number = 1
        while f"{letter}{number}" in taken:
            number += 1
        id_ = f"{letter}{number}"
    else:
        id_ = free_id(names[0], "actor" if kind == "actor" else "place", taken)
    taken.add(id_)
    return {**act, "id": id_}


def _kind(state: State, act: Mapping[str, Any]) -> str:
    if act["do"] != "accept":
        return str(act["do"])
    kind = state.judged(str(act.get("proposal"))).proposal.kind
    return "excerpt" if kind == "passage" else kind


def _names(state: State, act: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a new record is called; nothing of an act that makes none."""
    match act.get("do"):
        case "accept":
            proposal = state.judged(str(act.get("proposal"))).proposal
            yield proposal.names.get("en", "")
            yield proposal.quote
        case "actor" | "feature" if isinstance(act.get("names"), dict):
            yield from map(str, act["names"].values())
        case "excerpt" | "claim":
            yield str(act["do"])
