"""Times as sources have them: a year, a month, a day, or an interval; never more precise."""

from __future__ import annotations

from datetime import date

_OPEN = ".."  # EDTF (ISO 8601-2): an interval's open end


def fault_of(time: str) -> str:
    """Say what is wrong with a time of the form that `geo.forms.Time` has; "" when nothing is."""
    ends = time.split("/")
    for end in ends:
        if end != _OPEN and _first_day(end) is None:
            return f'"{end}" is not in the calendar'
    if len(ends) == 2 and _OPEN not in ends and ends[0] > ends[1]:
        return f'"{time}" ends before it begins'
    return ""


def _first_day(partial: str) -> date | None:
    """Return the first day of a year, of a month, or the day; None when there is no such one."""
    try:
        return date.fromisoformat((partial + "-01-01")[:10])
    except ValueError:
        return None
