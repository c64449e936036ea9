"""The faults that pydantic finds in a file, as problems for the author of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic_core import ErrorDetails

from geo.atlas.errors import Problem
from geo.atlas.forms import FORMS

_SHOWN = 60  # characters of a value that a message still shows

_FIXES = {
    "missing": "add it",
    "extra_forbidden": "remove it, or mend its spelling",
    "literal_error": "use one of these values",
    "repeated": "name it once",
    "json_invalid": "flatten it",  # `parse_json` took it: it is nested too deep for a record
    "crs": "save it in longitude and latitude, in degrees (CRS84, EPSG:4326)",
    "ring_open": "repeat the first position at its end",
}
_OTHER = "give it the form named here"


def problems_of(name: str, raw: Any, faults: list[ErrorDetails]) -> Iterator[Problem]:
    """Yield the faults of the file `name`, each with the nearest id above it in `raw`."""
    for fault in faults:
        if "Position3D" not in fault["loc"]:  # a fault of "Position2D" is there, too
            path = ".".join(map(str, fault["loc"]))
            for what, fix in _in_words(fault):
                at_path = f"{path}: {what}" if path else what
                yield Problem(name, _nearest_id(raw, fault["loc"]), at_path, fix)


def without(raw: Any, faults: list[ErrorDetails]) -> Any:
    """Remove the records at fault from `raw`, in place, so that the others can be used.

    Records are the items of the file's outermost list. Returns `raw`, or None when a fault is
    outside of any record, so that nothing of the file can be used.
    """
    cuts = set()
    for loc in (fault["loc"] for fault in faults):
        depth = next((n for n, step in enumerate(loc) if isinstance(step, int)), None)
        if depth is None or not _leads_somewhere(raw, loc[: depth + 1]):
            return None
        cuts.add(loc[: depth + 1])
    for *holders, index in sorted(cuts, key=lambda cut: cut[-1], reverse=True):
        node = raw
        for step in holders:
            node = node[step]
        del node[index]
    return raw


def _leads_somewhere(raw: Any, loc: tuple[int | str, ...]) -> bool:
    """Say whether a place is in `raw`: among several forms of one value, the fault names which."""
    node = raw
    for step in loc:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def _nearest_id(raw: Any, loc: tuple[int | str, ...]) -> str:
    nearest, node = "", raw
    for step in loc:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(node, dict) and isinstance(node.get("id"), str):
            nearest = node["id"]
    return nearest


def _in_words(fault: ErrorDetails) -> Iterator[tuple[str, str]]:
    kind, message = fault["type"], fault["msg"].removeprefix("Value error, ")
    if kind == "string_pattern_mismatch":
        form = FORMS.get(fault["ctx"]["pattern"])
        if form is None:
            what = "holds a control character, or one that is none"
            yield what, "take it out: no file or screen can show it"
        else:
            yield f"{_short(fault['input'])} is not of the form asked for", f"write {form}"
    elif kind == "union_tag_invalid":
        found, known = fault["ctx"]["tag"], fault["ctx"]["expected_tags"]
        yield f"{_short(found)} is none of these: {known}", _FIXES["literal_error"]
    elif kind == "union_tag_not_found":
        yield f"it lacks {fault['ctx']['discriminator']}", _FIXES["missing"]
    elif kind == "value_error" and (rings := list(_open_rings(fault["input"]))):
        for where in rings:
            yield f"{where} is not closed", _FIXES["ring_open"]
    else:
        yield message, _FIXES.get(kind, _OTHER)


def _short(value: Any) -> str:
    text = str(value)
    return f'"{text if len(text) <= _SHOWN else text[:_SHOWN] + "…"}"'


def _open_rings(nested: Any, where: str = "") -> Iterator[str]:
    """Yield the rings of a (Multi)Polygon's coordinates whose last position isn't the first."""
    if not isinstance(nested, list | tuple) or not nested or not _is_nested(nested[0]):
        return
    if _is_nested(nested[0][0]):
        for number, inner in enumerate(nested):
            yield from _open_rings(inner, f"{where}.{number}")
    elif _is_nested(nested[-1]) and nested[0] != nested[-1]:
        yield f"the ring{where and ' ' + where[1:]} from {list(nested[0])} to {list(nested[-1])}"


def _is_nested(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) > 0
