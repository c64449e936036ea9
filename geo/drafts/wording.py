"""Texts of ours that sealing writes into an atlas, in each language of which we have words."""

from __future__ import annotations

from collections.abc import Callable

from geo.text.bidi import without_isolates
from geo.text.catalogue import digits, has_own, locales, words


def our_texts(key: str, *values: Callable[[str], str]) -> dict[str, str]:
    """Return a text by language; each value is a function from a language to a text.

    A language that lacks it is left out: its readers get it in another, which is said.
    It has no isolates: a character that is not seen would be shown as its code.
    """
    tags = (tag for tag in locales() if has_own(tag, key))
    said = {tag: words(tag, key, *(value(tag) for value in values)) for tag in tags}
    return {tag: without_isolates(text) for tag, text in said.items()}


def as_of(published: str | None) -> dict[str, str]:
    """Return when an article is from, as far as it says that."""
    if published is None:
        return our_texts("draftUndated")
    return our_texts("draftAsOf", lambda tag: digits(published, tag))
