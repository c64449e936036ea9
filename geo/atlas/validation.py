"""The faults that pydantic finds in a file, as problems for the author of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from geo.atlas.errors import Fault, Problem, short
from geo.atlas.forms import COUNTRY, FORMS, ID
from geo.atlas.geometry_faults import MEMBERS

_FIXES = {
    "missing": "add it",
    "extra_forbidden": "remove it, or mend its spelling",
    "literal_error": "use one of these values",
    "repeated": "name it once",
    "json_invalid": "flatten it",  # `parse_json` took it: it is nested too deep for a record
    "ring_open": "repeat the first position at its end",
}
MOST = 20  # faults of a record that are said; the others are counted
_OTHER = "give it the form named here"
# What a value of another type is not, and what to do.
_TYPES = {
    "string_type": ("no text", "write it as a text, in quotation marks"),
    "int_type": ("no whole number", "write a whole number, without quotation marks"),
    "float_type": ("no number", "write a number, without quotation marks"),
    "bool_type": ("neither true nor false", "write true or false, without quotation marks"),
    "tuple_type": ("no list", "write a list: [ … ]"),
    "list_type": ("no list", "write a list: [ … ]"),
}


Loc: TypeAlias = tuple[int | str, ...]  # where a value is in a file: the keys and indices to it


def problems_of(name: str, raw: Any, faults: list[ErrorDetails]) -> Iterator[Problem]:
    """Yield the faults of the file `name`, each with the nearest id above it in `raw`.

    The faults of a geometry, and those of the members beside it, are said in one; those of a
    record that has more than MOST are counted.
    """
    said: set[Loc] = set()
    numbers: Counter[Loc] = Counter()
    for fault in faults:
        loc = _in_file(raw, fault["loc"])
        member = _member(loc) if name.endswith(".geojson") else None
        if member in said:
            continue
        if (
            member
            and _leads_somewhere(raw, member)
            and (whole := MEMBERS[str(member[-1])](_node(raw, member)))
        ):
            said.add(member)
            loc, found = member, [whole]
        else:
            found = list(
                _in_words(fault, FORMS[COUNTRY if name.startswith("data/basemap/") else ID])
            )
        path, record = ".".join(map(str, loc)), _record(loc)
        for what, fix in found:
            numbers[record] += 1
            if numbers[record] <= MOST:
                yield Problem(name, _nearest_id(raw, loc), f"{path}: {what}" if path else what, fix)
    for record, number in numbers.items():
        if number > MOST:
            what = f"it has {number - MOST} more faults"
            yield Problem(name, _nearest_id(raw, record), what, "mend these first")


def _record(loc: Loc) -> Loc:
    """Return the place of the record that a fault is in: an item of the file's outermost list."""
    return loc[: next((n + 1 for n, step in enumerate(loc) if isinstance(step, int)), 0)]


def _in_file(raw: Any, loc: Loc) -> Loc:
    """Return where a fault is in the file, without the forms of a value that were tried there."""
    steps, node = [], raw
    for step in loc[:-1]:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            continue
        steps.append(step)
    return (*steps, *loc[-1:])


def _member(loc: Loc) -> Loc | None:
    """Return the place of the geometry, bbox or crs that a fault is in, None when in none."""
    steps = loc[: loc.index("properties")] if "properties" in loc else loc  # an atlas' own names
    places = [loc[: n + 1] for n, step in enumerate(steps) if step in MEMBERS]
    return places[-1] if places else None


def _node(raw: Any, loc: Loc) -> Any:
    node = raw
    for step in loc:
        node = node[step]
    return node


def without(raw: Any, faults: list[ErrorDetails]) -> Any:
    """Remove the records at fault from `raw`, in place, so that the others can be used.

    Records are the items of the file's outermost list. Returns `raw`, or None when a fault is
    outside of any record, so that nothing of the file can be used.
    """
    cuts = {_record(fault["loc"]) for fault in faults}
    if not all(cut and _leads_somewhere(raw, cut) for cut in cuts):
        return None
    for *holders, index in sorted(cuts, key=lambda cut: cut[-1], reverse=True):
        del _node(raw, tuple(holders))[index]
    return raw


def _leads_somewhere(raw: Any, loc: Loc) -> bool:
    """Say whether a place is in `raw`: among several forms of one value, the fault names which."""
    try:
        _node(raw, loc)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _nearest_id(raw: Any, loc: Loc) -> str:
    """Return the nearest id above a place, of whatever form it is."""
    nearest, node = "", raw
    for step in loc:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(node, dict) and isinstance(node.get("id"), str | int | float):
            nearest = str(node["id"])
    return nearest


def _in_words(fault: ErrorDetails, id_form: str) -> Iterator[Fault]:
    kind, message = fault["type"], fault["msg"].removeprefix("Value error, ")
    if kind.startswith("union_tag_"):
        yield _of_tag(fault)
    elif fault["loc"][-1:] == ("id",) and kind in {"string_type", "string_too_long"}:
        yield f"{short(fault['input'])} is not of the form asked for", f"write {id_form}"
    elif kind in {"less_than_equal", "greater_than_equal"}:
        is_more, limit = kind == "less_than_equal", fault["ctx"].get("le", fault["ctx"].get("ge"))
        what = f"{short(fault['input'])} is {'more' if is_more else 'less'} than {limit:g}"
        yield what, f"write no {'more' if is_more else 'less'}"
    elif kind in _TYPES:
        what, fix = _TYPES[kind]
        yield f"{short(fault['input'])} is {what}", fix
    elif kind == "string_pattern_mismatch":
        form = FORMS.get(fault["ctx"]["pattern"])
        if form is None:
            what = "holds a control character, or one that is none"
            yield what, "take it out: no file or screen can show it"
        else:
            yield f"{short(fault['input'])} is not of the form asked for", f"write {form}"
    elif kind == "value_error" and (rings := list(_open_rings(fault["input"]))):
        for where in rings:
            yield f"{where} is not closed", _FIXES["ring_open"]
    else:
        yield message, _FIXES.get(kind, _OTHER)


def _of_tag(fault: ErrorDetails) -> Fault:
    """Say what is wrong with the field that tells which form a record has."""
    about = fault["ctx"]
    if "tag" not in about:
        return f"it lacks {about['discriminator']}", _FIXES["missing"]
    return f"{short(about['tag'])} is none of {about['expected_tags']}", "use one of these values"


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
