"""A time as it is kept (2017-12, ../2018; see `geo.atlas.times`), as a reader writes it."""

from __future__ import annotations

from geo.text.catalogue import digits, words


def written_time(time: str, language: str) -> str:
    """Write a time in a reader's words and digits."""
    start, _, end = (digits("" if part == ".." else part, language) for part in time.partition("/"))
    if "/" not in time:
        return start
    key = "timeSpan" if start and end else "timeFrom" if start else "timeUntil"
    return words(language, key, *filter(None, (start, end)))
