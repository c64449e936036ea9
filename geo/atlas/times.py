"""Times as sources give them: a year, a month, a day, or an interval of these."""

from __future__ import annotations

from datetime import date

_OPEN = ".."  # EDTF (ISO 8601-2): an interval's open end


def fault_of(time: str) -> str:
    """Return what is wrong with a time of the form `forms.Time`; "" when nothing is."""
    ends = [end for end in time.split("/") if end != _OPEN]
    for end in ends:
        if not _is_in_calendar(end):
            return f'"{end}" is not in the calendar'
    if len(ends) == 2 and _is_after(*ends):
        return f'"{time}" ends before it begins'
    return ""


def _is_in_calendar(partial: str) -> bool:
    """Say whether the first day of a year, month or day is a date."""
    try:
        date.fromisoformat((partial + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _is_after(first: str, second: str) -> bool:
    """Compare to the precision that both have: 2017-11 is in 2017, and so not after it."""
    known = min(len(first), len(second))
    return first[:known] > second[:known]
